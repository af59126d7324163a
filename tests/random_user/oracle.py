"""What must be true when all trouble is over: nothing lost, nothing twice, nothing overwritten, all caches alike."""

from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from tests.random_user import acts
from tests.random_user.computer import Computer
from tests.random_user.wire import Arrival
from tests.random_user.wished import Wished
from tests.random_user.world import ELIN, OWN_FEEDS, World
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.domain.remark import REMARK_KINDS, remark_id
from workplace_app.domain.wishes import Acknowledgement
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_reader import history, intent
from workplace_app.store.remark_reader import acknowledgement_of, remarks_as_seen

ROUNDS_TO_CALM = 400
"""Many more than are needed: an outbox that has nothing to send ends it."""
_LONG_ENOUGH = timedelta(minutes=31)
FACTS = {
    "tasks": "id, source, title, container_id, due, due_is_a_day, completed, important",
    "events": 'id, title, start, "end", all_day, place, response, cancelled',
    "remarks": "id, kind, about_id, text, state, answers",
}
MOST_REQUESTS = 80
"""More than a round of the mailbox and a full outbox ever needs; a loop needs more."""


class Filed(NamedTuple):
    """A wish that the screen has said to be saved."""

    computer: int
    intent_id: str
    wished: Wished


def calm_down(world: World) -> None:
    """No more trouble; time passes; every computer has healthy rounds until nothing waits any more, and then one."""
    for computer in world.computers:
        computer.wire.troubles.clear()
    until_nothing_waits(world)
    for computer in world.computers:
        world.clock.moment += _LONG_ENOUGH
        computer.round(OWN_FEEDS)


def until_nothing_waits(world: World) -> None:
    """Time passes and outboxes are delivered until none has anything that may be sent."""
    for _ in range(ROUNDS_TO_CALM):
        world.clock.moment += _LONG_ENOUGH
        waiting = [each for each in world.computers if OutboxDelivery(each.sync).next_moment(world.clock.now())]
        for computer in waiting:
            computer.round(())
        if not waiting:
            return


def facts_of(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    """What a computer knows of its mailbox."""
    return {
        table: sorted(connection.execute(f"SELECT {columns} FROM main.{table}").fetchall())
        for table, columns in FACTS.items()
    }


def check_caches(world: World) -> None:
    """Every computer knows what a new one would."""
    new = world.computer()
    new.round(OWN_FEEDS)
    expected = facts_of(new.sync)
    assert all(expected.values())
    for computer in world.computers[:-1]:
        known = facts_of(computer.sync)
        for table, rows in expected.items():
            assert known[table] == rows, f"computer {computer.wire.computer} does not know the {table} as they are"


def check_intents(world: World, filed: Sequence[Filed]) -> None:
    """Every wish took effect once, or waits for the user, or was taken back and had none."""
    computers = {computer.wire.computer: computer for computer in world.computers}
    for each in filed:
        found = intent(computers[each.computer].sync, each.intent_id)
        assert found is not None, f"{each.wished.kind} has been lost"
        _check_state(computers[each.computer], found)
        if each.wished.words:
            _check_count(world, found, each.wished.words, computers[each.computer])


def _check_state(computer: Computer, found: Intent) -> None:
    settled = (IntentState.CONFIRMED, IntentState.NEEDS_YOU, IntentState.WITHDRAWN)
    if found.state in settled:
        return
    behind = computer.sync.execute(
        "SELECT 1 FROM mine.outbox WHERE target_id = ? AND id < ? AND state = 'needs_you'",
        (found.target_id, found.id),
    ).fetchone()
    assert behind, f"{found.kind} is still {found.state} though nothing is in its way: {found.problem}"


def _check_count(world: World, found: Intent, words: str, computer: Computer) -> None:
    came = [each for each in world.arrivals if each.intent_id == found.id and words.encode() in each.body]
    times = _times(came)
    if found.state is IntentState.CONFIRMED:
        assert times == 1, f"{found.kind} took effect {times} times: {history(computer.sync, found.id)}\n{came}"
    elif found.attempts == 0:
        assert times == 0, f"{found.kind} was never sent and took effect {times} times"
    else:
        assert times <= 1, f"{found.kind} took effect {times} times"
    if found.kind in REMARK_KINDS:
        assert world.dialogue.count(words) == times, f"the municipality does not have {found.kind} {times} times"


def _times(came: Sequence[Arrival]) -> int:
    """How often words took effect. Two computers that write the first comment on a Planner task at once both begin a
    thread: the words of the one whose thread the task does not name go into the other's too, since nobody would find
    them. On the task they stand once."""
    effective = [each for each in came if each.effective]
    replies = [each for each in effective if each.path.endswith("/reply")]
    return len(replies or effective)


def check_states(world: World, filed: Sequence[Filed], meddled: Container[str]) -> None:
    """What was confirmed last for a thing is how the thing is, unless somebody else has changed it."""
    computers = {computer.wire.computer: computer for computer in world.computers}
    latest: dict[tuple[str, str], tuple[datetime, object]] = {}
    for each in filed:
        found = intent(computers[each.computer].sync, each.intent_id)
        if found is None or found.since is None or found.state is not IntentState.CONFIRMED:
            continue
        aspect, wanted = acts.wanted(each.wished)
        key = (each.wished.target, aspect)
        if aspect and each.wished.target not in meddled and (key not in latest or latest[key][0] <= found.since):
            latest[key] = (found.since, wanted)
    for (target, aspect), (_, wanted) in latest.items():
        stands = acts.in_source(world, target, aspect)
        assert stands == wanted, f"{target}: {aspect} is {stands}, though {wanted} was confirmed; {world.arrivals}"


def check_acknowledgements(world: World, filed: Sequence[Filed]) -> None:
    """The municipality knows of none that nobody has made, and of the moment at which it was made; at each computer an
    article bears its mark for as long as the wish stands, and not longer."""
    made: dict[str, set[datetime]] = defaultdict(set)
    for each in filed:
        if isinstance(each.wished.wish, Acknowledgement):
            made[each.wished.target].add(each.wished.wish.at)
    for article, moments in made.items():
        known = world.dialogue.acknowledged_at(article, ELIN)
        assert known is None or known in moments, f"{article} is said to have been read at {known}"
        for computer in world.computers:
            row = computer.sync.execute(
                "SELECT acknowledged_at FROM mine.article_marks WHERE article_id = ?", (article,)
            ).fetchone()
            marked, stands = bool(row and row[0]), acknowledgement_of(computer.sync, article) is not None
            assert marked == stands, f"{article} is {'' if marked else 'not '}marked as acknowledged at a computer"


def check_remarks(world: World, filed: Sequence[Filed]) -> None:
    """Where they were written, all remarks that were not taken back are listed, each once."""
    for computer in world.computers:
        listed = Counter(each.id for each in remarks_as_seen(computer.sync))
        for each in filed:
            if each.computer == computer.wire.computer and each.wished.kind in REMARK_KINDS:
                found = intent(computer.sync, each.intent_id)
                wanted = found is not None and found.state is not IntentState.WITHDRAWN
                if wanted or listed[remark_id(each.intent_id)]:
                    assert listed[remark_id(each.intent_id)] == 1, f"{each.wished.words} is not listed once"


PLACES_OF_NEW_THINGS = ("todo:", "calendar:")


def check_order(arrivals: Sequence[Arrival], filed: Sequence[Filed]) -> None:
    """What one computer asked of one thing took effect in the order of asking."""
    targets = {each.intent_id: each.wished.target for each in filed}
    latest: dict[tuple[int, str], str] = defaultdict(str)
    for each in arrivals:
        if not each.effective or each.intent_id is None or each.status >= 400:
            continue
        key = (each.computer, targets[each.intent_id])
        if targets[each.intent_id] in PLACES_OF_NEW_THINGS:
            continue  # one that needed the user has held up no other
        assert each.intent_id >= latest[key], f"{each.method} {each.path} took effect after a later wish"
        latest[key] = each.intent_id
