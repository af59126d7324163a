"""Tasks from Planner, To Do and flagged mail follow what happens to them elsewhere."""

import pytest

from tests.sync.feeds.conftest import Municipality
from tests.sync.feeds.reader import FeedReader
from workplace_app.domain.mailbox import Inbox
from workplace_app.domain.notification import Notification, NotificationKind
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.task import Task


def test_a_planner_task_that_changed_is_the_only_one_fetched(municipality: Municipality, reader: FeedReader) -> None:
    first = reader.read("planner")
    tasks = {task.id: task for task in first.of(Task)}
    assert all(task.container_title and task.bucket_title for task in tasks.values())
    assert any(task.notes for task in tasks.values())
    changed = next(task for task in tasks.values() if not task.completed)
    municipality.tenant.planner.change_task(changed.id.removeprefix("planner:"), {"title": "Nytt namn"})
    second = reader.read("planner")
    (task,) = second.of(Task)
    assert (task.id, task.title, task.container_title) == (changed.id, "Nytt namn", changed.container_title)
    assert task.notes == changed.notes or task.notes
    assert second.requests <= 3
    assert not reader.read("planner").facts


def test_a_planner_task_that_is_gone_is_removed_and_a_new_one_is_told(
    municipality: Municipality, reader: FeedReader
) -> None:
    gone = reader.read("planner").of(Task)[0].id
    municipality.tenant.planner.tasks_of(municipality.elin).remove(gone.removeprefix("planner:"))
    giver = municipality.tenant.directory.colleague(40)
    given = municipality.tenant.planner.assign(
        municipality.elin, "Granska ritningen", giver, municipality.clock(), None
    )
    second = reader.read("planner")
    assert second.removed == [gone]
    (task,) = second.of(Task)
    (told,) = second.of(Notification)
    assert task.id == told.target_id == f"planner:{given['id']}"
    assert told.kind is NotificationKind.TASK_ASSIGNED
    assert told.who == giver.name


def test_titles_of_plans_are_asked_for_again_the_next_day(municipality: Municipality, reader: FeedReader) -> None:
    reader.read("planner")
    municipality.later(days=1)
    reader.sign_in()
    next_day = reader.read("planner")
    assert next_day.of(Task)
    assert next_day.pages[0].begins_generation
    assert not reader.read("planner").facts


def test_a_plan_that_may_not_be_read_costs_its_title_only(municipality: Municipality, reader: FeedReader) -> None:
    municipality.town.order("faults", kind="status", status=403, path="/v1.0/planner/plans/*", times=100)
    reading = reader.read("planner")
    assert reading.raised is None
    tasks = reading.of(Task)
    assert len(tasks) > 300
    assert any(task.container_title is None for task in tasks)


def test_a_task_noted_on_another_device_comes_by_delta(municipality: Municipality, reader: FeedReader) -> None:
    first = reader.read("todo")
    assert not any(task.container_title == "Flaggade mejl" for task in first.of(Task))
    assert any(task.checklist_total for task in first.of(Task))
    document = municipality.tenant.todo.add(municipality.elin, "Köp kaffe", municipality.clock())
    second = reader.read("todo")
    (task,) = second.of(Task)
    assert task.id.endswith(document["id"])
    assert second.requests == 1
    list_id = task.container_id or ""
    shelf = municipality.tenant.todo.tasks_in(municipality.elin, list_id)
    assert shelf is not None
    shelf.remove(document["id"])
    assert reader.read("todo").removed == [task.id]


def test_a_list_that_is_gone_takes_its_tasks_along_and_a_renamed_one_renames_them(
    municipality: Municipality, reader: FeedReader
) -> None:
    tasks = reader.read("todo").of(Task)
    lists = municipality.tenant.todo.lists_of(municipality.elin)
    gone, renamed = (item["id"] for item in lists.all()[1:3])
    document = lists.get(renamed)
    assert document is not None
    lists.put(renamed, {**document, "displayName": "Nytt listnamn"})
    lists.remove(gone)
    second = reader.read("todo")
    assert [page.scope for page in second.pages if page.scope_was_deleted] == [gone]
    retold = second.of(Task)
    assert {task.container_title for task in retold} == {"Nytt listnamn"}
    assert len(retold) == sum(task.container_id == renamed for task in tasks)
    third = reader.read("todo")
    assert not third.facts
    assert not third.removed


def test_a_forgotten_list_is_listed_anew_without_losing_the_others(
    municipality: Municipality, reader: FeedReader
) -> None:
    tasks = reader.read("todo").of(Task)
    first_list = tasks[0].container_id or ""
    municipality.town.order("faults", kind="sync_state_not_found", path=f"/v1.0/me/todo/lists/{first_list}/*", times=1)
    second = reader.read("todo")
    assert second.raised is None
    again = second.of(Task)
    assert again
    assert {task.container_id for task in again} == {first_list}
    (begins,) = [page for page in second.pages if page.begins_generation]
    assert begins.scope == first_list


def test_the_inbox_is_counted_and_flagged_mail_is_listed_in_one_request(
    municipality: Municipality, reader: FeedReader
) -> None:
    first = reader.read("mail")
    assert first.requests == 1
    (inbox,) = first.of(Inbox)
    assert inbox.unread > 0
    flagged = first.of(Task)
    assert flagged
    message = flagged[0].id.removeprefix("mail:")
    municipality.tenant.mailboxes.change(
        municipality.elin, message, {"flag": {"flagStatus": "notFlagged"}}, municipality.clock()
    )
    second = reader.read("mail")
    assert {task.id for task in second.of(Task)} == {task.id for task in flagged[1:]}
    assert not reader.read("mail").facts


def test_a_consent_that_is_missing_costs_mail_and_nothing_else(municipality: Municipality) -> None:
    municipality.town.order("consent", scope="Mail.ReadBasic", granted=False)
    reader = municipality.reader()
    mail, todo = reader.read("mail"), reader.read("todo")
    assert mail.raised is not None
    assert mail.raised.kind is ProblemKind.CONSENT_MISSING
    assert todo.raised is None


def test_a_task_whose_part_of_the_answer_was_left_out_is_asked_for_again(
    municipality: Municipality, reader: FeedReader
) -> None:
    changed = next(task for task in reader.read("planner").of(Task) if not task.completed)
    municipality.tenant.planner.change_task(changed.id.removeprefix("planner:"), {"title": "Nytt namn"})
    municipality.town.order("faults", kind="no_items", path="/v1.0/$batch", times=1)
    assert not reader.read("planner").facts
    (task,) = reader.read("planner").of(Task)
    assert (task.id, task.title) == (changed.id, "Nytt namn")
    assert not reader.read("planner").facts


def described(reader: FeedReader) -> set[str]:
    return {row[0] for row in reader.connection.execute("SELECT id FROM main.tasks WHERE notes != ''")}


def test_a_description_whose_part_of_the_answer_was_left_out_is_told_and_asked_for_again(
    municipality: Municipality, reader: FeedReader
) -> None:
    municipality.town.order("faults", kind="no_items", path="/v1.0/$batch", times=100)
    first = reader.read("planner")
    assert {problem.kind for problem in first.problems} == {ProblemKind.UNREADABLE_ANSWER}
    assert reader.connection.execute("SELECT id FROM main.tasks").fetchall() != []
    assert not described(reader)
    municipality.town.order("faults/clear")
    assert not reader.read("planner").problems
    assert described(reader)
    assert not reader.read("planner").facts


def test_names_that_cannot_be_read_cost_no_task_and_are_learned_in_the_next_round(
    municipality: Municipality, reader: FeedReader
) -> None:
    municipality.town.order("faults", kind="cut_json", path="/v1.0/$batch", times=1)
    assert reader.read("planner").of(Task)
    again = reader.read("planner")
    assert not again.problems
    assert all(task.container_title for task in again.of(Task))


@pytest.mark.parametrize("forgotten", ["by the server", "by us"])
def test_a_list_that_cannot_be_read_is_not_taken_for_gone(
    municipality: Municipality, reader: FeedReader, forgotten: str
) -> None:
    tasks = {task.id for task in reader.read("todo").of(Task)}
    path = "/v1.0/me/todo/lists/delta"
    if forgotten == "by the server":
        municipality.town.order("faults", kind="resync", path=path, times=1)
    else:
        reader.writer.forget_bookmarks("todo", "lists")
    municipality.town.order("faults", kind="items_without_id", path=path, times=1)
    unreadable = reader.read("todo")
    assert {problem.kind for problem in unreadable.problems} == {ProblemKind.UNREADABLE_ITEM}
    assert not any(page.scope_is_gone for page in unreadable.pages)
    mended = reader.read("todo")
    assert not mended.problems
    assert not any(page.scope_is_gone for page in mended.pages)
    assert {row[0] for row in reader.connection.execute("SELECT id FROM main.tasks")} == tasks
