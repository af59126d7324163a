"""The calendar between two moments."""

from dataclasses import replace

from tests.store.stored import NOW, ago, ahead, keep
from workplace_app.domain.as_seen import EventAsSeen
from workplace_app.domain.event import Event, Response
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection_type import Connection
from workplace_app.store.event_reader import event, events_between, next_event


def _event(name: str, start: float, hours: float = 1.0) -> Event:
    return Event(f"event:{name}", name, ahead(hours=start), ahead(hours=start + hours))


def test_what_touches_the_time_is_there_and_what_only_borders_on_it_is_not(
    writer: CacheWriter, screen: Connection
) -> None:
    keep(writer, _event("before", -2), _event("running", -0.5), _event("inside", 1), _event("after", 8))
    found = events_between(screen, NOW, ahead(hours=8))
    assert [each.event.title for each in found] == ["running", "inside"]
    assert [each.event.title for each in events_between(screen, ago(hours=1), NOW)] == ["running"]


def test_an_event_without_length_is_there(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _event("reminder", 0, hours=0))
    assert len(events_between(screen, NOW, ahead(hours=1))) == 1


def test_all_day_events_lead_their_day(writer: CacheWriter, screen: Connection) -> None:
    all_day = replace(_event("all day", -10.2, hours=24), all_day=True)
    keep(writer, _event("early", -9), all_day, _event("tomorrow", 24))
    found = events_between(screen, ago(hours=10.2), ahead(hours=40))
    assert [each.event.title for each in found] == ["all day", "early", "tomorrow"]


def test_the_next_event_is_one_that_the_user_goes_to(writer: CacheWriter, screen: Connection) -> None:
    assert next_event(screen, NOW) is None
    keep(
        writer,
        _event("running", -0.5),
        replace(_event("cancelled", 1), cancelled=True),
        replace(_event("declined", 2), response=Response.DECLINED),
        replace(_event("all day", 3), all_day=True),
        _event("next", 4),
    )
    found = next_event(screen, NOW)
    assert found is not None
    assert found.title == "next"
    assert event(screen, "event:next") == EventAsSeen(found)
    assert event(screen, "event:unknown") is None
