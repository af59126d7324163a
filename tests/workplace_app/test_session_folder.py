"""A session's folder outlives a kill by one start at most, and nobody else's folder is touched."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from workplace_app.session_folder import SessionFolder, remove_abandoned

MADE = """
import sys
from pathlib import Path
from workplace_app.session_folder import SessionFolder
folder = SessionFolder(Path(sys.argv[1]))
(folder.path / "cache.db").write_bytes(b"x")
print(folder.path, flush=True)
sys.stdin.read()
"""


class Session:
    """Another process with a folder of its own."""

    def __init__(self, above: Path) -> None:
        command = [sys.executable, "-c", MADE, str(above)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        self.folder = Path(self._process.stdout.readline().strip())

    def kill(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    one = Session(tmp_path)
    yield one
    one.kill()


def test_it_is_private_and_leaves_nothing(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path)
    (folder.path / "inside").mkdir()
    (folder.path / "inside" / "cache.db").write_bytes(b"x")
    if sys.platform != "win32":
        assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700
    folder.remove()
    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_a_session_that_was_killed_goes_at_the_next_start(tmp_path: Path, session: Session) -> None:
    assert (session.folder / "cache.db").exists()
    session.kill()
    assert session.folder.exists()
    mine = SessionFolder(tmp_path)
    assert not session.folder.exists()
    mine.remove()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_use_stays(tmp_path: Path, session: Session) -> None:
    first = SessionFolder(tmp_path)
    second = SessionFolder(tmp_path)
    assert (session.folder / "cache.db").exists()
    assert first.path.exists(), "nor one of the same program"
    first.remove()
    assert second.path.exists()
    second.remove()


def test_a_killed_session_that_had_no_folder_yet_leaves_no_lock(tmp_path: Path, session: Session) -> None:
    session.kill()
    (session.folder / "cache.db").unlink()
    session.folder.rmdir()
    remove_abandoned(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_has_no_lock_is_not_ours_to_remove(tmp_path: Path) -> None:
    (tmp_path / "nacka-arbetsplats-0123456789abcdef").mkdir()
    remove_abandoned(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["nacka-arbetsplats-0123456789abcdef"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_no_link_is_followed(tmp_path: Path, session: Session) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "letter").write_text("x")
    session.kill()
    lock = session.folder.with_name(f".{session.folder.name}.lock")
    (session.folder / "inside").symlink_to(precious)
    (tmp_path / ".nacka-arbetsplats-1.lock").symlink_to(precious / "letter")
    (tmp_path / ".nacka-arbetsplats-2.lock").touch()
    (tmp_path / "nacka-arbetsplats-2").symlink_to(precious)
    remove_abandoned(tmp_path)
    assert not session.folder.exists()
    assert not lock.exists()
    assert (precious / "letter").read_text() == "x"
    assert (tmp_path / "nacka-arbetsplats-2").is_symlink()


@pytest.mark.skipif(sys.platform == "win32" or os.getuid() != 0, reason="only root may give files away")
def test_what_belongs_to_somebody_else_stays(tmp_path: Path, session: Session) -> None:
    session.kill()
    os.chown(session.folder, 12345, -1)
    remove_abandoned(tmp_path)
    assert (session.folder / "cache.db").exists()


def test_a_name_that_somebody_else_has_taken_is_left_to_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = iter([b"\x01" * 8, b"\x02" * 8])
    monkeypatch.setattr("workplace_app.session_folder.os.urandom", lambda _count: next(names))
    taken = tmp_path / f"nacka-arbetsplats-{'01' * 8}"
    taken.mkdir()
    folder = SessionFolder(tmp_path)
    assert folder.path.name.endswith("02" * 8)
    folder.remove()
    assert list(tmp_path.iterdir()) == [taken], "and no lock file stays behind"


@pytest.mark.skipif(sys.platform == "win32", reason="flock is the lock of other systems")
def test_a_file_system_without_locks_is_told_and_not_tried_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int, _operation: int) -> None:
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr("workplace_app.session_folder.fcntl.flock", refuse)
    with pytest.raises(OSError, match="no locks"):
        SessionFolder(tmp_path)
    assert list(tmp_path.iterdir()) == []
