"""Feed, on demand: the chats that the signed-in person is in, and what is said in the one they opened.

Never polled, for the same terms of Microsoft's as channels.
"""

from collections.abc import AsyncGenerator, Mapping

from sync.feed import FeedContext
from sync.feeds.said import messages_of
from sync.feeds.telling import with_notifications, withdrawn
from sync.paging import linked_pages
from sync.query import segment
from sync.wire.chats import Chat, chat, workspace_from_chat
from sync.wire.dates import UNDATED, moment
from sync.wire.messages import chat_message, chat_place
from sync.wire.reading import ReadItems, read_items
from workplace_app.domain.notification import Notification, NotificationKind
from workplace_app.domain.page import Fact, Page
from workplace_app.domain.workspace import Message

_SERVICE = "teams"
_LIST = {"$expand": "members,lastMessagePreview", "$top": "50"}
"""chat-list (2023) takes $expand, $filter and $top, no $select."""
_MOST_LIST_PAGES = 4
_MESSAGES = {"$top": "50", "$orderby": "lastModifiedDateTime desc"}
_FIRST_PAGES = 2
_MOST_PAGES = 10
LIST = "list"


async def chats(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """Without a target the list of chats; with one ("chat:…") what is said there since last time."""
    pages = _list(context) if context.target is None else _said(context, context.target, bookmarks)
    async for page in pages:
        yield page


async def _list(context: FeedContext) -> AsyncGenerator[Page, None]:
    """A generation, unless there are more chats than are worth listing: then the rest stays as it was."""
    number = 0
    async for linked in linked_pages(context.graph, "/me/chats", _LIST):
        number = 1 if linked.first else number + 1
        decoded = read_items(linked.items, chat, _SERVICE)
        facts: list[Fact] = []
        for one in decoded.facts:
            facts.append(workspace_from_chat(one, context.me))
            facts += _preview(context, one)
        yield Page(
            tuple(facts),
            scope=LIST,
            begins_generation=linked.first,
            ends_generation=linked.last,
            problems=tuple(decoded.problems),
        )
        if number >= _MOST_LIST_PAGES:
            return


def _preview(context: FeedContext, one: Chat) -> tuple[Fact, ...]:
    """What was said last tells the user something when they have not read it; it is kept when the chat is opened."""
    if one.last_message_preview is None or not one.has_unread or not one.last_message_preview.id:
        return ()
    messages, _ = messages_of(ReadItems([one.last_message_preview]), chat_place(one.id or ""), context.me)
    told = with_notifications(messages, context)
    return tuple(fact for fact in told if isinstance(fact, Notification))


async def _said(context: FeedContext, target: str, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """The latest changes first. The chat is the scope, its bookmark the latest change seen. Who reads the chat need
    not be told of what is in it; mentions are kept all the same."""
    if not target.startswith("chat:"):
        return
    chat_id = target.removeprefix("chat:")
    place = chat_place(chat_id)
    seen = moment(bookmarks.get(target))
    params = dict(_MESSAGES)
    if seen is not None:
        since = seen.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        params["$filter"] = f"lastModifiedDateTime gt {since}"
    latest = seen or UNDATED
    number = 0
    async for linked in linked_pages(context.graph, f"/chats/{segment(chat_id)}/messages", params):
        number = 1 if linked.first else number + 1  # a listing that has begun anew is counted anew
        decoded = read_items(linked.items, chat_message, _SERVICE)
        messages, problems = messages_of(decoded, place, context.me)
        changes = (moment(one.last_modified_date_time) or moment(one.created_date_time) for one in decoded.facts)
        latest = max([latest, *(change for change in changes if change is not None)])
        done = linked.last or number >= (_FIRST_PAGES if seen is None else _MOST_PAGES)
        yield Page(
            (*messages, *_mentions(context, messages)),
            removed=withdrawn(messages),
            scope=target,
            bookmark=latest.isoformat() if done and latest > UNDATED else None,
            problems=problems,
        )
        if done:
            return


def _mentions(context: FeedContext, messages: tuple[Message, ...]) -> tuple[Fact, ...]:
    told = with_notifications(messages, context)
    return tuple(fact for fact in told if isinstance(fact, Notification) and fact.kind is NotificationKind.MENTION)
