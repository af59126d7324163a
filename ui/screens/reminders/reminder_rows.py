"""The rows of the reminders: what has rung, today, tomorrow, later, done."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QCoreApplication

from ui.dates import clock_time, day_words, local
from ui.models.row_model import GroupRow, RowModel
from ui.reminders.leading import KIND_ICONS
from ui.reminders.wording import short_moment
from workplace_app.domain.frozen import frozen
from workplace_app.domain.reminder import Reminder, ReminderKind, ReminderState

translate = QCoreApplication.translate


class ReminderGroup(Enum):
    """The headings, in their order."""

    RUNG = "rung"
    TODAY = "today"
    TOMORROW = "tomorrow"
    LATER = "later"
    DONE = "done"


@frozen
class ReminderRow:
    """A reminder as one row shows it; the words are those of the moment at which the list was read."""

    id: str
    reminder: Reminder
    group: ReminderGroup
    when: str
    under: str

    @property
    def title(self) -> str:
        """What it is about."""
        return self.reminder.subject.title

    @property
    def icon(self) -> str:
        """The icon of what it is about."""
        return KIND_ICONS[self.reminder.subject.kind]

    @property
    def done(self) -> bool:
        """True when nothing more is to be said of it."""
        return self.group is ReminderGroup.DONE

    @property
    def rung(self) -> bool:
        """True when it has rung and waits for the user."""
        return self.group is ReminderGroup.RUNG


def reminder_row(reminder: Reminder, now: datetime) -> ReminderRow:
    """The row of a reminder."""
    group = group_of(reminder, now)
    when = clock_time(reminder.at) if group in (ReminderGroup.TODAY, ReminderGroup.TOMORROW) else _day(reminder, now)
    parts = [kind_words(reminder.subject.kind)]
    if reminder.snoozed and reminder.done_at is None:
        parts.append(translate("reminders", "snoozed"))
    return ReminderRow(reminder.id, reminder, group, when, "  ·  ".join(part for part in parts if part))


def _day(reminder: Reminder, now: datetime) -> str:
    if reminder.done_at is not None:
        done = translate("reminders", "Done {day}")
        return done.format(day=day_words(local(reminder.done_at).date(), local(now).date()))
    return short_moment(reminder.at, now)


def group_of(reminder: Reminder, now: datetime) -> ReminderGroup:
    """The heading that it stands under."""
    if reminder.state is ReminderState.DONE:
        return ReminderGroup.DONE
    if reminder.state is ReminderState.RUNG:
        return ReminderGroup.RUNG
    days = (local(reminder.at).date() - local(now).date()).days
    if days <= 0:
        return ReminderGroup.TODAY
    return ReminderGroup.TOMORROW if days == 1 else ReminderGroup.LATER


def kind_words(kind: ReminderKind) -> str:
    """What it is about; nothing for the user's own words."""
    words: dict[ReminderKind, Callable[[], str]] = {
        ReminderKind.TEXT: lambda: "",
        ReminderKind.TASK: lambda: translate("palette", "Task"),
        ReminderKind.EVENT: lambda: translate("palette", "Event"),
        ReminderKind.ARTICLE: lambda: translate("palette", "Article"),
        ReminderKind.NOTIFICATION: lambda: translate("palette", "Notification"),
        ReminderKind.WORKSPACE: lambda: translate("palette", "Workspace"),
        ReminderKind.SERVICE: lambda: translate("palette", "Service"),
        ReminderKind.JOURNEY: lambda: translate("palette", "Journey"),
        ReminderKind.PERSON: lambda: translate("palette", "Colleague"),
    }
    return words[kind]()


def card_row(reminder: Reminder, now: datetime) -> ReminderRow:
    """The row of a reminder where no heading says its day, nor that it has rung."""
    row, when = reminder_row(reminder, now), short_moment(reminder.at, now)
    return replace(row, when=translate("reminders", "has rung {time}").format(time=when) if row.rung else when)


def reminder_rows(found: Sequence[Reminder], now: datetime) -> list[ReminderRow]:
    """Rows of several reminders, in the order given."""
    return [reminder_row(each, now) for each in found]


class ReminderModel(RowModel[ReminderRow]):
    """Reminders under a heading for each group; ``grouped`` False is for a card, whose rows say the day themselves."""

    def __init__(self, *, grouped: bool = True) -> None:
        super().__init__()
        self._grouped = grouped

    def title(self, row: ReminderRow) -> str:
        """Typing searches titles."""
        return row.title

    def spoken(self, row: ReminderRow) -> str:
        """Everything that the row shows, the state first."""
        state = self.tr("done") if row.done else self.tr("has rung") if row.rung else ""
        return ", ".join(part for part in (state, row.title, row.when, row.under) if part)

    def group(self, row: ReminderRow) -> GroupRow | None:
        """The heading of its group."""
        if not self._grouped:
            return None
        words: dict[ReminderGroup, Callable[[], str]] = {
            ReminderGroup.RUNG: lambda: self.tr("Have rung"),
            ReminderGroup.TODAY: lambda: self.tr("Today", "heading of reminders"),
            ReminderGroup.TOMORROW: lambda: self.tr("Tomorrow", "heading of reminders"),
            ReminderGroup.LATER: lambda: self.tr("Later", "heading of reminders"),
            ReminderGroup.DONE: lambda: self.tr("Done", "heading of reminders"),
        }
        return GroupRow(words[row.group](), tone="warning" if row.rung else "muted")
