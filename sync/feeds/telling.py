"""Adds to a page's facts the notifications that they give."""

from collections.abc import Iterable

from sync.feed import FeedContext
from workplace_app.domain.notification_rules import notifications_for
from workplace_app.domain.page import Fact


def with_notifications(facts: Iterable[Fact], context: FeedContext) -> tuple[Fact, ...]:
    """The facts, followed by what they tell the user."""
    kept = tuple(facts)
    now = context.now()
    return (*kept, *(told for fact in kept for told in notifications_for(fact, context.me, now)))
