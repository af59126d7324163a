"""Plays the cells whose name holds a word, and says what it found; without a word, what there is.

python -m tests.faults [WORD]
"""

import sys

from tests.faults.coverage import coverage
from tests.faults.long_run import stages
from tests.faults.table import played


def main() -> int:
    if len(sys.argv) < 2:
        print(coverage())
        return 0
    with stages() as opened:
        count, failed = opened.failures(
            [each for each in played(every=1) if sys.argv[1] in str(each.cell)], lambda: False
        )
    print(*failed, f"{count} cells, {len(failed)} failed", sep="\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
