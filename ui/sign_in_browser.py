"""Opens the identity provider's page for whoever asks on another thread: the browser is to be asked on the window's."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class SignInBrowser(QObject):
    """``open`` may be called from any thread and answers at once; ``show`` is called on the widgets' thread."""

    _wanted = Signal(str)

    def __init__(self, show: Callable[[str], object]) -> None:
        super().__init__()
        self._wanted.connect(show, Qt.ConnectionType.QueuedConnection)

    def open(self, address: str) -> bool:
        """True: a browser is being asked. What it says no to is told in the window."""
        self._wanted.emit(address)
        return True
