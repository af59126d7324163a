"""One kind of fault, as the tables of kinds list them, and the reasons that many of them share."""

from dataclasses import dataclass

from tests.faults.outcomes import Outcome
from tests.faults.roads import Road
from tests.faults.stage import Stroke

FINE, RETRY, RESYNC = Outcome.FINE, Outcome.RETRY, Outcome.RESYNC
REAUTHENTICATE, ASK, SET_ASIDE = Outcome.REAUTHENTICATE, Outcome.ASK, Outcome.SET_ASIDE
ONCE = 1
CAP = 1 << 20
"""What an answer may weigh in the matrix: 1 MiB instead of the program's 64."""


@dataclass(frozen=True)
class Kind:
    """One kind. ``shapes`` are those of the endpoints that it can strike (empty: all); ``renewals`` how many fresh
    tokens the identity provider gives; ``bends_facts`` says that what comes through may differ from what the town
    said."""

    id: str
    what: str
    outcome: Outcome
    why: str
    stroke: Stroke | None = None
    road: Road | None = None
    times: int | None = None
    waits: float = 0.0
    shapes: tuple[str, ...] = ()
    renewals: int = 1
    extra: int = 6
    bends_facts: bool = False


ITEMS = ("list", "batch", "children", "document", "remarks")
"""Answers that hold a list of items in JSON."""
BUSY = "the service has said when, or the back-off does; the whole service rests"
BROKEN_SERVER = "nothing is wrong with the question, so it is asked again later"
LINE = "the network broke, which says nothing about the answer"
UNREADABLE = "it cannot be used, asking at once would give the same: told, and what is stored stays"
ONE_ITEM = "an item costs itself only: it is told, the others are kept"
