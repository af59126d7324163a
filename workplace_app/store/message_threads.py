"""Keeps for each thread its latest message, so that a long conversation is listed without reading it all."""

import json
from collections.abc import Collection

from workplace_app.store.connection_type import Connection

_RENEW = """
INSERT INTO main.message_threads (thread_id, place_id, last_sent, latest, messages)
SELECT thread_id, place_id, MAX(sent), number, COUNT(*) FROM main.messages
WHERE thread_id IN (SELECT value FROM json_each(?)) GROUP BY thread_id
ON CONFLICT (thread_id) DO UPDATE SET place_id = excluded.place_id, last_sent = excluded.last_sent,
    latest = excluded.latest, messages = excluded.messages
"""
"""With MAX, SQLite takes the other columns from the row that has it (sqlite.org/lang_select.html, bare columns)."""


def renew_threads(connection: Connection, thread_ids: Collection[str]) -> None:
    """Look again at threads in which something has been said, changed or removed."""
    if not thread_ids:
        return
    ids = (json.dumps(sorted(thread_ids)),)
    connection.execute(
        "DELETE FROM main.message_threads WHERE thread_id IN (SELECT value FROM json_each(?)) AND NOT EXISTS "
        "(SELECT 1 FROM main.messages WHERE messages.thread_id = message_threads.thread_id)",
        ids,
    )
    connection.execute(_RENEW, ids)
