"""Feed, on demand: what has been said in the channel that the user opened.

Never polled: Microsoft's terms allow a client that looks for changes one read a day (teams-api-overview, 2026), and a
read when the user opens or refreshes the view.
"""

from collections.abc import AsyncGenerator, Mapping
from datetime import datetime, timedelta

from sync.feed import FeedContext
from sync.feeds.said import messages_of
from sync.feeds.telling import with_notifications, withdrawn
from sync.paging import linked_pages
from sync.query import segment
from sync.wire.dates import UNDATED, moment
from sync.wire.messages import ChatMessage, channel_place, chat_message
from sync.wire.reading import RawItem, ReadItems, read_items
from workplace_app.domain.page import Page

_SERVICE = "teams"
_FIRST_PAGES = 2
_MOST_PAGES = 10
_MOST_REPLY_LISTS = 5
_OVERLAP = timedelta(minutes=2)
"""Graph says that a change may take a while to show: what was said just before the last look is looked at again."""
_PARAMS = {"$top": "50", "$expand": "replies"}
"""channel-list-messages (2023) takes $top and $expand only; a $select would be refused."""


async def channel_messages(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """Threads come with the one spoken in last first: read until what was seen last time. The channel is the scope, its
    bookmark the latest change seen."""
    if context.target is None or not context.target.startswith("channel:"):
        return
    scope = context.target
    team, _, channel = scope.removeprefix("channel:").partition("/")
    place = channel_place(team, channel)
    bookmark = moment(bookmarks.get(scope))
    seen = bookmark - _OVERLAP if bookmark is not None else UNDATED
    latest = bookmark or UNDATED
    number = 0
    path = f"/teams/{segment(team)}/channels/{segment(channel)}/messages"
    async for linked in linked_pages(context.graph, path, _PARAMS):
        number = 1 if linked.first else number + 1  # a listing that has begun anew is counted anew
        threads = read_items(linked.items, chat_message, _SERVICE)
        messages = await _with_replies(context, threads)
        latest = max([latest, *map(_changed, messages.facts)])
        done = linked.last or number >= (_FIRST_PAGES if bookmark is None else _MOST_PAGES)
        done = done or any(_last_change(thread, messages.facts) <= seen for thread in threads.facts)
        messages.facts = [message for message in messages.facts if _changed(message) > seen]
        facts, problems = messages_of(messages, place, context.me)
        yield Page(
            with_notifications(facts, context),
            removed=withdrawn(facts),
            scope=scope,
            bookmark=latest.isoformat() if done and latest > UNDATED else None,
            problems=problems,
        )
        if done:
            return


async def _with_replies(context: FeedContext, threads: ReadItems[ChatMessage]) -> ReadItems[ChatMessage]:
    """The threads' messages and their replies, with the further replies of long threads."""
    result: ReadItems[ChatMessage] = ReadItems(list(threads.facts), list(threads.problems))
    followed = 0
    for thread in threads.facts:
        replies: list[RawItem] = list(thread.replies or [])
        if thread.replies_next_link and followed < _MOST_REPLY_LISTS:
            followed += 1
            async for page in linked_pages(context.graph, thread.replies_next_link):
                replies += page.items
        read = read_items(replies, chat_message, _SERVICE)
        result.facts += read.facts
        result.problems += read.problems
    return result


def _changed(message: ChatMessage) -> datetime:
    return moment(message.last_modified_date_time) or moment(message.created_date_time) or UNDATED


def _last_change(thread: ChatMessage, messages: list[ChatMessage]) -> datetime:
    """When the thread was last spoken in: its own change or that of a reply."""
    return max(_changed(message) for message in messages if thread.id in (message.id, message.reply_to_id))
