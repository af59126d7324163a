"""Every response in Microsoft's documentation that belongs to an endpoint of sync is read item by item without loss."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

import msgspec
import pytest

from sync.wire import calendar, chats, files, groups, mail, messages, people, planner, profile, sites, teams, todo
from sync.wire.graph_envelope import read_collection, read_single, removed_id
from sync.wire.reading import RawItem, ReadItems, read_items
from tests.contracts.graph_contract import EXAMPLES, REASON
from workplace_app.domain.workspace import Workspace, WorkspaceKind

pytestmark = pytest.mark.skipif(not EXAMPLES.is_dir(), reason=REASON)

Json = dict[str, Any]
ME = "fbab97d0-4932-4511-b675-204639209557"
"""To whom the example's task is assigned."""
SITE = Workspace("site:s", WorkspaceKind.SITE, "Webbplats", address="https://contoso.sharepoint.com/sites/s")


@dataclass(frozen=True)
class Reading:
    """How sync reads an item, and where in the example its fields stand (by paths of our own, not by its readers)."""

    read: Callable[[RawItem], Any]
    fields: dict[str, str]
    needs: tuple[str, ...] = ("id",)


def _event(item: RawItem) -> Any:
    return calendar.event_from_graph(calendar.graph_event(item))


def _task(item: RawItem) -> Any:
    return planner.task_from_planner(planner.planner_task(item), ME, planner.PlannerNames())


def _message(item: RawItem) -> Any:
    return messages.message_from_graph(messages.chat_message(item), messages.channel_place("t", "c"), ME)


def _chat(item: RawItem) -> Any:
    return chats.workspace_from_chat(chats.chat(item), ME)


def _group(item: RawItem) -> Any:
    return groups.workspace_from_group(groups.group(item))


def _thread(item: RawItem) -> Any:
    return groups.message_from_thread(groups.conversation_thread(item), "g")


def _post(item: RawItem) -> Any:
    return groups.message_from_post(item, "g", groups.ConversationThread(id="t"), begins=False)


def _person(item: RawItem) -> Any:
    return people.person_from_user(people.user(item))


def _page(item: RawItem) -> Any:
    page = sites.site_page(item)
    return sites.article_from_page(page, SITE)


EVENT = Reading(
    _event,
    {
        "title": "subject",
        "preview": "bodyPreview",
        "organizer": "organizer.emailAddress.name",
        "place": "location.displayName",
    },
    ("id", "start.dateTime"),
)
TASK = Reading(
    _task,
    {
        "title": "title",
        "container_id": "planId",
        "etag": "@odata.etag",
        "created_at": "createdDateTime",
        "due": "dueDateTime",
    },
)
TODO = Reading(
    partial(todo.task_from_todo, list_id="l", list_title=""),
    {"title": "title", "etag": "@odata.etag", "created_at": "createdDateTime", "changed_at": "lastModifiedDateTime"},
)
MAIL = Reading(
    mail.task_from_message,
    {"title": "subject", "created_at": "receivedDateTime", "changed_at": "lastModifiedDateTime", "address": "webLink"},
)
MESSAGE = Reading(
    _message,
    {
        "author_id": "from.user.id",
        "author_name": "from.user.displayName",
        "sent": "createdDateTime",
        "address": "webUrl",
    },
    ("id", "createdDateTime"),
)
THREAD = Reading(
    _thread,
    {"subject": "topic", "author_name": "uniqueSenders.0", "sent": "lastDeliveredDateTime"},
    ("id", "lastDeliveredDateTime"),
)
CHANNEL = Reading(
    partial(teams.channel_from_graph, team_id="t"), {"title": "displayName", "description": "description"}
)
TEAM = Reading(teams.workspace_from_team, {"title": "displayName", "description": "description"})
CHAT = Reading(_chat, {"last_activity": "lastUpdatedDateTime", "address": "webUrl"})
GROUP = Reading(_group, {"title": "displayName", "description": "description"})
PERSON = Reading(
    _person,
    {"name": "displayName", "title": "jobTitle", "place": "officeLocation", "mail": "mail", "mobile": "mobilePhone"},
    ("id", "displayName"),
)
SITE_PAGE = Reading(
    _page, {"title": "title", "lead": "description", "changed": "lastModifiedDateTime"}, ("id", "title")
)
FILE = Reading(
    lambda item: files.changed_item(item, "site:s", "d").file, {"name": "name", "size_bytes": "size"}, ("id", "name")
)
READINGS: dict[str, Reading] = {
    "/me/calendarView": EVENT,
    "/me/calendarView/delta": EVENT,
    "/me/events": EVENT,
    "/me/events/{event-id}": EVENT,
    "/me/planner/tasks": TASK,
    "/planner/tasks": TASK,
    "/planner/tasks/{plannerTask-id}": TASK,
    "/planner/buckets/{plannerBucket-id}/tasks": TASK,
    "/me/todo/lists/{todoTaskList-id}/tasks": TODO,
    "/me/todo/lists/{todoTaskList-id}/tasks/{todoTask-id}": TODO,
    "/me/messages/{message-id}": MAIL,
    "/me/mailFolders/{mailFolder-id}/messages/delta": MAIL,
    "/teams/{team-id}/channels/{channel-id}/messages": MESSAGE,
    "/teams/{team-id}/channels/{channel-id}/messages/delta": MESSAGE,
    "/teams/{team-id}/channels/{channel-id}/messages/{chatMessage-id}/replies": MESSAGE,
    "/teams/{team-id}/channels/{channel-id}/messages/{chatMessage-id}/replies/{chatMessage-id1}": MESSAGE,
    "/chats/{chat-id}/messages": MESSAGE,
    "/groups/{group-id}/threads": THREAD,
    "/groups/{group-id}/threads/{conversationThread-id}": THREAD,
    "/groups/{group-id}/conversations/{conversation-id}/threads": THREAD,
    "/groups/{group-id}/threads/{conversationThread-id}/posts/{post-id}": Reading(
        _post, {"author_name": "from.emailAddress.name"}, ("id", "receivedDateTime")
    ),
    "/teams/{team-id}/channels": CHANNEL,
    "/teams/{team-id}/allChannels": CHANNEL,
    "/teams/{team-id}/incomingChannels": CHANNEL,
    "/teams/{team-id}/primaryChannel": CHANNEL,
    "/me/joinedTeams": TEAM,
    "/teams/{team-id}": TEAM,
    "/me/chats": CHAT,
    "/chats/{chat-id}": CHAT,
    "/me/memberOf": GROUP,
    "/groups/{group-id}": GROUP,
    "/groups/delta": GROUP,
    "/me": PERSON,
    "/users": PERSON,
    "/users/{user-id}": PERSON,
    "/users/delta": PERSON,
    "/me/directReports": PERSON,
    "/sites/{site-id}/sites": Reading(sites.workspace_from_site, {"title": "name", "address": "webUrl"}),
    "/sites/{site-id}/pages": SITE_PAGE,
    "/sites/{site-id}/pages/{baseSitePage-id}/microsoft.graph.sitePage": SITE_PAGE,
    "/sites/{site-id}/pages/microsoft.graph.sitePage": SITE_PAGE,
    "/me/drive/root/delta": FILE,
    "/drives/{drive-id}/items/{driveItem-id}/children": FILE,
    "/drives/{drive-id}/root/children": FILE,
}


def _cases() -> list[Any]:
    if not EXAMPLES.is_dir():
        return []
    manifest = json.loads((EXAMPLES / "manifest.json").read_text(encoding="utf-8"))
    return [
        pytest.param(entry, id=entry["file"].removesuffix(".json"))
        for entry in manifest["examples"]
        if entry["endpoint"] in READINGS and entry["status"] < 300
    ]


def _content(name: str) -> bytes:
    return (EXAMPLES / name).read_bytes()


def _items(content: bytes) -> list[RawItem]:
    whole = json.loads(content)
    if isinstance(whole.get("value"), list):
        return read_collection(content, "graph").items
    return [read_single(content)]


def _at(item: Any, path: str) -> Any:
    for name in path.split("."):
        if isinstance(item, list):
            item = item[int(name)] if len(item) > int(name) else None
        else:
            item = item.get(name) if isinstance(item, dict) else None
    return item


def _same(fact: Any, expected: Any) -> bool:
    """Whether our field says what the example's does: dates as moments, texts without surrounding space."""
    if isinstance(fact, datetime):
        return fact == datetime.fromisoformat(expected)
    if isinstance(expected, str):
        return str(fact).replace("%20", " ") == expected.strip()
    return bool(fact == expected)


@pytest.mark.parametrize("entry", _cases())
def test_each_item_is_a_fact_with_its_fields_or_a_problem_with_a_reason(entry: Json) -> None:
    reading = READINGS[entry["endpoint"]]
    items = _items(_content(entry["file"]))
    assert items, "the example holds something"
    for item in items:
        plain = json.loads(bytes(item))
        if removed_id(item) is not None:
            assert "@removed" in plain
            continue
        result: ReadItems[Any] = read_items([item], reading.read, "graph")
        if _is_for_nobody(plain):
            assert not result.facts
            assert not result.problems
            continue
        missing = [name for name in reading.needs if not _at(plain, name)]
        if missing or not entry["schema_valid"]:
            assert len(result.problems) + len(result.facts) == 1
            if missing == ["id"]:
                assert result.problems[0].kind == "unreadable_item"
            continue
        assert not result.problems, result.problems
        (fact,) = result.facts
        assert fact.id.endswith(plain["id"])
        for ours, theirs in reading.fields.items():
            expected = _at(plain, theirs)
            if expected is not None and not (expected == "" and getattr(fact, ours) is None):
                assert _same(getattr(fact, ours), expected), (ours, getattr(fact, ours), expected)


def _is_for_nobody(item: Json) -> bool:
    """Notes that Teams itself writes, and files that a delta says are gone."""
    body = item.get("body") or {}
    return isinstance(item.get("deleted"), dict) or body.get("content") == "<systemEventMessage/>"


def test_a_batch_gives_each_part_with_its_own_status() -> None:
    from sync.answer import Answer
    from sync.graph_batch import batch_answers

    content = _content("batch__batch__01.json")
    now = datetime.fromisoformat("2026-10-12T08:00:00Z")
    parts = batch_answers(Answer("", 200, content), "graph", None, None, now)
    told = {part["id"]: part["status"] for part in json.loads(content)["responses"]}
    assert {part.id: part.status for part in parts.values()} == told
    roles = read_collection(parts["1"].content, "graph")
    assert roles.next_link is not None
    assert len(roles.items) == 1


def test_the_inbox_tells_how_many_are_unread() -> None:
    content = _content("mail__me-mailFolders-x__01.json")
    inbox = mail.inbox_from_folder(read_single(content))
    assert inbox.unread == json.loads(content)["unreadItemCount"]


def test_the_details_of_a_task_keep_description_and_checklist() -> None:
    content = _content("planner__planner-tasks-x-details__02.json")
    example = json.loads(content)
    task = planner.task_from_planner(
        planner.PlannerTask(id="x"), ME, planner.PlannerNames(), planner.task_details(read_single(content))
    )
    assert task.notes == example["description"].strip()
    assert task.checklist_total == len(example["checklist"])
    assert task.checklist_done == sum(line["isChecked"] for line in example["checklist"].values())


def test_an_assignment_tells_who_gave_the_task_and_when() -> None:
    content = _content("planner__me-planner-tasks__01.json")
    (item,) = read_collection(content, "planner").items
    given = json.loads(content)["value"][0]["assignments"][ME]
    task = _task(item)
    assert task.assigned_by_id == given["assignedBy"]["user"]["id"]
    assert task.assigned_at == datetime.fromisoformat(given["assignedDateTime"])


def test_buckets_and_lists_keep_their_names() -> None:
    content = _content("planner__planner-plans-x-buckets__01.json")
    (bucket,) = json.loads(content)["value"]
    assert planner.bucket_name(read_collection(content, "planner").items[0]) == (bucket["id"], bucket["name"])
    content = _content("todo__me-todo-lists__01.json")
    lists = [todo.todo_list(item) for item in read_collection(content, "outlook").items]
    assert [(one.id, one.display_name) for one in lists] == [
        (one["id"], one["displayName"]) for one in json.loads(content)["value"]
    ]


def test_a_profile_is_made_of_its_three_answers() -> None:
    me = people.user(read_single(_content("profile__me__01.json")))
    some = read_items(read_collection(_content("groups__groups-delta__04.json"), "x").items, groups.group, "x")
    made = profile.profile_from_graph(me, None, some.facts)
    assert made.person.name == "Individual Contributor"
    assert set(made.group_titles) == {"All Company", "sg-HR"}
    assert len(made.groups) == 2


def test_a_mention_in_the_examples_is_a_mention_of_that_person() -> None:
    content = _content("teams__teams-x-channels-x-messages__01.json")
    first = json.loads(content)["value"][0]
    mentioned = first["mentions"][0]["mentioned"]["user"]["id"]
    message = messages.chat_message(read_collection(content, "teams").items[0])
    place = messages.channel_place("t", "c")
    read = messages.message_from_graph(message, place, mentioned)
    other = messages.message_from_graph(message, place, ME)
    assert read is not None
    assert other is not None
    assert read.mentions_me
    assert not other.mentions_me
    assert read.text == "Hello World Jane Smith"


def test_replies_that_came_along_are_read_too() -> None:
    content = _content("teams__teams-x-channels-x-messages__03.json")
    thread = messages.chat_message(read_collection(content, "teams").items[0])
    replies = read_items(thread.replies or [], messages.chat_message, "teams")
    assert len(replies.facts) == len(json.loads(content)["value"][0]["replies"])
    assert thread.replies_next_link is not None


@pytest.mark.parametrize("entry", _cases())
def test_a_field_that_is_null_or_of_another_type_costs_at_most_its_item(entry: Json) -> None:
    """Whatever the documentation shows, a real tenant may leave it null, and a broken one may write anything."""
    reading = READINGS[entry["endpoint"]]
    for item in _items(_content(entry["file"])):
        plain = json.loads(bytes(item))
        for name in plain:
            null = read_items([msgspec.json.encode({**plain, name: None})], reading.read, "graph")
            if name not in {need.partition(".")[0] for need in reading.needs}:
                whole = read_items([item], reading.read, "graph")
                assert len(null.facts) == len(whole.facts) or name in ("deleted", "body", "messageType"), name
            for strange in (7, "text", [], {}, [None], {"a": [1]}, True, 1e300):
                changed = read_items([msgspec.json.encode({**plain, name: strange})], reading.read, "graph")
                assert len(changed.facts) + len(changed.problems) <= 1
