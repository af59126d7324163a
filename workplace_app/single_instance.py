"""One program per person and computer: two would deliver the same outbox and rotate the same refresh token."""

from pathlib import Path

from PySide6.QtCore import QLockFile


class SingleInstance:
    """Holds a lock file as long as the program runs; a lock whose owner has died does not count."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / "running.lock"))
        self._lock.setStaleLockTime(0)  # only the owner's death makes a lock stale, however long it runs

    def acquire(self) -> bool:
        """True when this is the only one; at once, without waiting."""
        return self._lock.tryLock(0)

    def release(self) -> None:
        """Let the next start have it."""
        self._lock.unlock()
