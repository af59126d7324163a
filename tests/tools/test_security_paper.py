"""The paper on security names files that are there: a claim whose proof has gone is no claim."""

import re

from tools.papers import DOCS, ROOT

NAMED = re.compile(r"`((?:workplace_app|sync|ui|tests|tools|requirements)/[\w./]*)`")
THREATS = 10


def named() -> set[str]:
    return set(NAMED.findall((DOCS / "security.md").read_text(encoding="utf-8")))


def test_every_file_that_the_paper_names_is_there() -> None:
    assert len(named()) > 30
    assert sorted(name for name in named() if not (ROOT / name).exists()) == []


def test_every_threat_says_what_protects_and_what_does_not() -> None:
    text = (DOCS / "security.md").read_text(encoding="utf-8")
    threats = re.split(r"^### \d+\. ", text.split("## What is stored")[0], flags=re.MULTILINE)[1:]
    assert len(threats) == THREATS
    for threat in threats:
        title = threat.splitlines()[0]
        assert "rotected" in threat or "kept from" in threat, title
    tested = [threat for threat in threats if "tests/" in threat]
    assert len(tested) >= THREATS - 1
