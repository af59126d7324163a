"""A verdict is met or short, never rounded into the other; the report can be read by machines."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.benchmarks.ratio import Ratio, percentile
from tests.benchmarks.report import plot, table, write


def measured(ours: float, reference: float, most: float | None = 1.35, absolute: float | None = None) -> Ratio:
    return Ratio("start to first frame", 10_000, "ms", [ours], [reference], "bare window", most, absolute)


@pytest.mark.parametrize(
    ("ratio", "verdict"),
    [
        (measured(135, 100), "met"),
        (measured(136, 100), "short"),
        (measured(120, 100, absolute=119), "short"),
        (measured(120, 100, most=None), "–"),
    ],
)
def test_a_target_is_met_up_to_itself(ratio: Ratio, verdict: str) -> None:
    assert ratio.verdict == verdict


def test_the_95th_percentile_of_twenty_is_the_nineteenth() -> None:
    assert percentile([float(number) for number in range(20, 0, -1)], 0.95) == 19


@given(some.lists(some.floats(0, 1e6), min_size=1), some.sampled_from([0.5, 0.9, 0.95, 0.99, 1.0]))
def test_a_percentile_is_a_sample_that_its_share_does_not_exceed(samples: list[float], share: float) -> None:
    found = percentile(samples, share)
    assert found in samples
    assert sum(sample <= found for sample in samples) >= share * len(samples) - 1e-9


def test_the_report_is_a_table_json_and_a_picture(tmp_path: Path) -> None:
    results = [measured(120, 100), measured(150, 100)]
    paths = {path.name: path for path in write(results, {"cores": 2}, tmp_path)}
    told = json.loads(paths["bench.json"].read_text(encoding="utf-8"))
    assert [each["verdict"] for each in told["results"]] == ["met", "short"]
    assert ET.fromstring(plot(results)).tag.endswith("svg")
    assert "1.50" in table(results)
