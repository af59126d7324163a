"""Asks whether a pinned package has a known vulnerability; needs the network, so it is not part of `make test`.

    python -m tools.audit

Ends with 0 when every package was looked up and none is known to be vulnerable, 1 when one is, 2 when the
vulnerability service did not know or did not answer: not having been told is not the same as being safe.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
SETS = ["run", "test", "package", "maintain"]
SAFE, VULNERABLE, NOT_TOLD = 0, 1, 2


def audit(name: str) -> int:
    """Prints one line for a lock file, and one for each vulnerability in it."""
    options = ["--require-hashes", "--disable-pip", "--progress-spinner", "off", "--format", "json"]
    command = [sys.executable, "-m", "pip_audit", *options, "--requirement", str(REQUIREMENTS / f"{name}.txt")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        print(f"{name}: pip-audit gave no answer\n{done.stderr.strip()}")
        return NOT_TOLD
    looked_up = [package for package in packages if "vulns" in package]
    found = [(package, each) for package in looked_up for each in package["vulns"]]
    untold = len(packages) - len(looked_up)
    print(f"{name}: {len(packages)} packages, {untold} not looked up, {len(found)} vulnerabilities")
    for package, each in found:
        mended = ", ".join(each["fix_versions"]) or "no release"
        print(f"  {package['name']} {package['version']}: {each['id']}, mended in {mended}")
    if found:
        return VULNERABLE
    return SAFE if len(looked_up) == len(packages) else NOT_TOLD


def main() -> int:
    outcomes = {audit(name) for name in SETS}
    return next(outcome for outcome in (VULNERABLE, NOT_TOLD, SAFE) if outcome in outcomes)


if __name__ == "__main__":
    sys.exit(main())
