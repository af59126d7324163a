"""One client follows its schedule with the clock in the test's hand: what Microsoft's services are asked meanwhile."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import httpx

from sync.feed import Feed
from sync.feeds.registry import FEEDS
from sync.schedule import due, due_names, next_wake
from tests.sync.feeds.conftest import Municipality
from tests.sync.feeds.reader import FEED_OF, FeedReader
from workplace_app.store.feed_ledger import FeedLedger

DAY = timedelta(hours=24)
TOKEN_LIFE = timedelta(minutes=50)
MIDDLING = 0.5
SHAREPOINT_UNITS_A_DAY = 600
"""3.6 million a day for the tenant (SharePoint: avoid getting throttled), among 6,000 clients."""
QUIET_REQUESTS = {"outlook": 3, "planner": 1}
"""On the wire in a round without changes: To Do and mail one batch each, the calendar's delta, Planner's etags."""


def questions(request: httpx.Request) -> list[str]:
    """What a request asks, the parts of a batch one by one."""
    if not request.url.path.endswith("/$batch"):
        return [str(request.url)]
    return [part["url"] for part in json.loads(request.content)["requests"]]


def followed(
    municipality: Municipality, reader: FeedReader, feeds: tuple[Feed, ...], span: timedelta
) -> Iterator[tuple[str, httpx.Request]]:
    """Each request after the first sync, with the name of the feed that sent it."""
    ledger = FeedLedger(reader.connection)
    began = signed_in = municipality.clock()
    while (now := municipality.clock()) < began + span:
        if now - signed_in > TOKEN_LIFE:
            reader.sign_in()
            signed_in = now
        states = ledger.states()
        moments = {feed.name: due(feed, states.get(feed.name), None, now, began, MIDDLING) for feed in feeds}
        names = due_names(moments, now)
        for name, reading in reader.read_all(names).items() if names else ():
            assert reading.raised is None, (name, reading.raised)
            ledger.begin(name, now)
            ledger.succeed(name, now)
            if now > began:
                yield from ((name, request) for request in reading.asked)
        municipality.clock.shift(next_wake((moment for name, moment in moments.items() if name not in names), now))


def asked_in(municipality: Municipality, reader: FeedReader, span: timedelta, *services: str) -> dict[str, list[Any]]:
    """The requests of these services' feeds, by service."""
    feeds = tuple(feed for feed in FEEDS if feed.service in services)
    asked: dict[str, list[Any]] = {service: [] for service in services}
    for name, request in followed(municipality, reader, feeds, span):
        asked[FEED_OF[name].service].append(request)
    return asked


def test_in_a_day_teams_is_not_polled_and_sharepoint_and_the_directory_are_asked_little(
    municipality: Municipality, reader: FeedReader
) -> None:
    asked = asked_in(municipality, reader, DAY + timedelta(minutes=30), "teams", "sharepoint", "directory")
    assert 1 <= len(asked["directory"]) <= 10
    teams = [question for request in asked["teams"] for question in questions(request)]
    assert Counter(question.partition("?")[0].rpartition("/")[2] for question in teams) == {
        "joinedTeams": 1,
        "channels": len([question for question in teams if "/channels?" in question]),
    }
    assert len(asked["teams"]) <= 2
    assert not any("/messages" in question or "/chats" in question for question in teams)
    sharepoint = [question for request in asked["sharepoint"] for question in questions(request)]
    units = sum(1 if "token=" in question.casefold() else 2 for question in sharepoint)
    assert SHAREPOINT_UNITS_A_DAY / 2 < units <= SHAREPOINT_UNITS_A_DAY
    assert {question for question in sharepoint if "root/delta" in question and "token=" not in question} == set()


def test_in_an_hour_the_mailbox_is_asked_every_five_minutes_and_planner_every_ten(
    municipality: Municipality, reader: FeedReader
) -> None:
    asked = asked_in(municipality, reader, timedelta(minutes=61), "outlook", "planner")
    assert len(asked["outlook"]) == 12 * QUIET_REQUESTS["outlook"]
    assert len(asked["planner"]) == 6 * QUIET_REQUESTS["planner"]
