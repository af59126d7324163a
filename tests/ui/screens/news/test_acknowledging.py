"""K states that the article has been read: at once, also without a network, and honest about whether it has arrived."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.opened import Opened
from tests.ui.screens.a_day import ARTICLES
from tests.ui.screens.finding import button, part, words
from tests.ui.shell_parts import NOW
from ui.screens.news.article_reader import ArticleReader
from ui.widgets.row_list import RowList
from ui.widgets.toast import HOLD
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.wishes import Acknowledgement, wish_of
from workplace_app.store.news_reader import article
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_reader import pending_intents

MANDATORY = ARTICLES[0]


def foot(opened: Opened) -> str:
    QApplication.processEvents()
    screen = opened.workplace.pages.shown
    assert screen is not None
    return next((each for each in words(part(screen, ArticleReader)) if "cknowledge" in each), "")


def acknowledge(opened: Opened) -> None:
    opened.workplace.go("news", MANDATORY.id)
    screen = opened.workplace.pages.shown
    assert screen is not None
    QTest.keyClick(part(screen, RowList), Qt.Key.Key_K)


def wish(opened: Opened) -> Intent:
    (filed,) = pending_intents(opened.connection)
    return filed


def outbox_changed(opened: Opened) -> None:
    screen = opened.workplace.pages.shown
    assert screen is not None
    screen.refresh(frozenset({ChangeKind.OUTBOX}))


def is_acknowledged(opened: Opened) -> bool:
    seen = article(opened.connection, MANDATORY.id, opened.clock())
    return seen is not None and seen.acknowledged_at is not None


def test_k_files_the_moment_of_reading_and_shows_it_at_once(speaking: Opened) -> None:
    acknowledge(speaking)
    filed = wish(speaking)
    assert (filed.kind, filed.target_id, filed.about) == (
        IntentKind.ACKNOWLEDGE_ARTICLE,
        MANDATORY.id,
        MANDATORY.title,
    )
    assert wish_of(filed.kind, filed.payload) == Acknowledgement(NOW)
    assert filed.held_until == NOW + HOLD
    assert foot(speaking) == "<b>Acknowledged 08:12</b><br/>It is being sent."
    assert "refresh " in speaking.requests.asked
    assert is_acknowledged(speaking)


def test_the_button_does_the_same_and_a_second_time_does_nothing(speaking: Opened) -> None:
    speaking.workplace.go("news", MANDATORY.id)
    screen = speaking.workplace.pages.shown
    assert screen is not None
    button(screen, "I have read this").click()
    speaking.workplace.commands.run("news.acknowledge")
    assert wish(speaking).kind is IntentKind.ACKNOWLEDGE_ARTICLE


def test_undo_takes_mark_and_wish_back_together(speaking: Opened) -> None:
    acknowledge(speaking)
    speaking.requests.asked.clear()
    speaking.workplace.commands.run("undo")
    assert speaking.requests.asked == ["refresh "], "what stood behind it need wait no longer"
    assert pending_intents(speaking.connection) == ()
    assert not is_acknowledged(speaking)
    assert "Acknowledge by" in foot(speaking)


def test_undo_too_late_says_so_and_leaves_it_acknowledged(speaking: Opened) -> None:
    acknowledge(speaking)
    OutboxDelivery(speaking.sync).sending(wish(speaking).id, NOW)
    speaking.workplace.commands.run("undo")
    said = "It has already been sent. An acknowledgement cannot be taken back."
    assert speaking.workplace._toasts.current_text == said
    assert is_acknowledged(speaking)


def test_without_a_network_it_says_when_it_is_sent(speaking: Opened) -> None:
    speaking.workplace.watcher.at_rest = SyncProgress(False, offline=True)
    acknowledge(speaking)
    assert foot(speaking) == "<b>Acknowledged 08:12</b><br/>It is sent when the network is back."


def test_it_says_when_it_has_arrived_and_when_it_has_not(speaking: Opened) -> None:
    acknowledge(speaking)
    filed = wish(speaking).id
    outbox = OutboxDelivery(speaking.sync)
    outbox.unknown(filed, Problem(ProblemKind.TIMED_OUT, "dialogue"), NOW)
    outbox_changed(speaking)
    assert foot(speaking).endswith("It has not been received yet, and is sent again.")
    outbox.needs_you(filed, Problem(ProblemKind.ACCESS_DENIED, "dialogue"), NOW)
    outbox_changed(speaking)
    assert "It could not be sent. You do not have access" in foot(speaking)
    outbox.confirmed(filed, NOW + timedelta(minutes=3))
    outbox.settle(NOW + timedelta(minutes=3))
    outbox_changed(speaking)
    assert foot(speaking) == "<b>Acknowledged 08:12</b><br/>Arrived 08:15."


def test_without_an_interface_it_stays_here_and_says_so(day: Opened) -> None:
    acknowledge(day)
    assert pending_intents(day.connection) == ()
    assert foot(day) == "<b>Acknowledged 08:12</b><br/>Kept on this computer. It is not sent anywhere."
    day.workplace.commands.run("undo")
    assert not is_acknowledged(day)


def test_nothing_is_said_of_sending_where_it_was_acknowledged_before_there_was_an_interface(speaking: Opened) -> None:
    acknowledge(speaking)
    speaking.connection.execute("DELETE FROM mine.outbox")
    outbox_changed(speaking)
    assert foot(speaking) == "<b>Acknowledged 08:12</b><br/>"


def test_a_state_of_the_outbox_does_not_read_the_list_again(speaking: Opened) -> None:
    acknowledge(speaking)
    assert wish(speaking).state is IntentState.WAITING
    screen = speaking.workplace.pages.shown
    assert screen is not None
    before = part(screen, RowList).model().rows  # type: ignore[attr-defined]
    outbox_changed(speaking)
    assert all(one is other for one, other in zip(before, part(screen, RowList).model().rows, strict=True))  # type: ignore[attr-defined]
