"""The calendar's window rolls, series are whole, and tombstones of strangers are ignored."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from sync.feeds.calendar import window_start
from tests.sync.feeds.conftest import Municipality
from tests.sync.feeds.reader import FeedReader
from workplace_app.domain.event import Event, Response
from workplace_app.domain.notification import Notification


@pytest.mark.parametrize(
    ("today", "start"),
    [
        (date(2026, 11, 23), date(2026, 11, 16)),
        (date(2026, 11, 29), date(2026, 11, 16)),
        (date(2026, 11, 30), date(2026, 11, 23)),
        (date(2027, 1, 1), date(2026, 12, 21)),
    ],
)
def test_the_window_begins_on_a_monday_at_least_a_week_ago(today: date, start: date) -> None:
    assert window_start(today) == start
    assert start.weekday() == 0
    assert timedelta(days=7) <= today - start < timedelta(days=14)


def test_the_window_reaches_from_midnight_to_midnight_where_we_are_in_summer_and_in_winter(reader: FeedReader) -> None:
    asked = reader.read("calendar").asked[0].url.params
    ends = [datetime.fromisoformat(asked[name]) for name in ("startDateTime", "endDateTime")]
    assert all(end.astimezone(ZoneInfo("Europe/Stockholm")).time() == time() for end in ends)


def test_every_occurrence_has_the_title_of_its_series(reader: FeedReader) -> None:
    events = reader.read("calendar").of(Event)
    assert len(events) > 200
    assert all(event.title and event.organizer for event in events)
    assert all(event.end >= event.start for event in events)
    assert {event.all_day for event in events} == {True, False}


def test_an_invitation_to_a_series_is_told_once(reader: FeedReader) -> None:
    reading = reader.read("calendar")
    told = [notification.target_id for notification in reading.of(Notification)]
    events = {event.id: event for event in reading.of(Event)}
    assert told
    assert len(told) == len(set(told))
    assert all(events[target].response is Response.NOT_ANSWERED for target in told)


def test_an_invitation_to_a_series_that_was_handled_does_not_come_back_with_the_next_occurrence(
    municipality: Municipality, reader: FeedReader
) -> None:
    def invited() -> dict[str, str]:
        told = reader.read("calendar").of(Notification)
        return {one.id: one.target_id for one in told if ":series:" in one.id}

    masters = municipality.tenant.calendars.masters_of(municipality.elin)
    for master in masters.all():
        waits = {"response": "notResponded", "time": "0001-01-01T00:00:00Z"}
        masters.put(master["id"], {**master, "isOrganizer": False, "responseStatus": waits})
    first = invited()
    assert first
    municipality.later(days=7)
    reader.sign_in()
    second = invited()
    both = first.keys() & second.keys()
    assert both
    assert any(first[told] != second[told] for told in both)
    assert len(second) <= len(first)


def test_an_event_that_is_moved_is_the_only_one_fetched(municipality: Municipality, reader: FeedReader) -> None:
    first = reader.read("calendar").of(Event)
    now = municipality.clock()
    moved = next(event for event in first if event.start > now and not event.all_day)
    municipality.tenant.calendars.move(
        municipality.elin, moved.id.removeprefix("event:"), timedelta(minutes=30), municipality.clock()
    )
    second = reader.read("calendar")
    (event,) = second.of(Event)
    assert (event.id, event.title) == (moved.id, moved.title)
    assert event.start - moved.start == timedelta(minutes=30)
    assert second.requests == 1


def test_a_new_week_is_a_new_window_and_the_old_one_goes(municipality: Municipality, reader: FeedReader) -> None:
    old = reader.read("calendar").pages[-1].scope
    municipality.later(days=7)
    reader.sign_in()
    reading = reader.read("calendar")
    assert reading.raised is None
    assert reading.pages[0].begins_generation
    assert reading.pages[0].scope == (date.fromisoformat(old) + timedelta(days=7)).isoformat()
    assert [page.scope for page in reading.pages if page.scope_is_gone] == [old]


@pytest.mark.parametrize("location", ["good", "none"])
def test_a_forgotten_bookmark_begins_a_whole_listing(
    municipality: Municipality, reader: FeedReader, location: str
) -> None:
    first = reader.read("calendar").of(Event)
    municipality.town.order("faults", kind="resync", path="/v1.0/me/calendarView/delta", location=location, times=1)
    second = reader.read("calendar")
    assert second.raised is None
    assert second.pages[0].begins_generation
    assert second.pages[-1].ends_generation
    assert {event.id for event in second.of(Event)} == {event.id for event in first}


def test_a_foreign_location_is_not_followed(municipality: Municipality, reader: FeedReader) -> None:
    reader.read("calendar")
    municipality.town.order("faults", kind="resync", path="/v1.0/me/calendarView/delta", location="foreign", times=1)
    reading = reader.read("calendar")
    assert reading.raised is not None
    assert reading.raised.kind == "foreign_address"
    assert all(str(request.url).startswith(municipality.town.graph) for request in reading.asked)
