"""One program per person and computer: two would deliver the same outbox and rotate the same refresh token."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal


class SingleInstance(QObject):
    """Holds a lock file as long as the program runs; a lock whose owner has died does not count.

    A second start writes to the file beside it; the first, which watches that file, brings its window forward.
    """

    wanted = Signal()
    """Somebody has started the program once more."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        folder.mkdir(parents=True, exist_ok=True)
        self._call = folder / "running.call"
        self._watcher: QFileSystemWatcher | None = None
        self._lock = QLockFile(str(folder / "running.lock"))
        self._lock.setStaleLockTime(0)  # only the owner's death makes a lock stale, however long it runs

    def acquire(self) -> bool:
        """True when this is the only one; at once, without waiting."""
        return self._lock.tryLock(0)

    def call(self) -> None:
        """Ask the one that runs to show itself."""
        with self._call.open("a", encoding="ascii") as file:
            file.write("\n")

    def listen(self) -> None:
        """From now on ``wanted`` tells of further starts; needs the event loop."""
        self._call.write_text("", encoding="ascii")
        self._watcher = QFileSystemWatcher([str(self._call)], self)
        self._watcher.fileChanged.connect(lambda _path: self.wanted.emit())

    def release(self) -> None:
        """Let the next start have it."""
        if self._watcher is not None:
            self._watcher.removePaths(self._watcher.files())
            self._watcher = None
            self._call.unlink(missing_ok=True)
        self._lock.unlock()
