"""Random users and lost answers for as long as the time allows."""

import time
from pathlib import Path

from tests.random_user.planted import PLANTED
from tests.random_user.test_lost_answers import WISHES_PER_PART, deliver_all
from tests.random_user.test_random_user import SEQUENCES_PER_SEED, run
from tests.random_user.user import RandomUser
from tests.random_user.world import make_template, new_place
from tests.soak import Budget, Outcome
from workplace_app.store.connection import StoreFiles

_TO_FIND_A_BUG = 150


def run_users(budget: Budget) -> Outcome:
    """Sequences from ever other seeds, after each planted bug has been looked for."""
    ends = time.monotonic() + budget.seconds
    with new_place() as folder:
        template = make_template(Path(folder))
        planted = {bug: _finds(bug, template) for bug in PLANTED}
        failures, seed, sequences = [], budget.seed, 0
        while time.monotonic() < ends:
            try:
                run(RandomUser, template, seed, SEQUENCES_PER_SEED)
            except AssertionError as error:
                failures.append(f"seed {seed}: {str(error).partition(chr(10))[0]}")
            seed += 1
            sequences += SEQUENCES_PER_SEED
    return Outcome(sequences, "sequences of acts", tuple(failures), planted)


def run_lost_answers(budget: Budget) -> Outcome:
    """A thousand wishes at a time over a wire that loses every fifth answer; the planted bugs are those of the user."""
    ends = time.monotonic() + budget.seconds
    with new_place() as folder:
        template = make_template(Path(folder))
        planted = {bug: _finds(bug, template) for bug in PLANTED}
        failures, seed, wishes = [], budget.seed, 0
        while time.monotonic() < ends:
            try:
                deliver_all(template, seed, WISHES_PER_PART)
            except AssertionError as error:
                failures.append(f"seed {seed}: {str(error).partition(chr(10))[0]}")
            seed += 1
            wishes += WISHES_PER_PART
    return Outcome(wishes, "wishes", tuple(failures), planted)


def _finds(bug: str, template: StoreFiles) -> bool:
    machine = type(bug, (RandomUser,), {"computer_type": PLANTED[bug]})
    try:
        run(machine, template, 1, _TO_FIND_A_BUG)
    except AssertionError:
        return True
    return False
