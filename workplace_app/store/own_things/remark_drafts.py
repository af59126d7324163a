"""Keeps a remark while it is being written, one for each article or service, until it is sent or emptied."""

from datetime import datetime, timedelta

from workplace_app.domain.intent import Intent
from workplace_app.domain.remark import INTENT_KINDS, About, RemarkDraft, RemarkKind
from workplace_app.domain.wishes import Remark
from workplace_app.store.connection_type import Connection
from workplace_app.store.moments import to_milliseconds
from workplace_app.store.outbox_filing import insert_intent
from workplace_app.store.transaction import writing_mine


def keep_draft(connection: Connection, about_id: str, draft: RemarkDraft, now: datetime) -> None:
    """Keep what has been written so far; nothing but air is no draft."""
    with writing_mine(connection):
        if not draft.text.strip():
            _drop(connection, about_id)
            return
        connection.execute(
            "INSERT INTO mine.remark_drafts (about_id, kind, text, changed_at) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (about_id) DO UPDATE SET kind = excluded.kind, text = excluded.text, "
            "changed_at = excluded.changed_at",
            (about_id, draft.kind.value, draft.text, to_milliseconds(now)),
        )


def send_draft(connection: Connection, about: About, draft: RemarkDraft, now: datetime, hold: timedelta) -> Intent:
    """Put it in the outbox instead: at no moment are the words in neither place. It is not sent before ``hold`` has
    passed."""
    with writing_mine(connection):
        _drop(connection, about.id)
        wish = Remark(draft.text.strip(), about.address)
        return insert_intent(connection, INTENT_KINDS[draft.kind], about.id, now, wish, about.title, now + hold)


def drop_draft(connection: Connection, about_id: str) -> None:
    """The words have left by another way."""
    with writing_mine(connection):
        _drop(connection, about_id)


def draft_about(connection: Connection, about_id: str) -> RemarkDraft | None:
    """What has been written about this article or service and was neither sent nor emptied."""
    row = connection.execute("SELECT kind, text FROM mine.remark_drafts WHERE about_id = ?", (about_id,)).fetchone()
    return None if row is None else RemarkDraft(RemarkKind(row[0]), row[1])


def _drop(connection: Connection, about_id: str) -> None:
    connection.execute("DELETE FROM mine.remark_drafts WHERE about_id = ?", (about_id,))
