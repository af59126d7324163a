"""Looks whether the user's own words stand in a channel or a chat since an attempt whose answer was lost."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from sync.delivery.outcome import DeliveryTools
from sync.graph_client import GraphClient
from sync.wire.dates import moment
from sync.wire.graph_envelope import read_collection
from sync.wire.messages import ChatMessage, chat_message
from sync.wire.plain_text import plain_text
from sync.wire.reading import read_items
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

_PARAMS: Mapping[str, str] = {"$top": "50"}
_MOST_PAGES = 10
_MARGIN = timedelta(minutes=2)
"""The service's clock is told to the second, and either clock may have been set since the attempt."""
_WHEN_SET_BACK = timedelta(days=7)
"""How far back is looked when the attempt seems to lie ahead: our clock has been set back since, by nobody knows how
much, and what was said then stands there under the service's own time."""


async def find_own_words(
    graph: GraphClient, path: str, tools: DeliveryTools, intent_id: str, html: str, since: datetime, prefix: str
) -> str | None:
    """The id of the message that the wish has become, None when it has not.

    A message that carries the wish's id is it. Else it is one by the same author, in the same words, made since the
    first attempt that may have arrived, and not what another wish has become: wishes for a place are delivered in
    order, so that of two with the same words the earlier is settled before the later leaves. Of several, the oldest.
    Raises ``ProblemRaised`` when so much has been said since that not all of it was read: nothing is proved then.
    """
    wanted = _words(html)
    alike: list[tuple[datetime, str]] = []
    link, params = path, dict(_PARAMS)
    for _ in range(_MOST_PAGES):
        answer = await graph.get(link, params or None)
        read = read_collection(answer.content, graph.exchange.service)
        now = graph.exchange.clock.now()
        attempted = since if since <= now + _MARGIN else now - _WHEN_SET_BACK
        earliest = attempted + _ahead(answer.headers, now) - _MARGIN
        messages = read_items(read.items, chat_message, graph.exchange.service).facts
        for message in messages:
            said = moment(message.created_date_time)
            answer_id = f"{prefix}/{message.id}"
            content = (message.body.content if message.body else None) or ""
            if intent_id in content:
                return answer_id
            if said is None or said < earliest or tools.has_become(answer_id, intent_id):
                continue
            if _is_by(message, tools.me.object_id) and _words(content) == wanted:
                alike.append((said, answer_id))
        if read.next_link is None or _goes_back_beyond(messages, earliest):
            return min(alike)[1] if alike else None
        link, params = read.next_link, {}
    detail = "too much has been said since"
    raise ProblemRaised(Problem(ProblemKind.UNREADABLE_ANSWER, graph.exchange.service, detail=detail))


def _ahead(headers: Mapping[str, str], now: datetime) -> timedelta:
    """How far the service's clock is before ours, by the Date of its answer (RFC 9110, section 6.6.1)."""
    try:
        theirs = parsedate_to_datetime(headers.get("date", ""))
    except (ValueError, TypeError, IndexError, OverflowError):
        return timedelta()
    return (theirs if theirs.tzinfo else theirs.replace(tzinfo=UTC)) - now


def _is_by(message: ChatMessage, me: str) -> bool:
    sender = message.sender
    return bool(me) and sender is not None and sender.user is not None and sender.user.id == me


def _words(html: str) -> str:
    """Without markup, and however the spaces fall: Teams wraps, and writes hard spaces for soft ones."""
    return " ".join(plain_text(html).split())


def _goes_back_beyond(messages: list[ChatMessage], earliest: datetime) -> bool:
    """True when the listing runs from the latest to the oldest, and its end lies before the attempt."""
    said = [made for made in (moment(message.created_date_time) for message in messages) if made is not None]
    return len(said) > 1 and said == sorted(said, reverse=True) and said[-1] < earliest
