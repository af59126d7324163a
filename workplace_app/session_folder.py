"""The folder of a store that ends with the program: in memory where the system has that, and removed if it was killed.

Each has a lock file beside it, held from before the folder is made until after it is removed. The system lets go of the
lock when the program dies, however it does: whoever gets it may remove the folder. A process id would say less, since
it is given to others, and another container that shares the memory counts its own.
"""

import errno
import logging
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl
else:
    import msvcrt

_LOG = logging.getLogger(__name__)
_NAME = "nacka-arbetsplats-"
_LOCK = ".lock"
_MOST_TRIES = 10
_JUNCTION = 0xA0000003
"""IO_REPARSE_TAG_MOUNT_POINT (winnt.h)."""
_HELD_BY_ANOTHER = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK, errno.ENOENT}
"""What says that somebody else has the lock (each system has its own word), or has removed the file."""
_OPEN = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


class SessionFolder:
    """Nobody else may look into it. Made by hand: importing ``tempfile`` and ``shutil`` would cost each start some
    milliseconds."""

    def __init__(self, above: Path | None = None) -> None:
        above = above or _above()
        remove_abandoned(above)
        for _ in range(_MOST_TRIES):
            self.path = above / f"{_NAME}{os.urandom(8).hex()}"
            self._lock = _lock_of(self.path)
            self._descriptor = os.open(self._lock, _OPEN | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                # Somebody who removes what is abandoned may come between the two; then another name is tried.
                if _held(self._descriptor, self._lock):
                    self.path.mkdir(mode=0o700)
                    return
            except FileExistsError:  # another user has seen the lock file and taken the name
                _LOG.warning("the folder of a session was taken by somebody else; another name is tried")
            except OSError:
                _let_go(self._descriptor, self._lock)
                raise
            _let_go(self._descriptor, self._lock)
        raise FileExistsError(errno.EEXIST, "no folder for this session can be made", str(above))

    def remove(self) -> None:
        """Remove it with all that is in it; called once."""
        remove_folder(self.path)
        _let_go(self._descriptor, self._lock)


def remove_abandoned(above: Path) -> None:
    """Remove the folders of this user whose program is gone. One that is in use is left alone, and no link followed."""
    for lock in above.glob(f".{_NAME}*{_LOCK}"):
        try:
            descriptor = os.open(lock, _OPEN)
        except OSError:  # a link, another user's, or gone by now
            continue
        try:
            held = _held(descriptor, lock)
        except OSError:  # a file system that has no locks: nobody can tell whose it is
            held = False
        if not held:
            os.close(descriptor)
            continue
        folder = above / lock.name[1 : -len(_LOCK)]
        with suppress(OSError):  # what cannot be removed now is tried again at the next start
            if _is_own_folder(folder):
                remove_folder(folder)
                _LOG.warning("the folder of a session that was killed has been removed")
        if _is_link(folder) or not folder.exists():
            _let_go(descriptor, lock)
        else:
            os.close(descriptor)


def remove_folder(folder: Path) -> None:
    """Remove a folder with all that is in it, following no link out of it: where a link stands in its own place, the
    link goes, and what it points at stays. What cannot be removed keeps nothing else from being removed; then the
    first ``OSError`` is raised."""
    if _is_link(folder):
        _remove_link(folder)
    if not folder.exists():
        return
    failed: OSError | None = None
    for each in list(folder.iterdir()):
        try:
            if each.is_dir():
                remove_folder(each)
            else:
                each.unlink(missing_ok=True)
        except OSError as error:
            failed = failed or error
    if failed is not None:
        raise failed
    folder.rmdir()


def _is_link(path: Path) -> bool:
    """A symbolic link, or what Windows has beside them: a junction needs no rights to be made and is no symbolic link
    to Python 3.11."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) == _JUNCTION


def _remove_link(path: Path) -> None:
    if sys.platform == "win32" and path.is_dir():
        path.rmdir()  # a link to a folder is a folder there, and rmdir takes the link alone
    else:
        path.unlink()


def _above() -> Path:
    """A folder that never reaches a disk, where the system has one (Linux's shared memory)."""
    shared_memory = Path("/dev/shm")  # noqa: S108  a private folder is made in it
    if os.access(shared_memory, os.W_OK):
        return shared_memory
    return Path(os.environ.get("TMPDIR") or os.environ.get("TEMP") or "/tmp")  # noqa: S108


def _lock_of(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}{_LOCK}")


def _held(descriptor: int, lock: Path) -> bool:
    """Take the lock if nobody has it; False also when the file that was opened is no longer the one that stands there
    or belongs to somebody else. Raises ``OSError`` where the file system has no locks."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        mine, there = os.fstat(descriptor), lock.stat(follow_symlinks=False)
    except OSError as error:
        if error.errno in _HELD_BY_ANOTHER:
            return False
        raise
    return os.path.samestat(mine, there) and _is_own(mine)


def _let_go(descriptor: int, lock: Path) -> None:
    """Remove the lock file and give up the lock, in the order that each system allows."""
    if sys.platform == "win32":
        os.close(descriptor)
        with suppress(OSError):
            lock.unlink()
    else:
        lock.unlink(missing_ok=True)
        os.close(descriptor)


def _is_own(status: os.stat_result) -> bool:
    return sys.platform == "win32" or status.st_uid == os.getuid()


def _is_own_folder(folder: Path) -> bool:
    return folder.is_dir() and not _is_link(folder) and _is_own(folder.stat(follow_symlinks=False))
