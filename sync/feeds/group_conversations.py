"""Feed, on demand: the conversations in the mailbox of the group that the user opened.

A group's mailbox is one mailbox for all its members, with four calls at a time between them: it is read when somebody
looks, a few threads at once.
"""

from collections.abc import AsyncGenerator, Mapping
from dataclasses import replace

import msgspec

from sync.feed import FeedContext
from sync.feeds.batch_listing import listed_together
from sync.feeds.bookmark_text import read_bookmark, written
from sync.feeds.telling import with_notifications
from sync.query import segment
from sync.wire.graph_envelope import read_collection
from sync.wire.groups import (
    POST_FIELDS,
    THREAD_FIELDS,
    ConversationThread,
    conversation_thread,
    message_from_post,
    message_from_thread,
)
from sync.wire.reading import UNREADABLE, RawItem, item_problem, read_items
from workplace_app.domain.page import Page
from workplace_app.domain.problem import Problem
from workplace_app.domain.workspace import Message

_SERVICE = "outlook"
_THREADS = 25
_POSTS_OF = 8
"""Two rounds of Outlook's four at a time."""


class ThreadsBookmark(msgspec.Struct):
    """When each thread was last delivered to."""

    delivered: dict[str, str]


async def group_conversations(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """The latest threads in one request; then the posts of the latest that changed, in another. The group is the
    scope."""
    if context.target is None or not context.target.startswith("group:"):
        return
    scope = context.target
    group_id = scope.removeprefix("group:")
    known = read_bookmark(bookmarks.get(scope), ThreadsBookmark)
    delivered = dict(known.delivered) if known else {}
    answer = await context.graph.get(
        f"/groups/{segment(group_id)}/threads", {"$select": THREAD_FIELDS, "$top": str(_THREADS)}
    )
    threads = read_items(read_collection(answer.content, _SERVICE).items, conversation_thread, _SERVICE)
    changed = [
        thread for thread in threads.facts if delivered.get(thread.id or "") != (thread.last_delivered_date_time or "")
    ]
    if not changed and not threads.problems:
        return
    previews, problems = _previews(changed, group_id, context)
    yield Page(with_notifications(previews, context), scope=scope, problems=(*threads.problems, *problems))
    unread = {thread.id or "" for thread in changed[_POSTS_OF:]}  # theirs are the posts of the next look
    async for page in _posts(context, group_id, changed[:_POSTS_OF], unread):
        yield page
    listed = {
        thread.id or "": delivered.get(thread.id or "", "")
        if thread.id in unread
        else thread.last_delivered_date_time or ""
        for thread in threads.facts
    }
    yield Page(scope=scope, bookmark=written(ThreadsBookmark(listed)))


def _previews(
    threads: list[ConversationThread], group_id: str, context: FeedContext
) -> tuple[list[Message], list[Problem]]:
    """A thread names its senders, in no order and without ids: it is one's own when nobody else has written in it, and
    else it is the others who are told of."""
    me = context.known.my_name()
    messages: list[Message] = []
    problems: list[Problem] = []
    for thread in threads:
        try:
            message = message_from_thread(thread, group_id)
            others = [name for name in thread.unique_senders or [] if name and name != me]
            mine = not others and message.author_name == me != ""
            name = others[0] if others else message.author_name
            messages.append(replace(message, author_id=context.me if mine else None, author_name=name))
        except UNREADABLE as error:
            problems.append(item_problem(msgspec.json.encode({"id": thread.id}), error, _SERVICE))
    return messages, problems


async def _posts(
    context: FeedContext, group_id: str, threads: list[ConversationThread], unread: set[str]
) -> AsyncGenerator[Page, None]:
    """The posts of each thread; a thread whose posts did not come is added to ``unread``."""
    by_id = {thread.id or "": thread for thread in threads}
    threads_path = f"/groups/{segment(group_id)}/threads"
    urls = {thread: f"{threads_path}/{segment(thread)}/posts?$select={POST_FIELDS}" for thread in by_id}
    if not urls:
        return
    async for thread_id, items, problem in listed_together(context, urls):
        messages: list[Message] = []
        problems: list[Problem] = [problem] if problem else []
        if problem is not None:  # also one that is closed, which may be for a moment: it costs a part of a look's batch
            unread.add(thread_id)
        for number, item in enumerate(_oldest_first(items)):
            try:
                messages.append(message_from_post(item, group_id, by_id[thread_id], begins=number == 0))
            except UNREADABLE as error:
                problems.append(item_problem(item, error, _SERVICE))
        yield Page(tuple(messages), scope=f"group:{group_id}", problems=tuple(problems))


class _Received(msgspec.Struct, rename="camel"):
    received_date_time: str | None = None


def _oldest_first(items: list[RawItem]) -> list[RawItem]:
    def received(item: RawItem) -> str:
        try:
            return msgspec.json.decode(item, type=_Received).received_date_time or ""
        except UNREADABLE:
            return "~"

    return sorted(items, key=received)
