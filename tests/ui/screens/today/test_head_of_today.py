"""The head of Idag: unread mail, no network said once, and drift information that nobody could fetch."""

from datetime import timedelta

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.opened import Opened
from tests.ui.screens.today.test_today_screen import card, fail, screen, state
from tests.ui.shell_parts import NOW
from ui.disruption_notes import DisruptionNotes
from ui.offline_note import OfflineNote
from ui.screens.today.since_words import MAIL
from ui.widgets.buttons import Button
from ui.widgets.card import Freshness
from ui.widgets.notes import Note
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.mailbox import Inbox
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.progress import SyncProgress
from workplace_app.store.feed_ledger import FeedLedger

OFFLINE = SyncProgress(False, 1, 1, 0, False, offline=True)
ONLINE = SyncProgress(False, 1, 1, 0, False, offline=False)
EVERY_CARD = ("tasks", "calendar", "news")


def under_heading(day: Opened) -> QLabel:
    return screen(day)._head.under


def offline_note(day: Opened) -> OfflineNote:
    found = screen(day).findChild(OfflineNote)
    assert found is not None
    return found


def first_card(day: Opened) -> int:
    """How far down it begins."""
    QApplication.processEvents()
    return card(day, "tasks").mapTo(screen(day), QPoint()).y()


def come_back(day: Opened) -> None:
    """Look at another place and return."""
    day.workplace.go("news")
    day.workplace.go("today")
    QApplication.processEvents()


def drift(day: Opened) -> DisruptionNotes:
    found = screen(day).findChild(DisruptionNotes)
    assert found is not None
    return found


def said_of_drift(day: Opened) -> list[str]:
    QApplication.processEvents()
    return [note.words for note in drift(day).findChildren(Note) if note.isVisibleTo(drift(day))]


# Mail


def test_unread_mail_is_told_and_opens_where_it_is(day: Opened) -> None:
    day.keep(Inbox(7, "https://outlook.office.com/mail/inbox"))
    screen(day).refresh(frozenset({ChangeKind.MAIL}))
    assert "7 unread mail" in under_heading(day).text()
    under_heading(day).linkActivated.emit(MAIL)
    assert day.addresses == ["https://outlook.office.com/mail/inbox"]


def test_mail_that_is_read_or_unknown_is_not_told(day: Opened) -> None:
    assert "unread mail" not in under_heading(day).text()
    day.keep(Inbox(0))
    screen(day).refresh(frozenset({ChangeKind.MAIL}))
    assert "unread mail" not in under_heading(day).text()


# The network


def test_no_network_is_said_once_and_not_by_every_card(day: Opened) -> None:
    fail(day, "planner", "calendar", "intranet_news", "public_news", kind=ProblemKind.OFFLINE)
    come_back(day)
    assert offline_note(day).words.startswith("No network.")
    for name in EVERY_CARD:
        shown = card(day, name).state
        assert shown is not None
        assert (shown.freshness, shown.words) == (Freshness.OLD, ""), name


def test_nothing_on_the_page_moves_while_it_is_in_sight(day: Opened) -> None:
    tasks = first_card(day)
    fail(day, "planner", kind=ProblemKind.OFFLINE)
    day.workplace.watcher.progress.emit(OFFLINE)
    assert (first_card(day), offline_note(day).words) == (tasks, "")
    assert offline_note(day).offline, "the page knows it"
    come_back(day)
    lower = first_card(day)
    assert lower > tasks
    assert offline_note(day).words.startswith("No network.")
    day.workplace.watcher.progress.emit(ONLINE)
    assert (first_card(day), offline_note(day).words) == (lower, "The network is back. What waits is sent in order.")
    day.workplace.watcher.progress.emit(OFFLINE)
    assert (first_card(day), offline_note(day).words[:11]) == (lower, "No network.")
    day.workplace.watcher.at_rest = ONLINE
    come_back(day)
    assert (first_card(day), offline_note(day).words) == (tasks, "")


def test_what_found_no_network_is_only_old_once_another_feed_has_got_through(day: Opened) -> None:
    fail(day, "planner", kind=ProblemKind.OFFLINE)
    FeedLedger(day.sync).succeed("calendar", NOW + timedelta(minutes=1))
    screen(day).refresh(frozenset({ChangeKind.FEED_STATE}))
    come_back(day)
    assert offline_note(day).words == ""
    assert state(day, "tasks") is Freshness.FRESH


def test_the_note_asks_for_another_try(day: Opened) -> None:
    fail(day, "planner", kind=ProblemKind.OFFLINE)
    come_back(day)
    next(each for each in offline_note(day).findChildren(Button) if each.text() == "Try now").click()
    assert day.requests.asked[-1] == "refresh "


# Drift information


def test_drift_information_that_cannot_be_fetched_is_unknown_and_not_calm(known_empty: Opened) -> None:
    assert said_of_drift(known_empty) == []
    fail(known_empty, "disruptions")
    (words,) = said_of_drift(known_empty)
    assert words.startswith("We do not know whether anything is disturbed.")
    next(each for each in drift(known_empty).findChildren(Button) if each.text() == "Try again").click()
    assert known_empty.requests.asked[-1] == "refresh disruptions"


def test_what_is_known_of_a_disruption_stays_beside_that(day: Opened) -> None:
    before = said_of_drift(day)
    fail(day, "disruptions")
    words = said_of_drift(day)
    assert words[: len(before)] == before != []
    assert words[-1].startswith("We do not know whether more is disturbed.")


def test_a_feed_that_has_answered_again_is_believed(known_empty: Opened) -> None:
    fail(known_empty, "disruptions")
    FeedLedger(known_empty.sync).succeed("disruptions", NOW)
    screen(known_empty).refresh(frozenset({ChangeKind.FEED_STATE}))
    assert said_of_drift(known_empty) == []


def test_links_by_role_say_what_is_wrong_with_them_too(day: Opened) -> None:
    FeedLedger(day.sync).fail("services", Problem(ProblemKind.SERVICE_UNAVAILABLE), NOW)
    screen(day).refresh(frozenset({ChangeKind.FEED_STATE}))
    assert {state(day, name) for name in ("quick_tasks", "services")} == {Freshness.OLD}
