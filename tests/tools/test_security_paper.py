"""The paper on security names files that are there: a claim whose proof has gone is no claim."""

import re

from tools.papers import DOCS, ROOT

NAMED = re.compile(r"`((?:workplace_app|sync|ui|tests|tools|requirements)/[\w./]*)`")
THREATS = 10
LANDING = {
    "sync/access_keeper.py",
    "tests/canaries",
    "tests/domain/test_access.py",
    "tests/journeys/test_two_people_share_a_computer.py",
    "tests/sync/test_access_keeper.py",
    "tests/workplace_app/test_access_at_the_door.py",
    "tests/workplace_app/test_key_sealing.py",
    "workplace_app/domain/access_record.py",
    "workplace_app/domain/access_standing.py",
    "workplace_app/domain/lock_code.py",
    "workplace_app/key_sealing.py",
    "workplace_app/wiping.py",
}
"""Parts that the paper speaks of and that are still on their way here."""


def named() -> set[str]:
    return set(NAMED.findall((DOCS / "security.md").read_text(encoding="utf-8")))


def test_every_file_that_the_paper_names_is_there() -> None:
    assert len(named()) > 30
    assert sorted(name for name in named() - LANDING if not (ROOT / name).exists()) == []


def test_what_is_on_its_way_is_spoken_of() -> None:
    assert named() >= LANDING


def test_every_threat_says_what_protects_and_what_does_not() -> None:
    text = (DOCS / "security.md").read_text(encoding="utf-8")
    threats = re.split(r"^### \d+\. ", text.split("## What is stored")[0], flags=re.MULTILINE)[1:]
    assert len(threats) == THREATS
    for threat in threats:
        title = threat.splitlines()[0]
        assert "rotected" in threat or "kept from" in threat, title
    tested = [threat for threat in threats if "tests/" in threat]
    assert len(tested) >= THREATS - 1
