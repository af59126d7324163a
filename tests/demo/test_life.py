"""Things happen by themselves, decided by the seed, and stop when the demo does."""

import asyncio
from datetime import UTC, datetime

import pytest

from tests.demo.small_parts import Bell, small_cms
from tests.demo.town_thread import town_on_thread
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.life import LEAST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS, Life, LivelyPlace
from workplace_app.demo.parts import Part
from workplace_app.demo.running import Start
from workplace_app.demo.settings import DemoSettings

NOON = datetime(2026, 10, 12, 10, 0, tzinfo=UTC)


class Quiet:
    """Somebody who never has anything to do."""

    def live(self, now: datetime) -> str | None:
        return None


class Pauses:
    """Notes how long each pause should have been, and ends after the third."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
        if len(self.seconds) > 3:
            raise asyncio.CancelledError


def test_who_has_nothing_to_do_is_passed_over_and_nobody_is_no_error() -> None:
    life = Life([LivelyPlace([Quiet(), Bell()])], lambda: NOON, seed=1)
    assert len(life.happen(5)) == 5
    assert life.latest()[0].what.endswith("för 5:e gången")
    assert Life([LivelyPlace([Quiet()]), LivelyPlace([])], lambda: NOON, seed=1).happen(5) == []
    assert Life([], lambda: NOON, seed=1).happen() == []


def test_something_happens_after_each_pause_and_the_seed_decides_the_pauses() -> None:
    bell, pauses, again = Bell(), Pauses(), Pauses()
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(Life([LivelyPlace([bell])], lambda: NOON, seed=7, sleep=pauses).go_on())
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(Life([LivelyPlace([Bell()])], lambda: NOON, seed=7, sleep=again).go_on())
    assert bell.rung == 3
    assert pauses.seconds == again.seconds
    assert all(LEAST_PAUSE_SECONDS <= pause <= LONGEST_PAUSE_SECONDS for pause in pauses.seconds)


def test_a_lively_place_has_its_turn_as_much_more_often_as_its_weight_says() -> None:
    often, seldom = Bell(), Bell()
    Life([LivelyPlace([often], 6), LivelyPlace([seldom])], lambda: NOON, seed=3).happen(700)
    assert 4 < often.rung / seldom.rung < 9


def test_a_living_municipality_ends_cleanly_and_closes_what_its_parts_have_open(start: Start) -> None:
    bell = Bell()

    def part(_settings: DemoSettings) -> Part:
        return Part("graph", (), [bell], [bell])

    with town_on_thread(Start(start.data_dir, DemoClock()), [part, small_cms]) as town:
        assert town.order("live")["happened"]
        assert not bell.closed
    assert bell.closed
