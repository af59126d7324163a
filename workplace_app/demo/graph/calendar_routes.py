"""The calendar: a window of it, its delta, one event, answers to invitations, and time of one's own."""

from collections.abc import Mapping
from datetime import UTC, datetime

from workplace_app.demo.graph.exchange import GraphAnswer, GraphRequest, Handler, Refusal, bad_request, not_found
from workplace_app.demo.graph.office import DeltaCollection, Office, outlook_expired, removed
from workplace_app.demo.graph.outlook_shape import applied, as_outlook, moment_sent, stored_id
from workplace_app.demo.graph.query_options import filtered, ordered, page_size, project, refuse_options, selected
from workplace_app.demo.graph.routing import Endpoint
from workplace_app.demo.tenant.calendar_events import trimmed_occurrence
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.moments import outlook_text

USUAL_SIZE, LARGEST_SIZE = 10, 1000
_WINDOW = ("startDateTime", "endDateTime")
_TYPE = "#microsoft.graph.event"
_ANSWERED = {"accepted": "ja", "tentativelyAccepted": "kanske", "declined": "nej"}
_TAKEN = frozenset({"subject", "start", "end", "transactionId"})


class CalendarRoutes:
    """The user's main calendar."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._calendars = office.tenant.calendars

    def endpoints(self) -> list[Endpoint]:
        """What is served here."""
        return [
            Endpoint("GET", "/me/calendarView", "outlook", self.view),
            Endpoint("GET", "/me/calendarView/delta", "outlook", self.delta),
            Endpoint("GET", "/me/events/{event-id}", "outlook", self.event),
            Endpoint("DELETE", "/me/events/{event-id}", "outlook", self.remove),
            Endpoint("POST", "/me/events", "outlook", self.reserve),
            *(
                Endpoint("POST", f"/me/events/{{event-id}}/{action}", "outlook", self._answering(response))
                for action, response in (
                    ("accept", "accepted"),
                    ("decline", "declined"),
                    ("tentativelyAccept", "tentativelyAccepted"),
                )
            ),
        ]

    def view(self, request: GraphRequest) -> GraphAnswer:
        """The events of a window, occurrences whole, by start unless another order is asked for."""
        first, last = _window(request.query)
        names = selected(request)
        found = sorted((each for each in self._events(request) if _inside(each, first, last)), key=_start)
        found = ordered(filtered(found, request), request)
        size = page_size(request, USUAL_SIZE, LARGEST_SIZE)
        context = f"users('{request.person.object_id}')/calendarView"
        answer = self._office.listing(
            request, found, size, context, lambda each: project(as_outlook(each, request), names)
        )
        return GraphAnswer(200, answer.body, applied(request))

    def delta(self, request: GraphRequest) -> GraphAnswer:
        """Changes in a window that is baked into the token.

        Everything that changed elsewhere in the calendar is told as removed, as Outlook does. A series is never split:
        its master and its occurrences, which are trimmed, come on one page.
        """
        refuse_options(
            request,
            "$select",
            "$expand",
            "$filter",
            "$orderby",
            "$search",
            what="change tracking over the 'CalendarView' resource",
        )
        first_request = "$skiptoken" not in request.query and "$deltatoken" not in request.query
        options = dict(zip(_WINDOW, _window(request.query), strict=True)) if first_request else {}
        plain = DeltaCollection(
            self._calendars.events_of(request.person), dict, removed, outlook_expired, options, "Collection(event)"
        )
        bookmark = self._office.delta_bookmark(request, plain)
        first, last = (bookmark.options[name] for name in _WINDOW)
        size = page_size(request, USUAL_SIZE, LARGEST_SIZE)
        if bookmark.position is None:

            def shape(document: Json) -> Json:
                if not _inside(document, first, last):
                    return _gone(as_outlook(document, request)["id"])
                return {"@odata.type": _TYPE, **as_outlook(document, request)}

            changing = DeltaCollection(plain.shelf, shape, _gone, outlook_expired, options, plain.context)
            answer = self._office.changes(request, changing, bookmark, size)
        else:
            blocks = self._blocks(request, first, last)
            value, after = _page_of_blocks(blocks, bookmark.position, size)
            shown = [as_outlook(document, request) for document in value]
            answer = self._office.delta_page(request, plain, shown, bookmark, after)
        return GraphAnswer(200, answer.body, applied(request))

    def event(self, request: GraphRequest) -> GraphAnswer:
        """One event, occurrence or series master."""
        event_id = stored_id(request.parameters["event-id"])
        document = self._calendars.events_of(request.person).get(event_id) or self._calendars.masters_of(
            request.person
        ).get(event_id)
        if document is None:
            raise not_found("ErrorItemNotFound", "The specified object was not found in the store.")
        shown = project(as_outlook(document, request), selected(request))
        context = self._office.context(f"users('{request.person.object_id}')/events/$entity")
        return GraphAnswer(200, {"@odata.context": context, **shown}, applied(request))

    def reserve(self, request: GraphRequest) -> GraphAnswer:
        """Make an event without other people; one that its transactionId has already made is given once more."""
        body = request.body if isinstance(request.body, dict) else {}
        unknown = sorted(name for name in body if name not in _TAKEN and "@" not in name)
        if unknown:
            raise bad_request(f"The demo takes no {', '.join(unknown)} in a new event.", "ErrorInvalidProperty")
        start, end = moment_sent(body, "start"), moment_sent(body, "end")
        if end < start:
            raise bad_request("The end of the event is before its start.", "ErrorPropertyValidationFailure")
        key = body.get("transactionId")
        title, now = str(body.get("subject") or ""), self._office.now()
        document = self._calendars.reserve(request.person, title, start, end, str(key) if key else None, now)
        context = self._office.context(f"users('{request.person.object_id}')/events/$entity")
        return GraphAnswer(201, {"@odata.context": context, **as_outlook(document, request)}, applied(request))

    def remove(self, request: GraphRequest) -> GraphAnswer:
        """Take an event out of the calendar: 204 without a body. A meeting of the user's own is cancelled by it. An
        etag that is sent along must hold."""
        event_id = stored_id(request.parameters["event-id"])
        shelf = self._calendars.events_of(request.person)
        document = shelf.get(event_id)
        if document is None:
            raise not_found("ErrorItemNotFound", "The specified object was not found in the store.")
        if request.headers.get("if-match", document["@odata.etag"]) not in ("*", document["@odata.etag"]):
            message = "The change key passed in the request does not match the current change key for the item."
            raise Refusal(412, "ErrorIrresolvableConflict", message)
        shelf.remove(event_id)
        if document["isOrganizer"] and document["attendees"]:
            self._office.notices.tell(f"{request.person.name} ställde in ”{document['subject']}”.")
        return GraphAnswer(204)

    def _answering(self, response: str) -> Handler:
        def answer(request: GraphRequest) -> GraphAnswer:
            """Answer an invitation: 202 without a body."""
            event_id = stored_id(request.parameters["event-id"])
            document = self._calendars.events_of(request.person).get(event_id)
            if document is None:
                raise not_found("ErrorItemNotFound", "The specified object was not found in the store.")
            if document["isOrganizer"]:
                message = "Your request can't be completed. You can't respond because you're the meeting organizer."
                raise Refusal(400, "ErrorInvalidRequest", message)
            self._calendars.answer(request.person, event_id, response, self._office.now())
            self._office.notices.tell(
                f"{request.person.name} svarade {_ANSWERED[response]} till ”{document['subject']}”."
            )
            return GraphAnswer(202)

        return answer

    def _events(self, request: GraphRequest) -> list[Json]:
        return self._calendars.events_of(request.person).all()

    def _blocks(self, request: GraphRequest, first: str, last: str) -> list[list[Json]]:
        """Single events one by one, each series as a whole."""
        blocks: list[list[Json]] = []
        series: dict[str, list[Json]] = {}
        for document in self._events(request):
            if not _inside(document, first, last):
                continue
            if document["seriesMasterId"] is None:
                blocks.append([{"@odata.type": _TYPE, **document}])
            else:
                whole = document["type"] == "exception"
                shown = {"@odata.type": _TYPE, **document} if whole else trimmed_occurrence(document)
                series.setdefault(document["seriesMasterId"], []).append(shown)
        masters = self._calendars.masters_of(request.person)
        for master_id, occurrences in series.items():
            master = masters.get(master_id)
            blocks.append([*([] if master is None else [{"@odata.type": _TYPE, **master}]), *occurrences])
        return blocks


def _page_of_blocks(blocks: list[list[Json]], position: int, size: int) -> tuple[list[Json], int | None]:
    value: list[Json] = []
    for number in range(position, len(blocks)):
        if value and len(value) + len(blocks[number]) > size:
            return value, number
        value.extend(blocks[number])
    return value, None


def _gone(event_id: str) -> Json:
    return {"@odata.type": _TYPE, **removed(event_id)}


def _window(query: Mapping[str, str]) -> tuple[str, str]:
    """The window in UTC, in the form that events have. Raises ``Refusal``."""
    found = []
    for name in _WINDOW:
        text = query.get(name)
        if not text:
            message = "This request requires a time window: the parameters StartDateTime and EndDateTime."
            raise bad_request(message, "ErrorInvalidParameter")
        try:
            moment = datetime.fromisoformat(text.replace(" ", "+"))
        except ValueError as error:
            raise bad_request(
                f"The value '{text}' of parameter '{name}' is invalid.", "ErrorInvalidParameter"
            ) from error
        found.append(outlook_text(moment if moment.tzinfo else moment.replace(tzinfo=UTC)))
    return found[0], found[1]


def _inside(document: Json, first: str, last: str) -> bool:
    return bool(document["start"]["dateTime"] < last and document["end"]["dateTime"] > first)


def _start(document: Json) -> tuple[str, str]:
    return document["start"]["dateTime"], document["id"]
