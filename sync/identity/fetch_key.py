"""Writes one account's key to standard output, a pipe of the program's own: started by ``workplace_app.early_key``."""

import sys
from collections.abc import Sequence

from sync.identity.quick_key import quick_key


def main(arguments: Sequence[str]) -> int:
    """Write the key, or nothing when it cannot be had without asking its owner: then the program asks by itself."""
    if len(arguments) != 1:
        return 2
    key = quick_key(arguments[0])
    if key is None:
        return 1
    sys.stdout.buffer.write(key)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
