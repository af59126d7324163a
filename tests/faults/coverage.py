"""How much of the matrix there is, in words and numbers."""

from collections import Counter

from tests.faults.delivery_cases import ALL_CASES
from tests.faults.delivery_cells import DeliveryCell
from tests.faults.endpoints import ALL_ENDPOINTS
from tests.faults.feed_cells import Cell
from tests.faults.kinds import KINDS
from tests.faults.sign_in_cells import QUESTIONS
from tests.faults.table import combinations, played

_SORTS = {Cell: "feeds", DeliveryCell: "deliveries"}


def coverage() -> str:
    """The table of figures that docs/reliability-faults.md shows."""
    every = combinations()
    cells = [each for each in every if each.outcome is not None]
    run = played()
    positions = sum(len(endpoint.positions) for endpoint in ALL_ENDPOINTS)
    lines = [
        f"{len(KINDS)} kinds of fault",
        f"{len(ALL_ENDPOINTS)} endpoints of feeds at {positions} positions in all",
        f"{len(ALL_CASES)} deliveries at 3 positions, {len(QUESTIONS)} questions of signing in",
        f"{len(every)} combinations: {len(cells)} cells, {len(every) - len(cells)} excluded with a reason",
        f"{len(run)} cells in make test, {len(cells)} in make soak",
    ]
    for name, group in (("make test", run), ("make soak", cells)):
        sorts = Counter(_SORTS.get(type(each.cell), "signing in") for each in group)
        outcomes = Counter(str(each.outcome) for each in group)
        lines.append(f"{name}: " + ", ".join(f"{count} {sort}" for sort, count in sorts.most_common()))
        lines.append(f"{name}: " + ", ".join(f"{count} {outcome}" for outcome, count in outcomes.most_common()))
    return "\n".join(lines)
