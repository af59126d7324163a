"""Plays one cell of the matrix: a round of one feed in which one question meets one fault, and then a healthy round."""

import json
from dataclasses import dataclass
from datetime import timedelta

from sync.round_report import FeedReport
from sync.schedule import due
from tests.faults.cache_copies import GHOST, Facts, facts_of, outbox_of
from tests.faults.endpoints import CHANGES, FIRST, LAST, Endpoint
from tests.faults.kinds import Kind
from tests.faults.outcomes import CrashedError, Outcome, outcome_of
from tests.faults.stage import Heard, Plan
from tests.faults.strokes import ENDLESS
from tests.faults.theatre import BETWEEN_CHANGES, FEED, Client, Filled, Theatre
from tests.faults.wire_format import Asked
from workplace_app.store.fact_tables import NOTIFICATIONS

LATER = timedelta(hours=25)
"""Beyond every Retry-After and every rest that a cell can lead to."""
SHORTEST_REST = timedelta(seconds=1)
_SEVERAL_LISTINGS = ("todo", "site_files", "disruptions", "mail")
"""One of their listings may have ended well before another met the fault."""
_TOLD_IN_TWO_STEPS = ("planner", "teams", "group_conversations")
"""Their tasks, teams and threads come first, descriptions, addresses and posts with a later answer."""


@dataclass(frozen=True)
class Cell:
    """One combination."""

    kind: Kind
    endpoint: Endpoint
    position: str

    def __str__(self) -> str:
        return f"{self.kind.id}-{self.endpoint.id}-{self.position}"


@dataclass(frozen=True)
class Played:
    """What a cell came to."""

    outcomes: frozenset[Outcome]
    report: FeedReport
    heard: tuple[Heard, ...]
    tried: int


def play(theatre: Theatre, cell: Cell) -> Played:
    """Play the cell and assert all that must hold whatever the outcome is; the outcomes that it shows are given back
    (several where two reactions look the same from outside)."""
    filled = theatre.filled(cell.endpoint.feed, cell.endpoint.target)
    changes = cell.position == CHANGES
    files = theatre.copied(filled.files if changes else filled.old_files)
    before = filled.fresh if changes else filled.old
    with theatre.sitting(files, cell.kind.renewals) as client:
        if changes:
            client.clock.moment += BETWEEN_CHANGES.get(cell.endpoint.feed, timedelta())
        wishes = outbox_of(client.connection)
        client.listener.must_stay = before.keys() & filled.fresh.keys()
        report, heard, tried = _faulty_round(theatre, client, cell, filled)
        played = Played(_observed(cell, filled, report, heard, client), report, heard, tried)
        after = facts_of(client.connection)
        healthy = max(len(filled.changes), len(filled.listing))
        missed = client.listener.missed
        assert not missed, f"for a moment the screen did not show {sorted(missed)[:3]}"
        _nothing_is_lost(cell, before, filled.fresh, after, report)
        _requests_are_bounded(cell, heard, tried, healthy)
        _pauses_are_kept(cell, heard)
        _nothing_has_left(theatre, heard)
        _the_feed_rests(client, cell, report)
        assert outbox_of(client.connection) == wishes, "the outbox has been touched"
        client.clock.moment += LATER
        client.sign_in_again()
        theatre.stage.begin(Plan())
        well = client.read(cell.endpoint.feed, filled.target)
        assert well.problem is None, f"after the fault is over: {well.problem}"
        _converged(filled.fresh, facts_of(client.connection))
        assert outbox_of(client.connection) == wishes, "the outbox has been touched by the healthy round"
    return played


def keys_at(cell: Cell, filled: Filled) -> tuple[str, str | None]:
    """The question that the fault strikes, and the one before it."""
    conversation = list(dict.fromkeys(filled.changes if cell.position == CHANGES else filled.listing))
    mine = [key for key in conversation if cell.endpoint.asks(_asked(key))]
    assert mine, f"a healthy round never asks {cell.endpoint.id} at {cell.position}"
    place = {FIRST: 0, CHANGES: 0, LAST: -1}.get(cell.position, len(mine) // 2)
    key = mine[place]
    number = conversation.index(key)
    return key, conversation[number - 1] if number else None


def _asked(key: str) -> Asked:
    origin, method, target, _, body = key.split("\n", 4)
    return Asked(origin, method, target, {}, body.encode())


def _faulty_round(
    theatre: Theatre, client: Client, cell: Cell, filled: Filled
) -> tuple[FeedReport, tuple[Heard, ...], int]:
    key, before = keys_at(cell, filled)
    stage = theatre.stage
    plan = Plan(lambda asked: _strikes(cell, key, asked), cell.kind.stroke, cell.kind.times)
    road = cell.kind.road
    if road is not None:
        port = stage.ports[cell.endpoint.origin]
        if before is None:
            theatre.run(theatre.roads.spoil(road, port))
        else:
            plan.turning, plan.turn = before, lambda: theatre.roads.spoil(road, port)
    stage.begin(plan)
    try:
        report = client.read(cell.endpoint.feed, filled.target)
    finally:
        theatre.run(theatre.roads.mend())
    heard, tried = tuple(stage.heard), theatre.roads.tried if road is not None else 0
    theatre.roads.tried = 0
    assert plan.struck or tried, "the fault never struck"
    return report, heard, tried


def _observed(
    cell: Cell, filled: Filled, report: FeedReport, heard: tuple[Heard, ...], client: Client
) -> frozenset[Outcome]:
    """What the client did, told from its requests and from what it reported, not from what was expected."""
    outcomes: set[Outcome] = set()
    if any(tokens.asked for tokens in client.tokens):
        outcomes.add(Outcome.REAUTHENTICATE)
    if report.problem is not None:
        return frozenset({outcome_of(report.problem)})
    if report.item_problems:
        for problem in report.item_problems:
            outcome_of(problem)
        outcomes.add(Outcome.SET_ASIDE)
    struck = [number for number, each in enumerate(heard) if each.struck]
    if struck:
        after = [each.asked for each in heard[struck[0] + 1 :]]
        next_ones = after if cell.endpoint.shape == "picture" else after[:1]  # four pictures at a time
        if any(_repeats(heard[struck[0]].asked, asked) for asked in next_ones):
            outcomes.add(Outcome.RETRY)
        begins = {each.asked.key for each in heard[: struck[0] + 1] if cell.endpoint.asks(each.asked)}
        if cell.position == CHANGES:
            begins |= set(filled.listing) - set(filled.changes)
        if any(asked.key in begins for asked in after) and cell.kind.stroke is not None:
            outcomes.add(Outcome.RESYNC)
    elif client.theatre.roads.tried > 1:
        outcomes.add(Outcome.RETRY)
    return frozenset(outcomes or {Outcome.FINE})


def _strikes(cell: Cell, key: str, asked: Asked) -> bool:
    """The question itself; what an endless listing asks on; the part of a batch that is asked for once more."""
    return asked.key == key or ENDLESS in asked.key or _repeats(_asked(key), asked)


def _repeats(first: Asked, later: Asked) -> bool:
    """True for the same question, or some of the parts of the same batch."""
    if first.key == later.key:
        return True
    parts = _parts(later)
    return bool(parts) and parts < _parts(first)


def _parts(asked: Asked) -> set[str]:
    batch = asked.path.endswith("/$batch")
    return {part["url"] for part in json.loads(asked.body)["requests"]} if batch else set()


def _nothing_is_lost(cell: Cell, before: Facts, fresh: Facts, after: Facts, report: FeedReport) -> None:
    """What the cache had and the town still has is there, as one of them says it."""
    lost = [key for key in before if key in fresh and key not in after]
    assert not lost, f"the cache has shrunk: {lost[:3]}"
    if report.problem is not None and cell.endpoint.feed not in _SEVERAL_LISTINGS:
        gone = [key for key in before if key not in after and key[0] != NOTIFICATIONS.name]
        assert not gone, f"a listing that broke off has removed {gone[:3]}"
    if cell.kind.bends_facts or cell.endpoint.feed == "profile":  # the profile names groups, one of which is bent
        return
    made_up = [key for key, row in after.items() if row not in (before.get(key), fresh.get(key))]
    made_up = [key for key in made_up if key[0] != NOTIFICATIONS.name]
    if cell.endpoint.feed in _TOLD_IN_TWO_STEPS:
        made_up = []
    assert not made_up, f"nobody has said {made_up[:3]}"


def _requests_are_bounded(cell: Cell, heard: tuple[Heard, ...], tried: int, healthy: int) -> None:
    assert len(heard) <= healthy + cell.kind.extra, f"{len(heard)} requests where a healthy round takes {healthy}"
    assert tried <= 6, f"{tried} connections on a bad road"


def _pauses_are_kept(cell: Cell, heard: tuple[Heard, ...]) -> None:
    """After an answer that asks for rest nothing is asked of that service before the rest is over."""
    if not cell.kind.waits:
        return
    told = [each for each in heard if each.struck]
    for each in told:
        for later in heard[heard.index(each) + 1 :]:
            at_once = cell.endpoint.feed == "pictures" and later.asked.key != each.asked.key  # four in flight
            if later.asked.origin == each.asked.origin and not at_once:
                waited = (later.at - each.at).total_seconds()
                assert waited >= cell.kind.waits, f"asked again {waited} s after being told to wait"
                break


def _nothing_has_left(theatre: Theatre, heard: tuple[Heard, ...]) -> None:
    strangers = [each.asked for each in heard if each.asked.origin == "foreign"]
    assert not strangers, f"a foreign origin was asked for {strangers[0].path}"
    for each in heard:
        token = each.asked.headers.get("authorization", "")
        assert not token or token.startswith("Bearer token-"), "a token that is not ours"


def _the_feed_rests(client: Client, cell: Cell, report: FeedReport) -> None:
    """No hot loop: whatever happened, the next round is not due at once."""
    feed = FEED[cell.endpoint.feed]
    now = client.clock.now()
    moment = due(feed, client.ledger.states().get(feed.name), None, now, now, 0.5)
    if moment is not None:
        assert moment - now >= SHORTEST_REST, f"due again at once after {report.problem}"
        if report.problem is not None and report.problem.retry_at is not None:
            assert moment >= report.problem.retry_at, "due before the server allows it"


def _converged(fresh: Facts, after: Facts) -> None:
    """The cache says what a fresh one would. What was told is not taken back, so notifications only must be there."""
    kept = {key: row for key, row in after.items() if key[0] != NOTIFICATIONS.name}
    wanted = {key: row for key, row in fresh.items() if key[0] != NOTIFICATIONS.name}
    missing, extra = wanted.keys() - kept.keys(), kept.keys() - wanted.keys()
    assert not missing, f"a healthy round does not bring {sorted(missing)[:3]}"
    assert not extra, f"a healthy round leaves {sorted(extra)[:3]}"
    differing = [key for key in wanted if kept[key] != wanted[key]]
    assert not differing, f"a healthy round does not mend {differing[:3]}"


__all__ = ["GHOST", "Cell", "CrashedError", "Played", "keys_at", "play"]
