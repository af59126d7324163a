"""The matrix itself: kinds x endpoints x positions, what is right in each cell, and which combinations there are not.

``KINDS`` gives each kind its outcome. ``EXCEPTIONS`` says where another one is right, ``EXCLUDED`` where there is no
meaning, each with its reason. Every combination is either a cell or excluded: ``test_table.py`` counts.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from tests.faults.delivery_cases import CASES, CHANGE, LATER_CASES, READ_BACK, REPLY, DeliveryCase
from tests.faults.delivery_cells import DeliveryCell
from tests.faults.endpoints import CHANGES, ENDPOINTS, LATER_ENDPOINTS, Endpoint
from tests.faults.exceptions import EXCEPTIONS, EXCLUDED, Rule
from tests.faults.feed_cells import Cell
from tests.faults.kinds import KINDS, Kind
from tests.faults.outcomes import Outcome
from tests.faults.sign_in_cells import QUESTIONS, SignInCell

AnyCell = Cell | DeliveryCell | SignInCell
EVERY = 5
"""``make test`` plays every fifth cell on the diagonals, so that each kind meets each sort of endpoint and each
endpoint each sort of kind; ``make soak`` plays all."""


@dataclass(frozen=True)
class Combination:
    """One combination with what is right there, or (``outcome`` None) with why there is no such cell."""

    cell: AnyCell
    outcome: Outcome | None
    why: str


@cache
def combinations() -> tuple[Combination, ...]:
    """All of them: of feeds, of deliveries and of signing in."""
    return tuple(_combinations())


def _combinations() -> Iterator[Combination]:
    for kind in KINDS:
        yield from _feeds(kind, ENDPOINTS)
        yield from _deliveries(kind, CASES)
        for question in QUESTIONS:
            yield _judged(SignInCell(kind, question), kind, question.id, "sign-in", "sign-in")
    for kind in KINDS:
        yield from _deliveries(kind, LATER_CASES)
    for kind in KINDS:
        yield from _feeds(kind, LATER_ENDPOINTS)


def _feeds(kind: Kind, endpoints: Iterable[Endpoint]) -> Iterator[Combination]:
    for endpoint in endpoints:
        for position in endpoint.positions:
            yield _judged(Cell(kind, endpoint, position), kind, endpoint.id, endpoint.shape, position)


def _deliveries(kind: Kind, cases: Iterable[DeliveryCase]) -> Iterator[Combination]:
    for case in cases:
        for position in (CHANGE, REPLY, READ_BACK):
            yield _judged(DeliveryCell(kind, case, position), kind, case.id, "delivery", position)


def played(every: int = EVERY) -> list[Combination]:
    """The cells of a run: every n-th on the diagonals."""
    cells = [each for each in combinations() if each.outcome is not None]
    return [each for number, each in enumerate(cells) if (number + number // 97) % every == 0]


def _judged(cell: AnyCell, kind: Kind, endpoint: str, shape: str, position: str) -> Combination:
    if kind.shapes and shape not in kind.shapes:
        return Combination(cell, None, f"strikes {' and '.join(kind.shapes)} only")
    if kind.road is not None and position == REPLY:
        return Combination(cell, None, "on a bad road nothing is done whose answer could be lost")
    if isinstance(cell, DeliveryCell) and position == READ_BACK and not cell.case.reads_back:
        return Combination(cell, None, "nothing is read back: the service knows the wish by its id")
    if position == CHANGE and getattr(kind.stroke, "needs_answer", False):
        return Combination(cell, None, "the service has answered, so the change is made: see the reply")
    for rule in EXCLUDED:
        if rule.concerns(kind.id, endpoint, shape, position):
            return Combination(cell, None, rule.why)
    for rule in EXCEPTIONS:
        if rule.concerns(kind.id, endpoint, shape, position):
            return Combination(cell, rule.outcome, rule.why)
    return Combination(cell, kind.outcome, kind.why)


__all__ = ["CHANGES", "Combination", "DeliveryCase", "Endpoint", "Rule", "combinations", "played"]
