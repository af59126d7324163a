"""Reminders as an iCalendar file (RFC 5545), which Outlook, Google Calendar and telephones take in.

Each is an event of no length with an alarm at its moment, and not a task (VTODO): Outlook and Google leave those out.
Its UID is the reminder's id, so that taking the file in again changes it instead of doubling it.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from ui.opening import Link, checked
from workplace_app.domain.reminder import Reminder

_PRODUCT = "-//Nacka kommun//Nacka arbetsplats//SV"


def calendar_file(reminders: Sequence[Reminder], now: datetime) -> bytes:
    """The file's content; ``now`` is when it was made. Text from outside is escaped by the library, which also folds
    the lines; only addresses that the program itself would open go along."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for each in reminders:
        calendar.add_component(_event(each, now))
    content: bytes = calendar.to_ical()
    return content


def _event(reminder: Reminder, now: datetime) -> Event:
    about = reminder.subject
    event = Event()
    event.add("uid", reminder.id)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", reminder.at.astimezone(UTC))
    event.add("created", reminder.created_at.astimezone(UTC))
    event.add("summary", about.title)
    event.add("transp", "TRANSPARENT")
    link = checked(about.address)
    if isinstance(link, Link):
        event.add("url", link.address)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", about.title)
    alarm.add("trigger", timedelta(0))
    event.add_component(alarm)
    return event
