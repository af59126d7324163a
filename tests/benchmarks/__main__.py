"""Measures and tells: `make bench`, or with fewer things `python -m tests.benchmarks --only search --items 10000`."""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import first_sync, search, start, window
from tests.benchmarks.by_hand import KEY
from tests.benchmarks.filled_store import fill
from tests.benchmarks.processes import display
from tests.benchmarks.ratio import Ratio
from tests.benchmarks.report import circumstances, table, write

ROOT = Path(__file__).resolve().parents[2]
KEYRING = ROOT / "tools" / "with_keyring.sh"
SIZES = [10_000, 100_000]
SUBJECTS = ["start", "window", "search", "sync"]


def with_keyring() -> None:
    """Starts this program again inside a session with a keyring of its own, where that can be had: the key of the
    measured account must come from a keyring, and not from the user's."""
    if os.environ.get("KEYRING_IS_UNLOCKED") or not sys.platform.startswith("linux"):
        return
    if not all(shutil.which(name) for name in ("dbus-run-session", "gnome-keyring-daemon")):
        sys.exit("The key is to come from a keyring: install dbus and gnome-keyring (tools/set_up.py bench does).")
    arguments = [str(KEYRING), sys.executable, "-m", "tests.benchmarks", *sys.argv[1:]]
    os.execv(KEYRING, arguments)


def results(subjects: list[str], sizes: list[int], folder: Path) -> Iterator[Ratio]:
    for items in sizes:
        place = folder / str(items)
        if "start" in subjects:
            yield from start.measure(place / "home", items)
        if "window" in subjects:
            yield from window.measure(place / "window", KEY, items)
        if "search" in subjects:
            yield search.measure(fill(place / "search", KEY, items), KEY, items)
        if "sync" in subjects:
            yield from first_sync.measure(items, place / "sync")


def main() -> int:
    parser = argparse.ArgumentParser(description="What the application costs, as ratios beside its targets.")
    parser.add_argument("--only", choices=SUBJECTS, action="append", help="one subject; may be given again")
    parser.add_argument("--items", type=int, choices=SIZES, action="append", help="one size of the cache")
    options = parser.parse_args()
    with_keyring()
    told: list[Ratio] = []
    with tempfile.TemporaryDirectory() as name, display() as screen:
        about = {**circumstances(), "screen": screen}
        for result in results(options.only or SUBJECTS, options.items or SIZES, Path(name)):
            print(table([result]).splitlines()[-1], flush=True)
            told.append(result)
    print()
    print(table(told))
    for path in write(told, about, ROOT / "build"):
        print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
