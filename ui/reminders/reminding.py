"""Everything of reminders that lives as long as an account is open: the alarm, the notices, and asking when."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.commands import Command
from ui.main_window import MainWindow
from ui.problem_wording import problem_words
from ui.reminders.acts import CHANGED, ReminderActs
from ui.reminders.alarm import Alarm
from ui.reminders.desktop_notice import DesktopNotices, TrayNotices
from ui.reminders.notices import Notices
from ui.reminders.popover import RemindPopover
from ui.reminders.wording import late_words
from ui.screen import ScreenContext
from ui.widgets.row_list import RowList
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.problem import Problem
from workplace_app.domain.reminder import Reminder, ReminderKind, ReminderSubject

translate = QCoreApplication.translate


class Reminding(QObject):
    """A ``Companion``. It rings for the account that is open and for no other: made when that account is entered, gone
    when it is left. What came due meanwhile, or while the program was closed, rings when it is made."""

    def __init__(self, context: ScreenContext, window: MainWindow, desktop: DesktopNotices | None = None) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._acts = ReminderActs(context, self)
        self.notices = Notices(context, window, self._acts)
        self.alarm = Alarm(context.connection, context.clock, self)
        self._desktop: DesktopNotices = desktop if desktop is not None else TrayNotices(self)
        self.alarm.rang.connect(self._rang)
        self.alarm.failed.connect(self._say_failure)
        context.watcher.changes.connect(self._changed)
        context.shell.commands.add([self._command()])
        self.alarm.look()

    def _command(self) -> Command:
        return Command(
            "reminder.focus",
            translate("commands", "Go to the reminder that rings"),
            self._focus_notice,
            "Ctrl+Shift+R",
            "bell",
            lambda: self.notices.shown is not None,
        )

    def _focus_notice(self) -> None:
        if self.notices.shown is not None:
            self.notices.shown.focus_first()

    # The companion

    def remind(self, subject: ReminderSubject | None, opener: QWidget | None) -> None:
        """Ask when, below what was pressed or what has the focus."""
        below = opener or QApplication.focusWidget() or self._window
        now = self._context.clock()

        def chosen(at: datetime, text: str) -> None:
            about = subject if subject is not None else ReminderSubject(ReminderKind.TEXT, text)
            self._acts.remind(about, at)

        popover = RemindPopover(below, now, subject=subject)
        popover.chosen.connect(chosen)
        popover.show_below(below, _current_row(below))

    def panes(self) -> Sequence[QWidget]:
        """The notice, while there is one."""
        return () if self.notices.shown is None else (self.notices.shown,)

    def leave(self) -> None:
        """Nothing rings any more for this account, neither here nor on the desktop."""
        self._context.watcher.changes.disconnect(self._changed)
        self.alarm.leave()
        self.notices.leave()
        self._desktop.leave()
        self.deleteLater()

    # Ringing

    def _rang(self, rung: tuple[Reminder, ...]) -> None:
        self._context.watcher.changed(CHANGED)
        self.notices.add(rung)
        if not self._window.isActiveWindow():
            self._tell_desktop(rung)

    def _tell_desktop(self, rung: tuple[Reminder, ...]) -> None:
        if len(rung) == 1:
            title, text = rung[0].subject.title, late_words(rung[0], self._context.clock())
        else:
            title = self.tr("%n reminder(s) have rung", "", len(rung))
            text = ", ".join(each.subject.title for each in rung)

        def pressed() -> None:
            self._come_forward()
            if len(rung) == 1:
                self._acts.open(rung[0])
            else:
                self._focus_notice()

        self._desktop.show(title, text, pressed)

    def _come_forward(self) -> None:
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def _say_failure(self, problem: Problem) -> None:
        self._context.shell.say(problem_words(problem, self._context.clock()).whole, icon="warning")

    def _changed(self, kinds: frozenset[ChangeKind]) -> None:
        if kinds & CHANGED:
            self.notices.read()
            self.alarm.look()


def _current_row(below: QWidget) -> QRect | None:
    """In a list the popover stands under the row that is meant, not under the whole list."""
    if not isinstance(below, RowList) or not below.currentIndex().isValid():
        return None
    return below.visualRect(below.currentIndex()).intersected(below.viewport().rect())
