"""What is said of a wish whose target is gone: the user's words in full, and a way to keep them."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.shell_parts import NOW
from ui.screens.outbox.conflict_words import ConflictWords, conflict_words
from ui.screens.outbox.intent_rows import intent_row
from workplace_app.domain.conflict import Conflict
from workplace_app.domain.intent import Intent, IntentKind, IntentState
from workplace_app.domain.wishes import Comment, NewTask, Remark, Reply, Wish, payload_of

TEXT = "När öppnar ni på lördag?"
GONE = Conflict(gone=True)


def said(kind: IntentKind, wish: Wish, conflict: Conflict = GONE) -> ConflictWords:
    collided = Intent("1", kind, "article:1", payload_of(wish), IntentState.NEEDS_YOU, NOW, conflict=conflict)
    return conflict_words(collided, wish, "Nya öppettider", (), NOW)


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
def test_words_to_something_that_is_gone_can_be_read_and_kept(qapp: QApplication, kind: IntentKind, wish: Wish) -> None:
    mine = said(kind, wish).mine
    assert mine.title == "What you wrote"
    assert [(each.name, each.value) for each in mine.fields] == [("Text", TEXT)]
    assert mine.button == "Make a task of it"


def test_a_new_task_whose_list_is_gone_can_be_kept(qapp: QApplication) -> None:
    assert said(IntentKind.CREATE_TASK, NewTask("Ta med lasern")).mine.button == "Make a task of it"


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
