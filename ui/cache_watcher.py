"""Where the threads meet: what sync announces on its own thread reaches the widgets as signals on theirs."""

from threading import Lock

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.sign_in import SignInState, SignInStep

MERGE_MS = 50


class CacheWatcher(QObject):
    """A ``ChangeListener``. Announcements are gathered for 50 ms and come out as one, so that a first sync with its
    hundreds of pages lets the screens read a few times only. Of progress the latest counts."""

    changes = Signal(frozenset)
    progress = Signal(object)
    sign_in = Signal(object)
    cms_sign_in = Signal(object)
    """The steps at the CMS's own issuer, beside an account that is open."""

    _woken = Signal()
    _signing_in = Signal(object)
    _signing_in_to_cms = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = Lock()
        self._kinds: set[ChangeKind] = set()
        self._progress: SyncProgress | None = None
        self.at_rest: SyncProgress | None = None
        """How the last round ended, and whether there is a network, for whoever comes later; None while one runs."""
        self._timer = QTimer(self, singleShot=True, interval=MERGE_MS)
        self._timer.timeout.connect(self._deliver)
        queued = Qt.ConnectionType.QueuedConnection
        self._woken.connect(self._wake, queued)
        self._signing_in.connect(self._account_step, queued)
        self._signing_in_to_cms.connect(self._cms_step, queued)
        self.cms_step: SignInState | None = None
        """The last of those steps, for whoever comes later."""

    # From any thread

    def changed(self, kinds: frozenset[ChangeKind]) -> None:
        """Rows of these kinds have been committed."""
        with self._lock:
            first = not self._kinds and self._progress is None
            self._kinds |= kinds
        if first:
            self._woken.emit()

    def progress_changed(self, progress: SyncProgress) -> None:
        """A round has come further, has begun or has ended."""
        with self._lock:
            first = not self._kinds and self._progress is None
            self._progress = progress
        if first:
            self._woken.emit()

    def sign_in_changed(self, state: SignInState) -> None:
        """Signing in has come to another step: told at once and in order."""
        (self._signing_in if state.service is None else self._signing_in_to_cms).emit(state)

    # On the widgets' thread

    def _wake(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _account_step(self, state: SignInState) -> None:
        if state.step in (SignInStep.SIGNED_IN, SignInStep.SIGNED_OUT):  # another account, or none
            self.cms_step = None
        self.sign_in.emit(state)

    def _cms_step(self, state: SignInState) -> None:
        self.cms_step = state
        self.cms_sign_in.emit(state)

    def _deliver(self) -> None:
        with self._lock:
            kinds, self._kinds = frozenset(self._kinds), set()
            progress, self._progress = self._progress, None
        if kinds:
            self.changes.emit(kinds)
        if progress is not None:
            self.at_rest = None if progress.running else progress
            self.progress.emit(progress)
