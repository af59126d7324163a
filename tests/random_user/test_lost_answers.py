"""20,000 wishes over a wire that loses every fifth answer and brings every twentieth request late or twice."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from tests.random_user import oracle
from tests.random_user.acts import MAKING
from tests.random_user.oracle import Filed
from tests.random_user.targets import targets_in
from tests.random_user.user import offered
from tests.random_user.wire import Trouble, tells_repetitions
from tests.random_user.wished import file
from tests.random_user.world import World, make_template, new_place
from workplace_app.domain.intent import IntentState
from workplace_app.store.connection import StoreFiles
from workplace_app.store.outbox_reader import intent

PARTS = tuple(range(1, 21))
WISHES_PER_PART = 1000
LOST, DOUBLED = 0.20, 0.05


@pytest.fixture(scope="module")
def template() -> Iterator[StoreFiles]:
    with new_place() as folder:
        yield make_template(Path(folder))


@pytest.mark.parametrize("part", PARTS)
def test_no_wish_is_lost_or_takes_effect_twice(template: StoreFiles, part: int) -> None:
    deliver_all(template, part, WISHES_PER_PART)


def deliver_all(template: StoreFiles, seed: int, wishes: int) -> None:
    """File many wishes, deliver them over a lossy wire until all have arrived, and check what became of each."""
    chance = random.Random(seed)
    world = World(template.cache.parent, template)
    computer = world.computer()
    computer.wire.usual = _lossy(chance)
    targets = targets_in(computer.screen, world.clock.now(), 100)
    filed: list[Filed] = []
    number = 0
    for so_far in (wishes // 2, wishes):  # some can be wished only when another has arrived
        while len(filed) < so_far:
            number += 1
            kind = chance.choice(offered())
            wished = MAKING[kind](world, computer.screen, targets, chance.randrange(len(targets.tasks)), number)
            if wished is not None:
                made = file(computer.screen, wished, world.clock.now())
                filed.append(Filed(computer.wire.computer, made.id, wished))
        oracle.until_nothing_waits(world)
    world.arrive_late()
    found = [intent(computer.screen, each.intent_id) for each in filed]
    left = [each for each in found if each is None or each.state is not IntentState.CONFIRMED]
    assert not left, left
    oracle.check_intents(world, filed)
    oracle.check_order(world.arrivals, filed)
    oracle.check_acknowledgements(world, filed)
    oracle.check_states(world, filed, meddled=())
    world.close()


def _lossy(chance: random.Random) -> Callable[[httpx.Request], Trouble]:
    def usual(request: httpx.Request) -> Trouble:
        drawn = chance.random()
        if drawn < LOST:
            return Trouble.LOST_ANSWER
        if drawn < LOST + DOUBLED:
            return Trouble.TWICE if tells_repetitions(request) else Trouble.LATE
        return Trouble.FINE

    return usual
