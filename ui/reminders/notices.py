"""Which notice is shown now, and which come after it: one at a time, and none of what is no longer to be told."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ui.look import look
from ui.main_window import MainWindow
from ui.places import REMINDERS
from ui.reminders.acts import ReminderActs
from ui.reminders.notice import ReminderNotice
from ui.screen import ScreenContext
from ui.widgets.popover import SHADOW
from ui.widgets.toast import announce
from workplace_app.domain.reminder import Reminder, ReminderState
from workplace_app.store.reminder_reader import reminder

WIDTH = 400
MARGIN = 12
STRIP = 28
"""Pixels at 100 % that the strip takes at the foot of the window."""
OVER_THE_PAGE_FROM = 900
"""Effective width of the window from which a notice floats over the page. In a narrower one it would lie over what the
page ends with, and over toasts: there it has room of its own below the page."""


class Notices(QObject):
    """``changed`` comes when another notice is shown, or none."""

    changed = Signal()

    def __init__(self, context: ScreenContext, window: MainWindow, acts: ReminderActs) -> None:
        super().__init__(acts)  # gone with the account, not with the window
        self._context, self._window, self._acts = context, window, acts
        self._waiting: list[tuple[Reminder, ...]] = []
        self.shown: ReminderNotice | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)  # when all that is in it has its new size
        self._soon.timeout.connect(self._place)
        window.installEventFilter(self)

    def add(self, rung: Sequence[Reminder]) -> None:
        """Tell of what has rung together: now, or after what is being told."""
        self._waiting.append(tuple(rung))
        self._show_next()

    def read(self) -> None:
        """Something has changed: what was done, put off or deleted elsewhere is not told any more."""
        self._waiting = [still for still in map(self._still_rung, self._waiting) if still]
        if self.shown is None:
            return
        still = self._still_rung(self.shown.reminders)
        if [each.id for each in still] != [each.id for each in self.shown.reminders]:
            self._take_away()
            if still:
                self._waiting.insert(0, still)
            self._show_next()

    def leave(self) -> None:
        """Tell of nothing any more."""
        self._window.removeEventFilter(self)
        self._waiting.clear()
        self._take_away()

    def _still_rung(self, reminders: Sequence[Reminder]) -> tuple[Reminder, ...]:
        found = [reminder(self._context.connection, each.id) for each in reminders]
        return tuple(each for each in found if each is not None and each.state is ReminderState.RUNG)

    def _show_next(self) -> None:
        if self.shown is None and self._waiting:
            notice = self.shown = ReminderNotice(self._window, self._waiting.pop(0), self._context.clock)
            self._connect(notice)
            self._place()
            notice.show()  # where it stands: what comes by itself does not move as well
            notice.raise_()
            self._soon.start()  # the window may be about to furnish itself
            announce(notice, notice.accessibleName())
        self.changed.emit()

    def _connect(self, notice: ReminderNotice) -> None:
        one = notice.reminders[0]

        def then(act: Callable[[], None]) -> Callable[[], None]:
            def after() -> None:
                self._close()
                act()

            return after

        if len(notice.reminders) > 1:
            notice.open_wanted.connect(then(lambda: self._context.shell.go(REMINDERS, one.id)))
        else:
            notice.open_wanted.connect(then(lambda: self._acts.open(one)))
        notice.done_wanted.connect(then(lambda: self._acts.finish(one)))
        notice.snooze_wanted.connect(lambda until: self._snooze(one, until))
        notice.close_wanted.connect(self._close)
        notice.restyled.connect(self._soon.start)

    def _snooze(self, one: Reminder, until: datetime) -> None:
        self._close()
        self._acts.snooze(one, until)

    def _close(self) -> None:
        """Whoever was in it goes on where the page begins: the focus must not be lost with it."""
        focused = QApplication.focusWidget()
        had_focus = self.shown is not None and focused is not None and self.shown.isAncestorOf(focused)
        self._take_away()
        self._show_next()
        if had_focus:
            if self.shown is not None:
                self.shown.focus_first()
            else:
                self._window.setFocus()

    def _take_away(self) -> None:
        notice, self.shown = self.shown, None
        if notice is not None:
            notice.hide()
            notice.deleteLater()
            self._window.make_room(0)

    def _place(self) -> None:
        if self.shown is None:
            return
        window, notice = self._window, self.shown
        narrow = window.effective_width < OVER_THE_PAGE_FROM
        column = window.column
        most = column.width() - 2 * MARGIN if narrow else window.width() - 2 * SHADOW
        width = min(look.px(WIDTH), most) + 2 * SHADOW
        notice.setFixedWidth(width)
        layout = notice.layout()
        wrapped = layout.heightForWidth(width) if layout is not None else -1
        height = min(max(wrapped, notice.sizeHint().height()) if wrapped < 0 else wrapped, window.height())
        notice.resize(width, height)
        window.make_room(height - 2 * SHADOW + 2 * MARGIN if narrow else 0)
        foot = column.bottom() + 1 if narrow else window.height() - look.gap(STRIP)
        notice.move(QPoint(window.width() - width + SHADOW - MARGIN, max(-SHADOW, foot - height + SHADOW - MARGIN)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)
