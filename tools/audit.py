"""Asks whether a pinned package has a known vulnerability; needs the network, so it is not part of `make test`.

    python -m tools.audit
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
SETS = ["run", "test", "package", "maintain"]


def main() -> int:
    worst = 0
    for name in SETS:
        print(f"requirements/{name}.txt", flush=True)
        options = ["--require-hashes", "--disable-pip", "--progress-spinner", "off"]
        command = [sys.executable, "-m", "pip_audit", *options, "--requirement", str(REQUIREMENTS / f"{name}.txt")]
        worst = max(worst, subprocess.run(command, cwd=ROOT, check=False).returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main())
