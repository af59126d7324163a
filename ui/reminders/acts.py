"""What can be done with reminders, the same from a notice, from the list and by key; every step can be undone."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from ui.reminders.leading import open_subject
from ui.reminders.wording import full_moment
from ui.screen import ScreenContext
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.reminder import Reminder, ReminderSubject
from workplace_app.store.own_things import reminders

CHANGED = frozenset({ChangeKind.REMINDERS})
_LONGEST = 40


class ReminderActs(QObject):
    """Each act is on the disk before the toast says so, and is announced: list, card, badge and alarm read again."""

    def __init__(self, context: ScreenContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def remind(self, subject: ReminderSubject, at: datetime) -> None:
        """Set a reminder."""
        made = reminders.remind(self._context.connection, subject, at, self._now())
        words = self.tr("You are reminded {time}.").format(time=full_moment(at, self._now()))
        self._say(words, "bell", lambda: reminders.delete(self._context.connection, made.id))

    def snooze(self, reminder: Reminder, until: datetime) -> None:
        """Let it ring again later."""
        before = reminders.snooze(self._context.connection, reminder.id, until)
        self._changed(before, self.tr("It rings again {time}.").format(time=full_moment(until, self._now())), "later")

    def change(self, reminder: Reminder, text: str, at: datetime) -> None:
        """Let it say something else, or ring at another moment, or both."""
        before = reminders.rewrite(self._context.connection, reminder.id, text, at)
        self._changed(before, self.tr("You are reminded {time}.").format(time=full_moment(at, self._now())), "bell")

    def finish(self, reminder: Reminder) -> None:
        """It is done."""
        before = reminders.mark_done(self._context.connection, reminder.id, self._now())
        self._changed(before, self.tr("{what} is done.").format(what=_short(reminder)), "check-circle")

    def take_up(self, reminder: Reminder) -> None:
        """It is not done after all."""
        before = reminders.take_up(self._context.connection, reminder.id, self._now())
        self._changed(before, self.tr("{what} is not done.").format(what=_short(reminder)), "undo")

    def delete(self, reminder: Reminder) -> None:
        """Take it away."""
        before = reminders.delete(self._context.connection, reminder.id)
        self._changed(before, self.tr("The reminder is deleted."), "bell-off")

    def open(self, reminder: Reminder) -> None:
        """Show what it is about; it stays among those that have rung until it is done."""
        open_subject(reminder, self._context.shell)

    def _now(self) -> datetime:
        return self._context.clock()

    def _changed(self, before: Reminder | None, words: str, icon: str) -> None:
        """Nothing is said of one that was deleted meanwhile, in another window or by an undo."""
        if before is None:
            self._announce()
            return
        self._say(words, icon, lambda: reminders.restore(self._context.connection, before))

    def _say(self, words: str, icon: str, restore: Callable[[], object]) -> None:
        def undo() -> None:
            restore()
            self._announce()

        self._announce()
        self._context.shell.say(words, icon=icon, undo=undo)

    def _announce(self) -> None:
        self._context.watcher.changed(CHANGED)


def _short(reminder: Reminder) -> str:
    title = reminder.subject.title
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"
