"""A link from outside shows what is here and open to whoever is; it moves nothing else and opens nothing outside."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.opened import Opened, open_window
from tests.ui.screens import a_day
from tests.ui.shell_parts import NOW
from ui.inner_links import closed_words, show_inner_link
from ui.screens.today.today_screen import TodayScreen
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.inner_link import InnerLink, Shown
from workplace_app.domain.notification import Notification, NotificationKind
from workplace_app.domain.reminder import ReminderKind, ReminderSubject
from workplace_app.store.own_things.reminders import remind

ARTICLE = a_day.article("ventilation")
MENTION = Notification("mention:1", NotificationKind.MENTION, None, "message:1", "Olof", "Kanal", "Hej", NOW)
DONE = replace(a_day.TASKS[0], id="planner:done", completed=True, completed_at=NOW)
FACTS = (*a_day.TASKS, DONE, ARTICLE, a_day.MAP, a_day.PERMIT, a_day.JOURNEY, MENTION, a_day.PROFILE.person)
WHERE = {
    InnerLink(Shown.TASK, "planner:today"): "today",
    InnerLink(Shown.ARTICLE, ARTICLE.id): "news",
    InnerLink(Shown.NOTIFICATION, MENTION.id): "workspaces",
    InnerLink(Shown.SERVICE, a_day.MAP.id): "services",
    InnerLink(Shown.JOURNEY, a_day.JOURNEY.id): "services",
    InnerLink(Shown.PERSON, "person:elin"): "people",
}
OPEN_TO_ALL = {Shown.ARTICLE, Shown.SERVICE, Shown.JOURNEY}


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    made = open_window(qapp, tmp_path, facts=FACTS)
    yield made
    made.close()


@pytest.fixture
def nobodys(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    made = open_window(qapp, tmp_path, account=PUBLIC_ACCOUNT, facts=FACTS)
    yield made
    made.close()


def shown_in(window: Opened, place: str) -> list[str]:
    return window.screens[place].shown if place in window.screens else []


@pytest.mark.parametrize("link", WHERE, ids=lambda link: link.kind.value)
def test_each_kind_is_shown_at_its_place(window: Opened, link: InnerLink) -> None:
    assert show_inner_link(link, window.context) == ""
    assert window.workplace.pages.place == WHERE[link]
    assert shown_in(window, WHERE[link]) == [link.id]


def test_a_reminder_is_shown(window: Opened) -> None:
    made = remind(window.connection, ReminderSubject(ReminderKind.TEXT, "Ring Olof"), NOW + timedelta(hours=1), NOW)
    assert show_inner_link(InnerLink(Shown.REMINDER, made.id), window.context) == ""
    assert shown_in(window, "reminders") == [made.id]


@pytest.mark.parametrize("kind", [kind for kind in Shown if kind is not Shown.PLACE])
def test_what_is_not_here_is_said_and_nothing_moves(window: Opened, kind: Shown) -> None:
    for name in ("nobody", "planner:late' OR 1=1 --", "all_tasks", "cards", "keyboard", "../..", a_day.TASKS[0].title):
        assert "is not here" in show_inner_link(InnerLink(kind, name.replace(" ", "")), window.context)
    assert window.workplace.pages.place == "today"
    assert not any(shown_in(window, place) for place in window.screens)


def test_a_place_is_shown_and_a_strange_one_is_not(window: Opened) -> None:
    assert show_inner_link(InnerLink(Shown.PLACE, "settings"), window.context) == ""
    assert window.workplace.pages.place == "settings"
    for name in ("sign_in", "nowhere", "Settings", "my_questions"):  # the last: this municipality has no dialogue
        assert "place that is not here" in show_inner_link(InnerLink(Shown.PLACE, name), window.context)
    assert window.workplace.pages.place == "settings"


def test_before_signing_in_only_what_is_open_to_all_is_shown(nobodys: Opened) -> None:
    for link, place in WHERE.items():
        words = show_inner_link(link, nobodys.context)
        assert words == ("" if link.kind in OPEN_TO_ALL else closed_words()), link
        assert not shown_in(nobodys, place) or link.kind in OPEN_TO_ALL
    for name in ("today", "workspaces", "people", "reminders", "outbox"):
        assert show_inner_link(InnerLink(Shown.PLACE, name), nobodys.context) == closed_words()
    assert show_inner_link(InnerLink(Shown.PLACE, "services"), nobodys.context) == ""


def test_no_link_opens_an_address_outside(qapp: QApplication, tmp_path: Path) -> None:
    """A task that is done is in no list: going to it by search opens the page where it lives; a link does not."""
    window = open_window(qapp, tmp_path, {"today": TodayScreen}, facts=FACTS)
    assert DONE.address
    window.workplace.go("today", DONE.id)
    assert window.addresses == [DONE.address]
    assert "is not here" in show_inner_link(InnerLink(Shown.TASK, DONE.id), window.context)
    assert window.addresses == [DONE.address]
    window.close()
