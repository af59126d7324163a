"""What an account may leave behind outside its pages when it is locked or signs out: all of it goes with it."""

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


def forget_copied() -> None:
    """Empty the clipboard when what lies there came from this program; what others have put there is theirs."""
    clipboard = QApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
