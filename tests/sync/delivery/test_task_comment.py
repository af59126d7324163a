"""A comment on a task: in the conversation of Planner's group, below the notes in To Do; once, whatever happens."""

import contextlib
from datetime import timedelta
from typing import Any

import pytest

from tests.sync.delivery.town_desk import ELIN, TownDesk
from workplace_app.domain.intent import IntentKind, IntentState
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.wishes import Comment
from workplace_app.store.moments import LOCAL_ZONE
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_filing import try_again

WORDS = "Måtten stämmer <nu>\noch ritningen & planen är uppdaterade."
SOURCES = ["planner", "todo"]
THREADS, TASKS = "/v1.0/groups/*/threads", "/v1.0/planner/tasks/*"


def say(desk: TownDesk, task: str, words: str = WORDS) -> str:
    return desk.file(IntentKind.COMMENT_TASK, task, Comment(words))


def notes(desk: TownDesk, task: str) -> str:
    document = desk.document(task)
    assert document is not None
    return str(document["body"]["content"])


def times_said(desk: TownDesk, task: str, words: str = "Måtten stämmer") -> int:
    if task.startswith("todo:"):
        return notes(desk, task).count(words)
    return sum(words in post for post in desk.posts(task))


def test_the_first_comment_begins_a_thread_that_the_task_names(desk: TownDesk) -> None:
    task = desk.take("planner")
    assert desk.deliver(say(desk, task)).state is IntentState.CONFIRMED
    (post,) = desk.posts(task)
    assert "<p>Måtten stämmer &lt;nu&gt;</p><p>och ritningen &amp; planen är uppdaterade.</p>" in post
    assert [thread["id"] for thread in desk.threads(task)] == [(desk.document(task) or {})["conversationThreadId"]]


def test_the_next_comment_goes_into_the_same_thread_after_those_of_others(desk: TownDesk) -> None:
    task = desk.take("planner")
    desk.colleague("comment", task, text="Hur går det?")
    thread = (desk.document(task) or {})["conversationThreadId"]
    assert desk.deliver(say(desk, task)).state is IntentState.CONFIRMED
    assert ["Hur går det?" in post for post in desk.posts(task)] == [True, False]
    assert (desk.document(task) or {})["conversationThreadId"] == thread


def test_a_to_do_task_gets_a_line_with_day_and_name_below_its_notes(desk: TownDesk) -> None:
    task = desk.take("todo")
    desk.colleague("comment", task, text="Ring först.")
    wish = say(desk, task)
    assert desk.deliver(wish).state is IntentState.CONFIRMED
    filed = desk.intent(wish).filed_at.astimezone(LOCAL_ZONE)
    assert notes(desk, task).endswith(f"Ring först.\n\n{filed:%Y-%m-%d %H:%M} {ELIN.name}: {WORDS}")


def test_notes_in_html_keep_their_markup(desk: TownDesk) -> None:
    task = desk.take("todo")
    list_id, _, name = task[5:].partition("/")
    shelf = desk.graph.tenant.todo.tasks_in(ELIN, list_id)
    assert shelf is not None
    html = {"body": {"contentType": "html", "content": "<html><body><b>Viktigt</b></body></html>"}}
    desk.graph.tenant.todo.change(shelf, name, html, desk.clock.now())
    assert desk.deliver(say(desk, task)).state is IntentState.CONFIRMED
    assert "<b>Viktigt</b><p>2026" in notes(desk, task)
    assert "&lt;nu&gt;<br>och ritningen &amp; planen" in notes(desk, task)
    assert notes(desk, task).endswith("</p></body></html>")


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("talked", [False, True], ids=["first", "next"])
@pytest.mark.parametrize("lost", ["POST", "PATCH"])
def test_a_lost_answer_at_any_step_is_settled_by_looking(desk: TownDesk, source: str, talked: bool, lost: str) -> None:
    task = desk.take(source)
    if talked:
        desk.colleague("comment", task, text="Hur går det?")
    desk.fault(kind="answer_lost", method=lost, times=1)
    wish = say(desk, task)
    desk.deliver(wish)
    assert desk.deliver(wish).state is IntentState.CONFIRMED
    assert times_said(desk, task) == 1


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "reset"},
        {"kind": "throttled", "retry_after": "600"},
        {"kind": "status", "status": 500},
        {"kind": "status", "status": 403},
        {"kind": "status", "status": 412},
        {"kind": "answer_lost"},
    ],
    ids=lambda fault: fault.get("status") or fault["kind"],
)
@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("step", range(5))
def test_whatever_ends_an_attempt_at_any_step_it_is_said_once_in_the_end(
    desk: TownDesk, source: str, step: int, fault: dict[str, Any]
) -> None:
    task = desk.take(source)
    desk.fault(method="*", skip=step, times=3 if fault.get("status") == 412 else 1, **fault)
    wish = say(desk, task)
    for _ in range(4):
        desk.clock.moment += timedelta(hours=1)
        if desk.deliver(wish).state is IntentState.NEEDS_YOU:
            assert try_again(desk.connection, wish, desk.clock.now())
    assert desk.intent(wish).state is IntentState.CONFIRMED
    assert times_said(desk, task) == 1
    assert source == "todo" or len(desk.threads(task)) == 1


@pytest.mark.parametrize("requests", range(5))
@pytest.mark.parametrize("source", SOURCES)
def test_a_program_that_was_killed_between_two_steps_goes_on_where_it_was(
    desk: TownDesk, source: str, requests: int
) -> None:
    task = desk.take(source)
    wish = say(desk, task)

    def kill(number: int) -> None:
        if number > requests:
            raise KeyboardInterrupt

    desk.before_request = kill
    with contextlib.suppress(KeyboardInterrupt):
        desk.deliver(wish)
    desk.before_request = None
    assert desk.deliver(wish).state is IntentState.CONFIRMED
    assert times_said(desk, task) == 1


def test_a_mailbox_that_takes_our_mark_away_is_told_by_author_words_and_time(desk: TownDesk) -> None:
    task = desk.take("planner")
    desk.colleague("comment", task, text="Måtten stämmer")
    desk.fault(kind="answer_lost", method="POST", times=1)
    wish = say(desk, task, "Måtten stämmer")
    assert desk.deliver(wish).state is IntentState.UNKNOWN
    _take_marks_away(desk, task)
    assert desk.deliver(wish).state is IntentState.CONFIRMED
    assert times_said(desk, task) == 2


def test_the_same_words_by_somebody_else_are_not_taken_for_ones_own(desk: TownDesk) -> None:
    task = desk.take("planner")
    desk.colleague("comment", task, text="Hur går det?")
    desk.fault(kind="reset", method="POST", times=1)
    wish = say(desk, task, "Klart")
    desk.deliver(wish)
    desk.colleague("comment", task, text="Klart")
    assert desk.deliver(wish).state is IntentState.CONFIRMED
    assert times_said(desk, task, "Klart") == 2


def test_the_same_words_twice_are_two_comments(desk: TownDesk) -> None:
    task = desk.take("planner")
    first, second = say(desk, task, "Ringde"), say(desk, task, "Ringde")
    desk.fault(kind="reset", method="POST", path="*/reply", times=1)
    desk.deliver(second)
    assert desk.deliver(second).state is IntentState.CONFIRMED
    assert desk.intent(first).state is IntentState.CONFIRMED
    assert times_said(desk, task, "Ringde") == 2


def test_a_thread_that_a_colleague_began_meanwhile_is_the_tasks_and_gets_the_words(desk: TownDesk) -> None:
    task = desk.take("planner")
    wish = say(desk, task)

    def meanwhile(number: int) -> None:
        if number == 4:  # our thread has been begun, the task does not name it yet
            desk.colleague("comment", task, text="Hur går det?")

    desk.before_request = meanwhile
    assert desk.deliver(wish).state is IntentState.CONFIRMED
    assert ["Hur går det?" in post for post in desk.posts(task)] == [True, False]
    assert times_said(desk, task) == 1


def test_a_thread_that_has_been_removed_is_begun_again(desk: TownDesk) -> None:
    task = desk.take("planner")
    desk.graph.tenant.planner.change_task(task[8:], {"conversationThreadId": "AAQkAGremoved="})
    assert desk.deliver(say(desk, task)).state is IntentState.CONFIRMED
    assert times_said(desk, task) == 1


def test_a_task_that_was_renamed_between_two_attempts_gets_no_second_thread(desk: TownDesk) -> None:
    task = desk.take("planner")
    title = str((desk.document(task) or {})["title"])
    wish = desk.file(IntentKind.COMMENT_TASK, task, Comment(WORDS), about=title)
    desk.fault(kind="answer_lost", method="POST", times=1)
    desk.deliver(wish)
    desk.colleague("rename", task, title="Något annat")
    assert desk.deliver(wish).state is IntentState.CONFIRMED
    assert times_said(desk, task) == 1


@pytest.mark.parametrize("source", SOURCES)
def test_words_for_a_task_that_is_gone_come_back_to_the_user(desk: TownDesk, source: str) -> None:
    task = desk.take(source)
    wish = say(desk, task)
    desk.colleague("remove", task)
    delivered = desk.deliver(wish)
    assert (delivered.state, delivered.conflict and delivered.conflict.gone) == (IntentState.NEEDS_YOU, True)


def test_a_to_do_task_that_a_colleague_writes_in_at_the_same_moment_keeps_both(desk: TownDesk) -> None:
    task = desk.take("todo")

    def meanwhile(number: int) -> None:
        if number == 2:
            desk.colleague("comment", task, text="Ring först.")

    desk.before_request = meanwhile
    assert desk.deliver(say(desk, task)).state is IntentState.CONFIRMED
    assert times_said(desk, task, "Ring först.") == 1
    assert times_said(desk, task) == 1


def test_without_the_permission_the_words_wait_for_it_by_its_name(desk: TownDesk) -> None:
    task = desk.take("planner")
    desk.town.order("consent", scope="Group-Conversation.ReadWrite.All", granted=False)
    desk.sign_in()
    wish = say(desk, task)
    delivered = desk.deliver(wish)
    assert delivered.state is IntentState.NEEDS_YOU
    assert delivered.problem is not None
    assert (delivered.problem.kind, delivered.problem.scope) == (
        ProblemKind.CONSENT_MISSING,
        "Group-Conversation.ReadWrite.All",
    )
    desk.town.order("consent", scope="Group-Conversation.ReadWrite.All", granted=True)
    desk.sign_in()
    assert try_again(desk.connection, wish, desk.clock.now())
    assert desk.deliver(wish).state is IntentState.CONFIRMED
    assert times_said(desk, task) == 1


def test_a_flagged_message_has_no_place_for_comments(desk: TownDesk) -> None:
    assert desk.deliver(say(desk, "mail:m")).state is IntentState.NEEDS_YOU


def test_a_wish_left_by_a_crash_is_looked_for_although_nothing_was_sent(desk: TownDesk) -> None:
    task = desk.take("planner")
    wish = say(desk, task)
    OutboxDelivery(desk.connection).sending(wish, desk.clock.now())
    assert desk.deliver(wish).state is IntentState.CONFIRMED
    assert times_said(desk, task) == 1


def _take_marks_away(desk: TownDesk, task: str) -> None:
    document = desk.document(task) or {}
    groups, plans = desk.graph.tenant.groups, desk.graph.tenant.planner.plans
    shelf = groups.posts_in(groups.by_id[plans[document["planId"]].group_id], document["conversationThreadId"])
    assert shelf is not None
    for post in shelf.all():
        content = post["body"]["content"].partition('<div id="')
        if content[1]:
            bare = content[0] + "<div>" + content[2].partition('">')[2]
            shelf.put(post["id"], {**post, "body": {"contentType": "html", "content": bare}})
