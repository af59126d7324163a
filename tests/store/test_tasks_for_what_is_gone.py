"""A new task whose list is gone is kept in the usual list, with everything that was wished for it."""

from tests.store.stored import NOW
from workplace_app.domain.conflict import Conflict
from workplace_app.domain.intent import IntentKind, IntentState
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.wishes import Comment, NewTask, wish_of
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
