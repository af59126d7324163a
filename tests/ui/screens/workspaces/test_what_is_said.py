"""What is said in a place: how old it is, what went wrong, and how it is read again, for that place alone."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from tests.ui.opened import Opened, open_window
from tests.ui.screens.a_day import CHANNEL, CHAT, MESSAGES, NOTIFICATIONS, TEAM
from tests.ui.screens.finding import button, part, words
from tests.ui.shell_parts import NACKA, NOW
from ui.feeds_state import FeedsState
from ui.screens.workspaces.notification_page import NotificationPage
from ui.screens.workspaces.notification_pane import NOTIFICATION_FEEDS
from ui.screens.workspaces.page_pane import PagePane
from ui.screens.workspaces.reply_box import ReplyBox
from ui.screens.workspaces.thread_view import MessageView
from ui.screens.workspaces.workspace_page import WorkspacePage
from ui.screens.workspaces.workspaces_screen import WorkspacesScreen
from ui.widgets.card import Freshness
from ui.widgets.row_list import RowList
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.configuration import SAYING_FEEDS
from workplace_app.domain.notification import NotificationKind
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.workspace import Channel
from workplace_app.store.feed_ledger import FeedLedger

OFFLINE, ONLINE = SyncProgress(running=False, offline=True), SyncProgress(running=False)
HOUR = timedelta(hours=1)
OTHER = Channel("channel:bygg/allmänt", TEAM.id, "Allmänt")
EARLIER = NOW - timedelta(minutes=40)
FEED = "channel_messages"
NO_CONSENT = Problem(ProblemKind.CONSENT_MISSING, service="teams", scope="ChannelMessage.Read.All")

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def places(day: Opened) -> Opened:
    day.keep(OTHER)
    day.workplace.go("workspaces")
    return day


def screen(places: Opened) -> WorkspacesScreen:
    found = places.workplace.pages.shown
    assert isinstance(found, WorkspacesScreen)
    return found


def read_again(places: Opened) -> None:
    screen(places).refresh(frozenset({ChangeKind.FEED_STATE}))


def said(places: Opened) -> list[str]:
    return words(part(screen(places), WorkspacePage))


def tell(places: Opened, progress: SyncProgress) -> None:
    places.workplace.watcher.at_rest = progress
    places.workplace.watcher.progress.emit(progress)


def messages(places: Opened) -> list[MessageView]:
    return part(screen(places), WorkspacePage).findChildren(MessageView)


def top_of(pane: PagePane, message: MessageView) -> int:
    return message.mapTo(pane._scroll.viewport(), QPoint()).y()


def turn_off(places: Opened) -> None:
    """IT turns reading off, and the window is opened again."""
    rules = replace(places.context.municipality, teams_reading=False)
    places.workplace.enter(places.connection, places.context.account, rules, places.requests)
    places.requests.asked.clear()


TURNED_OFF = "The municipality's IT has turned off reading here."


@pytest.mark.parametrize("place", [CHANNEL.id, CHAT.id, TEAM.id])
def test_where_it_has_turned_reading_off_the_page_says_so_and_shows_and_asks_nothing(
    places: Opened, place: str
) -> None:
    turn_off(places)
    places.workplace.go("workspaces", place)
    assert any(each.startswith(TURNED_OFF) for each in said(places))
    assert not messages(places)
    assert not any(each.isVisible() for each in part(screen(places), WorkspacePage).findChildren(ReplyBox))
    assert not [each for each in places.requests.asked if each.startswith("open ")]


def test_a_notification_of_what_was_said_shows_nothing_of_it_either(places: Opened) -> None:
    turn_off(places)
    told = next(each for each in NOTIFICATIONS if each.kind is NotificationKind.MENTION)
    places.workplace.go("workspaces", told.id)
    page = part(screen(places), NotificationPage)
    assert any(each.startswith(TURNED_OFF) for each in words(page))
    assert not page.findChildren(MessageView)
    assert not any(each.isVisible() for each in page.findChildren(ReplyBox))


def test_what_is_not_read_leaves_no_doubt_that_there_is_nothing_else_to_handle(
    qapp: QApplication, tmp_path: Path
) -> None:
    rules = replace(NACKA, teams_reading=False)
    made = open_window(qapp, tmp_path, {"workspaces": WorkspacesScreen}, municipality=rules)
    ledger = FeedLedger(made.sync)
    for feed in NOTIFICATION_FEEDS - SAYING_FEEDS:
        ledger.begin(feed, NOW)
        ledger.succeed(feed, NOW)
    made.workplace.go("workspaces")
    tell(made, SyncProgress(running=True, feeds_total=1))
    state = part(screen(made), FeedsState).state
    assert state is not None
    assert state.freshness is Freshness.EMPTY
    made.close()


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def choose(places: Opened, channel: Channel) -> None:
    part(screen(places), RowList, "Channels").choose(channel.id)


def test_a_channel_is_as_old_as_its_own_last_reading(places: Opened) -> None:
    ledger = FeedLedger(places.sync)
    ledger.succeed(FEED, EARLIER, CHANNEL.id)
    ledger.succeed(FEED, NOW, OTHER.id)
    screen(places).show_item(TEAM.id)
    choose(places, CHANNEL)
    assert "Fetched 07:32" in said(places)
    choose(places, OTHER)
    assert "Fetched 08:12" in said(places)
    choose(places, CHANNEL)
    assert "Fetched 07:32" in said(places)


def test_listing_the_chats_makes_none_of_them_fresh(places: Opened) -> None:
    ledger = FeedLedger(places.sync)
    ledger.succeed("chats", EARLIER, CHAT.id)
    ledger.succeed("chats", NOW)
    screen(places).show_item(CHAT.id)
    assert "Fetched 07:32" in said(places)
    assert "Nothing is said here." in said(places), "it has been read, and it was empty"


def test_a_channel_that_could_not_be_read_says_why_and_what_to_do(places: Opened) -> None:
    screen(places).show_item(OTHER.id)
    FeedLedger(places.sync).fail(FEED, Problem(ProblemKind.OFFLINE, service="teams"), NOW, OTHER.id)
    read_again(places)
    expected = "We do not know. There is no network. We try again when the network is back."
    assert expected in said(places)
    button(part(screen(places), WorkspacePage), "Try again").click()
    assert places.requests.asked[-1] == f"open {OTHER.id}"


def test_when_the_network_is_back_no_place_says_that_there_is_none(places: Opened) -> None:
    ledger = FeedLedger(places.sync)
    screen(places).show_item(OTHER.id)
    ledger.fail(FEED, Problem(ProblemKind.OFFLINE, service="teams"), NOW, OTHER.id)
    read_again(places)
    ledger.succeed("planner", NOW + timedelta(minutes=1))
    places.workplace.watcher.progress.emit(SyncProgress(running=False))
    assert "We do not know yet. Nothing has been fetched." in said(places)
    assert not [each for each in said(places) if "There is no network" in each]


def test_what_was_opened_without_a_network_is_read_when_it_is_back_and_once(places: Opened) -> None:
    tell(places, OFFLINE)
    screen(places).show_item(OTHER.id)
    FeedLedger(places.sync).fail(FEED, Problem(ProblemKind.OFFLINE, service="teams"), NOW, OTHER.id)
    read_again(places)
    places.requests.asked.clear()
    tell(places, OFFLINE)
    assert places.requests.asked == []
    tell(places, ONLINE)
    assert places.requests.asked == [f"open {OTHER.id}"]
    tell(places, ONLINE)
    assert places.requests.asked == [f"open {OTHER.id}"], "and not in a circle when it fails again"


def test_what_nobody_looks_at_is_read_when_somebody_does(places: Opened) -> None:
    tell(places, OFFLINE)
    screen(places).show_item(OTHER.id)
    FeedLedger(places.sync).fail(FEED, Problem(ProblemKind.OFFLINE, service="teams"), NOW, OTHER.id)
    places.workplace.go("today")
    places.requests.asked.clear()
    tell(places, ONLINE)
    assert places.requests.asked == []
    places.workplace.go("workspaces")
    read_again(places)
    assert places.requests.asked == [f"open {OTHER.id}"]


def test_what_failed_for_another_reason_waits_to_be_asked_for(places: Opened) -> None:
    tell(places, OFFLINE)
    screen(places).show_item(OTHER.id)
    FeedLedger(places.sync).fail(FEED, NO_CONSENT, NOW, OTHER.id)
    places.requests.asked.clear()
    tell(places, ONLINE)
    assert places.requests.asked == []


def test_what_comes_with_it_does_not_move_what_is_being_read(places: Opened) -> None:
    many = [
        replace(MESSAGES[0], id=f"message:{n}", thread_id=f"message:{n}", sent=NOW - n * HOUR) for n in range(3, 14)
    ]
    places.keep(*many)
    screen(places).show_item(CHANNEL.id)
    pane = part(screen(places), PagePane)
    bar = pane._scroll.verticalScrollBar()
    settle()
    bar.setValue(bar.maximum() // 2)
    settle()
    read = next(each for each in messages(places) if top_of(pane, each) > 0)
    read_key, before = read.key, top_of(pane, read)
    places.keep(replace(MESSAGES[0], id="message:new", thread_id="message:new", sent=NOW))
    read_again(places)
    settle()
    assert len(messages(places)) == 13
    (still,) = (each for each in messages(places) if each.key == read_key)
    assert top_of(pane, still) == before


def test_what_is_kept_stays_under_what_went_wrong(places: Opened) -> None:
    ledger = FeedLedger(places.sync)
    ledger.succeed(FEED, EARLIER, CHANNEL.id)
    ledger.fail(FEED, NO_CONSENT, NOW, CHANNEL.id)
    screen(places).show_item(CHANNEL.id)
    assert "You do not have access to Teams yet. IT has to approve the app." in said(places)
    assert "Fetched 07:32" in said(places)
    assert "Kan du titta på parkeringen?" in said(places)


def test_another_channels_problem_is_not_this_ones(places: Opened) -> None:
    FeedLedger(places.sync).fail(FEED, NO_CONSENT, NOW, OTHER.id)
    screen(places).show_item(CHANNEL.id)
    assert not [each for each in said(places) if "IT has to approve" in each]


def test_a_sign_in_that_is_needed_is_offered(places: Opened) -> None:
    FeedLedger(places.sync).fail("chats", Problem(ProblemKind.SIGN_IN_NEEDED), NOW, CHAT.id)
    screen(places).show_item(CHAT.id)
    button(part(screen(places), WorkspacePage), "Sign in again").click()
    assert places.requests.asked[-1] == "sign in"


def test_the_thread_of_a_notification_has_the_age_and_the_problem_of_its_channel(places: Opened) -> None:
    ledger = FeedLedger(places.sync)
    ledger.succeed(FEED, NOW, OTHER.id)
    ledger.succeed(FEED, EARLIER, CHANNEL.id)
    part(screen(places), RowList, "Notifications").choose("n:nämnd")
    page = part(screen(places), NotificationPage)
    assert "The thread was fetched 07:32" in words(page)
    ledger.fail(FEED, Problem(ProblemKind.SERVICE_UNAVAILABLE, service="teams"), NOW, CHANNEL.id)
    read_again(places)
    assert "Teams is not answering right now. It is read again when you ask for it." in words(page)
    assert "Måtten finns i kartan." in words(page)
    button(page, "Try again").click()
    assert places.requests.asked[-1] == f"open {CHANNEL.id}"
    ledger.succeed(FEED, NOW, CHANNEL.id)
    read_again(places)
    assert not [each for each in words(page) if "not answering" in each]


def test_the_age_is_another_when_the_day_is(places: Opened) -> None:
    FeedLedger(places.sync).succeed(FEED, EARLIER, CHANNEL.id)
    screen(places).show_item(CHANNEL.id)
    places.clock.pass_time(timedelta(days=1))
    screen(places).tick(places.clock())
    assert "Fetched yesterday 07:32" in said(places)
