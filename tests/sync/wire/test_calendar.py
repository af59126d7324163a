"""Events: zones, whole days, places, answers and series."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from sync.wire.calendar import event_from_graph, graph_event, occurrence_of
from sync.wire.reading import UnreadableItemError
from workplace_app.domain.event import Event, PlaceKind, Response

TIMES: dict[str, Any] = {
    "start": {"dateTime": "2026-11-23T09:00:00.0000000", "timeZone": "UTC"},
    "end": {"dateTime": "2026-11-23T10:00:00.0000000", "timeZone": "UTC"},
}


def _event(**fields: Any) -> Event:
    return event_from_graph(graph_event(json.dumps({"id": "e", **TIMES, **fields}).encode()))


def test_an_event_is_kept_in_utc() -> None:
    swedish = {"dateTime": "2026-11-23T09:00:00", "timeZone": "W. Europe Standard Time"}
    assert _event(start=swedish).start == datetime(2026, 11, 23, 8, tzinfo=UTC)


def test_a_whole_day_is_that_day_where_we_are() -> None:
    day = _event(
        isAllDay=True,
        start={"dateTime": "2026-11-23T00:00:00.0000000", "timeZone": "UTC"},
        end={"dateTime": "2026-11-25T00:00:00.0000000", "timeZone": "UTC"},
    )
    assert day.start == datetime(2026, 11, 22, 23, tzinfo=UTC)
    assert day.end == datetime(2026, 11, 24, 23, tzinfo=UTC)


def test_a_whole_day_over_the_change_of_clocks_lasts_its_twenty_five_hours() -> None:
    date = {"dateTime": "2026-10-25T00:00:00", "timeZone": "Pacific Standard Time"}
    day = _event(isAllDay=True, start=date, end=None)
    assert (day.end - day.start).total_seconds() == 25 * 3600


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"location": {"displayName": "Eken", "locationType": "conferenceRoom"}}, PlaceKind.ROOM),
        ({"isOnlineMeeting": True, "location": {"displayName": "Microsoft Teams-möte"}}, PlaceKind.ONLINE),
        ({"onlineMeeting": {"joinUrl": "https://teams.microsoft.com/l/x"}}, PlaceKind.ONLINE),
        ({"isOnlineMeeting": True, "location": {"displayName": "Stadshuset"}}, PlaceKind.ON_SITE),
        ({"location": {"displayName": "Stadshuset"}}, PlaceKind.ON_SITE),
        ({"location": {"displayName": ""}}, PlaceKind.NONE),
        ({"location": None}, PlaceKind.NONE),
    ],
)
def test_a_place_has_a_kind(fields: dict[str, Any], kind: PlaceKind) -> None:
    assert _event(**fields).place_kind is kind


@pytest.mark.parametrize(
    ("fields", "response"),
    [
        ({"responseStatus": {"response": "tentativelyAccepted"}}, Response.TENTATIVE),
        ({"responseStatus": {"response": "declined"}}, Response.DECLINED),
        ({"responseStatus": {"response": "organizer"}}, Response.ORGANIZER),
        ({"responseStatus": {"response": "none"}, "isOrganizer": True}, Response.ORGANIZER),
        ({"responseStatus": {"response": "notResponded"}}, Response.NOT_ANSWERED),
        ({"responseStatus": {"response": "unknownFutureValue"}}, Response.NOT_ANSWERED),
        ({"responseStatus": None}, Response.NOT_ANSWERED),
    ],
)
def test_every_answer_is_one_of_five(fields: dict[str, Any], response: Response) -> None:
    assert _event(**fields).response is response


def test_names_of_attendees_are_kept_and_rooms_are_not() -> None:
    attendees = [
        {"emailAddress": {"name": "Eva", "address": "eva@x.se"}, "type": "required"},
        {"emailAddress": {"address": "bo@x.se"}, "type": "optional"},
        {"emailAddress": {"name": "Rum Eken"}, "type": "resource"},
        None,
        {"emailAddress": None},
    ]
    assert _event(attendees=attendees).attendees == ("Eva", "bo@x.se")


def test_an_event_without_a_readable_beginning_is_unreadable() -> None:
    for start in (None, {}, {"dateTime": "soon"}, {"dateTime": "2026-11-23T09:00:00", "timeZone": "Nowhere"}):
        with pytest.raises(UnreadableItemError):
            _event(start=start)


def test_an_event_never_ends_before_it_begins() -> None:
    assert _event(end={"dateTime": "2020-01-01T00:00:00", "timeZone": "UTC"}).end == _event().start
    assert _event(end=None).end == _event().start


def test_an_occurrence_takes_from_its_master_what_it_lacks() -> None:
    master = graph_event(
        json.dumps(
            {
                "id": "m",
                "type": "seriesMaster",
                "subject": "Veckomöte",
                "organizer": {"emailAddress": {"name": "Ulla"}},
                "start": {"dateTime": "2026-01-05T09:00:00", "timeZone": "UTC"},
            }
        ).encode()
    )
    occurrence = graph_event(json.dumps({"id": "o", "type": "occurrence", "seriesMasterId": "m", **TIMES}).encode())
    assert master.is_master
    assert occurrence.needs_master
    whole = event_from_graph(occurrence_of(master, occurrence))
    assert (whole.id, whole.title, whole.organizer) == ("event:o", "Veckomöte", "Ulla")
    assert whole.start == datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_what_is_not_for_everybodys_eyes_is_private() -> None:
    assert _event(sensitivity="private").private
    assert _event(sensitivity="confidential").private
    assert not _event(sensitivity="normal").private
