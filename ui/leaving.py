"""What an account may leave behind outside its pages when it is locked or signs out: all of it goes with it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from ui.application import APP_NAME
from ui.widgets.dialog import Dialog


def close_what_floats(window: QWidget) -> None:
    """Questions over the window, menus, popovers and every other window; the title names nothing."""
    for dialog in window.findChildren(Dialog):
        dialog.leave()
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.close()
    QToolTip.hideText()
    window.setWindowTitle(APP_NAME)


def is_in_front() -> bool:
    """One of the program's windows is the one in use."""
    return QApplication.applicationState() is Qt.ApplicationState.ApplicationActive


class Copied(QObject):
    """Knows whether what lies on the clipboard was copied in this program: the system says so, or it came there
    while the program was in front, which not every system tells apart. What others have put there is theirs."""

    def __init__(self, in_front: Callable[[], bool] = is_in_front) -> None:
        super().__init__()
        self._in_front = in_front
        self._clipboard = QApplication.clipboard()
        self._while_in_front: set[QClipboard.Mode] = set()
        self._clipboard.changed.connect(self._changed)

    def forget(self) -> None:
        """Let nothing that was copied here be pasted by the next person."""
        clipboard, modes = self._clipboard, QClipboard.Mode
        if clipboard.ownsClipboard() or modes.Clipboard in self._while_in_front:
            clipboard.clear(modes.Clipboard)
        if clipboard.supportsSelection() and (clipboard.ownsSelection() or modes.Selection in self._while_in_front):
            clipboard.clear(modes.Selection)
        self._while_in_front.clear()

    def _changed(self, mode: QClipboard.Mode) -> None:
        if self._in_front():
            self._while_in_front.add(mode)
        else:
            self._while_in_front.discard(mode)
