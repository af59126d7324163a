"""When the outbox is due: what has come due since the last round at once, what still is only after a while."""

import asyncio
from datetime import timedelta

import httpx

from sync.account_session import SHORTEST_BETWEEN, AccountSession
from tests.sync.fakes import MORNING, FakeClock, GivenTokens
from tests.ui.shell_parts import ELIN, NACKA
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.sign_in import SignInState
from workplace_app.domain.wishes import Reply
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.sync_connection import open_in_memory

HOLD = timedelta(seconds=6)
SECOND = timedelta(seconds=1)


class Deaf:
    """Nobody listens."""

    def changed(self, kinds: frozenset[ChangeKind]) -> None:
        del kinds

    def progress_changed(self, progress: SyncProgress) -> None:
        del progress

    def sign_in_changed(self, state: SignInState) -> None:
        del state


async def _what_came_due_since() -> None:
    async with httpx.AsyncClient() as http:
        clock, connection = FakeClock(), open_in_memory()
        session = AccountSession(ELIN, connection, NACKA, http, GivenTokens(), None, Deaf(), clock, {})
        stuck = file_intent(connection, IntentKind.COMPLETE_TASK, "planner:1", MORNING)
        assert session.wishes_due(MORNING) == MORNING
        again = MORNING + SHORTEST_BETWEEN
        assert session.wishes_due(MORNING + SECOND) == again, "it could not even be noted as sent"
        session.outbox.confirmed(stuck.id, MORNING + SECOND)
        file_intent(connection, IntentKind.REPLY, "chat:1", MORNING + SECOND, Reply("Ja"), hold=HOLD)
        released = MORNING + SECOND + HOLD
        assert session.wishes_due(MORNING + 2 * SECOND) == released
        assert session.wishes_due(released) == released, "whose time to be called back is over waits for nobody"
        assert session.wishes_due(released + SECOND) == released + SHORTEST_BETWEEN
        connection.execute("ALTER TABLE mine.outbox RENAME TO unreadable")
        broken = released + SHORTEST_BETWEEN
        assert session.wishes_due(broken) == broken
        assert session.wishes_due(broken + SECOND) == broken + SHORTEST_BETWEEN, "a store that fails is no hot loop"
        session.close()


def test_what_comes_due_is_delivered_at_once_and_what_stays_due_after_a_while() -> None:
    asyncio.run(_what_came_due_since())
