"""Whatever somebody writes and sends: when filing it fails half-way, the words stand where they were written, once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.opened import Opened
from tests.ui.screens.a_day import CHAT, MESSAGES, TASKS
from tests.ui.screens.finding import button, part
from tests.ui.shell_parts import NOW
from ui.models.task_model import TaskModel
from ui.screen import Screen
from ui.screens.today.comment_popover import CommentPopover
from ui.screens.today.new_task import NewTaskPopover
from ui.screens.workspaces.page_pane import PagePane
from ui.screens.workspaces.reply_box import ReplyBox
from ui.widgets.fields import TextField
from ui.widgets.row_list import RowList
from ui.widgets.writing_area import WritingArea
from workplace_app.domain.draft import Draft
from workplace_app.domain.wishes import LONGEST_TASK_TITLE, NewTask, wish_as
from workplace_app.store.drafts import Drafts, begun_draft, keep_draft
from workplace_app.store.only_here_reader import only_here
from workplace_app.store.outbox_filing import withdraw
from workplace_app.store.outbox_reader import pending_intents

WORDS = "Jag tittar efter lunch."
FAILS = "CREATE TRIGGER mine.fails BEFORE DELETE ON drafts BEGIN SELECT RAISE(ABORT, 'full'); END"
Written = Callable[[], str]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def page(day: Opened) -> Screen:
    shown = day.workplace.pages.shown
    assert shown is not None
    return shown


def reply(day: Opened) -> Written:
    day.workplace.go("workspaces", "n:nämnd")
    box = part(page(day), ReplyBox)
    button(box, "Reply").click()
    box.field.setPlainText(WORDS)
    QTest.keyClick(box.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    return lambda: box.field.toPlainText() if box.field.isVisible() else ""


@pytest.mark.parametrize("begun", ["", "En sak till."])
def test_a_reply_that_is_called_back_from_a_page_that_has_gone_is_in_the_field_of_the_one_that_is_there(
    day: Opened, begun: str
) -> None:
    """Both are about the same chat; what is written in the second is kept behind it."""
    day.workplace.go("workspaces", CHAT.id)
    box = part(page(day), ReplyBox)
    box.open()
    box.field.setPlainText(WORDS)
    box.send()
    day.workplace.go("workspaces", "n:nämnd")
    day.workplace.go("workspaces", CHAT.id)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    shown = part(page(day), PagePane).shown
    assert shown is not None
    box = part(shown, ReplyBox)
    box.open()
    box.field.setPlainText(begun)
    day.workplace._toasts.undo_last()
    box.open()
    assert box.field.toPlainText() == (f"{WORDS}\n\n{begun}" if begun else WORDS)
    box.close_field()
    assert Drafts(day.connection).text(f"reply:{CHAT.id}") == box.field.toPlainText()


def comment(day: Opened) -> Written:
    rows = next(each for each in page(day).findChildren(RowList) if isinstance(each.model(), TaskModel))
    rows.choose(TASKS[0].id)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_C)
    popover = part(rows, CommentPopover)
    area = part(popover, WritingArea)
    area.setPlainText(WORDS)
    QTest.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    return lambda: area.toPlainText() if popover.isVisible() else ""


def new_task(day: Opened) -> Written:
    day.workplace.commands.run("today.new_task")
    popover = part(page(day), NewTaskPopover)
    title = part(popover, TextField)
    title.setText(WORDS)
    QTest.keyClick(title, Qt.Key.Key_Return)
    return lambda: title.text() if popover.isVisible() else ""


WRITERS = {"reply": reply, "comment": comment, "new task": new_task}
MEANT_FOR = {"reply": f"reply:{MESSAGES[0].thread_id}", "comment": f"comment:{TASKS[0].id}", "new task": "new_task"}
"""What the words are kept for while they are written."""


@pytest.mark.parametrize("writer", WRITERS)
def test_when_filing_fails_the_words_stay_where_they_were_written(day: Opened, qtbot: QtBot, writer: str) -> None:
    day.sync.execute(FAILS)
    with qtbot.capture_exceptions() as raised:
        written = WRITERS[writer](day)
    assert len(raised) == 1, "somebody is told"
    assert written() == WORDS
    assert pending_intents(day.connection) == ()
    assert only_here(day.connection).drafts == 1


@pytest.mark.parametrize("writer", WRITERS)
def test_what_is_filed_is_no_draft_any_more(day: Opened, writer: str) -> None:
    written = WRITERS[writer](day)
    assert written() == ""
    assert len(pending_intents(day.connection)) == 1
    assert only_here(day.connection).drafts == 0


@pytest.mark.parametrize("writer", WRITERS)
def test_undo_of_what_was_taken_back_elsewhere_is_not_too_late(day: Opened, writer: str) -> None:
    """In the outbox, or where it is shown: the toast outlives that."""
    WRITERS[writer](day)
    (filed,) = pending_intents(day.connection)
    assert withdraw(day.connection, filed.id, NOW)
    for _ in range(2):
        day.workplace._toasts.undo_last()
        assert "too late" not in day.workplace._toasts.current_text
        assert begun_draft(day.connection, MEANT_FOR[writer]) == Draft(MEANT_FOR[writer], WORDS)


def test_titles_that_came_back_stay_whole_however_long_they_are_together(day: Opened) -> None:
    """Which is more than a title has room for: the task has the rest in its notes."""
    together = " ".join(["Ring om kartan"] * 14 + ["Boka lokalen igen"] * 12)
    keep_draft(day.connection, Draft("new_task", together))
    day.workplace.commands.run("today.new_task")
    part(page(day), NewTaskPopover).close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert begun_draft(day.connection, "new_task") == Draft("new_task", together)
    day.workplace.commands.run("today.new_task")
    button(part(page(day), NewTaskPopover), "Save the task").click()
    (filed,) = pending_intents(day.connection)
    wish = wish_as(NewTask, filed.kind, filed.payload)
    assert wish.notes == together
    assert len(wish.title) <= LONGEST_TASK_TITLE
