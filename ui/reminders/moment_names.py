"""What the moments are called at which one may want to be reminded."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from workplace_app.domain.reminder import ReminderKind
from workplace_app.domain.reminder_moments import MomentKind

translate = QCoreApplication.translate


def moment_name(kind: MomentKind, about: ReminderKind = ReminderKind.TEXT) -> str:
    """What a moment is called. An event has a day, and no last one."""
    if about is ReminderKind.EVENT and kind is MomentKind.DAY_BEFORE_LAST:
        return translate("reminders", "The day before", "an event")
    if about is ReminderKind.EVENT and kind is MomentKind.LAST_DAY:
        return translate("reminders", "In the morning of that day", "an event")
    names: dict[MomentKind, Callable[[], str]] = {
        MomentKind.IN_FIVE_MINUTES: lambda: translate("reminders", "In 5 minutes"),
        MomentKind.IN_AN_HOUR: lambda: translate("reminders", "In an hour"),
        MomentKind.THIS_AFTERNOON: lambda: translate("reminders", "This afternoon"),
        MomentKind.TOMORROW_MORNING: lambda: translate("reminders", "Tomorrow morning"),
        MomentKind.ON_MONDAY: lambda: translate("reminders", "On Monday"),
        MomentKind.DAY_BEFORE_LAST: lambda: translate("reminders", "The day before the last day"),
        MomentKind.LAST_DAY: lambda: translate("reminders", "On the last day"),
    }
    return names[kind]()
