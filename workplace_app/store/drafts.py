"""Keeps what somebody is writing until it is sent or emptied: one text for each thing that it is meant for.

What is sent leaves here in the transaction that puts it in the outbox (``outbox_filing.file_intent``), and comes back
in the one that withdraws it: at no moment are the words in both places, or in neither.

What the disk does not take is remembered until it does, or the program ends: a field may close over words that it could
not keep, and shows them when it is opened again.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from weakref import WeakKeyDictionary

from workplace_app.domain.draft import Draft
from workplace_app.domain.problem import ProblemRaised
from workplace_app.store.connection_type import Connection
from workplace_app.store.transaction import writing_mine

_NOT_ON_THE_DISK: WeakKeyDictionary[Connection, dict[str, Draft]] = WeakKeyDictionary()


class Drafts:
    """By what the words are meant for; on the disk when ``keep`` has returned."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def text(self, meant_for: str) -> str:
        """What was begun, "" when there is nothing."""
        begun = begun_draft(self._connection, meant_for)
        return "" if begun is None else begun.text

    def keep(self, meant_for: str, text: str) -> None:
        """Keep what has been written so far; nothing but air is forgotten."""
        keep_draft(self._connection, Draft(meant_for, text))


def only_remembered(connection: Connection) -> int:
    """How many texts were begun that the disk has nothing of."""
    remembered = _NOT_ON_THE_DISK.get(connection, {}).values()
    return sum(bool(each.text.strip()) and _kept(connection, each.meant_for) is None for each in remembered)


def begun_draft(connection: Connection, meant_for: str) -> Draft | None:
    """What was begun and neither sent nor emptied."""
    remembered = _NOT_ON_THE_DISK.get(connection, {}).get(meant_for)
    if remembered is None:
        return _kept(connection, meant_for)
    return remembered if remembered.text.strip() else None


def _kept(connection: Connection, meant_for: str) -> Draft | None:
    row = connection.execute("SELECT text, kind FROM mine.drafts WHERE meant_for = ?", (meant_for,)).fetchone()
    return None if row is None else Draft(meant_for, *row)


def keep_draft(connection: Connection, draft: Draft) -> None:
    """Keep what has been written so far; nothing but air is forgotten. What is kept already costs no write. Raises
    ``ProblemRaised`` when the disk does not take it."""
    try:
        kept = _kept(connection, draft.meant_for)
        if kept != draft and (kept is not None or draft.text.strip()):
            with writing_mine(connection):
                _put(connection, draft)
    except ProblemRaised:
        _NOT_ON_THE_DISK.setdefault(connection, {})[draft.meant_for] = draft
        raise
    _forget(connection, draft.meant_for)


def drop_draft(connection: Connection, meant_for: str) -> None:
    """The words have left by another way."""
    with moving_drafts(connection):
        draft_has_left(connection, meant_for)


@contextmanager
def moving_drafts(connection: Connection) -> Iterator[None]:
    """``transaction.writing_mine`` for words that move: where the disk refuses the block, what was only remembered of
    them is remembered still."""
    remembered = dict(_NOT_ON_THE_DISK.get(connection, {}))
    try:
        with writing_mine(connection):
            yield
    except BaseException:
        _NOT_ON_THE_DISK[connection] = remembered
        raise


def draft_has_left(connection: Connection, meant_for: str) -> None:
    """As ``drop_draft``, inside the transaction that puts the words elsewhere (``moving_drafts``)."""
    connection.execute("DELETE FROM mine.drafts WHERE meant_for = ?", (meant_for,))
    _forget(connection, meant_for)


def draft_comes_back(connection: Connection, draft: Draft) -> None:
    """Put words that were called back before what has been begun since, inside the transaction that calls them back.
    Where they stand there already, since they were called back before, they stand there once."""
    begun = begun_draft(connection, draft.meant_for)
    if begun is not None and f"{begun.text}\n\n".startswith(f"{draft.text}\n\n"):
        return
    together = draft.text if begun is None else f"{draft.text}\n\n{begun.text}"
    _put(connection, Draft(draft.meant_for, together, draft.kind))
    _forget(connection, draft.meant_for)


def _forget(connection: Connection, meant_for: str) -> None:
    _NOT_ON_THE_DISK.get(connection, {}).pop(meant_for, None)


def _put(connection: Connection, draft: Draft) -> None:
    if not draft.text.strip():
        draft_has_left(connection, draft.meant_for)
        return
    connection.execute(
        "INSERT INTO mine.drafts (meant_for, kind, text) VALUES (?, ?, ?) "
        "ON CONFLICT (meant_for) DO UPDATE SET kind = excluded.kind, text = excluded.text",
        (draft.meant_for, draft.kind, draft.text),
    )
