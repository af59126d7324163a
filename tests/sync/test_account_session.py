"""When the outbox is due: what has come due since the last round at once, what still is only after a while; and what
a session lets go of by IT's rules."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from sync.account_session import SHORTEST_BETWEEN, AccountSession
from tests.store.many_facts import messages
from tests.sync.fakes import MORNING, FakeClock, GivenTokens
from tests.ui.shell_parts import ELIN, NACKA
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.keeping import Keeping
from workplace_app.domain.page import Page
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.sign_in import SignInState
from workplace_app.domain.wishes import Reply
from workplace_app.domain.workspace import Message
from workplace_app.store.cache_writer import CacheWriter
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


class Told(Deaf):
    """Remembers which kinds changed."""

    def __init__(self) -> None:
        self.kinds: set[ChangeKind] = set()

    def changed(self, kinds: frozenset[ChangeKind]) -> None:
        self.kinds |= kinds


async def _kept_after_a_session(municipality: Municipality, told: Deaf) -> list[str]:
    """What is left of a message of ten days ago and one of a hundred."""
    async with httpx.AsyncClient() as http:
        connection = open_in_memory()
        said = [replace(one, id=f"message:{days}", sent=MORNING - timedelta(days=days)) for days, one in _aged(10, 100)]
        CacheWriter(connection).store_page("chats", Page(tuple(said), scope="chat:1"), MORNING)
        session = AccountSession(ELIN, connection, municipality, http, GivenTokens(), None, told, FakeClock(), {})
        session.let_go_of_what_is_old()
        kept = [row[0] for row in connection.execute("SELECT id FROM main.messages ORDER BY id")]
        session.close()
        return kept


def _aged(*days: int) -> Iterator[tuple[int, Message]]:
    return zip(days, messages(len(days)), strict=True)


@pytest.mark.parametrize(
    ("days", "kept"),
    [(90, ["message:10"]), (9, []), (101, ["message:10", "message:100"])],
    ids=["usual", "short", "long"],
)
def test_what_is_old_goes_by_its_rules(days: int, kept: list[str]) -> None:
    rules = replace(NACKA, keeping=Keeping(message_days=days))
    assert asyncio.run(_kept_after_a_session(rules, Deaf())) == kept


def test_what_it_has_turned_off_goes_before_anything_is_read_and_the_screen_is_told() -> None:
    told = Told()
    rules = replace(NACKA, keeping=Keeping(message_days=101), teams_reading=False)
    assert asyncio.run(_kept_after_a_session(rules, told)) == []
    assert ChangeKind.MESSAGES in told.kinds
