"""Another date, a comment, a new task: filed, shown at once, undone; the same on the card and in the list of all."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.opened import Opened
from tests.ui.screens.a_day import TASKS
from tests.ui.screens.finding import button, part, words
from tests.ui.screens.today.test_today_screen import rows, screen, task_rows, titles
from tests.ui.shell_parts import NOW
from tests.ui.widgets.accessible import faults
from ui.models.task_model import TaskRow
from ui.reminders.moment_button import MomentButton
from ui.screens.outbox.conflict_view import ConflictView
from ui.screens.today.all_tasks import ALL_TASKS, AllTasks
from ui.screens.today.comment_popover import CommentPopover
from ui.screens.today.day_choice import DayChoice, offered_days
from ui.screens.today.due_popover import DuePopover
from ui.screens.today.new_task import NewTaskPopover
from ui.screens.today.task_acts import TaskActs
from ui.widgets.choices import Chips
from ui.widgets.fields import TextField
from ui.widgets.popover import Popover
from ui.widgets.row_list import RowList
from ui.widgets.writing_area import WritingArea
from workplace_app.domain.conflict import ComparedField, Comparison, Conflict
from workplace_app.domain.intent import Intent, IntentKind
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.task import Task, TaskSource
from workplace_app.domain.wishes import Comment, DueChange, NewTask, Wish, wish_of
from workplace_app.store.drafts import Drafts
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_reader import intent, pending_intents

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
LATE, WEEK = TASKS[0], TASKS[2]
MAIL = Task(
    "mail:1", TaskSource.FLAGGED_MAIL, "Svara grannen", None, None, None, False, False, address="https://o.example/1"
)


@pytest.fixture(autouse=True)
def _nothing_floats_afterwards() -> Iterator[None]:
    yield
    for floating in QApplication.topLevelWidgets():
        if isinstance(floating, Popover):
            floating.close()


def list_of(day: Opened, place: str) -> RowList:
    if place == "card":
        return rows(day, "tasks")
    day.workplace.go("today", ALL_TASKS)
    return part(screen(day), AllTasks).rows


def press(
    listed: RowList, task: Task, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    assert listed.choose(task.id)
    listed.setFocus()
    QTest.keyClick(listed, key, modifier)


def filed(day: Opened) -> list[tuple[IntentKind, str, Wish, str]]:
    return [
        (each.kind, each.target_id, wish_of(each.kind, each.payload), each.about)
        for each in pending_intents(day.connection)
    ]


def shown_due(listed: RowList, task: Task) -> tuple[str, str]:
    row = next(each for each in task_rows(listed) if each.id == task.id)
    return row.due_words, row.pending_words


# Another date


@pytest.mark.parametrize("place", ["card", "all"])
def test_another_date_is_chosen_by_key_and_shown_at_once(day: Opened, place: str) -> None:
    listed = list_of(day, place)
    press(listed, LATE, Qt.Key.Key_D)
    popover = part(listed, DuePopover)
    assert faults(popover) == []
    button_of(popover, "Tomorrow").click()
    wish = DueChange(date(2026, 10, 14), date(2026, 10, 12))
    assert filed(day) == [(IntentKind.CHANGE_DUE, LATE.id, wish, LATE.title)]
    assert shown_due(listed, LATE) == ("tomorrow", "being sent")
    assert titles(listed)[0] == LATE.title, "nothing moves under the pointer"
    assert said(day) == "The task is due Wednesday 14 October."
    assert day.requests.asked[-1] == "refresh "


def button_of(popover: Popover, name: str) -> MomentButton:
    return next(each for each in popover.findChildren(MomentButton) if each.text() == name)


def said(day: Opened) -> str:
    return day.workplace._toasts.current_text


def test_a_changed_date_is_withdrawn_by_undo_while_it_waits(day: Opened) -> None:
    listed = rows(day, "tasks")
    acts(listed).wishes.change_due(row_of(listed, LATE), date(2026, 10, 20))
    day.requests.asked.clear()
    day.workplace._toasts.undo_last()
    assert filed(day) == []
    assert day.requests.asked == ["refresh "], "what stood behind it need wait no longer"
    assert shown_due(listed, LATE) == ("yesterday", "")


def acts(listed: RowList) -> TaskActs:
    return next(each for each in listed.findChildren(QObject) if isinstance(each, TaskActs))


def row_of(listed: RowList, task: Task) -> TaskRow:
    return next(each for each in task_rows(listed) if each.id == task.id)


def test_a_changed_date_that_has_left_is_changed_back(day: Opened) -> None:
    listed = rows(day, "tasks")
    acts(listed).wishes.change_due(row_of(listed, LATE), None)
    (first,) = pending_intents(day.connection)
    OutboxDelivery(day.sync).sending(first.id, NOW)
    day.workplace._toasts.undo_last()
    wishes = [wish for _kind, _target, wish, _about in filed(day)]
    assert wishes == [DueChange(None, date(2026, 10, 12)), DueChange(date(2026, 10, 12), None)]


def test_the_same_date_again_files_nothing(day: Opened) -> None:
    listed = rows(day, "tasks")
    acts(listed).wishes.change_due(row_of(listed, WEEK), date(2026, 10, 15))
    assert filed(day) == []


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (date(2026, 10, 13), ["2026-10-13", "2026-10-14", "2026-10-19", "2026-10-23", None]),
        (date(2026, 10, 18), ["2026-10-18", "2026-10-19", "2026-10-23", None]),
        (date(2026, 10, 19), ["2026-10-19", "2026-10-20", "2026-10-26", "2026-10-30", None]),
    ],
)
def test_the_days_that_are_offered_never_name_one_twice(
    qapp: QApplication, today: date, days: list[str | None]
) -> None:
    offered = offered_days(today)
    assert [None if each.day is None else each.day.isoformat() for each in offered] == days


def test_any_other_day_can_be_chosen(day: Opened) -> None:
    listed = rows(day, "tasks")
    press(listed, LATE, Qt.Key.Key_D)
    popover = part(listed, DuePopover)
    button(popover, "Another day …").click()
    part(popover, DayChoice)._field.step_days(40)
    button(popover, "Choose the day").click()
    ((_kind, _target, wish, _about),) = filed(day)
    assert wish == DueChange(date(2026, 11, 21), date(2026, 10, 12))


# A comment


def test_a_comment_is_held_so_that_it_can_be_taken_back(day: Opened) -> None:
    listed = rows(day, "tasks")
    press(listed, LATE, Qt.Key.Key_C)
    popover = part(listed, CommentPopover)
    area = part(popover, WritingArea)
    assert faults(popover) == []
    area.setPlainText("Nyckeln hänger på kroken.\nHälsa Pernilla.")
    QTest.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    text = "Nyckeln hänger på kroken.\nHälsa Pernilla."
    assert filed(day) == [(IntentKind.COMMENT_TASK, LATE.id, Comment(text), LATE.title)]
    delivery = OutboxDelivery(day.sync)
    assert delivery.deliverable(NOW + timedelta(seconds=5), patient=False) == ()
    assert len(delivery.deliverable(NOW + timedelta(seconds=6))) == 1
    assert not popover.isVisible()
    day.requests.asked.clear()
    day.workplace._toasts.undo_last()
    assert filed(day) == []
    assert day.requests.asked == ["refresh "]
    assert Drafts(day.connection).text(f"comment:{LATE.id}") == text, "the words are not lost"


def test_a_comment_that_has_left_is_not_pretended_to_be_taken_back(day: Opened) -> None:
    listed = rows(day, "tasks")
    acts(listed).wishes.comment(row_of(listed, LATE), "Klart")
    (sent,) = pending_intents(day.connection)
    OutboxDelivery(day.sync).sending(sent.id, NOW)
    day.workplace._toasts.undo_last()
    assert "too late" in said(day)
    assert len(filed(day)) == 1


def test_esc_keeps_what_was_written_as_a_draft(day: Opened) -> None:
    listed = rows(day, "tasks")
    press(listed, LATE, Qt.Key.Key_C)
    popover = part(listed, CommentPopover)
    part(popover, WritingArea).setPlainText("Halvfärdigt")
    QTest.keyClick(part(popover, WritingArea), Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert filed(day) == []
    again = acts(listed).wishes.ask_comment(row_of(listed, LATE))
    assert part(again, WritingArea).toPlainText() == "Halvfärdigt"
    other = acts(listed).wishes.ask_comment(row_of(listed, WEEK))
    assert part(other, WritingArea).toPlainText() == "", "a draft belongs to its task"


def test_words_that_the_disk_does_not_take_are_there_when_one_comes_back(day: Opened) -> None:
    long = "ord " * 50_000
    popover = acts(rows(day, "tasks")).wishes.ask_comment(row_of(rows(day, "tasks"), LATE))
    part(popover, WritingArea).setPlainText(long)
    day.connection.opened.set_authorizer(None)  # type: ignore[attr-defined]  # a screen may not fill the disk
    day.connection.execute("PRAGMA mine.max_page_count = 1")  # no more than there are
    with pytest.raises(ProblemRaised) as raised:  # main.py words it for the user (crash_report)
        popover.close()
    assert raised.value.problem.kind is ProblemKind.DISK_FULL
    again = acts(rows(day, "tasks")).wishes.ask_comment(row_of(rows(day, "tasks"), LATE))
    assert part(again, WritingArea).toPlainText() == long
    day.connection.execute("PRAGMA mine.max_page_count = 1000000")
    again.close()
    assert Drafts(day.connection).text(f"comment:{LATE.id}") == long


def test_nothing_but_air_is_not_sent(day: Opened) -> None:
    listed = rows(day, "tasks")
    popover = acts(listed).wishes.ask_comment(row_of(listed, LATE))
    area = part(popover, WritingArea)
    area.setPlainText("  \n ")
    assert not button(popover, "Send").isEnabled()
    QTest.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert filed(day) == []


def test_without_a_network_the_comment_says_when_it_is_sent(day: Opened) -> None:
    day.workplace.watcher.at_rest = SyncProgress(running=False, offline=True)
    listed = rows(day, "tasks")
    popover = acts(listed).wishes.ask_comment(row_of(listed, LATE))
    assert any(each.startswith("No network: the comment is sent when it is back") for each in words(popover))


# A new task


@pytest.mark.parametrize("place", ["cards", "all"])
def test_a_new_task_is_asked_for_by_key_and_filed(day: Opened, place: str) -> None:
    if place == "all":
        day.workplace.go("today", ALL_TASKS)
    day.workplace.commands.run("today.new_task")
    popover = part(screen(day), NewTaskPopover)
    assert faults(popover) == []
    title = part(popover, TextField)
    title.setText("  Ta med   lasern ")
    part(popover, Chips).choose("tomorrow")
    QTest.keyClick(title, Qt.Key.Key_Return)
    wish = NewTask("Ta med lasern", date(2026, 10, 14))
    assert filed(day) == [(IntentKind.CREATE_TASK, "todo:", wish, "Ta med lasern")]
    assert not popover.isVisible()
    day.workplace._toasts.undo_last()
    assert filed(day) == []
    assert Drafts(day.connection).text("new_task") == "Ta med lasern"


def test_a_new_task_is_among_the_others_at_once_and_can_be_moved_and_taken_back(day: Opened) -> None:
    screen(day)._new_tasks.file("Ta med lasern", date(2026, 10, 13))
    listed = rows(day, "tasks")
    made = next(row for row in task_rows(listed) if row.task.title == "Ta med lasern")
    acts(listed).wishes.change_due(made, date(2026, 10, 14))
    assert [(kind, target) for kind, target, _wish, _about in filed(day)] == [
        (IntentKind.CREATE_TASK, "todo:"),
        (IntentKind.CHANGE_DUE, made.id),
    ]
    day.workplace._toasts.undo_last()
    press(listed, made.task, Qt.Key.Key_Delete)
    assert filed(day) == []
    assert "Ta med lasern" not in titles(listed)
    day.workplace._toasts.undo_last()
    assert "Ta med lasern" in titles(listed)


def test_a_new_task_that_has_reached_to_do_is_undone_by_ticking_it_off(day: Opened) -> None:
    screen(day)._new_tasks.file("Ta med lasern", None)
    (made,) = pending_intents(day.connection)
    delivery = OutboxDelivery(day.sync)
    delivery.sending(made.id, NOW)
    delivery.confirmed(made.id, NOW, "todo:1/9")
    day.workplace._toasts.undo_last()
    assert [(kind, target) for kind, target, _wish, _about in filed(day)] == [(IntentKind.COMPLETE_TASK, "todo:1/9")]
    assert "ticked off" in said(day)


def test_a_task_needs_a_title(day: Opened) -> None:
    day.workplace.commands.run("today.new_task")
    popover = part(screen(day), NewTaskPopover)
    button(popover, "Save the task").click()
    assert popover.isVisible()
    assert "Write what is to be done." in words(popover)
    assert filed(day) == []


def test_a_title_that_was_begun_is_there_the_next_time(day: Opened) -> None:
    day.workplace.commands.run("today.new_task")
    popover = part(screen(day), NewTaskPopover)
    part(popover, TextField).setText("Halv titel")
    popover.close()
    assert Drafts(day.connection).text("new_task") == "Halv titel"


def test_in_a_narrow_window_the_button_says_less(day: Opened) -> None:
    shown = screen(day)
    shown.set_effective_width(1440)
    assert button(shown, "New task").isVisible()
    shown.set_effective_width(720)
    assert button(shown, "New").isVisible()


# What needs the user, and what is kept elsewhere


def collided(day: Opened) -> Intent:
    listed = rows(day, "tasks")
    acts(listed).wishes.change_due(row_of(listed, LATE), date(2026, 10, 20))
    (moved,) = pending_intents(day.connection)
    conflict = Conflict((Comparison(ComparedField.DUE, "2026-10-20", "2026-10-14"),), "Samira Tjärnvik")
    OutboxDelivery(day.sync).needs_you(moved.id, Problem(ProblemKind.CHANGED_MEANWHILE), NOW, conflict)
    acts(listed).ticking.leave()
    return moved


def test_a_task_that_needs_you_asks_over_the_page_where_it_stands(day: Opened) -> None:
    moved = collided(day)
    listed = rows(day, "tasks")
    assert row_of(listed, LATE).pending_words == "needs you"
    assert acts(listed)._needing(row_of(listed, LATE)) == moved.id
    acts(listed)._decide(moved.id)
    view = part(day.application.window, ConflictView)
    view.theirs.keep.click()
    assert pending_intents(day.connection) == ()
    found = intent(day.connection, moved.id)
    assert found is not None
    assert found.conflict is not None, "both versions can still be read"


def test_flagged_mail_is_changed_where_it_is_kept(day: Opened) -> None:
    day.keep(MAIL)
    listed = list_of(day, "all")
    press(listed, MAIL, Qt.Key.Key_D)
    assert filed(day) == []
    assert day.addresses == ["https://o.example/1"]
    assert "changed in Outlook" in said(day)
