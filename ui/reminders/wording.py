"""When a reminder rings or rang, in words; what moments are called stands in ``moment_names.py``."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from ui.dates import clock_time, day_words, local, short_weekday
from workplace_app.domain.reminder import Reminder

translate = QCoreApplication.translate
_ON_TIME = timedelta(minutes=2)
"""How much later than its moment a reminder may ring and still be called on time."""


def short_moment(at: datetime, now: datetime) -> str:
    """Beside a name in a menu: "09:12", "ons 08:00" for tomorrow, "mån 19 08:00", "2 nov 08:00"."""
    day, today = local(at).date(), local(now).date()
    if day == today:
        return clock_time(at)
    words = short_weekday(day) if (day - today).days == 1 else day_words(day, today)
    return f"{words} {clock_time(at)}"


def full_moment(at: datetime, now: datetime) -> str:
    """Within a sentence: "i dag 09:12", "i morgon 08:00", "19 okt 08:00"."""
    return f"{day_words(local(at).date(), local(now).date())} {clock_time(at)}"


def late_words(reminder: Reminder, now: datetime) -> str:
    """What a notice says of when: the clock time, and for one that was missed that it was set for earlier."""
    when = full_moment(reminder.at, now)
    if reminder.fired_at is not None and reminder.fired_at - reminder.at > _ON_TIME:
        return translate("reminders", "was set for {time}").format(time=when)
    return when
