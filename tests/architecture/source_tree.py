"""The project's own Python files, read and parsed once for all the rules."""

import ast
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("workplace_app", "sync", "ui", "resources")


@dataclass(frozen=True)
class Source:
    """One Python file: its path from the root with forward slashes, its text and its syntax tree."""

    path: str
    text: str
    tree: ast.Module


def parsed(path: str, text: str) -> Source:
    return Source(path, text, ast.parse(text))


@cache
def tracked_files() -> tuple[str, ...]:
    """What belongs to the repository, with what is about to be added to it."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return tuple(name for name in sorted(listed) if (ROOT / name).is_file())


@cache
def sources() -> tuple[Source, ...]:
    """Every Python file of the four rooms."""
    names = [name for name in tracked_files() if name.endswith(".py") and name.split("/", 1)[0] in ROOMS]
    return tuple(parsed(name, (ROOT / name).read_text(encoding="utf-8")) for name in names)
