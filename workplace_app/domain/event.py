"""An event in the user's calendar."""

from datetime import datetime
from enum import StrEnum

from workplace_app.domain.frozen import frozen


class PlaceKind(StrEnum):
    """What kind of place an event has, for its icon and its word."""

    ONLINE = "online"
    ROOM = "room"
    ON_SITE = "on_site"
    NONE = "none"


class Response(StrEnum):
    """The user's answer to an invitation (Graph's responseStatus, with ``organizer`` and ``none`` folded)."""

    ORGANIZER = "organizer"
    ACCEPTED = "accepted"
    TENTATIVE = "tentative"
    DECLINED = "declined"
    NOT_ANSWERED = "not_answered"


@frozen
class Event:
    """One event or one occurrence of a series. ``start`` and ``end`` are UTC; an all-day event starts at the
    day's first moment in the calendar's zone. ``id`` is "event:…"."""

    id: str
    title: str
    start: datetime
    end: datetime
    all_day: bool = False
    place: str = ""
    place_kind: PlaceKind = PlaceKind.NONE
    online_address: str | None = None
    organizer: str | None = None
    attendees: tuple[str, ...] = ()
    response: Response = Response.NOT_ANSWERED
    cancelled: bool = False
    private: bool = False
    preview: str = ""
    created_at: datetime | None = None
    changed_at: datetime | None = None
    address: str | None = None
