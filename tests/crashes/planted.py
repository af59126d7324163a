"""Bugs that the harness must find, each planted in the process that the harness kills and nowhere else.

A run that misses one of them says nothing. One bug cannot be found by killing: without ``synchronous`` the operating
system still has what was written, and only a power cut loses it.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from typing import Any
from unittest.mock import patch

from sync import account_session
from sync.delivery.outcome import Delivery, DeliveryTools, Outcome
from sync.delivery.registry import DELIVERIES
from tests.crashes import wish
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.intent import Intent, IntentKind, IntentState, new_intent_id
from workplace_app.domain.page import Page
from workplace_app.domain.problem import ProblemKind, ProblemRaised
from workplace_app.store import connection as store_connection
from workplace_app.store import outbox_filing, store_problems, sync_connection
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_rows import INTENT_COLUMNS, intent_of
from workplace_app.store.renewed_connection import RenewedConnection

Tell = Callable[..., None]


class _Hasty:
    """A connection that tells of a wish when it is about to be committed."""

    def __init__(self, connection: Any, tell: Tell) -> None:
        self._connection = connection
        self._tell = tell
        self._intent = ""

    def execute(self, sql: str, *parameters: Any) -> Any:
        if sql.startswith("INSERT INTO mine.outbox ("):
            self._intent = parameters[0][0]
        if sql == "COMMIT" and self._intent:
            self._tell("filed", self._intent)
        return self._connection.execute(sql, *parameters)

    @property
    def in_transaction(self) -> bool:
        return bool(self._connection.in_transaction)


def _saved_is_said_too_early(bugs: ExitStack, tell: Tell) -> None:
    real = outbox_filing.file_intent

    def file_intent(connection: Any, *what: Any) -> Intent:
        return real(_Hasty(connection, tell), *what)  # type: ignore[arg-type]

    bugs.enter_context(patch.object(wish, "file_intent", file_intent))


def _confirmed_is_written_before_sending(bugs: ExitStack, _tell: Tell) -> None:
    real = OutboxDelivery.sending

    def sending(outbox: OutboxDelivery, intent_id: str, now: datetime) -> bool:
        goes = real(outbox, intent_id, now)
        outbox.confirmed(intent_id, now)
        return goes

    bugs.enter_context(patch.object(OutboxDelivery, "sending", sending))


def _sending_is_not_written(bugs: ExitStack, _tell: Tell) -> None:
    bugs.enter_context(patch.object(OutboxDelivery, "sending", lambda _outbox, _intent_id, _now: True))


def _nobody_looks_before_sending_again(bugs: ExitStack, _tell: Tell) -> None:
    def blind(real: Delivery) -> Delivery:
        async def deliver(tools: DeliveryTools, intent: Intent) -> Outcome:
            return await real(tools, replace(intent, state=IntentState.WAITING, attempts=0))

        return deliver

    deliveries: Mapping[IntentKind, Callable[..., Awaitable[Outcome]]] = {
        kind: blind(real) for kind, real in DELIVERIES.items()
    }
    bugs.enter_context(patch.object(account_session, "DELIVERIES", deliveries))


def _the_bookmark_goes_before_its_page(bugs: ExitStack, _tell: Tell) -> None:
    real = CacheWriter.store_page

    def store_page(
        writer: CacheWriter, feed: str, page: Page, now: datetime, confirmed: bool = False
    ) -> frozenset[ChangeKind]:
        writer._connection.execute(
            "UPDATE main.listings SET bookmark = COALESCE(?, bookmark) WHERE feed = ? AND scope = ?",
            (page.bookmark, feed, page.scope),
        )
        return real(writer, feed, page, now, confirmed)

    bugs.enter_context(patch.object(CacheWriter, "store_page", store_page))


def _the_latest_wish_goes_first(bugs: ExitStack, _tell: Tell) -> None:
    sql = (
        f"SELECT {INTENT_COLUMNS} FROM mine.outbox "
        "WHERE state IN ('waiting', 'sending', 'unknown') AND settled_at IS NULL ORDER BY id DESC"
    )

    def deliverable(outbox: OutboxDelivery, *_now: datetime, **_how: bool) -> tuple[Intent, ...]:
        return tuple(intent_of(row) for row in outbox._connection.execute(sql))

    bugs.enter_context(patch.object(OutboxDelivery, "deliverable", deliverable))


def _without_a_journal(bugs: ExitStack, _tell: Tell) -> None:
    """Pages are written over the old ones in place, so a kill between two leaves half of a change."""
    real = store_connection.open_files

    def open_files(*where: Any) -> Any:
        opened = real(*where)
        opened.execute("PRAGMA main.journal_mode = OFF")
        return opened

    bugs.enter_context(patch.object(sync_connection, "open_files", open_files))


def _a_failed_write_is_called_saved(bugs: ExitStack, _tell: Tell) -> None:
    real = outbox_filing.file_intent

    def file_intent(connection: Any, kind: IntentKind, target_id: str, now: datetime, *payload: Any) -> Intent:
        try:
            return real(connection, kind, target_id, now, *payload)
        except ProblemRaised:
            return Intent(new_intent_id(now), kind, target_id, "{}", IntentState.WAITING, now)

    bugs.enter_context(patch.object(wish, "file_intent", file_intent))


def _a_disk_that_refuses_is_called_damage(bugs: ExitStack, _tell: Tell) -> None:
    damage = dict.fromkeys(store_problems._KINDS, ProblemKind.STORE_DAMAGED)
    bugs.enter_context(patch.object(store_problems, "_KINDS", damage))


def _a_refused_connection_is_kept(bugs: ExitStack, _tell: Tell) -> None:
    bugs.enter_context(patch.object(RenewedConnection, "_renew", lambda _connection: None))


BUGS: dict[str, Callable[[ExitStack, Tell], None]] = {
    "saved is said before the commit": _saved_is_said_too_early,
    "confirmed is written before sending": _confirmed_is_written_before_sending,
    "sending is not written before the socket is touched": _sending_is_not_written,
    "what was left unknown is sent again without looking": _nobody_looks_before_sending_again,
    "the bookmark is committed before its page": _the_bookmark_goes_before_its_page,
    "the latest wish goes first": _the_latest_wish_goes_first,
    "the cache has no journal": _without_a_journal,
    "a write that failed is called saved": _a_failed_write_is_called_saved,
    "a disk that refuses is called damage": _a_disk_that_refuses_is_called_damage,
    "a connection that was refused something is kept": _a_refused_connection_is_kept,
}
"""By the sentence that a report names them with."""


FOUND_AT_RANDOM = (*tuple(BUGS)[:5], "the latest wish goes first")
"""Those that kills at random moments find; the others take a sweep over all calls. A store without a journal is none of
them: SQLite gives up its log only to a connection that is alone, and here a window is open beside sync."""


def plant(names: Iterable[str], bugs: ExitStack, tell: Tell) -> None:
    """Plant these bugs until the stack is closed."""
    for name in names:
        BUGS[name](bugs, tell)
