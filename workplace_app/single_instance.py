"""One program per person and computer: two would deliver the same outbox and rotate the same refresh token."""

import logging
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

from workplace_app.call_file import CallFile
from workplace_app.domain.inner_link import InnerLink

_LOG = logging.getLogger(__name__)


class SingleInstance(QObject):
    """Holds a lock file as long as the program runs; a lock whose owner has died does not count.

    A second start writes to the file beside it; the first, which watches that file, brings its window forward and
    shows what the second was asked to show.
    """

    wanted = Signal(object)
    """Somebody has started the program once more: for an ``InnerLink``, or None."""
    refused = Signal()
    """Something was written that is no call. Told once for a run, however much of it there is."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        folder.mkdir(parents=True, exist_ok=True)
        self._calls = CallFile(folder / "running.call")
        self._watcher: QFileSystemWatcher | None = None
        self._has_refused = False
        self._lock = QLockFile(str(folder / "running.lock"))
        self._lock.setStaleLockTime(0)  # only the owner's death makes a lock stale, however long it runs

    def acquire(self) -> bool:
        """True when this is the only one; at once, without waiting."""
        if not self._lock.tryLock(0):
            return False
        self._calls.remove()  # of one that was killed: nobody listens to it
        return True

    def call(self, link: InnerLink | None = None) -> bool:
        """Ask the one that runs to show itself, and this. False when it has no window that could."""
        return self._calls.call(link)

    def prepare(self) -> None:
        """From now on calls are kept; they are heard when there is a window (``listen``)."""
        self._calls.prepare()

    def listen(self) -> None:
        """From now on ``wanted`` tells of further starts, those since ``prepare`` first; needs the event loop."""
        self._watcher = QFileSystemWatcher([str(self._calls.path)], self)
        self._watcher.fileChanged.connect(self._hear)
        self._hear()

    def release(self) -> None:
        """Let the next start have it."""
        if self._watcher is not None:
            self._watcher.removePaths(self._watcher.files())
            self._watcher = None
        self._calls.remove()
        self._lock.unlock()

    def _hear(self) -> None:
        if self._watcher is None:
            return
        call = self._calls.take()
        if not self._watcher.files():  # somebody has removed or replaced it: a file that is gone is watched no more
            self._calls.prepare()
            self._watcher.addPath(str(self._calls.path))
        if call is None:
            return
        if call.garbage and not self._has_refused:
            self._has_refused = True
            _LOG.warning("something that is no call was written to the call file, and is ignored")
            self.refused.emit()
        if call.link is not None or not call.garbage:
            self.wanted.emit(call.link)
