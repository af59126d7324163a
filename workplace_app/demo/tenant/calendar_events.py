"""Events in Outlook's own shape: organiser and attendees, rooms, Teams meetings, series and answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import quote

from workplace_app.demo.staff import Staff
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.dice import digest, weak_etag
from workplace_app.demo.tenant.moments import outlook_moment, stamp, whole_second
from workplace_app.demo.tenant.people import Colleague
from workplace_app.demo.tenant.world import DOMAIN, OUTLOOK, TEAMS

TIME_ZONE = "W. Europe Standard Time"
NEVER_ANSWERED = "0001-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What decides an event's document. ``answer`` is the owner's response in Graph's words; ``kind`` its eventType."""

    id: str
    title: str
    start: datetime
    end: datetime
    created: datetime
    organizer: Colleague
    place: str = ""
    text: str = ""
    attendees: Sequence[Colleague] = field(default_factory=tuple)
    answer: str = "accepted"
    all_day: bool = False
    cancelled: bool = False
    private: bool = False
    kind: str = "singleInstance"
    series_id: str | None = None
    recurrence: Json | None = None
    show_as: str | None = None


def mail_address(person: Colleague) -> Json:
    """Name and address as Outlook writes a recipient."""
    return {"emailAddress": {"name": person.name, "address": person.mail}}


def event_document(facts: EventFacts, owner: Staff, tenant_id: str) -> Json:
    """An event as its owner's calendar has it."""
    teams = facts.place == "Teams"
    own = facts.organizer.id == owner.object_id
    title = f"Inställt: {facts.title}" if facts.cancelled else facts.title
    thread = quote(f"19:meeting_{digest(12, facts.id).hex()}@thread.v2")
    join = f"{TEAMS}/l/meetup-join/{thread}/0?context={tenant_id}"
    body = _body(facts, join if teams else None)
    return {
        "@odata.etag": weak_etag(facts.id, 0),
        "id": facts.id,
        "createdDateTime": stamp(facts.created),
        "lastModifiedDateTime": stamp(facts.created + timedelta(minutes=1)),
        "changeKey": weak_etag(facts.id, "key")[3:27],
        "categories": [],
        "transactionId": None,
        "originalStartTimeZone": TIME_ZONE,
        "originalEndTimeZone": TIME_ZONE,
        "iCalUId": "040000008200E00074C5B7101A82E008" + digest(16, facts.series_id or facts.id).hex().upper(),
        "reminderMinutesBeforeStart": 15,
        "isReminderOn": not facts.all_day,
        "hasAttachments": False,
        "subject": title,
        "bodyPreview": facts.text[:255],
        "importance": "normal",
        "sensitivity": "private" if facts.private else "normal",
        "isAllDay": facts.all_day,
        "isCancelled": facts.cancelled,
        "isOrganizer": own,
        "responseRequested": True,
        "seriesMasterId": facts.series_id,
        "showAs": facts.show_as or _show_as(facts),
        "type": facts.kind,
        "webLink": f"{OUTLOOK}/owa/?itemid={quote(facts.id)}&exvsurl=1&path=/calendar/item",
        "onlineMeetingUrl": None,
        "isOnlineMeeting": teams,
        "onlineMeetingProvider": "teamsForBusiness" if teams else "unknown",
        "allowNewTimeProposals": True,
        "isDraft": False,
        "hideAttendees": False,
        "recurrence": facts.recurrence,
        "onlineMeeting": {"joinUrl": join} if teams else None,
        "responseStatus": _response_status(facts, own),
        "body": {"contentType": "html", "content": body},
        "start": outlook_moment(facts.start),
        "end": outlook_moment(facts.end),
        "location": _location(facts.place),
        "locations": [_location(facts.place)] if facts.place else [],
        "attendees": _attendees(facts, owner),
        "organizer": mail_address(facts.organizer),
    }


def trimmed_occurrence(document: Json) -> Json:
    """What calendarView/delta says of an occurrence: everything else is on its series master.

    Microsoft's documentation is silent; github.com/microsoftgraph/microsoft-graph-docs issues 7632 and 22197 show it.
    """
    kept = ("@odata.etag", "seriesMasterId", "type", "id", "start", "end")
    return {"@odata.type": "#microsoft.graph.event", **{name: document[name] for name in kept}}


def _show_as(facts: EventFacts) -> str:
    if facts.cancelled or facts.all_day:
        return "free"
    return "tentative" if facts.answer in {"notResponded", "tentativelyAccepted"} else "busy"


def _response_status(facts: EventFacts, own: bool) -> Json:
    if own:
        return {"response": "organizer", "time": NEVER_ANSWERED}
    answered = facts.answer not in {"none", "notResponded"}
    when = whole_second(facts.created + timedelta(hours=2)) if answered else NEVER_ANSWERED
    return {"response": facts.answer, "time": when}


def _is_room(place: str) -> bool:
    return place.startswith(("Rum ", "Nämndsalen"))


def _room_address(place: str) -> str:
    plain = place.split(",", 1)[0].casefold().translate(str.maketrans("åäö ", "aao."))
    return f"{plain}@{DOMAIN}"


def _location(place: str) -> Json:
    if not place:
        return {
            "displayName": "",
            "locationType": "default",
            "uniqueIdType": "unknown",
            "address": {},
            "coordinates": {},
        }
    if place == "Teams":
        return {
            "displayName": "Microsoft Teams-möte",
            "locationType": "default",
            "uniqueId": "Microsoft Teams-möte",
            "uniqueIdType": "private",
        }
    location: Json = {
        "displayName": place,
        "locationType": "conferenceRoom" if _is_room(place) else "default",
        "uniqueId": _room_address(place) if _is_room(place) else place,
        "uniqueIdType": "directory" if _is_room(place) else "private",
    }
    if _is_room(place):
        location["locationUri"] = _room_address(place)
    return location


def _attendees(facts: EventFacts, owner: Staff) -> list[Json]:
    found: list[Json] = []
    for number, person in enumerate(facts.attendees):
        if person.id == facts.organizer.id:
            continue
        answer = (
            facts.answer
            if person.id == owner.object_id
            else ("accepted", "none", "accepted", "tentativelyAccepted")[number % 4]
        )
        time = (
            NEVER_ANSWERED if answer in {"none", "notResponded"} else whole_second(facts.created + timedelta(hours=3))
        )
        found.append({"type": "required", "status": {"response": answer, "time": time}, **mail_address(person)})
    if _is_room(facts.place):
        room = {"emailAddress": {"name": facts.place.split(",")[0], "address": _room_address(facts.place)}}
        found.append(
            {"type": "resource", "status": {"response": "accepted", "time": whole_second(facts.created)}, **room}
        )
    return found


def _body(facts: EventFacts, join: str | None) -> str:
    words = f"<p>{facts.text}</p>" if facts.text else ""
    meeting = f'<hr><p><b>Microsoft Teams-möte</b><br><a href="{join}">Anslut till mötet</a></p>' if join else ""
    return f"<html><head></head><body>{words}{meeting}</body></html>"
