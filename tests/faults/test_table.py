"""The table is whole: enough kinds and cells, every combination a cell or excluded with a reason, nothing forgotten."""

from collections import Counter

import pytest

from sync.feeds.registry import FEEDS
from tests.faults.coverage import coverage
from tests.faults.endpoints import ALL_ENDPOINTS
from tests.faults.exceptions import EXCEPTIONS, EXCLUDED
from tests.faults.kinds import KINDS
from tests.faults.table import combinations, played

ALL = combinations()


def test_there_are_at_least_sixty_kinds_and_fifteen_hundred_cells_in_a_run() -> None:
    assert len({kind.id for kind in KINDS}) == len(KINDS) >= 60
    assert len(played()) >= 1_500


def test_every_combination_is_a_cell_once_or_excluded_with_a_reason() -> None:
    names = Counter(f"{type(each.cell).__name__} {each.cell}" for each in ALL)
    assert max(names.values()) == 1
    for each in ALL:
        assert each.why, each.cell


def test_every_kind_every_endpoint_and_every_position_is_played_in_each_run() -> None:
    run = played()
    assert {each.cell.kind.id for each in run} == {kind.id for kind in KINDS}
    for name in ("endpoint", "case", "question"):
        whole = {getattr(each.cell, name).id for each in ALL if hasattr(each.cell, name) and each.outcome is not None}
        assert {getattr(each.cell, name).id for each in run if hasattr(each.cell, name)} == whole
    where = {(each.cell.endpoint.id, each.cell.position) for each in run if hasattr(each.cell, "endpoint")}
    assert where == {(endpoint.id, position) for endpoint in ALL_ENDPOINTS for position in endpoint.positions}


def test_every_feed_has_an_endpoint() -> None:
    covered = {endpoint.feed for endpoint in ALL_ENDPOINTS}
    assert covered == {feed.name for feed in FEEDS}


def test_every_rule_concerns_something() -> None:
    reasons = {each.why for each in ALL}
    assert [rule for rule in (*EXCEPTIONS, *EXCLUDED) if rule.why not in reasons] == []


def test_the_coverage_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    print(coverage())
    printed = capsys.readouterr().out
    assert f"{len(KINDS)} kinds" in printed
    assert str(sum(each.outcome is not None for each in ALL)) in printed
