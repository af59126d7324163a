"""The random user finds every planted bug: a harness that would not is worth nothing."""

import pytest

from tests.random_user.planted import PLANTED
from tests.random_user.test_random_user import run, template
from tests.random_user.user import RandomUser
from workplace_app.store.connection import StoreFiles

__all__ = ["template"]
SEQUENCES = 150


@pytest.mark.parametrize("bug", PLANTED)
def test_a_planted_bug_is_found(template: StoreFiles, bug: str) -> None:
    machine = type(bug, (RandomUser,), {"computer_type": PLANTED[bug]})
    with pytest.raises(AssertionError):
        run(machine, template, 1, SEQUENCES)
