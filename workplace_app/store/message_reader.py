"""Reads what was said in a channel, a chat or a group conversation, the user's own words on their way among it."""

# ruff: noqa: S608  (put together from the store's own constants)

from datetime import datetime

from workplace_app.domain.as_seen import MessageAsSeen, ThreadAsSeen
from workplace_app.domain.intent import IntentKind, IntentState
from workplace_app.domain.listing import PAGE_SIZE, Cursor, Listing
from workplace_app.domain.wishes import Reply, wish_as
from workplace_app.domain.workspace import Message
from workplace_app.store.connection_type import Connection, Row
from workplace_app.store.fact_tables import MESSAGES
from workplace_app.store.keyset import listed
from workplace_app.store.moments import FOREVER, to_moment
from workplace_app.store.person_reader import profile

_FIELDS = len(MESSAGES.fields)
_SELECT = f"SELECT {MESSAGES.selected()}"


def threads(
    connection: Connection, place_id: str, after: Cursor | None = None, limit: int = PAGE_SIZE
) -> Listing[ThreadAsSeen]:
    """A place's threads, the one spoken in last first."""
    last_sent, last_thread = after.keys if after else (FOREVER, "")
    rows = connection.execute(
        f"SELECT {MESSAGES.selected('latest.')}, {MESSAGES.selected('began.')}, thread.messages, "
        "thread.last_sent, thread.thread_id FROM main.message_threads AS thread "
        "JOIN main.messages AS latest ON latest.number = thread.latest "
        "LEFT JOIN main.messages AS began ON began.id = thread.thread_id "
        "WHERE thread.place_id = ? AND thread.last_sent <= ? "
        "AND (thread.last_sent < ? OR thread.thread_id > ?) "
        "ORDER BY thread.last_sent DESC, thread.thread_id LIMIT ?",
        (place_id, last_sent, last_sent, last_thread, limit + 1),
    ).fetchall()
    return listed(rows, limit, _thread, keys=2)


def thread(connection: Connection, thread_id: str) -> tuple[MessageAsSeen, ...]:
    """A thread's messages, the oldest first; deleted ones are there with ``deleted`` set."""
    rows = connection.execute(f"{_SELECT} FROM main.messages WHERE thread_id = ? ORDER BY sent, number", (thread_id,))
    said = [MessageAsSeen(each) for each in MESSAGES.facts(rows)]
    own = [each for each in _own_replies(connection) if each.message.thread_id == thread_id]
    return tuple(sorted([*said, *own], key=_said_at))


def messages(
    connection: Connection, place_id: str, after: Cursor | None = None, limit: int = PAGE_SIZE
) -> Listing[MessageAsSeen]:
    """A place's messages without regard to threads (a chat), the newest first. What is on its way is on the first
    page, beyond ``limit``."""
    rows = connection.execute(
        f"{_SELECT}, sent, number FROM main.messages WHERE place_id = ? AND (sent, number) < (?, ?) "
        "ORDER BY sent DESC, number DESC LIMIT ?",
        (place_id, *(after.keys if after else (FOREVER, FOREVER)), limit + 1),
    ).fetchall()
    said = listed(rows, limit, lambda row: MessageAsSeen(MESSAGES.fact(row)), keys=2)
    own = () if after else tuple(each for each in _own_replies(connection) if each.message.place_id == place_id)
    if not own:
        return said
    # Those that were said at the same moment stay as they are: the newest first.
    return Listing(tuple(sorted([*reversed(own), *said.rows], key=_said_at, reverse=True)), said.after)


def message(connection: Connection, message_id: str) -> Message | None:
    """One message."""
    row = connection.execute(f"{_SELECT} FROM main.messages WHERE id = ?", (message_id,)).fetchone()
    return MESSAGES.fact(row) if row else None


def _thread(row: Row) -> ThreadAsSeen:
    began = row[_FIELDS : 2 * _FIELDS]
    return ThreadAsSeen(
        thread_id=row[-1],
        first=MESSAGES.fact(began) if began[0] is not None else None,
        latest=MESSAGES.fact(row),
        messages=row[-3],
    )


def _said_at(seen: MessageAsSeen) -> datetime:
    return seen.message.sent


def _own_replies(connection: Connection) -> tuple[MessageAsSeen, ...]:
    """The user's own words that the source does not show yet, the first said first."""
    rows = connection.execute(
        "SELECT id, state, answer, payload, target_id, filed_at FROM own_replies ORDER BY id"
    ).fetchall()
    if not rows:
        return ()
    known = profile(connection)
    name = known.person.name if known is not None else ""
    found = []
    for intent_id, state, answer, payload, place_id, filed_at in rows:
        try:
            wish = wish_as(Reply, IntentKind.REPLY, payload)
        except ValueError:  # another version of the program has written it; the outbox says so
            continue
        made, began = answer or f"message:{intent_id}", to_moment(filed_at)
        place = (_workspace_of(place_id), place_id)
        said = Message(made, *place, wish.thread_id or made, None, name, began, wish.text, "")
        found.append(MessageAsSeen(said, intent_id, IntentState(state)))
    return tuple(found)


def _workspace_of(place_id: str) -> str:
    """ "channel:<team>/<channel>" is in "team:<team>"; a chat is its own workspace."""
    kind, _, identity = place_id.partition(":")
    return f"team:{identity.partition('/')[0]}" if kind == "channel" else place_id
