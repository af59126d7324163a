"""Reads what was said in a channel, a chat or a group conversation."""

# ruff: noqa: S608  (put together from the store's own constants)

from workplace_app.domain.as_seen import ThreadAsSeen
from workplace_app.domain.listing import PAGE_SIZE, Cursor, Listing
from workplace_app.domain.workspace import Message
from workplace_app.store.connection_type import Connection, Row
from workplace_app.store.fact_tables import MESSAGES
from workplace_app.store.keyset import listed
from workplace_app.store.moments import FOREVER

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


def thread(connection: Connection, thread_id: str) -> tuple[Message, ...]:
    """A thread's messages, the oldest first; deleted ones are there with ``deleted`` set."""
    rows = connection.execute(f"{_SELECT} FROM main.messages WHERE thread_id = ? ORDER BY sent, number", (thread_id,))
    return MESSAGES.facts(rows)


def messages(
    connection: Connection, place_id: str, after: Cursor | None = None, limit: int = PAGE_SIZE
) -> Listing[Message]:
    """A place's messages without regard to threads (a chat), the newest first."""
    rows = connection.execute(
        f"{_SELECT}, sent, number FROM main.messages WHERE place_id = ? AND (sent, number) < (?, ?) "
        "ORDER BY sent DESC, number DESC LIMIT ?",
        (place_id, *(after.keys if after else (FOREVER, FOREVER)), limit + 1),
    ).fetchall()
    return listed(rows, limit, MESSAGES.fact, keys=2)


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
