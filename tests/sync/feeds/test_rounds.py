"""A first sync fetches everything; a round with nothing new asks for little and yields no facts."""

import json

import pytest

from sync.feeds.registry import FEEDS
from tests.sync.feeds.conftest import Municipality
from tests.sync.feeds.reader import FeedReader
from workplace_app.domain.article import Article
from workplace_app.domain.disruption import Disruption
from workplace_app.domain.event import Event
from workplace_app.domain.journey import Journey
from workplace_app.domain.mailbox import Inbox
from workplace_app.domain.person import Person, Profile
from workplace_app.domain.service import Service
from workplace_app.domain.task import Task
from workplace_app.domain.tool import Tool
from workplace_app.domain.workspace import Channel, SiteFile, Workspace

BACKGROUND = [feed.name for feed in FEEDS if not feed.on_demand]
MOST_REQUESTS = 15
MOST_BYTES = 300_000


def test_a_first_round_fetches_everything_and_a_second_asks_for_little(reader: FeedReader) -> None:
    first = reader.read_all(BACKGROUND)
    counted = {
        "profile": (Profile, 1),
        "planner": (Task, 300),
        "todo": (Task, 50),
        "calendar": (Event, 200),
        "mail": (Inbox, 1),
        "services": (Service, 90),
        "disruptions": (Disruption, 1),
        "public_news": (Article, 20),
        "intranet_news": (Article, 400),
        "teams": (Channel, 60),
        "groups": (Workspace, 1),
        "sites": (Workspace, 25),
        "site_files": (SiteFile, 4_500),
        "site_news": (Article, 50),
        "people": (Person, 1_200),
    }
    for name, (kind, least) in counted.items():
        assert first[name].raised is None, (name, first[name].raised)
        assert len(first[name].of(kind)) >= least, name
    assert first["services"].of(Journey)
    assert first["services"].of(Tool)
    second = reader.read_all(BACKGROUND)
    for name, reading in second.items():
        assert reading.raised is None, name
        assert not reading.facts, name
        assert not reading.removed, name
    assert sum(reading.requests for reading in second.values()) <= MOST_REQUESTS
    assert sum(reading.bytes for reading in second.values()) <= MOST_BYTES


def test_everything_that_is_asked_of_graph_says_which_fields_and_that_it_can_wait(reader: FeedReader) -> None:
    reader.read_all([name for name in BACKGROUND if name != "pictures"])
    reading = reader.read_all(BACKGROUND)
    asked = [request for one in reading.values() for request in one.asked if "/v1.0/" in str(request.url)]
    assert asked
    for request in asked:
        assert request.headers["x-ms-throttle-priority"] == "low"
        address = str(request.url)
        linked = "token" in address or "$batch" in address or "calendarView" in address
        assert linked or "select=" in address, address


def test_every_question_to_outlook_asks_for_ids_that_outlive_a_move(reader: FeedReader) -> None:
    asked = [request for name in ("todo", "calendar", "mail") for request in reader.read(name).asked]
    asked += [request for name in ("todo", "calendar", "mail") for request in reader.read(name).asked]
    wishes = [request.headers["prefer"] for request in asked]
    batches = [json.loads(request.content) for request in asked if request.url.path.endswith("/$batch")]
    parts = [part for batch in batches for part in batch["requests"]]
    assert len(parts) > 2
    wishes += [part["headers"]["Prefer"] for part in parts]
    assert all('IdType="ImmutableId"' in wish for wish in wishes)


@pytest.mark.parametrize("name", ["services", "disruptions", "public_news", "pictures"])
def test_nobody_need_be_signed_in_for_what_is_public(municipality: Municipality, name: str) -> None:
    reading = municipality.reader(None).read(name)
    assert reading.raised is None
    assert reading.facts or name == "pictures"
    assert not any("authorization" in request.headers for request in reading.asked)
