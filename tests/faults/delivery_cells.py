"""Plays one cell of the deliveries: a wish whose way to the service, or whose answer, meets one fault; then a healthy
round, after which it has taken effect once, or has come back to the user with its text and takes effect when they say
so."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from sync.account_session import AccountSession
from sync.http_client import open_client
from tests.faults.delivery_cases import CHANGE, READ_BACK, REPLY, DeliveryCase
from tests.faults.kinds import Kind
from tests.faults.outcomes import Outcome, outcome_of
from tests.faults.stage import Heard, Plan
from tests.faults.strokes import after_it
from tests.faults.theatre import ELIN, KEY, Theatre, trusted
from tests.faults.wire_format import Asked
from tests.sync.fakes import FakeClock, GivenTokens, Listener
from workplace_app.domain.account import Account
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.store.as_seen import create_views
from workplace_app.store.connection import SYNC_KIBIBYTES, open_files
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_filing import file_intent, try_again
from workplace_app.store.outbox_reader import intent as read_intent

LATER = timedelta(hours=25)
MOST_REQUESTS = 8
"""Three attempts at the most, each after a look, and once more with a fresh token."""


@dataclass(frozen=True)
class DeliveryCell:
    """One combination."""

    kind: Kind
    case: DeliveryCase
    position: str

    def __str__(self) -> str:
        return f"{self.kind.id}-{self.case.id}-{self.position}"


@dataclass
class Sender:
    """The program's sync of one account, for its outbox alone."""

    theatre: Theatre
    session: AccountSession
    clock: FakeClock
    tokens: GivenTokens

    def round(self) -> None:
        self.theatre.run(self.session.engine.round([]))

    def intent(self, intent_id: str) -> Intent:
        found = read_intent(self.session.connection, intent_id)
        assert found is not None, "the wish is lost"
        return found


def play_delivery(theatre: Theatre, cell: DeliveryCell) -> frozenset[Outcome]:
    """Play the cell and assert all that must hold whatever the outcome is; gives the outcomes that it shows."""
    stage, case = theatre.stage, cell.case
    theatre.filled(case.feed)  # before the stage lets everything through
    stage.live = True
    try:
        with _sender(theatre, cell) as sender:
            connection = sender.session.connection
            connection.execute("DELETE FROM mine.outbox")
            mark = f"Marke{theatre.next_number():06}slut"
            target = case.target(connection) if case.made_before is None else case.made_before(stage, mark)
            before = case.put_back(stage, target, mark)
            connection.execute("UPDATE main.tasks SET etag = ? WHERE id = ?", (before.get("@odata.etag"), target))
            wish = file_intent(connection, case.kind, target, sender.clock.now(), case.wish(mark))
            if cell.position == READ_BACK:
                OutboxDelivery(connection).sending(wish.id, sender.clock.now())
            sender.clock.moment += timedelta(minutes=2)
            heard, effects = _faulty_round(theatre, sender, cell)
            after = sender.intent(wish.id)
            outcomes = _observed(after, sender, heard)
            assert after.payload == wish.payload, "its text is not intact"
            assert len(heard) <= MOST_REQUESTS, f"{len(heard)} requests for one wish"
            _pauses_are_kept(cell, heard)
            assert not [each for each in heard if each.asked.origin == "foreign"], "a foreign origin was asked"
            assert len(effects) <= 1, "done twice"
            if after.state is IntentState.CONFIRMED:
                assert case.times(case.read(stage, target), mark) == 1, "called done, and nothing was"
            effects += _healthy_rounds(theatre, sender, wish.id)
            shown = case.times(case.read(stage, target), mark)
            assert shown == 1, f"it took effect {shown} times"
            assert 1 <= len(effects) <= case.requests, f"{len(effects)} changes have been made for one wish"
    finally:
        stage.live = False
    return outcomes


@contextmanager
def _sender(theatre: Theatre, cell: DeliveryCell) -> Iterator[Sender]:
    files = theatre.copied(theatre.filled(cell.case.feed).files)
    connection = open_files(files, KEY, SYNC_KIBIBYTES)
    create_views(connection)
    clock, http = FakeClock(), open_client(trusted(theatre.municipality))
    tokens = GivenTokens([f"token-{n}" for n in range(cell.kind.renewals + 1)])
    account = Account("tenant", ELIN.object_id, "home", ELIN.user_name, ELIN.name)
    session = AccountSession(
        account, connection, theatre.municipality, http, tokens, None, Listener(), clock, {}, tokens
    )
    theatre.stage.now = clock.now
    try:
        yield Sender(theatre, session, clock, tokens)
    finally:
        theatre.run(http.aclose())
        theatre.run(theatre.stage.hang_up())
        session.close()


def _faulty_round(theatre: Theatre, sender: Sender, cell: DeliveryCell) -> tuple[tuple[Heard, ...], list[Asked]]:
    stage, kind = theatre.stage, cell.kind
    stroke = after_it(kind.stroke) if kind.stroke is not None and cell.position == REPLY else kind.stroke
    plan = Plan(lambda asked: (asked.method == "GET") is (cell.position == READ_BACK), stroke, kind.times)
    stage.begin(plan)
    if kind.road is not None:
        theatre.run(theatre.roads.spoil(kind.road, stage.ports[cell.case.origin]))
    try:
        sender.round()
    finally:
        theatre.run(theatre.roads.mend())
    assert plan.struck or (kind.road is not None and theatre.roads.tried), "the fault never struck"
    assert theatre.roads.tried <= 4, f"{theatre.roads.tried} connections on a bad road"
    theatre.roads.tried = 0
    return tuple(stage.heard), list(stage.effects)


def _healthy_rounds(theatre: Theatre, sender: Sender, wish: str) -> list[Asked]:
    """Later, with a good network; the user signs in again and, where they were asked, says: try again."""
    theatre.stage.begin(Plan())
    sender.clock.moment += LATER
    sender.tokens.renew(["token-10", "token-11"])
    if sender.intent(wish).state is IntentState.NEEDS_YOU:
        assert sender.intent(wish).problem is not None, "the user is asked and not told why"
        assert try_again(sender.session.connection, wish, sender.clock.now())
    sender.round()
    state = sender.intent(wish).state
    assert state is IntentState.CONFIRMED, f"with a good network it is still {state}: {sender.intent(wish).problem}"
    effects = list(theatre.stage.effects)
    sender.clock.moment += LATER
    sender.round()
    assert list(theatre.stage.effects) == effects, "a confirmed wish was sent again"
    return effects


def _observed(after: Intent, sender: Sender, heard: tuple[Heard, ...]) -> frozenset[Outcome]:
    if after.state is IntentState.NEEDS_YOU:
        return frozenset({Outcome.ASK})
    if after.state in (IntentState.WAITING, IntentState.UNKNOWN):
        assert after.problem is not None
        told = outcome_of(after.problem)
        return frozenset({Outcome.RETRY if told is Outcome.SET_ASIDE else told})
    assert after.state is IntentState.CONFIRMED, after.state
    if sender.tokens.asked:
        return frozenset({Outcome.REAUTHENTICATE})
    struck = next((number for number, each in enumerate(heard) if each.struck), None)
    again = struck is not None and any(each.asked.method == heard[struck].asked.method for each in heard[struck + 1 :])
    return frozenset({Outcome.RETRY if again else Outcome.FINE})


def _pauses_are_kept(cell: DeliveryCell, heard: tuple[Heard, ...]) -> None:
    for number, each in enumerate(heard):
        if each.struck and cell.kind.waits and number + 1 < len(heard):
            waited = (heard[number + 1].at - each.at).total_seconds()
            assert waited >= cell.kind.waits, f"sent again {waited} s after being told to wait"


__all__ = ["CHANGE", "READ_BACK", "REPLY", "DeliveryCell", "play_delivery"]
