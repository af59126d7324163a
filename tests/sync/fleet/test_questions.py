"""The figures that the simulated fleet goes by are those of the program's own feeds."""

import json

import httpx
import pytest

from sync.feeds.registry import FEEDS
from sync.fleet.day import Day
from sync.fleet.questions import DELIVERY, QUIET_ROUND
from sync.fleet.report import steady_load
from sync.fleet.town import LANES
from sync.shared_limits import UNITS_A_MINUTE
from tests.sync.feeds.conftest import Municipality, municipality, reader  # noqa: F401  fixtures
from tests.sync.feeds.reader import FeedReader

ASKED_ALL_DAY = [feed for feed in FEEDS if not feed.on_demand]


def parts(request: httpx.Request) -> int:
    if not request.url.path.endswith("/$batch"):
        return 1
    return len(json.loads(request.content)["requests"])


def test_every_feed_has_its_questions_in_a_lane_of_its_own_service() -> None:
    assert QUIET_ROUND.keys() == {feed.name for feed in FEEDS}
    for feed in FEEDS:
        assert {question.lane.partition(":")[0] for question in QUIET_ROUND[feed.name]} <= {feed.service}
    assert {question.lane for questions in QUIET_ROUND.values() for question in questions} == set(LANES)
    assert {question.lane for question in DELIVERY} == {"planner"}


def test_no_feed_asks_more_in_a_quiet_round_than_the_fleet_reckons_with(
    municipality: Municipality,  # noqa: F811
    reader: FeedReader,  # noqa: F811
) -> None:
    names = [feed.name for feed in ASKED_ALL_DAY]
    reader.read_all(names)
    reader.read_all(names)  # the pictures, and what builds upon others
    municipality.later(minutes=40)
    for name, reading in reader.read_all(names).items():
        assert reading.raised is None, name
        asked = [parts(request) for request in reading.asked]
        reckoned = [question.parts for question in QUIET_ROUND[name]]
        assert sum(asked) <= sum(reckoned), (name, asked)
        assert len(asked) <= len(reckoned), (name, asked)


def test_the_stretch_is_reckoned_with_what_sharepoints_feeds_ask() -> None:
    units = sum(
        question.parts * question.units / (feed.interval.total_seconds() / 60)
        for feed in FEEDS
        if feed.service == "sharepoint"
        for question in QUIET_ROUND[feed.name]
    )
    assert units == pytest.approx(UNITS_A_MINUTE, rel=0.1)


def test_the_steady_load_is_that_of_the_intervals() -> None:
    day = Day(600)
    metered = day.habits.metered
    assert steady_load(day, "planner") == pytest.approx(60 * (1 - metered) + 20 * metered)
