"""Pins every package with its hashes, for Python 3.11 to 3.14 on every system, without any download address.

python -m tools.lock [--upgrade]
"""

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
APPLICATION = ["pyproject.toml", "--extra", "demo", "requirements/run.in"]
SETS: dict[str, list[str]] = {
    "run": APPLICATION,
    "test": [*APPLICATION, "requirements/test.in", "--constraint", "requirements/run.txt"],
    "package": [*APPLICATION, "requirements/package.in", "--constraint", "requirements/run.txt"],
    "maintain": ["requirements/maintain.in", "--constraint", "requirements/run.txt"],
}


def compile_set(name: str, *, upgrade: bool) -> int:
    options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate", "--quiet"]
    options += ["--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "make lock"]
    if upgrade:
        options.append("--upgrade")
    target = REQUIREMENTS / f"{name}.txt"
    command = [sys.executable, "-m", "uv", "pip", "compile", *options, *SETS[name], "--output-file", str(target)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--upgrade", action="store_true", help="take the newest releases that pyproject.toml admits")
    upgrade = parser.parse_args().upgrade
    return max(compile_set(name, upgrade=upgrade) for name in SETS)


if __name__ == "__main__":
    sys.exit(main())
