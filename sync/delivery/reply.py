"""Says something in a channel or a chat, as the user; looks before it says it again."""

from html import escape

import msgspec

from sync.delivery.graph_answers import is_done, judged
from sync.delivery.outcome import DeliveryTools, Outcome, collided
from sync.delivery.said_already import find_own_words
from sync.problem_translation import unreadable
from sync.query import segment
from sync.wire.messages import Place, channel_place, chat_place
from workplace_app.domain.conflict import Conflict
from workplace_app.domain.frozen import frozen
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.wishes import Reply, wish_as

_SERVICE = "teams"
_GONE = (404, 410)


@frozen
class _Destination:
    """Where it is said: the collection that is posted to and read back, and the permissions for both."""

    place: Place
    path: str
    send_scope: str
    read_scope: str


class _Said(msgspec.Struct):
    id: str


async def deliver_reply(tools: DeliveryTools, intent: Intent) -> Outcome:
    """Post the words once. Teams has no idempotency key and takes the same words twice (chatmessage-post, 2026), so
    after an attempt that may have arrived, what was said since is read and looked through for them."""
    wish = wish_as(Reply, intent.kind, intent.payload)
    destination = _destination(intent.target_id, wish)
    if destination is None:
        return Outcome(IntentState.NEEDS_YOU, Problem(ProblemKind.UNEXPECTED, item_id=intent.target_id))
    words = _as_html(wish.text, intent.id)
    prefix = destination.place.prefix
    since = tools.in_doubt_since(intent.id)
    if since is not None:
        graph = tools.graph(_SERVICE, destination.read_scope)
        try:
            found = await find_own_words(graph, destination.path, tools, intent.id, words, since, prefix)
        except ProblemRaised as raised:
            if raised.problem.kind is ProblemKind.NOT_FOUND:
                return collided(Conflict(gone=True), _SERVICE)
            raise
        if found is not None:
            return Outcome(IntentState.CONFIRMED, answer=found)
    graph = tools.graph(_SERVICE, destination.send_scope)
    answer = await graph.send("POST", destination.path, {"body": {"contentType": "html", "content": words}})
    if answer.status in _GONE:
        return collided(Conflict(gone=True), _SERVICE)
    if not is_done(answer):
        return judged(graph, answer)
    try:
        said = msgspec.json.decode(answer.content, type=_Said)
    except msgspec.MsgspecError as error:
        return Outcome(IntentState.UNKNOWN, unreadable(error, _SERVICE))
    return Outcome(IntentState.CONFIRMED, answer=f"{prefix}/{said.id}")


def _destination(place_id: str, wish: Reply) -> _Destination | None:
    kind, _, identity = place_id.partition(":")
    if kind == "chat":
        path = f"/chats/{segment(identity)}/messages"
        return _Destination(chat_place(identity), path, "ChatMessage.Send", "Chat.Read")
    team, _, channel = identity.partition("/")
    if kind != "channel" or not channel:
        return None
    place = channel_place(team, channel)
    path = f"/teams/{segment(team)}/channels/{segment(channel)}/messages"
    if wish.thread_id is not None:
        thread = wish.thread_id.removeprefix(f"{place.prefix}/")
        if thread == wish.thread_id:
            return None
        path = f"{path}/{segment(thread)}/replies"
    return _Destination(place, path, "ChannelMessage.Send", "ChannelMessage.Read.All")


def _as_html(text: str, intent_id: str) -> str:
    """The words as they are, line by line; whatever looks like markup in them is text.

    The wish's id travels in ``itemprop``. Teams' own clients put that attribute on what is pasted, and Graph gives it
    back ("copy-paste-block" in recorded answers of 2024); whether Teams keeps a value of ours is not documented, so
    the id is a good sign where it comes back and proves nothing where it does not.
    """
    lines = [escape(line, quote=False) for line in text.strip().splitlines()]
    return f'<div itemprop="{intent_id}">{"<br>".join(lines)}</div>'
