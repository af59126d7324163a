"""Idag: each card tells how it stands, a tick can be taken back, cards move by key, all tasks are a press away."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.store.many_facts import tasks as many_tasks
from tests.ui.opened import Opened
from tests.ui.screens.a_day import TASKS, article
from tests.ui.screens.finding import button, part, words
from tests.ui.shell_parts import NOW
from ui.models.row_model import GroupRow
from ui.models.task_model import TaskModel, TaskRow
from ui.screens.today.all_tasks import ALL_TASKS, AllTasks
from ui.screens.today.today_card import ListCard, TodayCard
from ui.screens.today.today_screen import TodayScreen
from ui.widgets.buttons import Button
from ui.widgets.card import Freshness
from ui.widgets.popover import Popover
from ui.widgets.row_list import RowList
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.progress import SyncProgress
from workplace_app.store.feed_ledger import FeedLedger
from workplace_app.store.outbox_reader import count_intents
from workplace_app.store.own_things.card_layout import placed_cards

POPS_UP = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""The platform without a screen cannot grab the keyboard for what pops up."""
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def screen(day: Opened) -> TodayScreen:
    found = day.workplace.pages.shown
    assert isinstance(found, TodayScreen)
    return found


def card(day: Opened, card_id: str) -> TodayCard:
    return next(each for each in screen(day).findChildren(TodayCard) if each.card_id == card_id)


def rows(day: Opened, card_id: str) -> RowList:
    found = card(day, card_id)
    assert isinstance(found, ListCard)
    return found.rows


def task_rows(listed: RowList) -> list[TaskRow]:
    model = listed.model()
    assert isinstance(model, TaskModel)
    return [row for row in model.rows if isinstance(row, TaskRow)]


def titles(listed: RowList) -> list[str]:
    return [row.task.title for row in task_rows(listed)]


def state(day: Opened, card_id: str) -> Freshness:
    found = card(day, card_id).state
    assert found is not None
    return found.freshness


def tick_first(day: Opened) -> None:
    listed = rows(day, "tasks")
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Space)


def fail(day: Opened, *feeds: str, kind: ProblemKind = ProblemKind.SERVICE_UNAVAILABLE) -> None:
    for feed in feeds:
        FeedLedger(day.sync).fail(feed, Problem(kind), NOW)
    screen(day).refresh(frozenset({ChangeKind.FEED_STATE}))


# Tasks


def test_a_tick_shows_at_once_and_leaves_when_its_time_is_up(day: Opened, qtbot: QtBot) -> None:
    tick_first(day)
    first = task_rows(rows(day, "tasks"))[0]
    assert (first.task.title, first.done, first.pending_words) == (TASKS[0].title, True, "being sent")
    assert count_intents(day.connection, NOW).waiting == 1
    screen(day).refresh(frozenset({ChangeKind.TASKS, ChangeKind.OUTBOX}))
    assert titles(rows(day, "tasks"))[0] == TASKS[0].title, "nothing moves while it lingers"
    qtbot.waitUntil(lambda: TASKS[0].title not in titles(rows(day, "tasks")), timeout=6000)


def test_ctrl_z_brings_a_ticked_task_back_and_nothing_is_sent(day: Opened) -> None:
    tick_first(day)
    day.workplace._toasts.undo_last()
    assert titles(rows(day, "tasks"))[0] == TASKS[0].title
    assert not task_rows(rows(day, "tasks"))[0].done
    assert count_intents(day.connection, NOW).waiting == 0


def test_a_second_press_on_the_box_takes_the_tick_back(day: Opened) -> None:
    tick_first(day)
    tick_first(day)
    assert not task_rows(rows(day, "tasks"))[0].done
    assert count_intents(day.connection, NOW).waiting == 0


def test_a_press_on_the_box_ticks_and_opens_nothing(day: Opened) -> None:
    listed = rows(day, "tasks")
    index = listed.model().index(1, 0)
    QTest.mouseClick(
        listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualRect(index).topLeft() + QPoint(24, 18)
    )
    assert task_rows(listed)[0].done
    assert day.addresses == []


def test_enter_opens_a_task_where_it_is_kept(day: Opened) -> None:
    listed = rows(day, "tasks")
    listed.choose(TASKS[1].id)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert day.addresses == [TASKS[1].address]


def test_the_foot_leads_to_all_tasks_and_back_leads_to_the_cards(day: Opened) -> None:
    card(day, "tasks").footer_clicked.emit()
    whole = screen(day).findChild(AllTasks)
    assert whole is not None
    assert whole.isVisible()
    assert titles(whole.rows) == [task.title for task in TASKS]
    model = whole.rows.model()
    assert isinstance(model, TaskModel)
    assert [row.title for row in model.rows if isinstance(row, GroupRow)] == [
        "Overdue",
        "Today",
        "Later this week",
        "No date",
    ]
    day.workplace.pages.go_back()
    assert not whole.isVisible()
    assert card(day, "tasks").isVisible()


def test_ten_thousand_tasks_are_read_by_pages(day: Opened) -> None:
    day.keep(*many_tasks(10_000))
    day.workplace.go("today", ALL_TASKS)
    whole = screen(day).findChild(AllTasks)
    assert whole is not None
    assert len(task_rows(whole.rows)) == 200
    assert whole.rows.model().canFetchMore(whole.rows.rootIndex())


def test_a_tick_among_all_tasks_stays_in_its_place(day: Opened) -> None:
    day.workplace.go("today", ALL_TASKS)
    whole = screen(day).findChild(AllTasks)
    assert whole is not None
    whole.rows.choose(TASKS[2].id)
    QTest.keyClick(whole.rows, Qt.Key.Key_Space)
    assert [row.done for row in task_rows(whole.rows)] == [False, False, True, False]
    day.workplace._toasts.undo_last()
    assert [row.done for row in task_rows(whole.rows)] == [False] * 4


def test_whoever_comes_back_to_idag_begins_with_the_cards(day: Opened) -> None:
    day.workplace.go("today", ALL_TASKS)
    day.workplace.go("news")
    day.workplace.go("today")
    assert card(day, "tasks").isVisible()


# How cards stand


LISTS = ["tasks", "calendar", "notifications", "news", "acknowledge"]


@pytest.mark.parametrize("card_id", LISTS)
def test_what_nobody_has_fetched_is_unknown(unknown: Opened, card_id: str) -> None:
    assert state(unknown, card_id) is Freshness.UNKNOWN


@pytest.mark.parametrize("card_id", LISTS)
def test_what_has_been_fetched_and_is_not_there_is_empty(known_empty: Opened, card_id: str) -> None:
    assert state(known_empty, card_id) is Freshness.EMPTY


@pytest.mark.parametrize("card_id", LISTS)
def test_what_has_been_fetched_is_fresh_and_says_when(day: Opened, card_id: str) -> None:
    found = card(day, card_id).state
    assert found is not None
    assert (found.freshness, found.age) == (Freshness.FRESH, "08:12")


def test_one_feed_that_never_answered_makes_an_empty_card_unknown(unknown: Opened) -> None:
    ledger = FeedLedger(unknown.sync)
    ledger.succeed("planner", NOW)
    ledger.succeed("mail", NOW)
    ledger.begin("todo", NOW)
    screen(unknown).refresh(frozenset({ChangeKind.FEED_STATE}))
    assert state(unknown, "tasks") is Freshness.UNKNOWN
    ledger.succeed("todo", NOW)
    screen(unknown).refresh(frozenset({ChangeKind.FEED_STATE}))
    assert state(unknown, "tasks") is Freshness.EMPTY


def test_a_failing_service_leaves_the_old_rows_and_offers_to_try_again(day: Opened) -> None:
    fail(day, "planner")
    assert state(day, "tasks") is Freshness.OLD
    assert titles(rows(day, "tasks"))[0] == TASKS[0].title
    card(day, "tasks").acted.emit()
    assert day.requests.asked[-1] == "refresh mail planner todo"
    assert state(day, "calendar") is Freshness.FRESH, "one card's trouble is not another's"


def test_an_expired_sign_in_offers_to_sign_in(day: Opened) -> None:
    fail(day, "planner", kind=ProblemKind.SIGN_IN_NEEDED)
    card(day, "tasks").acted.emit()
    assert day.requests.asked[-1] == "sign in"


@POPS_UP
def test_a_missing_permission_is_shown_to_it_by_name_and_can_be_copied_by_key(day: Opened, qtbot: QtBot) -> None:
    missing = Problem(ProblemKind.CONSENT_MISSING, service="outlook", scope="Mail.ReadBasic", detail="403")
    FeedLedger(day.sync).fail("mail", missing, NOW)
    screen(day).refresh(frozenset({ChangeKind.FEED_STATE}))
    asked = list(day.requests.asked)
    show = button(card(day, "tasks"), "Show IT how")
    show.setFocus()
    QTest.keyClick(show, Qt.Key.Key_Space)
    plate = part(card(day, "tasks"), Popover)
    assert plate.isVisible()
    assert plate.accessibleName() == "Details for IT"
    said = "\n".join(words(plate))
    assert "delegated permission Mail.ReadBasic in Microsoft Graph" in said
    assert "scope: Mail.ReadBasic" in said
    assert day.requests.asked == asked, "what IT has to do is not done by fetching again"

    focused = QApplication.focusWidget()
    assert focused is not None
    assert plate.isAncestorOf(focused)
    copy = button(plate, "Copy for IT")
    if focused is not copy:
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert copy.hasFocus()
    QTest.keyClick(copy, Qt.Key.Key_Space)
    assert "scope: Mail.ReadBasic" in QApplication.clipboard().text()
    QTest.keyClick(copy, Qt.Key.Key_Escape)
    assert not plate.isVisible()
    assert show.hasFocus()


@POPS_UP
def test_the_details_close_well_when_what_opened_them_has_gone(day: Opened, qtbot: QtBot) -> None:
    fail(day, "planner", kind=ProblemKind.ACCESS_DENIED)
    button(card(day, "tasks"), "Show IT how").click()
    plate = part(card(day, "tasks"), Popover)
    fail(day, "planner", kind=ProblemKind.SERVICE_UNAVAILABLE)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert plate.isVisible()
    plate.close()
    assert not plate.isVisible()


@POPS_UP
def test_all_tasks_show_it_the_same(day: Opened) -> None:
    fail(day, "planner", kind=ProblemKind.CONSENT_MISSING)
    day.workplace.go("today", ALL_TASKS)
    tasks = part(screen(day), AllTasks)
    asked = list(day.requests.asked)
    button(tasks, "Show IT how").click()
    assert "problem: consent_missing" in "\n".join(words(part(tasks, Popover)))
    assert day.requests.asked == asked


def test_that_a_source_has_less_can_be_confirmed_by_who_knows_it(day: Opened) -> None:
    fail(day, "planner", kind=ProblemKind.SUSPICIOUS_EMPTINESS)
    day.requests.asked.clear()
    button(card(day, "tasks"), "It is so").click()
    assert day.requests.asked == ["believe planner"]


def test_what_nobody_has_confirmed_for_a_day_is_old(day: Opened) -> None:
    day.clock.pass_time(timedelta(hours=25))
    screen(day).refresh(screen(day).kinds)
    assert state(day, "tasks") is Freshness.OLD


def test_while_sync_is_at_work_an_unknown_card_is_being_fetched(unknown: Opened) -> None:
    unknown.workplace.watcher.progress.emit(SyncProgress(running=True))
    found = card(unknown, "tasks").state
    assert found is None or found.freshness is Freshness.UNKNOWN  # the grey rows come after 300 ms
    heading = [each.text() for each in card(unknown, "tasks").findChildren(QLabel)]
    assert "fetching …" in heading


# Cards


def order(day: Opened) -> list[str]:
    return [placed.card for placed in placed_cards(day.connection)]


def test_a_card_moves_and_grows_by_key(day: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(day.application.window.isActiveWindow)
    listed = rows(day, "calendar")
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Left, CTRL_SHIFT)
    assert order(day)[:2] == ["calendar", "tasks"]
    QTest.keyClick(listed, Qt.Key.Key_Down, CTRL_SHIFT)
    assert order(day)[:2] == ["tasks", "calendar"]
    before = card(day, "calendar").units
    QTest.keyClick(listed, Qt.Key.Key_Minus, CTRL_SHIFT)
    assert card(day, "calendar").units < before


def test_a_hidden_card_costs_no_reading_and_comes_back_with_undo(day: Opened) -> None:
    news = card(day, "news")
    before = rows(day, "news").model().rowCount()
    next(action for action in news.actions() if action.text() == "Hide the card").trigger()
    assert not news.isVisible()
    day.keep(article("ny", 0))
    day.keep(article("nyare", 0))
    screen(day).refresh(frozenset({ChangeKind.NEWS}))
    listed = rows(day, "news")
    newest = listed.model().index(0, 0)
    assert (listed.model().rowCount(), str(newest.data())) == (before, "Nyhet mallar"), (
        "nobody has read the store for it"
    )
    day.workplace._toasts.undo_last()
    assert news.isVisible()
    assert str(listed.model().index(0, 0).data()).startswith("Nyhet ny")


def test_columns_are_equally_wide_whatever_stands_in_them(day: Opened) -> None:
    day.application.window.resize(1920, 1080)
    narrow = [each.width() for each in screen(day).findChildren(TodayCard) if each.isVisible() and each.columns == 1]
    assert max(narrow) - min(narrow) <= 2


def test_quick_tasks_and_tools_leave_through_the_door(day: Opened) -> None:
    next(each for each in card(day, "quick_tasks").findChildren(Button) if each.text() == "Sjukanmäl dig").click()
    tools = rows(day, "tools")
    tools.choose_first()
    QTest.keyClick(tools, Qt.Key.Key_Return)
    assert day.addresses == ["https://sjuk.nacka.example/", "https://arende.nacka.example/"]


def test_the_next_event_says_how_soon_it_is_and_each_minute_anew(day: Opened) -> None:
    model = rows(day, "calendar").model()

    def spoken() -> list[str]:
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.data(model.index(number, 0), role)) for number in range(model.rowCount())]

    assert any("Morgonavstämning" in each and "18 min" in each for each in spoken())
    day.clock.pass_time(timedelta(minutes=5))
    screen(day).tick(day.clock())
    assert any("Morgonavstämning" in each and "13 min" in each for each in spoken())
    assert any("Morgonfika" in each and "over" in each for each in spoken())
