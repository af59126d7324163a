"""Which articles are shown at a moment, and which of them concern somebody: conditions and reasons for the readers."""

import json
from datetime import datetime, timedelta
from typing import Any

from workplace_app.domain.as_seen import ArticleReason, Recipient
from workplace_app.store.moments import to_milliseconds

NEWS_IS_NEW = timedelta(days=7)
"""An unread article counts as unread for this long."""
BEFORE_ARRIVAL = timedelta(days=3)
"""Who is here for the first time has this much to read, not everything that was ever written."""

SHOWN = "superseded_until <= :now AND hidden_from > :now"
FOR_ME = (
    "(audience = '[]' OR publisher = :unit "
    "OR EXISTS (SELECT 1 FROM json_each(audience) AS named WHERE named.value IN (SELECT value FROM json_each(:mine))) "
    "OR (topics != '[]' AND EXISTS (SELECT 1 FROM json_each(topics) AS topic "
    "WHERE topic.value IN (SELECT value FROM json_each(:followed)))))"
)
UNREAD = (
    "(read_at IS NULL AND published > MAX(:new_since, "
    "COALESCE((SELECT MIN(began) FROM mine.visits) - :before_arrival, :new_since)))"
)
TO_ACKNOWLEDGE = "(acknowledge_by IS NOT NULL AND acknowledged_at IS NULL)"


def parameters(recipient: Recipient, now: datetime) -> dict[str, Any]:
    """The values that the conditions speak of."""
    return {
        "now": to_milliseconds(now),
        "new_since": to_milliseconds(now - NEWS_IS_NEW),
        "before_arrival": BEFORE_ARRIVAL // timedelta(milliseconds=1),
        "unit": recipient.unit or None,
        "mine": json.dumps([recipient.unit, *recipient.groups] if recipient.unit else recipient.groups),
        "followed": json.dumps(recipient.followed_topics),
    }


def reason(
    recipient: Recipient,
    publisher: str | None,
    workspace_id: str | None,
    topics: tuple[str, ...],
    audience: tuple[str, ...],
    mandatory: bool,
) -> tuple[ArticleReason, str | None]:
    """Why an article is shown to somebody, and the name that the reason speaks of; the same rule as ``FOR_ME``."""
    named = next((each for each in audience if each == recipient.unit or each in recipient.groups), None)
    concerned = not audience or named is not None
    followed = next((topic for topic in topics if topic in recipient.followed_topics), None)
    if mandatory and concerned:
        return ArticleReason.MANDATORY, named
    if recipient.unit and publisher == recipient.unit:
        return ArticleReason.YOUR_UNIT, publisher
    if named is not None:
        return ArticleReason.FOR_YOUR_UNIT, named
    if followed is not None:
        return ArticleReason.FOLLOWED_TOPIC, followed
    if not concerned:
        return ArticleReason.NOT_FOR_YOU, None
    return (ArticleReason.YOUR_WORKSPACE, publisher) if workspace_id else (ArticleReason.FOR_EVERYBODY, None)
