"""Two workers that run the suite beside each other must find the same tests."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def names_found_by_workers(count: int) -> list[list[str]]:
    """What each of ``count`` processes collects, at different seconds and with different hash seeds."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "tests"]
    found = []
    for seed in range(count):
        environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        found.append([line for line in done.stdout.splitlines() if "::" in line])
    return found


def test_every_worker_finds_the_same_tests_whatever_the_second_and_the_hash_seed() -> None:
    """A test named after packed bytes (gzip holds the time) or after the order of a set fails a whole run by chance."""
    first, second = names_found_by_workers(2)
    assert len(first) > 1_000
    assert first == second
