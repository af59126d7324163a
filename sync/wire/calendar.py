"""Calendar events as Graph describes them, and the events that they are to us."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from sync.wire.addresses import absolute_https
from sync.wire.dates import moment, zoned_moment
from sync.wire.graph_envelope import GraphDate, GraphItem
from sync.wire.reading import RawItem, UnreadableItemError, required
from workplace_app.domain.event import Event, PlaceKind, Response

EVENT_FIELDS = (
    "id,subject,bodyPreview,start,end,isAllDay,location,isOnlineMeeting,onlineMeeting,onlineMeetingUrl,organizer,"
    "attendees,responseStatus,isOrganizer,isCancelled,sensitivity,createdDateTime,lastModifiedDateTime,webLink,type,"
    "seriesMasterId"
)
CALENDAR_ZONE = ZoneInfo("Europe/Stockholm")
"""An event of a whole day means that day wherever one is: it is laid on the day of the calendar that we show."""
_RESPONSES = {
    "organizer": Response.ORGANIZER,
    "accepted": Response.ACCEPTED,
    "tentativelyAccepted": Response.TENTATIVE,
    "declined": Response.DECLINED,
}
_ROOM = "conferenceRoom"
_OPEN_TO_ALL = {"normal", "", None}


class EmailAddress(msgspec.Struct, rename="camel", kw_only=True):
    """A name and its address."""

    name: str | None = None
    address: str | None = None


class Recipient(msgspec.Struct, rename="camel", kw_only=True):
    """Somebody who gets or sends something."""

    email_address: EmailAddress | None = None
    type: str | None = None

    @property
    def name(self) -> str:
        """The name, else the address."""
        address = self.email_address or EmailAddress()
        return address.name or address.address or ""


class Location(msgspec.Struct, rename="camel", kw_only=True):
    """Where it is."""

    display_name: str | None = None
    location_type: str | None = None


class OnlineMeeting(msgspec.Struct, rename="camel", kw_only=True):
    """How to join from afar."""

    join_url: str | None = None


class ResponseStatus(msgspec.Struct, rename="camel", kw_only=True):
    """What somebody answered."""

    response: str | None = None


class GraphEvent(GraphItem, rename="camel", kw_only=True):
    """An event."""

    subject: str | None = None
    body_preview: str | None = None
    start: GraphDate | None = None
    end: GraphDate | None = None
    is_all_day: bool | None = None
    location: Location | None = None
    is_online_meeting: bool | None = None
    online_meeting: OnlineMeeting | None = None
    online_meeting_url: str | None = None
    organizer: Recipient | None = None
    attendees: list[Recipient | None] | None = None
    response_status: ResponseStatus | None = None
    is_organizer: bool | None = None
    is_cancelled: bool | None = None
    sensitivity: str | None = None
    created_date_time: str | None = None
    last_modified_date_time: str | None = None
    web_link: str | None = None
    type: str | None = None
    series_master_id: str | None = None

    @property
    def is_master(self) -> bool:
        """True for the pattern of a series, which itself takes no time."""
        return self.type == "seriesMaster"

    @property
    def needs_master(self) -> bool:
        """True for an occurrence that calendarView/delta sent with times only: the rest stands in its master."""
        return self.series_master_id is not None and self.subject is None and self.organizer is None


_EVENTS = msgspec.json.Decoder(GraphEvent, strict=False)


def graph_event(item: RawItem) -> GraphEvent:
    """Decode an event; raises for one without id."""
    event = _EVENTS.decode(item)
    required(event.id, "id")
    return event


def occurrence_of(master: GraphEvent, occurrence: GraphEvent) -> GraphEvent:
    """The occurrence with everything that it left to its master."""
    inherited = {
        name: getattr(master, name) for name in GraphEvent.__struct_fields__ if getattr(occurrence, name) is None
    }
    inherited.pop("removed", None)
    return msgspec.structs.replace(occurrence, **inherited)


def event_from_graph(event: GraphEvent) -> Event:
    """The event in UTC. Raises UnreadableItemError for one without times: it has no place in a calendar."""
    start, end = _moments(event)
    location = event.location or Location()
    place = (location.display_name or "").strip()
    online_address = _online_address(event)
    attendees = [person for person in event.attendees or [] if person is not None and person.type != "resource"]
    return Event(
        id=f"event:{required(event.id, 'id')}",
        title=(event.subject or "").strip(),
        start=start,
        end=end,
        all_day=bool(event.is_all_day),
        place=place,
        place_kind=_place_kind(place, location, online=bool(event.is_online_meeting or online_address)),
        online_address=online_address,
        organizer=(event.organizer.name if event.organizer else "") or None,
        attendees=tuple(name for name in (person.name for person in attendees) if name),
        response=_response(event),
        cancelled=bool(event.is_cancelled),
        private=event.sensitivity not in _OPEN_TO_ALL,
        preview=(event.body_preview or "").strip(),
        created_at=moment(event.created_date_time),
        changed_at=moment(event.last_modified_date_time),
        address=absolute_https(event.web_link) if event.web_link else None,
    )


def _moments(event: GraphEvent) -> tuple[datetime, datetime]:
    start, end = event.start or GraphDate(), event.end or GraphDate()
    if event.is_all_day:
        first, after = moment(start.date_time), moment(end.date_time)
        if first is not None:
            begins = _first_moment(first)
            last = _first_moment(after) if after is not None else begins
            return begins, max(last, _first_moment(first + timedelta(days=1)))
    begin = zoned_moment(start.date_time, start.time_zone)
    if begin is None:
        raise UnreadableItemError("start is no date")
    return begin, max(zoned_moment(end.date_time, end.time_zone) or begin, begin)


def _first_moment(day: datetime) -> datetime:
    return day.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=CALENDAR_ZONE).astimezone(UTC)


def _online_address(event: GraphEvent) -> str | None:
    for address in ((event.online_meeting or OnlineMeeting()).join_url, event.online_meeting_url):
        if address and (whole := absolute_https(address)):
            return whole
    return None


def _place_kind(place: str, location: Location, *, online: bool) -> PlaceKind:
    if location.location_type == _ROOM:
        return PlaceKind.ROOM
    if online and (not place or place.startswith("Microsoft Teams")):
        return PlaceKind.ONLINE
    return PlaceKind.ON_SITE if place else PlaceKind.NONE


def _response(event: GraphEvent) -> Response:
    """ "none" is what the organizer's own events carry; an invitation that waits says "notResponded"."""
    if event.is_organizer:
        return Response.ORGANIZER
    answer = (event.response_status or ResponseStatus()).response or ""
    return _RESPONSES.get(answer, Response.NOT_ANSWERED)
