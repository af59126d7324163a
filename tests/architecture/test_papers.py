"""The repository's papers: pins, decisions, licence, and nothing that belongs to one machine."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT, tracked_files
from tools.module_map import MAP, write_map

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
ONE_PAGE = 60  # lines
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# Written in pieces, or this file would find itself.
PLACES = ["pypi|.org", "python|hosted", "registry|.npmjs", "deb|.debian"]
FOLDERS = ["/wo|rk/", "/fa|rm/", "/ro|ot/"]
FOREIGN = re.compile(
    "|".join(
        [
            *(re.escape(place.replace("|", "")) for place in PLACES),
            *(r"(?<![\w./}*-])" + folder.replace("|", "") for folder in FOLDERS),
        ]
    )
)
PICTURES = {".png", ".ico", ".jpg", ".gz", ".db", ".qm", ".woff2", ".icns"}


def canonical(requirement: str) -> str:
    """The name alone, as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=\[;!~ ]", requirement.strip())[0]).lower()


def asked_for() -> set[str]:
    """Every package that this project names itself: the application's, the demo's and the tools'."""
    listed = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["demo"]]
    for path in (ROOT / "requirements").glob("*.in"):
        lines = path.read_text(encoding="utf-8").splitlines()
        listed += [line for line in lines if line and not line.startswith("#")]
    return {canonical(requirement) for requirement in listed}


def pinned(lock: Path) -> dict[str, list[str]]:
    """The hashes of every pinned package of a lock file."""
    packages: dict[str, list[str]] = {}
    for line in lock.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([A-Za-z0-9][\w.-]*)==", line):
            hashes = packages.setdefault(canonical(match[1]), [])
        elif "--hash=sha256:" in line:
            hashes.append(line.strip())
    return packages


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_pin_has_hashes_and_no_address(lock: Path) -> None:
    packages = pinned(lock)
    assert packages
    assert [name for name, hashes in packages.items() if not hashes] == []
    assert "://" not in lock.read_text(encoding="utf-8")


def test_what_pyproject_asks_for_is_pinned() -> None:
    held = {name for lock in LOCKS for name in pinned(lock)}
    assert asked_for() - held == set()


def test_every_dependency_is_justified_in_a_decision() -> None:
    told = " ".join(path.read_text(encoding="utf-8") for path in DECISIONS).lower().replace("_", "-")
    untold = [name for name in sorted(asked_for()) if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", told)]
    assert untold == []


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_is_one_page_and_names_what_was_rejected(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.match(r"# \d{4}\. \S", text)
    assert text[2:6] == path.name[:4]
    assert re.search(r"^## Rejected\n\n\S", text, re.MULTILINE)
    assert text.count("\n") <= ONE_PAGE


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_nothing_belongs_to_one_machine_or_one_registry() -> None:
    found = []
    for name in tracked_files():
        if Path(name).suffix not in PICTURES:
            lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
            found += [f"{name}:{number}" for number, line in enumerate(lines, 1) if FOREIGN.search(line)]
    assert found == []


@pytest.mark.parametrize("planted", [*PLACES, *FOLDERS])
def test_a_planted_address_is_found(planted: str) -> None:
    assert FOREIGN.search(f"see {planted.replace('|', '')}x")


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert [number for number in range(1, 16) if not re.search(rf"^{number}\.", text, re.MULTILINE)] == []
    assert text.rstrip().endswith("require the production of a new EUPL version.")


def test_the_module_map_is_the_present_one() -> None:
    present = MAP.read_text(encoding="utf-8") == write_map(ROOT)
    assert present, "python -m tools.module_map writes it"
