"""What was meant for something that is gone becomes a task: a new task in the usual list with all that was wished for
it, and words whole, however long they are."""

import pytest

from tests.store.stored import NOW
from workplace_app.domain.conflict import Conflict
from workplace_app.domain.intent import IntentKind, IntentState
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.wishes import LONGEST_TASK_TITLE, Comment, NewTask, Remark, wish_of, words_of
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_filing import file_intent, keep_as_task
from workplace_app.store.outbox_reader import intent, pending_intents


def test_it_is_made_there_and_what_was_wished_for_it_follows(sync: Connection, screen: Connection) -> None:
    wish = NewTask("Ta med lasern")
    filed = file_intent(screen, IntentKind.CREATE_TASK, "todo:gone", NOW, wish)
    note = file_intent(screen, IntentKind.COMMENT_TASK, f"new:{filed.id}", NOW, Comment("Den röda"))
    delivery = OutboxDelivery(sync)
    delivery.needs_you(filed.id, Problem(ProblemKind.NOT_FOUND), NOW, Conflict(gone=True))
    asked = next(each for each in pending_intents(screen) if each.id == filed.id)
    made = keep_as_task(screen, asked, NOW)
    assert made is not None
    assert (made.target_id, wish_of(made.kind, made.payload)) == ("todo:", wish)
    assert delivery.deliverable(NOW) == (made,)
    delivery.confirmed(made.id, NOW, "todo:usual/1")
    (follows,) = delivery.deliverable(NOW)
    assert (follows.id, follows.target_id) == (note.id, "todo:usual/1")
    gone = intent(screen, filed.id)
    assert gone is not None
    assert gone.state is IntentState.WITHDRAWN


LONG = "Vilka handlingar ska följa med?\n\n" + "Många ringer och frågar om just det. " * 100


@pytest.mark.parametrize("words", ["Kort", "Två\nrader", LONG])
def test_words_stay_whole_in_the_task_and_in_what_was_let_go(sync: Connection, screen: Connection, words: str) -> None:
    filed = file_intent(screen, IntentKind.ASK_QUESTION, "intranet:1", NOW, Remark(words), about="Bygglov")
    OutboxDelivery(sync).needs_you(filed.id, Problem(ProblemKind.CHANGED_MEANWHILE), NOW, Conflict(gone=True))
    made = keep_as_task(screen, pending_intents(screen)[0], NOW)
    assert made is not None
    task = wish_of(made.kind, made.payload)
    assert isinstance(task, NewTask)
    assert len(task.title) <= LONGEST_TASK_TITLE
    assert words in (task.notes, task.title.removeprefix("Bygglov: "))
    let_go = intent(screen, filed.id)
    assert let_go is not None
    assert words_of(wish_of(let_go.kind, let_go.payload)) == words
