"""Turns decoded messages of a channel or chat into messages of ours, each id once."""

from sync.wire.messages import ChatMessage, Place, message_from_graph
from sync.wire.reading import ReadItems, UnreadableItemError
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.workspace import Message

_SERVICE = "teams"


def messages_of(
    decoded: ReadItems[ChatMessage], place: Place, me: str
) -> tuple[tuple[Message, ...], tuple[Problem, ...]]:
    """The messages, the notes that Teams itself wrote left out; the last occurrence of an id wins."""
    facts: dict[str, Message] = {}
    problems = list(decoded.problems)
    for one in decoded.facts:
        try:
            message = message_from_graph(one, place, me)
        except UnreadableItemError as error:
            problems.append(Problem(ProblemKind.UNREADABLE_ITEM, _SERVICE, item_id=one.id, detail=str(error)))
            continue
        if message is not None:
            facts[message.id] = message
    return tuple(facts.values()), tuple(problems)
