"""The key vault against a real GNOME Keyring, and against machines that have none."""

import subprocess
import sys
from pathlib import Path

import keyring.core
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as FailingKeyring

from sync.identity.key_vault import SERVICE, KeyVault
from sync.identity.quick_key import QuickKeyVault, quick_key
from tests.sync.identity.conftest import PASSWORD, PrivateKeyring, running_daemon
from workplace_app.domain.problem import ProblemKind, ProblemRaised

ACCOUNT = "0123456789abcdef0123456789abcdef"
KEY = bytes(range(32))


def problem_of(raised: pytest.ExceptionInfo[ProblemRaised]) -> ProblemKind:
    return raised.value.problem.kind


def test_a_key_that_was_stored_is_fetched_by_another_vault(unlocked_keyring: PrivateKeyring) -> None:
    KeyVault().store(ACCOUNT, KEY)
    assert KeyVault().fetch(ACCOUNT) == KEY


def test_an_account_without_a_key_has_none(unlocked_keyring: PrivateKeyring) -> None:
    assert KeyVault().fetch(ACCOUNT) is None


def test_a_deleted_key_is_gone_and_deleting_it_again_is_no_error(unlocked_keyring: PrivateKeyring) -> None:
    vault = KeyVault()
    vault.store(ACCOUNT, KEY)
    vault.delete(ACCOUNT)
    vault.delete(ACCOUNT)
    assert vault.fetch(ACCOUNT) is None


def test_an_entry_that_is_not_ours_is_no_key(unlocked_keyring: PrivateKeyring) -> None:
    vault = KeyVault()
    vault.store(ACCOUNT, KEY)
    assert vault._ring is not None
    vault._ring.set_password(SERVICE, ACCOUNT, "not base64: åäö")
    assert vault.fetch(ACCOUNT) is None


def test_a_keyring_that_opens_with_another_password_is_locked(session_bus: PrivateKeyring) -> None:
    with running_daemon(session_bus, PASSWORD):
        KeyVault().store(ACCOUNT, KEY)
    # In a process of its own: keyring 25.7 leaves the bus connection of a locked collection open.
    with running_daemon(session_bus, b"another password"):
        answer = in_a_new_process(session_bus.home, DBUS_SESSION_BUS_ADDRESS=session_bus.address)
    assert answer == "keyring_locked"


def test_the_quick_way_finds_what_keyring_has_kept(unlocked_keyring: PrivateKeyring) -> None:
    KeyVault().store(ACCOUNT, KEY)
    assert quick_key(ACCOUNT) == KEY
    vault = QuickKeyVault(lambda: pytest.fail("nobody needs the whole vault"))
    assert vault.fetch(ACCOUNT) == KEY


def test_what_the_quick_way_does_not_find_is_asked_of_the_whole_vault(unlocked_keyring: PrivateKeyring) -> None:
    vault = QuickKeyVault(KeyVault)
    assert vault.fetch(ACCOUNT) is None
    vault.store(ACCOUNT, KEY)
    assert vault.fetch(ACCOUNT) == KEY
    vault.delete(ACCOUNT)
    assert quick_key(ACCOUNT) is None


def test_the_quick_way_leaves_a_chosen_keyring_to_keyring(
    unlocked_keyring: PrivateKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    KeyVault().store(ACCOUNT, KEY)
    for name, value in (("PYTHON_KEYRING_BACKEND", "chosen"), ("XDG_CURRENT_DESKTOP", "KDE")):
        with monkeypatch.context() as changed:
            changed.setenv(name, value)
            assert quick_key(ACCOUNT) is None
    chosen = unlocked_keyring.home / ".config" / "python_keyring"
    chosen.mkdir(parents=True)
    (chosen / "keyringrc.cfg").touch()
    assert quick_key(ACCOUNT) is None


def test_the_quick_way_does_not_import_keyring_and_uses_its_name_for_the_service() -> None:
    program = "import sys, sync.identity.quick_key as quick; print('keyring' in sys.modules, quick._SERVICE)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["False", SERVICE]


def in_a_new_process(home: Path, **environment: str) -> str:
    """What a vault says in a process that has asked no keyring yet."""
    program = (
        "from sync.identity.key_vault import KeyVault\n"
        "from workplace_app.domain.problem import ProblemRaised\n"
        "try:\n    print(KeyVault().fetch('0' * 32))\n"
        "except ProblemRaised as raised:\n    print(raised.problem.kind.value)\n"
    )
    own = {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "PATH": "/usr/bin:/bin", **environment}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, env=own, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_without_a_session_bus_there_is_no_keyring(tmp_path: Path) -> None:
    assert in_a_new_process(tmp_path) == "no_keyring"


def test_a_session_bus_that_has_died_is_no_keyring(tmp_path: Path) -> None:
    assert in_a_new_process(tmp_path, DBUS_SESSION_BUS_ADDRESS=f"unix:path={tmp_path}/gone") == "no_keyring"


def test_a_session_bus_with_nobody_on_it_is_no_keyring(session_bus: PrivateKeyring) -> None:
    assert in_a_new_process(session_bus.home, DBUS_SESSION_BUS_ADDRESS=session_bus.address) == "no_keyring"


def test_a_keyring_that_the_user_chose_is_honoured(tmp_path: Path) -> None:
    chosen = in_a_new_process(tmp_path, PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring")
    assert chosen == "no_keyring"


PLANTED = """
from pathlib import Path
from keyring.backend import KeyringBackend
Path(__file__).with_name("was_run").touch()
class Keyring(KeyringBackend):
    priority = 9
    def get_password(self, service, username):
        return "a2V5"
    def set_password(self, service, username, password):
        pass
    def delete_password(self, service, username):
        pass
"""


@pytest.mark.parametrize("way", ["variable", "file"])
def test_no_settings_file_and_no_variable_makes_the_keyring_run_a_program(tmp_path: Path, way: str) -> None:
    """The control is keyring itself, which runs what they name."""
    evil, settings = tmp_path / "evil", tmp_path / ".config" / "python_keyring"
    evil.mkdir()
    (evil / "planted.py").write_text(PLANTED)
    environment = {"PYTHONPATH": f"{Path.cwd()}:{evil}", "PYTHON_KEYRING_BACKEND": "planted.Keyring"}
    if way == "file":
        settings.mkdir(parents=True)
        (settings / "keyringrc.cfg").write_text(f"[backend]\nkeyring-path={evil}\ndefault-keyring=planted.Keyring\n")
        environment = {}
    assert in_a_new_process(tmp_path, **environment) == "no_keyring"
    assert not (evil / "was_run").exists()
    command = [sys.executable, "-c", "import keyring; print(keyring.get_password('a', 'b'))"]
    own = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", **environment}
    assert subprocess.run(command, env=own, capture_output=True, text=True, check=True).stdout.strip() == "a2V5"


@pytest.mark.parametrize("content", ["default-keyring", "\xff\xfe", "[backend]\n", "[backend]\ndefault-keyring=\n"])
def test_a_settings_file_of_keyring_that_is_none_harms_nothing(tmp_path: Path, content: str) -> None:
    settings = tmp_path / ".config" / "python_keyring"
    settings.mkdir(parents=True)
    (settings / "keyringrc.cfg").write_text(content, encoding="latin-1")
    assert in_a_new_process(tmp_path) == "no_keyring"


class ForgetfulKeyring(KeyringBackend):
    """Says yes to everything and keeps nothing, as keyring's own null backend does."""

    priority: float = 9

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    def get_password(self, service: str, username: str) -> str | None:
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        """Forget it."""


class PlainTextKeyring(ForgetfulKeyring):
    """Rates itself as keyring's plain-text files do."""

    priority = 0.5


# keyring takes every class that was ever defined for a keyring of this computer, for all tests that come after.
KeyringBackend._classes -= {ForgetfulKeyring, PlainTextKeyring}


@pytest.mark.parametrize("kind", [ForgetfulKeyring, PlainTextKeyring, FailingKeyring])
def test_a_keyring_that_would_not_protect_the_key_counts_as_none(
    kind: type[KeyringBackend], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.chosen.Keyring")
    monkeypatch.setattr(keyring.core, "_keyring_backend", kind())
    with pytest.raises(ProblemRaised) as raised:
        KeyVault().store(ACCOUNT, KEY)
    assert problem_of(raised) is ProblemKind.NO_KEYRING
