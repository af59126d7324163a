"""Screens are made when visited, told when in sight, and the way back is kept."""

from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.shell_parts import ELIN, NACKA, Clock, PlainScreen, Requests, Storage
from ui.cache_watcher import CacheWatcher
from ui.pages import Pages
from ui.screen import ScreenContext, ScreenFactory, Shell
from ui.user_settings import UserSettings
from workplace_app.domain.changes import ChangeKind
from workplace_app.store.connection_type import Connection

TASKS = frozenset({ChangeKind.TASKS})
NEWS = frozenset({ChangeKind.NEWS})


def context() -> ScreenContext:
    """For screens that ask neither the store nor the window."""
    nobody = cast("Shell", None)
    settings = UserSettings(Storage())
    return ScreenContext(cast("Connection", None), ELIN, NACKA, Requests(), Clock(), settings, CacheWatcher(), nobody)


class Places:
    """Pages with two places, and the screens that were made for them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.pages = Pages()
        self.made: dict[str, PlainScreen] = {}
        qtbot.addWidget(self.pages)
        self.pages.enter(context(), {"today": self.factory("today"), "news": self.factory("news")})
        self.pages.show()

    def factory(self, name: str) -> ScreenFactory:
        def make(given: ScreenContext) -> PlainScreen:
            self.made[name] = PlainScreen(given, name)
            return self.made[name]

        return make


@pytest.fixture
def places(qtbot: QtBot) -> Places:
    return Places(qtbot)


def test_a_screen_is_made_when_it_is_first_visited(places: Places) -> None:
    assert places.made == {}
    places.pages.go("today")
    assert list(places.made) == ["today"]
    assert places.made["today"].read == [PlainScreen.kinds]


def test_a_screen_that_is_visited_again_is_the_same_and_reads_nothing(places: Places) -> None:
    for place in ("today", "news", "today"):
        places.pages.go(place)
    assert places.pages.shown is places.made["today"]
    assert len(places.made["today"].read) == 1


def test_the_screen_in_sight_hears_at_once_and_a_hidden_one_when_it_is_shown(places: Places) -> None:
    places.pages.go("today")
    places.pages.go("news")
    places.pages.changed(TASKS)
    assert places.made["news"].read == [TASKS, TASKS]
    assert places.made["today"].read == [TASKS]
    places.pages.go("today")
    assert places.made["today"].read == [TASKS, TASKS]


def test_a_screen_hears_only_of_what_it_shows(places: Places) -> None:
    places.pages.go("today")
    places.pages.changed(NEWS)
    assert len(places.made["today"].read) == 1


def test_back_and_forward_return_to_the_thing_that_was_shown(places: Places) -> None:
    places.pages.go("today", "task:1")
    places.pages.go("news", "article:2")
    places.pages.go_back()
    assert (places.pages.place, places.made["today"].shown) == ("today", ["task:1", "task:1"])
    places.pages.go_forward()
    assert (places.pages.place, places.made["news"].shown) == ("news", ["article:2", "article:2"])
    places.pages.go_forward()
    assert places.pages.place == "news"


def test_nothing_of_one_account_is_left_for_the_next(places: Places) -> None:
    places.pages.go("today")
    places.pages.clear()
    assert places.pages.shown is None
    assert places.pages.count() == 1
    places.pages.go("today")
    assert places.pages.shown is None
    places.pages.go_back()
    assert places.pages.shown is None


def test_an_unknown_place_is_not_gone_to(places: Places) -> None:
    places.pages.go("today")
    places.pages.go("moon")
    assert places.pages.place == "today"


def test_only_the_screen_in_sight_hears_the_minute(places: Places) -> None:
    places.pages.go("today")
    places.pages.go("news")
    places.pages.tick(Clock()())
    assert len(places.made["news"].ticks) == 1
    assert places.made["today"].ticks == []


def test_a_screen_learns_the_width_when_it_is_shown(places: Places) -> None:
    places.pages.set_effective_width(1024)
    places.pages.go("today")
    assert places.made["today"].width_told == 1024
