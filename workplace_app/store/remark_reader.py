"""Reads the user's own questions, ideas and corrections: those that the municipality has, and those on their way."""

# ruff: noqa: S608  (put together from the store's own constants)

from typing import Any

from workplace_app.domain.intent import Intent, IntentKind
from workplace_app.domain.remark import REMARK_KINDS, About, RemarkAsSeen, remark_id
from workplace_app.domain.wishes import Remark, wish_as
from workplace_app.store.connection_type import Connection
from workplace_app.store.fact_tables import REMARKS
from workplace_app.store.outbox_rows import INTENT_COLUMNS, intent_of

_UNREAD = (
    "answered_at IS NOT NULL AND answered_at > "
    "COALESCE((SELECT seen_at FROM mine.remark_marks WHERE remark_marks.remark_id = remarks.id), 0)"
)
_KINDS = ", ".join(f"'{kind.value}'" for kind in REMARK_KINDS)
_ON_ITS_WAY = (
    f"kind IN ({_KINDS}) AND state != 'withdrawn' AND NOT EXISTS "
    "(SELECT 1 FROM main.remarks WHERE remarks.id = 'remark:' || outbox.id)"
)
"""Also one that has been delivered, until the municipality's own list shows it."""
_MOST = 1_000


def remarks_as_seen(connection: Connection) -> tuple[RemarkAsSeen, ...]:
    """All of them: those on their way first, then by their last change, the latest first."""
    on_their_way = connection.execute(
        f"SELECT {INTENT_COLUMNS} FROM mine.outbox WHERE {_ON_ITS_WAY} ORDER BY id DESC LIMIT {_MOST}"
    )
    received = connection.execute(
        f"SELECT {REMARKS.selected()}, {_UNREAD} FROM main.remarks ORDER BY changed_at DESC, id DESC LIMIT {_MOST}"
    )
    sent = (_sent(intent_of(row)) for row in on_their_way)
    return (*(each for each in sent if each is not None), *map(_received, received))


def remark_as_seen(connection: Connection, wanted: str) -> RemarkAsSeen | None:
    """One of them, by its id ("remark:…")."""
    row = connection.execute(
        f"SELECT {REMARKS.selected()}, {_UNREAD} FROM main.remarks WHERE id = ?", (wanted,)
    ).fetchone()
    if row is not None:
        return _received(row)
    row = connection.execute(
        f"SELECT {INTENT_COLUMNS} FROM mine.outbox WHERE 'remark:' || id = ? AND {_ON_ITS_WAY}", (wanted,)
    ).fetchone()
    return None if row is None else _sent(intent_of(row))


def count_unread_answers(connection: Connection) -> int:
    """How many of them have an answer that the user has not seen."""
    row = connection.execute(f"SELECT COUNT(*) FROM main.remarks WHERE {_UNREAD}").fetchone()
    return int(row[0]) if row else 0


def awaits_answers(connection: Connection) -> bool:
    """True while one of them has arrived and is neither answered nor closed, as far as this computer knows."""
    row = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM main.remarks WHERE state IN ('received', 'looked_at')) "
        f"OR EXISTS (SELECT 1 FROM mine.outbox WHERE state = 'confirmed' AND {_ON_ITS_WAY})"
    ).fetchone()
    return bool(row and row[0])


def acknowledgement_of(connection: Connection, article_id: str) -> Intent | None:
    """The wish that tells the municipality of an acknowledgement; None for none, and for one that was taken back."""
    row = connection.execute(
        f"SELECT {INTENT_COLUMNS} FROM mine.outbox WHERE target_id = ? AND kind = ? AND state != 'withdrawn' "
        "ORDER BY id DESC LIMIT 1",
        (article_id, IntentKind.ACKNOWLEDGE_ARTICLE.value),
    ).fetchone()
    return None if row is None else intent_of(row)


def _received(row: tuple[Any, ...]) -> RemarkAsSeen:
    fact = REMARKS.fact(row)
    return RemarkAsSeen(
        fact.id,
        fact.kind,
        fact.text,
        About(fact.about_id, fact.about_title, fact.address),
        fact.written_at,
        fact.state,
        fact.answers,
        changed_at=fact.changed_at,
        unread=bool(row[-1]),
    )


def _sent(intent: Intent) -> RemarkAsSeen | None:
    try:
        wish = wish_as(Remark, intent.kind, intent.payload)
    except ValueError:  # another version of the program has written it; the outbox says so
        return None
    about = About(intent.target_id, intent.about, wish.address)
    return RemarkAsSeen(
        remark_id(intent.id),
        REMARK_KINDS[intent.kind],
        wish.text,
        about,
        intent.filed_at,
        None,
        intent=intent,
        changed_at=intent.since,
    )
