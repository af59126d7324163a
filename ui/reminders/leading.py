"""Where a reminder leads: the place in the program that shows the thing, or its own row among the reminders."""

from ui.places import NEWS, PEOPLE, REMINDERS, SERVICES, TODAY, WORKSPACES
from ui.screen import Shell
from workplace_app.domain.reminder import Reminder, ReminderKind

KIND_ICONS = {
    ReminderKind.TEXT: "bell",
    ReminderKind.TASK: "list-check",
    ReminderKind.EVENT: "calendar",
    ReminderKind.ARTICLE: "news",
    ReminderKind.NOTIFICATION: "mention",
    ReminderKind.WORKSPACE: "workspaces",
    ReminderKind.SERVICE: "services",
    ReminderKind.JOURNEY: "route",
    ReminderKind.PERSON: "person",
}
_PLACES = {
    ReminderKind.TASK: TODAY,
    ReminderKind.EVENT: TODAY,
    ReminderKind.ARTICLE: NEWS,
    ReminderKind.NOTIFICATION: WORKSPACES,
    ReminderKind.WORKSPACE: WORKSPACES,
    ReminderKind.SERVICE: SERVICES,
    ReminderKind.JOURNEY: SERVICES,
    ReminderKind.PERSON: PEOPLE,
}


def leads_somewhere(reminder: Reminder) -> bool:
    """False for the user's own words, which are about nothing that the program knows."""
    return reminder.subject.kind in _PLACES


def open_subject(reminder: Reminder, shell: Shell) -> None:
    """Show what it is about."""
    place = _PLACES.get(reminder.subject.kind)
    if place is None:
        shell.go(REMINDERS, reminder.id)
    else:
        shell.go(place, reminder.subject.target_id)
