"""Runs everything that must hold and says each outcome: lint, types, import contracts, strings, module map, tests.

python -m tools.check [--fast]
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = Path(sys.executable).parent
CODE = ["workplace_app", "ui", "sync", "resources", "tests", "tools"]
KEYRING = ROOT / "tools" / "with_keyring.sh"
WORKERS = 2


class Outcome(NamedTuple):
    """How one check ended."""

    name: str
    exit_code: int
    seconds: float
    output: str


def python(module: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", module, *arguments]


def checks() -> dict[str, list[str]]:
    """What is looked at without running the application; the slowest first."""
    return {
        "types": python("mypy"),
        "lint": python("ruff", "check", "--quiet", *CODE),
        "walls": [str(SCRIPTS / "lint-imports")],
        "strings": python("tools.check_strings"),
        "module map": python("tools.module_map", "--check"),
        "papers": python("tools.papers", "--check"),
    }


def carry_out(name: str, command: list[str]) -> Outcome:
    begun = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Outcome(name, done.returncode, time.monotonic() - begun, done.stdout.strip())


def look() -> bool:
    """Runs the checks two at a time; prints one line for each and the whole output of those that fail."""
    good = True
    with ThreadPoolExecutor(WORKERS) as pool:
        for outcome in pool.map(carry_out, *zip(*checks().items(), strict=True)):
            word = "ok" if outcome.exit_code == 0 else "FAILED"
            print(f"{outcome.name:<12} {word:<7} {outcome.seconds:5.1f} s", flush=True)
            if outcome.exit_code:
                good = False
                print(outcome.output, flush=True)
    return good


def test_command() -> list[str]:
    command = python("pytest", "-q", "-n", str(WORKERS), "--dist", "loadfile")
    if KEYRING.exists() and all(shutil.which(name) for name in ("dbus-run-session", "gnome-keyring-daemon")):
        return [str(KEYRING), *command]
    print("No Secret Service here (dbus, gnome-keyring): the tests that need one say so and are left out.", flush=True)
    return command


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--fast", action="store_true", help="leave the tests out")
    fast = parser.parse_args().fast
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    good = look()
    if fast:
        return 0 if good else 1
    tests = subprocess.run(test_command(), cwd=ROOT, stdin=subprocess.DEVNULL, check=False).returncode
    return tests if good else tests or 1


if __name__ == "__main__":
    sys.exit(main())
