"""A day at the desk: sign in, read, open a service; start again without a network, tick a task; catch up afterwards."""

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sync.feeds.registry import FEEDS
from sync.identity.key_vault import KeyVault
from tests.journeys import keyrings
from tests.journeys.desk import Desk, translate
from tests.journeys.town import ELIN, Town
from ui.screens.news.news_screen import NewsScreen
from ui.screens.services.services_screen import ServicesScreen
from ui.widgets.row_list import RowList
from workplace_app.clock import now_utc
from workplace_app.domain.article import Article
from workplace_app.domain.intent import IntentKind
from workplace_app.folders import HOME_VARIABLE
from workplace_app.store.feed_state_reader import feed_states
from workplace_app.store.news_reader import article
from workplace_app.store.outbox_reader import count_intents, pending_intents

MOST_REQUESTS_TO_CATCH_UP = 25
"""Against more than a hundred of a first sync: one for each feed, and what the ticked task and new tokens cost."""
HOURS_AWAY = timedelta(hours=3)
ALL_FEEDS = {feed.name for feed in FEEDS if not feed.on_demand}
OLD_BY_THEN = {feed.name for feed in FEEDS if not feed.on_demand and feed.interval < HOURS_AWAY}
SERVICE = "ansok-om-plats-i-forskola-och-pedagogisk-omsorg"
SERVICE_ADDRESS = (
    "https://www.nacka.se/forskola-skola/forskola-och-pedagogisk-omsorg/ansok-om-forskoleplats/ansok-om-plats/"
)


@pytest.fixture
def keyring(tmp_path: Path) -> keyrings.Keyring:
    """The entries have the names that a fresh process looks for."""
    return KeyVault if keyrings.REAL else keyrings.keyring(str(tmp_path))


def _later() -> datetime:
    return now_utc() + HOURS_AWAY


def _all_fetched(desk: Desk, since: datetime, feeds: set[str]) -> bool:
    states = feed_states(desk.connection)
    return all(
        name in states and (fetched := states[name].fetched_at) is not None and fetched >= since for name in feeds
    )


def _resting(desk: Desk) -> set[str]:
    """Feeds that have found nothing to ask since their source answered."""
    return {name for name, state in feed_states(desk.connection).items() if state.answered_at != state.fetched_at}


def _read_an_article(desk: Desk) -> Article:
    desk.go("news")
    page = desk.page
    assert isinstance(page, NewsScreen)
    page.choose_first()
    shown = article(desk.connection, page.shown_item(), now_utc())
    assert shown is not None
    desk.until_it_says(shown.article.title)
    return shown.article


def _open_a_service(desk: Desk) -> None:
    desk.go("services", SERVICE)
    page = desk.page
    assert isinstance(page, ServicesScreen)
    desk.press(translate("ServicePage", "Open on {host}").format(host="nacka.se"))
    assert desk.browser.opened[-1] == SERVICE_ADDRESS


def _tick_the_first_task(desk: Desk) -> str:
    desk.go("today")
    tasks = next(
        rows for rows in desk.page.findChildren(RowList) if rows.accessibleName() == translate("TasksCard", "My tasks")
    )
    tasks.choose_first()
    row = tasks.current_row
    assert row is not None
    QTest.keyClick(tasks, Qt.Key.Key_Space)
    (intent,) = pending_intents(desk.connection)
    assert intent.kind is IntentKind.COMPLETE_TASK
    return intent.target_id


def _search_in_a_fresh_process(desk: Desk, text: str) -> list[str]:
    answer = subprocess.run(
        [sys.executable, "-m", "workplace_app", "search", text, "--json"],
        env={**os.environ, HOME_VARIABLE: str(desk.home)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return [hit["id"] for hit in json.loads(answer.stdout)["hits"]]


def test_the_main_job_from_sign_in_to_offline_and_back(desk: Desk, town: Town) -> None:
    began = now_utc()
    municipality = town.municipality

    # In the morning: sign in, and everything comes.
    desk.start(municipality)
    assert desk.place == "sign_in"
    desk.sign_in(town.robot(ELIN))
    assert len(desk.browser.sign_in_pages) == 1
    desk.until(lambda: _all_fetched(desk, began, ALL_FEEDS))
    first_requests = len([each for each in town.requests() if not each["batched"]])
    read = _read_an_article(desk)
    _open_a_service(desk)

    # In the car park: no network, and the program is started anew.
    desk.go("news")
    desk.close()
    town.pull_the_plug()
    if keyrings.REAL:
        assert read.id in _search_in_a_fresh_process(desk, read.title)
    desk.start(municipality, clock=_later)
    assert desk.place == "news", "one is where one was"
    desk.until(lambda: bool(desk.first_painted))
    assert read.title in desk.first_painted, "what was fetched is in the first picture, before anything is asked"
    desk.until_it_says("Inget nät")
    assert any(text.startswith("Inget nät, läget är från ") for text in desk.program.workplace.strip.texts)
    desk.go("news", read.id)
    desk.until_it_says(read.title)
    _open_a_service(desk)
    ticked = _tick_the_first_task(desk)
    desk.until_it_says("1 väntar")

    resting = _resting(desk)
    assert len(resting) < len(OLD_BY_THEN) / 2

    # Back at the office.
    town.start()
    town.order("clock", shift_seconds=HOURS_AWAY.total_seconds())
    town.order("requests/reset")
    back = _later()
    desk.program.requests.refresh(frozenset())
    desk.until(lambda: count_intents(desk.connection, began).sent_today == 1)
    old_by_then = OLD_BY_THEN - resting
    desk.until(
        lambda: _all_fetched(desk, back, old_by_then),
        lambda: {name for name in old_by_then if not _all_fetched(desk, back, {name})},
    )
    asked = town.requests()
    on_the_wire = [each for each in asked if not each["batched"]]
    print(f"first sync: {first_requests} requests; catching up: {len(on_the_wire)}")
    assert len(on_the_wire) <= MOST_REQUESTS_TO_CATCH_UP < first_requests / 3
    assert any("$deltatoken" in each["query"] for each in asked), "delta links are followed"
    assert [each["path"].rpartition("/")[2] for each in asked if each["method"] == "PATCH"] == [
        ticked.rpartition(":")[2].rpartition("/")[2]
    ]
    assert not any(each["path"].endswith("/authorize") for each in asked)
    assert len(desk.browser.sign_in_pages) == 1, "nobody has to sign in again"
