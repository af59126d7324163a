"""Tasks from Planner, To Do and flagged mail."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from sync.wire.mail import inbox_from_folder, task_from_message
from sync.wire.planner import PlannerNames, planner_task, task_details, task_from_planner
from sync.wire.reading import UnreadableItemError
from sync.wire.todo import task_from_todo, todo_list
from workplace_app.domain.task import Task, TaskSource

ME = "11111111-0000-0000-0000-000000000001"


def _planner(**fields: Any) -> Task:
    names = PlannerNames({"p": "Bygglov hösten"}, {"b": "Att göra"}, {"chef": "Ulla Ek"})
    return task_from_planner(planner_task(json.dumps({"id": "t", **fields}).encode()), ME, names)


def test_a_planner_task_knows_its_plan_bucket_and_who_gave_it() -> None:
    assignment = {"assignedBy": {"user": {"id": "chef"}}, "assignedDateTime": "2026-11-20T08:00:00Z"}
    task = _planner(title=" Granska ", planId="p", bucketId="b", assignments={ME: assignment, "other": None})
    assert (task.id, task.title, task.container_title, task.bucket_title) == (
        "planner:t",
        "Granska",
        "Bygglov hösten",
        "Att göra",
    )
    assert (task.assigned_by_id, task.assigned_by_name) == ("chef", "Ulla Ek")
    assert task.assigned_at == datetime(2026, 11, 20, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("percent", "completed"), [(0, False), (50, False), (100, True), (99.9, False), (None, False), ("100", True)]
)
def test_a_planner_task_is_done_at_a_hundred_percent(percent: object, completed: bool) -> None:
    assert _planner(percentComplete=percent).completed is completed


@pytest.mark.parametrize(
    ("priority", "important"), [(0, True), (1, True), (4, True), (5, False), (9, False), (None, False)]
)
def test_planners_priorities_below_medium_are_important(priority: int | None, important: bool) -> None:
    assert _planner(priority=priority).important is important


def test_a_checklist_is_counted_on_the_task_until_its_details_are_read() -> None:
    assert (_planner(checklistItemCount=5, activeChecklistItemCount=2).checklist_done) == 3
    assert (_planner(checklistItemCount=1, activeChecklistItemCount=7).checklist_done) == 0
    details = task_details(b'{"id":"t","description":" Text ","checklist":{"a":{"isChecked":true},"b":null,"c":{}}}')
    task = task_from_planner(planner_task(b'{"id":"t"}'), ME, PlannerNames(), details)
    assert (task.checklist_done, task.checklist_total, task.notes) == (1, 2, "Text")


def test_a_todo_day_that_is_local_midnight_is_kept_to_the_moment() -> None:
    item = b'{"id":"t","dueDateTime":{"dateTime":"2026-11-22T23:00:00.0000000","timeZone":"UTC"},"status":"completed"}'
    task = task_from_todo(item, "l", "Inköp")
    assert task.due == datetime(2026, 11, 22, 23, tzinfo=UTC)
    assert task.due_is_a_day
    assert (task.id, task.source, task.container_title, task.completed) == ("todo:l/t", TaskSource.TODO, "Inköp", True)


def test_a_todo_tasks_notes_are_words_and_its_steps_are_counted() -> None:
    item = {
        "id": "t",
        "importance": "high",
        "body": {"contentType": "html", "content": "<p>Ring <b>Eva</b></p>"},
        "checklistItems": [{"isChecked": True}, None, {"isChecked": False}],
    }
    task = task_from_todo(json.dumps(item).encode(), "l", "")
    assert (task.notes, task.checklist_done, task.checklist_total, task.important) == ("Ring Eva", 1, 2, True)
    assert task.container_title is None


def test_the_list_that_mirrors_flagged_mail_is_known() -> None:
    assert todo_list(b'{"id":"l","wellknownListName":"flaggedEmails"}').repeats_flagged_mail
    assert not todo_list(b'{"id":"l","wellknownListName":"unknownFutureValue"}').repeats_flagged_mail


def test_a_flagged_message_is_a_task_that_names_its_sender() -> None:
    item = {
        "id": "m",
        "subject": "Budget",
        "from": {"emailAddress": {"name": "Ulla Ek"}},
        "flag": {"flagStatus": "flagged", "dueDateTime": {"dateTime": "2026-11-24T23:00:00", "timeZone": "UTC"}},
        "webLink": "https://outlook.office365.com/owa/?ItemID=A%2BB&x=1",
    }
    task = task_from_message(json.dumps(item).encode())
    assert (task.id, task.notes, task.completed) == ("mail:m", "Ulla Ek", False)
    assert task.due == datetime(2026, 11, 24, 23, tzinfo=UTC)
    assert task.address == "https://outlook.office365.com/owa/?ItemID=A%2BB&x=1"


def test_an_inbox_that_does_not_tell_its_count_is_not_said_to_be_empty() -> None:
    with pytest.raises(UnreadableItemError):
        inbox_from_folder(b'{"id":"inbox"}')
    assert inbox_from_folder(b'{"unreadItemCount":0}').unread == 0
