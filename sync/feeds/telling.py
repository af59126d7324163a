"""Adds to a page's facts the notifications that they give, and names those that they take back."""

from collections.abc import Iterable

from sync.feed import FeedContext
from workplace_app.domain.notification import NotificationKind
from workplace_app.domain.notification_rules import notifications_for
from workplace_app.domain.page import Fact
from workplace_app.domain.workspace import Message

_OF_MESSAGES = (NotificationKind.MENTION, NotificationKind.CHANNEL_MESSAGE, NotificationKind.CHAT_MESSAGE)


def with_notifications(facts: Iterable[Fact], context: FeedContext) -> tuple[Fact, ...]:
    """The facts, followed by what they tell the user."""
    kept = tuple(facts)
    now = context.now()
    return (*kept, *(told for fact in kept for told in notifications_for(fact, context.me, now)))


def withdrawn(messages: Iterable[Message]) -> tuple[str, ...]:
    """The ids of what was told of messages that their authors have deleted: their words are to be seen no longer."""
    return tuple(f"{kind}:{message.id}" for message in messages if message.deleted for kind in _OF_MESSAGES)
