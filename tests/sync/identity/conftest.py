"""A session bus and a GNOME Keyring of the tests' own, where the machine has the programs for it."""

import gc
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

PASSWORD = b"only for this run"
A_HANDSHAKE_CUT_OFF = "ignore:Exception ignored in. <ssl.SSLSocket:pytest.PytestUnraisableExceptionWarning"
"""MSAL asks on a worker thread, which nobody can stop: whoever cancels and closes leaves it shaking hands, and Python
closes the socket when it collects it, and warns."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """For the ways of signing in only."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.filterwarnings(A_HANDSHAKE_CUT_OFF))


@dataclass(frozen=True)
class PrivateKeyring:
    """Where the bus listens and where the daemon keeps its files."""

    address: str
    home: Path


@pytest.fixture(autouse=True, scope="module")
def _sockets_are_collected_here() -> Iterator[None]:
    """Not at some time in a test of something else, which would be blamed."""
    yield
    gc.collect()


@pytest.fixture
def session_bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateKeyring]:
    """A session bus that activates nothing by itself, with nobody on it."""
    program = shutil.which("dbus-daemon")
    if program is None or shutil.which("gnome-keyring-daemon") is None:
        pytest.skip("needs the Debian packages dbus and gnome-keyring")
    configuration = tmp_path / "bus.conf"
    configuration.write_text(
        f"<busconfig><type>session</type><listen>unix:dir={tmp_path}</listen>"
        "<policy context='default'><allow send_destination='*' eavesdrop='true'/><allow eavesdrop='true'/>"
        "<allow own='*'/></policy></busconfig>"
    )
    arguments = [program, f"--config-file={configuration}", "--nofork", "--print-address"]
    bus = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)
    assert bus.stdout is not None
    address = bus.stdout.readline().strip()
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "PYTHON_KEYRING_BACKEND"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    yield PrivateKeyring(address, tmp_path)
    bus.terminate()
    bus.wait()
    bus.stdout.close()


@contextmanager
def running_daemon(bus: PrivateKeyring, password: bytes) -> Iterator["subprocess.Popen[bytes]"]:
    """A keyring daemon that was given this password, on the bus and then gone again."""
    program = shutil.which("gnome-keyring-daemon")
    assert program is not None
    arguments = [program, "--unlock", "--components=secrets", "--foreground"]
    quiet = subprocess.DEVNULL
    daemon = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet)
    assert daemon.stdin is not None
    daemon.stdin.write(password)
    daemon.stdin.close()
    try:
        assert any(_is_on_the_bus() for _ in range(500))
        yield daemon
    finally:
        daemon.terminate()
        daemon.wait()


def _is_on_the_bus() -> bool:
    question = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"]
    question += ["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]
    return b"true" in subprocess.run(question, capture_output=True, timeout=10, check=True).stdout


@pytest.fixture
def unlocked_keyring(session_bus: PrivateKeyring) -> Iterator[PrivateKeyring]:
    """A keyring that its owner has unlocked."""
    with running_daemon(session_bus, PASSWORD):
        yield session_bus
