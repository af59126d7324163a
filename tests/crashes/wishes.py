"""What the program's user may wish in these tests: one line for each kind of target, and how the town shows its effect.

To add a kind: one ``Wish`` (``wish.py``) in the module of its subject.
"""

from tests.crashes.meeting_wishes import MEETING_WISHES
from tests.crashes.task_wishes import TASK_WISHES
from tests.crashes.wish import Wish
from tests.crashes.word_wishes import WORD_WISHES
from workplace_app.domain.intent import IntentKind
from workplace_app.store.connection_type import Connection

WISHES: tuple[Wish, ...] = (*TASK_WISHES, *MEETING_WISHES, *WORD_WISHES)
_BY_NAME = {wish.name: wish for wish in WISHES}
assert {kind for wish in WISHES for kind in wish.kinds} == set(IntentKind), "a kind of intent is never wished"


def targets_in(connection: Connection, count: int) -> list[str]:
    """So many targets of each kind of wish, as "name of the wish|target"; fewer of what a place has but one."""
    found = {wish.name: wish.find(connection, count) for wish in WISHES}
    assert all(found.values()), f"nothing to wish: {[name for name, targets in found.items() if not targets]}"
    return [f"{name}|{target_id}" for name, targets in found.items() for target_id in targets]


def parted(target: str) -> tuple[Wish, str]:
    """The wish and the id in such a target."""
    name, _, target_id = target.partition("|")
    return _BY_NAME[name], target_id
