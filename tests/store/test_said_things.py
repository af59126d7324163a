"""Where IT has turned reading off, what people said goes whole; all else, and the user's own words, stay."""

from dataclasses import replace

import pytest

from tests.store.many_facts import articles, messages, notifications, tasks, workspaces
from tests.store.stored import NOW, keep, whole
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.configuration import SAYING_FEEDS
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.notification import NotificationKind
from workplace_app.domain.wishes import Reply
from workplace_app.domain.workspace import WorkspaceKind
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection_type import Connection
from workplace_app.store.drafts import Drafts
from workplace_app.store.feed_ledger import FeedLedger
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.said_things import forget_what_was_said, something_said_is_kept
from workplace_app.store.search import Search


def _count(connection: Connection, table: str) -> int:
    row = connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()
    return int(row[0]) if row else -1


def _fill(writer: CacheWriter, sync: Connection) -> None:
    team, chat = list(workspaces(2))
    keep(writer, *tasks(5), *articles(5), feed="planner")
    keep(writer, replace(team, id="team:1", kind=WorkspaceKind.TEAM), feed="teams")
    keep(writer, replace(chat, id="chat:1", kind=WorkspaceKind.CHAT), feed="chats", scope="list")
    for number, feed in enumerate(sorted(SAYING_FEEDS)):
        told = replace(next(notifications(1)), id=f"told:{number}", kind=NotificationKind.MENTION)
        said = [replace(each, text="hemligheten") for each in messages(2_100, start=number * 3_000)]
        writer.store_page(feed, replace(whole(*said, told), scope=f"place:{number}", bookmark="mark"), NOW)
        FeedLedger(sync).begin(feed, NOW, f"place:{number}")
    keep(writer, replace(next(notifications(1)), id="a task's", kind=NotificationKind.TASK_ASSIGNED), feed="planner")


def test_everything_that_was_said_goes_and_nothing_else(writer: CacheWriter, sync: Connection) -> None:
    _fill(writer, sync)
    file_intent(sync, IntentKind.REPLY, "channel:1", NOW, Reply(text="mine"))
    Drafts(sync).keep("reply:channel:1", "begun")
    assert Search(sync).find("hemligheten")
    changed = forget_what_was_said(sync)
    assert changed >= {ChangeKind.MESSAGES, ChangeKind.NOTIFICATIONS, ChangeKind.WORKSPACES, ChangeKind.FEED_STATE}
    assert [_count(sync, table) for table in ("messages", "message_threads", "place_states")] == [0, 0, 0]
    assert not Search(sync).find("hemligheten")
    assert [row[0] for row in sync.execute("SELECT id FROM notifications")] == ["a task's"]
    assert [row[0] for row in sync.execute("SELECT id FROM workspaces")] == ["team:1"]
    assert {row[0] for row in sync.execute("SELECT feed FROM listings")} == {"planner", "teams"}
    assert (_count(sync, "tasks"), _count(sync, "articles")) == (5, 5)
    assert _count(sync, "mine.outbox") == 1
    assert Drafts(sync).text("reply:channel:1") == "begun"


def test_it_is_done_once(writer: CacheWriter, sync: Connection) -> None:
    keep(writer, *tasks(5), feed="planner")
    assert not something_said_is_kept(sync)
    assert forget_what_was_said(sync) == frozenset()
    keep(writer, *messages(1), feed="chats", scope="chat:1")
    assert something_said_is_kept(sync)
    assert forget_what_was_said(sync)
    assert not something_said_is_kept(sync)


@pytest.mark.parametrize("left", ["messages", "listings", "place_states"])
def test_any_rest_of_it_is_noticed(writer: CacheWriter, sync: Connection, left: str) -> None:
    if left == "messages":
        keep(writer, *messages(1), feed="an older program's")
    elif left == "listings":
        keep(writer, feed="chats", scope="list")
    else:
        FeedLedger(sync).begin("chats", NOW, "chat:1")
    assert something_said_is_kept(sync)
    forget_what_was_said(sync)
    assert not something_said_is_kept(sync)
