"""How this program starts itself once more: with its own code, whatever lies in the folder where somebody stands.

``python -m`` looks into the working folder first. Whoever opens a folder of somebody else's in a terminal and starts
the program there would run what that folder calls ``sync``, in a process that may read the keyring.
"""

import os
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_INSTALLED = {"site-packages", "dist-packages"}


def own_command(module: str, subcommand: str) -> list[str]:
    """The words that start ``module``; of a package, which has no modules to name, its ``subcommand``."""
    if getattr(sys, "frozen", False):
        return [sys.executable, subcommand]
    return [sys.executable, "-P", "-m", module]


def own_environment() -> dict[str, str]:
    """For that process: it finds the code that runs here, also where that is a checkout and not installed."""
    found = dict(os.environ)
    if not getattr(sys, "frozen", False) and not _INSTALLED & set(_ROOT.parts):
        before = found.get("PYTHONPATH", "")
        found["PYTHONPATH"] = f"{_ROOT}{os.pathsep}{before}" if before else str(_ROOT)
    return found
