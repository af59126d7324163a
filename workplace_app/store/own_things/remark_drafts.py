"""A remark while it is being written, one for each article or service, with what kind of remark it is to be."""

from datetime import datetime, timedelta

from workplace_app.domain.draft import Draft
from workplace_app.domain.intent import Intent
from workplace_app.domain.remark import INTENT_KINDS, About, RemarkDraft, RemarkKind
from workplace_app.domain.wishes import Remark
from workplace_app.store import drafts
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_filing import file_intent


def keep_draft(connection: Connection, about_id: str, draft: RemarkDraft) -> None:
    """Keep what has been written so far; nothing but air is no draft."""
    drafts.keep_draft(connection, as_draft(about_id, draft))


def send_draft(connection: Connection, about: About, draft: RemarkDraft, now: datetime, hold: timedelta) -> Intent:
    """Put it in the outbox instead. It is not sent before ``hold`` has passed."""
    wish = Remark(draft.text.strip(), about.address)
    kind, kept_as = INTENT_KINDS[draft.kind], _key(about.id)
    return file_intent(connection, kind, about.id, now, wish, about=about.title, hold=hold, draft=kept_as)


def drop_draft(connection: Connection, about_id: str) -> None:
    """The words have left by another way."""
    drafts.drop_draft(connection, _key(about_id))


def draft_about(connection: Connection, about_id: str) -> RemarkDraft | None:
    """What has been written about this article or service and was neither sent nor emptied."""
    begun = drafts.begun_draft(connection, _key(about_id))
    return None if begun is None else RemarkDraft(RemarkKind(begun.kind), begun.text)


def as_draft(about_id: str, draft: RemarkDraft) -> Draft:
    """How it is kept among all that is being written."""
    return Draft(_key(about_id), draft.text, draft.kind.value)


def _key(about_id: str) -> str:
    return f"remark:{about_id}"
