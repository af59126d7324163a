"""What is said of a wish whose target is gone: the user's words in full, and a way to keep them."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.screens.outbox.full_outbox import CHANGED_TIME
from tests.ui.shell_parts import NOW
from ui.screens.outbox.conflict_words import ConflictWords, conflict_words
from ui.screens.outbox.intent_rows import intent_row
from workplace_app.domain.conflict import ComparedField, Comparison, Conflict
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.wishes import Comment, DueChange, NewTask, Remark, Reply, TimeGivenBack, Wish, payload_of

TEXT = "När öppnar ni på lördag?"
GONE = Conflict(gone=True)
GONE_TASK = Conflict(
    (Comparison(ComparedField.DUE, "2026-12-04", None), Comparison(ComparedField.TITLE, "Ta med lasern", None)),
    gone=True,
)
"""As the delivery of wishes for tasks has it: what the user saw, and nothing beside it."""


def said(kind: IntentKind, wish: Wish, conflict: Conflict = GONE) -> ConflictWords:
    collided = Intent("1", kind, "article:1", payload_of(wish), IntentState.NEEDS_YOU, NOW, conflict=conflict)
    return conflict_words(collided, wish, "Nya öppettider", (), NOW)


def test_time_that_was_changed_since_is_kept_or_removed_all_the_same(qapp: QApplication) -> None:
    words = said(IntentKind.GIVE_TIME_BACK, TimeGivenBack("Läsa", NOW, NOW, "1"), CHANGED_TIME)
    assert words.title == "The time has been changed in the calendar"
    assert (words.mine.button, words.theirs.button) == ("Remove it all the same", "Let it stay")
    assert [(each.name, each.value) for each in words.theirs.fields if each.differs] == [
        ("Begins", "Wednesday 14 October 15:00"),
        ("Invited", "Samira Tjärnvik"),
        ("Notes", "Ta med ritningarna."),
    ]
    assert words.theirs.who == "", "it is the user's own calendar"
    assert "told that the meeting is cancelled" in words.kept


def test_nobody_is_said_to_be_told_where_nobody_is_invited(qapp: QApplication) -> None:
    alone = Conflict((Comparison(ComparedField.INVITED, None, None), Comparison(ComparedField.REPEATS, None, "yes")))
    words = said(IntentKind.GIVE_TIME_BACK, TimeGivenBack("Läsa", NOW, NOW, "1"), alone)
    assert "told" not in words.kept
    assert [(each.name, each.value) for each in words.theirs.fields if each.differs] == [("Repeated", "Yes")]


@pytest.mark.parametrize(
    ("kind", "wish"),
    [
        (IntentKind.ASK_QUESTION, Remark(TEXT)),
        (IntentKind.SEND_IDEA, Remark(TEXT)),
        (IntentKind.CORRECT_ERROR, Remark(TEXT)),
        (IntentKind.REPLY, Reply(TEXT)),
        (IntentKind.COMMENT_TASK, Comment(TEXT)),
    ],
)
@pytest.mark.parametrize("conflict", [GONE, GONE_TASK])
def test_words_to_something_that_is_gone_can_be_read_and_kept(
    qapp: QApplication, kind: IntentKind, wish: Wish, conflict: Conflict
) -> None:
    mine = said(kind, wish, conflict).mine
    assert mine.title == "What you wrote"
    assert [(each.name, each.value) for each in mine.fields] == [("Text", TEXT)]
    assert mine.button == "Make a task of it"


def test_what_is_gone_says_nothing_but_that(qapp: QApplication) -> None:
    moved = said(IntentKind.CHANGE_DUE, DueChange(date(2026, 12, 4), None), GONE_TASK)
    assert [(each.name, each.value) for each in moved.theirs.fields] == [("State", "Removed")]
    assert [each.name for each in moved.mine.fields] == ["Due"]


def test_a_new_task_whose_list_is_gone_can_be_kept(qapp: QApplication) -> None:
    mine = said(IntentKind.CREATE_TASK, NewTask("Ta med lasern"), GONE_TASK).mine
    assert mine.button == "Make a task of it"
    assert [(each.name, each.value) for each in mine.fields] == [("Title", "Ta med lasern")]


def test_when_it_is_decided_the_other_version_is_no_longer_said_to_stand_there_now(qapp: QApplication) -> None:
    wish = DueChange(date(2026, 12, 4), None)
    conflict = Conflict((Comparison(ComparedField.DUE, "2026-12-04", "2026-12-27"),))
    sent = Intent(
        "1", IntentKind.CHANGE_DUE, "planner:1", payload_of(wish), IntentState.CONFIRMED, NOW, conflict=conflict
    )
    assert conflict_words(sent, wish, "Karta", (), NOW).theirs.title == "The other version"
    assert said(IntentKind.CHANGE_DUE, wish, conflict).theirs.title == "In To Do now"


def test_a_name_of_nothing_but_air_is_nobody_s(qapp: QApplication) -> None:
    assert said(IntentKind.CHANGE_DUE, Comment(TEXT), Conflict(changed_by=" ")).theirs.button == "Keep the other one"


def test_a_text_of_a_million_letters_is_laid_out_in_part_and_kept_whole(qapp: QApplication) -> None:
    text = "ord " * 250_000
    wish = Reply(text)
    filed = Intent("1", IntentKind.REPLY, "chat:1", payload_of(wish), IntentState.WAITING, NOW, about="Ärenden")
    row = intent_row(filed, None, NOW, offline=False)
    assert len(row.title) < 300
    assert row.text == text
    assert len(said(IntentKind.REPLY, wish).mine.fields[0].value) < 5_000
