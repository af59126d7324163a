"""One toast at a time, at the lower left of a pane: only for what was sent or can be undone."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from ui.look import look
from ui.theme import RADIUS_CARD, TOAST_MS
from ui.widgets.buttons import Button
from ui.widgets.labels import IconLabel, Label
from ui.widgets.layouts import Row
from ui.widgets.popover import SHADOW, Raised, rise

MARGIN = 12
_WORDS, _SPRING = 1, 3
"""Places in a toast's row."""
HOLD = timedelta(milliseconds=TOAST_MS)
"""What cannot be called back once it has left is not sent before the toast that offers to undo it has gone: words that
others read, an answer that mails the organiser, an acknowledgement."""


def announce(widget: QWidget, text: str) -> None:
    """Let the screen reader say something without moving the focus (a polite live region)."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class _Toast(Raised):
    def __init__(self, host: QWidget, text: str, icon: str, action: Button | None) -> None:
        self._words = Label(text)
        mark = IconLabel(icon, 20, "warning" if icon == "warning" else "success")
        items: list[QWidget | int | None] = [mark, self._words, 8, None]
        if action is not None:
            items.append(action)
        self._row = Row(*items, gap=10, margins=(14, 6, 6 if action else 14, 6))
        super().__init__(self._row, host, radius=RADIUS_CARD)
        self.setAccessibleName(text)

    def fit(self, most: int) -> None:
        """Be one line, or as many as ``most`` pixels across ask for: it is the only copy of its words."""
        layout = self.layout()
        if layout is None:
            return
        self._wrap(layout, wraps=False)
        self.resize(layout.totalSizeHint())
        if self.width() > most:
            self._wrap(layout, wraps=True)
            self.resize(most, layout.totalHeightForWidth(most))

    def _wrap(self, layout: QLayout, *, wraps: bool) -> None:
        self._words.setWordWrap(wraps)
        self._row.setStretch(_WORDS, int(wraps))  # several lines take the room that is left, one line leaves it to the
        self._row.setStretch(_SPRING, int(not wraps))  # spring
        # Before they are shown neither the words nor what lies within the frame tells the layouts of another size.
        self._row.invalidate()
        layout.invalidate()


class Toasts(QObject):
    """Shows toasts in ``pane`` and remembers the last undo, which Ctrl+Z does also when the toast has gone."""

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self._toast: _Toast | None = None
        self._undo: Callable[[], None] | None = None
        self._timer = QTimer(self, singleShot=True, interval=TOAST_MS)
        self._timer.timeout.connect(self._leave_if_unused)
        pane.installEventFilter(self)

    def show(
        self,
        text: str,
        *,
        icon: str = "check",
        undo: Callable[[], None] | None = None,
        action_text: str = "",
        action: Callable[[], None] | None = None,
    ) -> None:
        """Say what was done. With ``undo`` it can be undone, here and with Ctrl+Z; or give another action. What is only
        told leaves the last act to be undone with Ctrl+Z."""
        self.clear()
        self._undo = undo or self._undo
        button = None
        if undo is not None:
            button = Button(self.tr("Undo"), "link", key="Ctrl+Z", small=True)
            button.clicked.connect(self.undo_last)
        elif action is not None:
            button = Button(action_text, "link", small=True)
            button.clicked.connect(action)
            button.clicked.connect(self.clear)
        self._toast = _Toast(self._pane, text, icon, button)
        self._place()
        self._toast.show()
        self._toast.raise_()
        rise(self._toast)
        announce(self._toast, text)
        self._timer.start()

    @property
    def current_text(self) -> str:
        """What is being said, "" when nothing is."""
        return self._toast.accessibleName() if self._toast is not None else ""

    @property
    def can_undo(self) -> bool:
        """True when Ctrl+Z has something to undo."""
        return self._undo is not None

    def undo_last(self) -> None:
        """Undo what the last toast spoke of; once."""
        undo, self._undo = self._undo, None
        self.clear()
        if undo is not None:
            undo()

    def clear(self) -> None:
        """Take the toast away; what it could undo can still be undone."""
        self._timer.stop()
        if self._toast is not None:
            self._toast.hide()
            self._toast.deleteLater()
            self._toast = None

    def forget(self) -> None:
        """Take the toast away and what it could undo with it."""
        self._undo = None
        self.clear()

    def raise_over_page(self) -> None:
        """Another page has come into the pane, and would cover the toast."""
        if self._toast is not None:
            self._toast.raise_()

    def _leave_if_unused(self) -> None:
        """Stay while the pointer or the focus is on it."""
        if self._toast is None:
            return
        focused = QApplication.focusWidget()
        if self._toast.underMouse() or (focused is not None and self._toast.isAncestorOf(focused)):
            self._timer.start()
        else:
            self.clear()

    def _place(self) -> None:
        if self._toast is None:
            return
        self._toast.fit(self._pane.width() - 2 * MARGIN + 2 * SHADOW - look.gap(8))
        x = MARGIN - SHADOW + look.gap(8)
        self._toast.move(QPoint(x, self._pane.height() - self._toast.height() + SHADOW - MARGIN))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pane's size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)
