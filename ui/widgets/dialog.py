"""A question over the whole window: a raised plate on a veil, with the focus kept inside, closed by Esc."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from ui.look import look
from ui.widgets.popover import SHADOW, Raised, Veil, rise
from ui.widgets.scroll_page import ScrollPage

_AIR = 16
"""Pixels between the plate and the edge of a small window."""


class _Content(QWidget):
    """As high as its words need at the width there is: Qt would ask for what a label needs at its narrowest."""

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self.setLayout(layout)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class Dialog(QWidget):
    """``layout`` holds what is asked; ``width`` is that of the plate at 100 %. A plate that is higher than the window
    scrolls. A subclass may hear in ``fit_to`` how much room its words have. It closes when ``opener`` is deleted (the
    account has been closed) and when the user goes elsewhere by key."""

    def __init__(self, opener: QWidget, layout: QLayout, *, name: str, width: int) -> None:
        window = opener.window()
        super().__init__(window)
        self._before = QApplication.focusWidget()
        self._width = width
        self.setAccessibleName(name)
        self._veil = Veil(self)
        self._layout, self._window = layout, window
        self._page = ScrollPage(_Content(layout))
        inner = QVBoxLayout()
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self._page)
        self._plate = Raised(inner, self)
        window.installEventFilter(self)
        opener.destroyed.connect(self.leave)
        self._application = QApplication.instance()

    def open_with(self, first: QWidget) -> None:
        """Show it, with the focus on what Enter shall press."""
        self._cover()
        self.show()
        self.raise_()
        self._cover()
        rise(self._plate)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(self._application, QApplication):
            self._application.focusChanged.connect(self._focus_moved)

    def fit_to(self, width: int) -> None:
        """The plate is so wide."""

    def leave(self) -> None:
        """Close, and give the focus back to where it was."""
        if self.isHidden():
            return
        if isinstance(self._application, QApplication):
            self._application.focusChanged.disconnect(self._focus_moved)
        self.hide()
        self.deleteLater()
        before = self._before
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    # Focus

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new.window() is self.window() and not self.isAncestorOf(new):
            self._before = new
            self.leave()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round within the dialog."""
        stops = [
            each
            for each in self.findChildren(QWidget)
            if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        focused = QApplication.focusWidget()
        if not stops:
            return False
        here = stops.index(focused) if focused in stops else -1 if forward else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(here + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; no other key reaches what lies behind."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        event.accept()

    # Place and size

    def restyle(self) -> None:
        """Another text size asks for another plate."""
        self._cover()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The plate stays in the middle."""
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._cover()
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        self.setGeometry(self._window.rect())
        self._veil.setGeometry(self.rect())
        self._place()

    def _place(self) -> None:
        across = min(look.px(self._width), self.width() - 2 * _AIR)
        self.fit_to(across)
        self._layout.activate()
        # A scroll bar that has been there once stays while its own width breaks a line more: leave room for that line.
        bar = self._page.verticalScrollBar().sizeHint().width()
        wanted = max(self._layout.heightForWidth(across), self._layout.heightForWidth(across - bar))
        wanted = self._layout.sizeHint().height() if wanted < 0 else wanted
        high = min(wanted + 2, self.height() - 2 * _AIR)
        self._plate.setFixedSize(across + 2 + 2 * SHADOW, high + 2 * SHADOW)
        self._plate.move((self.width() - self._plate.width()) // 2, (self.height() - self._plate.height()) // 2)
