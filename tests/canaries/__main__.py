"""Plays sequences by their seeds and tells what they did: `python -m tests.canaries 7 8`, with `--leak NAME` a bug is
planted first."""

import argparse
import sys

from tests.canaries.leaks import PLANTED
from tests.canaries.plan import draw
from tests.canaries.sequence import Computers


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.canaries", description=__doc__)
    parser.add_argument("seeds", type=int, nargs="+")
    parser.add_argument("--leak", action="append", default=[], choices=PLANTED)
    options = parser.parse_args()
    good = True
    with Computers(options.seeds[0]) as computers:
        print(f"The disk is looked at as {computers.way}.")
        for seed in options.seeds:
            plan = draw(seed)
            print(f"seed {seed}:", *plan.lives, plan.leaving, sep="\n  ", flush=True)
            played = computers.play(plan, options.leak)
            megabytes = played.bytes_read >> 20
            print(
                f"  {played.lives} lives, {played.kills} killed, {megabytes} MB of raw disk, {played.problems or '-'}"
            )
            for failure in played.failures:
                print(f"  FOUND {failure}")
            good = good and not played.failures
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
