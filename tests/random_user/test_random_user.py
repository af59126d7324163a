"""After random acts, troubles and crashes all caches are equal, and every wish is done once or waits for the user.

A seed that has ever failed stays in ``SEEDS`` for good. ``make soak`` runs many more.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

import hypothesis
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.random_user.user import RandomUser
from tests.random_user.world import make_template, new_place
from workplace_app.store.connection import StoreFiles

SEEDS = tuple(range(1, 26))
SEQUENCES_PER_SEED = 20
STEPS = 30


@pytest.fixture(scope="module")
def template() -> Iterator[StoreFiles]:
    with new_place() as folder:
        yield make_template(Path(folder))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_sequence_converges_and_every_wish_takes_effect_once(template: StoreFiles, seed: int) -> None:
    run(RandomUser, template, seed, SEQUENCES_PER_SEED)


def run(
    machine: type[RandomUser],
    template: StoreFiles,
    seed: int,
    sequences: int,
    phases: Sequence[Phase] = (Phase.generate,),
) -> None:
    """Run a machine from one seed. Raises what the machine raises; with ``Phase.shrink`` it takes minutes to look for
    the shortest sequence that does."""
    folder = template.cache.parent

    def made() -> RandomUser:
        machine.folder, machine.template = Path(folder), template
        return machine()

    chosen = settings(
        max_examples=sequences,
        stateful_step_count=STEPS,
        phases=phases,
        deadline=None,
        database=None,
        print_blob=True,
        report_multiple_bugs=False,  # else it goes on for as long again after the first
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(cast(type[RandomUser], hypothesis.seed(seed)(made)), settings=chosen)
