"""A reminder: what it is about, when it rings, and how it goes from waiting to rung to done."""

from dataclasses import replace
from datetime import date, datetime
from enum import Enum, StrEnum

from workplace_app.domain.frozen import frozen
from workplace_app.domain.intent import new_intent_id

LONGEST_TITLE = 300
"""Letters of a title that are kept: a row, a notice and a calendar show no more."""


class ReminderKind(StrEnum):
    """What a reminder is about; decides its icon and the place in the program to which it leads."""

    TEXT = "text"  # the user's own words, about nothing that the program knows
    TASK = "task"
    EVENT = "event"
    ARTICLE = "article"
    NOTIFICATION = "notification"
    WORKSPACE = "workspace"
    SERVICE = "service"
    JOURNEY = "journey"
    PERSON = "person"


@frozen
class ReminderSubject:
    """What a reminder is about, as it was when the reminder was set: it still says so when the thing has gone.

    ``target_id`` is the fact's id ("" for the user's own words), ``address`` where it lives outside the program.
    ``last_day`` is the last day of what can be missed: an editor's deadline, the day a task is due or an event begins.
    """

    kind: ReminderKind
    title: str
    target_id: str = ""
    address: str | None = None
    last_day: date | None = None


class ReminderState(Enum):
    """waiting → rung → done; back to waiting when it is put off or moved."""

    WAITING = "waiting"
    RUNG = "rung"
    DONE = "done"


@frozen
class Reminder:
    """One reminder; all moments are UTC. ``fired_at`` is when it rang, for the moment ``at``; ``snoozed`` counts how
    often it has been put off since."""

    id: str
    subject: ReminderSubject
    at: datetime
    created_at: datetime
    fired_at: datetime | None = None
    done_at: datetime | None = None
    snoozed: int = 0

    @property
    def state(self) -> ReminderState:
        """How far it has come. It follows from the moments, so that the two can never disagree."""
        if self.done_at is not None:
            return ReminderState.DONE
        return ReminderState.WAITING if self.fired_at is None else ReminderState.RUNG


def new_reminder(subject: ReminderSubject, at: datetime, now: datetime) -> Reminder:
    """A reminder that waits. Its id is a UUIDv7, which also is its UID in a calendar file (RFC 5545, 3.8.4.7).

    Raises ``ValueError`` for a subject without a readable letter.
    """
    titled = replace(subject, title=plain_title(subject.title))
    if not titled.title:
        raise ValueError("a reminder of nothing")
    return Reminder(new_intent_id(now), titled, at, now)


def plain_title(text: str) -> str:
    """One line without what cannot be seen: controls, marks of direction and halves of letters, all of which may come
    from outside and could make a notice say something else than what it is about."""
    visible = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(visible.split())[:LONGEST_TITLE].rstrip()


def due(reminder: Reminder, now: datetime) -> bool:
    """True when it is to ring: its moment has come and it has not rung for it, however long ago that was."""
    return reminder.state is ReminderState.WAITING and reminder.at <= now


def put_off(reminder: Reminder, until: datetime) -> Reminder:
    """It rings again later."""
    return replace(reminder, at=until, fired_at=None, done_at=None, snoozed=reminder.snoozed + 1)


def moved(reminder: Reminder, at: datetime) -> Reminder:
    """It rings at another moment, also when it had rung or was done."""
    return replace(reminder, at=at, fired_at=None, done_at=None)


def done(reminder: Reminder, now: datetime) -> Reminder:
    """Nothing more is to be said of it; the first time counts."""
    return replace(reminder, done_at=reminder.done_at or now)


def taken_up(reminder: Reminder, now: datetime) -> Reminder:
    """It is not done after all. One whose moment passed meanwhile counts as rung: nobody is startled by an undo."""
    passed = reminder.fired_at is None and reminder.at <= now
    return replace(reminder, done_at=None, fired_at=now if passed else reminder.fired_at)


def retitled(reminder: Reminder, text: str) -> Reminder:
    """It says something else. Raises ``ValueError`` for text without a readable letter."""
    title = plain_title(text)
    if not title:
        raise ValueError("a reminder of nothing")
    return replace(reminder, subject=replace(reminder.subject, title=title))
