"""The item model of calendar events: each with its times, its place and how soon it is."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from ui.dates import clock_time, day_words, heading_day, local, until_words
from ui.invitation_words import answer_words, can_answer
from ui.models.row_model import GroupRow, RowModel
from workplace_app.domain.as_seen import EventAsSeen
from workplace_app.domain.event import Event, PlaceKind, Response
from workplace_app.domain.frozen import frozen
from workplace_app.domain.intent import IntentState

PLACE_ICONS = {PlaceKind.ONLINE: "video", PlaceKind.ROOM: "room", PlaceKind.ON_SITE: "pin", PlaceKind.NONE: ""}


@frozen
class EventRow:
    """An event as one row shows it. ``day`` is the day it is listed under; ``soon`` is "om 18 min" or empty."""

    id: str
    event: Event
    day: date
    start: str
    end: str
    place: str
    soon: str = ""
    next: bool = False
    past: bool = False
    answer: str = ""
    """How the user has answered, where that needs a word, and how far the answer has come."""
    intent_id: str = ""
    """The wish that is on its way: an answer, or time that the user has taken; "" for none."""
    needs_you: bool = False

    @property
    def icon(self) -> str:
        """The icon of the kind of place."""
        return PLACE_ICONS[self.event.place_kind]

    @property
    def unanswered(self) -> bool:
        """True for an invitation that waits for an answer."""
        return self.event.response is Response.NOT_ANSWERED and not self.event.cancelled

    @property
    def asks(self) -> bool:
        """True where the row itself offers the answers: one that waits for an answer, or whose answer can still be
        taken back."""
        return not self.past and (self.unanswered or (bool(self.intent_id) and can_answer(self.event)))


def event_row(seen: EventAsSeen, now: datetime, *, is_next: bool) -> EventRow:
    """The row of an event; an all-day event has no times."""
    event = seen.event
    soon = until_words(event.start, now) if is_next else ""
    if is_next and event.start <= now < event.end:
        soon = QCoreApplication.translate("EventModel", "now")
    start = QCoreApplication.translate("EventModel", "All day") if event.all_day else clock_time(event.start)
    return EventRow(
        event.id,
        event,
        local(event.start).date(),
        start,
        "" if event.all_day else clock_time(event.end),
        _place(event),
        soon,
        next=is_next,
        past=event.end <= now,
        answer=answer_words(seen),
        intent_id=seen.pending_intent_id or "",
        needs_you=seen.pending_state is IntentState.NEEDS_YOU,
    )


def _place(event: Event) -> str:
    if event.place:
        return event.place
    if event.place_kind is PlaceKind.ONLINE:
        return QCoreApplication.translate("EventModel", "Online meeting")
    return event.organizer or ""


class EventModel(RowModel[EventRow]):
    """Events under a heading per day."""

    def __init__(self) -> None:
        super().__init__()
        self._today = date.min

    def set_today(self, today: date) -> None:
        """Which day is "today"; told before the rows."""
        self._today = today

    def group(self, row: EventRow) -> GroupRow:
        """The day."""
        near = abs((row.day - self._today).days) <= 1
        words = day_words(row.day, self._today) if near else heading_day(row.day)
        return GroupRow(words[:1].upper() + words[1:])

    def title(self, row: EventRow) -> str:
        """Typing searches titles."""
        return row.event.title

    def spoken(self, row: EventRow) -> str:
        """Everything that the row shows."""
        times = self.tr("{start} to {end}").format(start=row.start, end=row.end) if row.end else row.start
        marks = [
            self.tr("cancelled") if row.event.cancelled else "",
            row.answer,
            self.tr("over") if row.past else "",
        ]
        return ", ".join(part for part in (times, row.event.title, row.place, row.soon, *marks) if part)
