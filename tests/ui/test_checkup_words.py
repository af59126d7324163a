"""Every finding of the doctor has words, in both languages."""

import string
from datetime import UTC, datetime

import pytest

from ui.checkup_network_words import network_words
from ui.checkup_words import area_name, check_words, state_name, subject_words
from ui.permission_words import lost_without
from workplace_app.domain.checkup import Area, Check, CheckState, Finding
from workplace_app.domain.permission import Permission
from workplace_app.domain.permissions import PERMISSIONS
from workplace_app.domain.problem import Problem, ProblemKind

NOW = datetime(2026, 10, 13, 6, 12, tzinfo=UTC)
FACTS = {
    name: name
    for name in (
        "program", "system", "python", "error", "name", "why", "proxy", "script", "by", "size", "version",
        "current", "files", "free", "count", "answered", "asked", "issuer", "expected", "status",
    )
} | {"seconds": "420.0"}  # fmt: skip


def check_of(area: Area, finding: Finding, kind: ProblemKind = ProblemKind.NO_KEYRING) -> Check:
    facts = {**FACTS, "scope": "Chat.Read"} if finding is Finding.CONSENT_LACKING else FACTS
    return Check(area, "subject", CheckState.PROBLEM, finding, facts, Problem(kind))


@pytest.mark.parametrize("finding", Finding)
@pytest.mark.parametrize("kind", [ProblemKind.OFFLINE, ProblemKind.UNEXPECTED])
def test_no_finding_lacks_words(finding: Finding, kind: ProblemKind) -> None:
    words = check_words(check_of(Area.CACHE, finding, kind), NOW)
    assert words.found.endswith((".", ")."))
    assert "{" not in words.found + words.advice
    assert "!" not in words.found + words.advice


@pytest.mark.parametrize("kind", ProblemKind)
def test_each_reason_why_a_service_is_not_reached_says_what_to_do(kind: ProblemKind) -> None:
    words = network_words(check_of(Area.NETWORK, Finding.NOT_REACHED, kind))
    assert words is not None
    assert all(words)


@pytest.mark.parametrize("finding", Finding)
def test_no_finding_lacks_swedish_words(swedish: None, finding: Finding) -> None:
    words = check_words(check_of(Area.CACHE, finding), NOW)
    plain = f"{words.found} {words.advice}".lower().translate(str.maketrans("", "", string.punctuation))
    assert not {"the", "you", "is", "and", "was"} & set(plain.split()), plain


@pytest.mark.parametrize("area", Area)
def test_each_area_and_state_has_a_name_of_its_own(area: Area) -> None:
    assert len({area_name(each) for each in Area}) == len(Area)
    assert len({state_name(each) for each in CheckState}) == len(CheckState)
    assert area_name(area)


def test_a_service_is_called_by_its_name_with_its_address() -> None:
    check = Check(Area.NETWORK, "www.nacka.se", CheckState.OK, Finding.ANSWERS, {"service": "cms", "seconds": "0.1"})
    assert subject_words(check) == "The intranet (www.nacka.se)"


@pytest.mark.parametrize("permission", PERMISSIONS, ids=lambda permission: permission.scope)
def test_what_is_lost_is_told_as_the_table_tells_it(permission: Permission) -> None:
    assert lost_without(permission.scope) == permission.without


def test_a_permission_that_nobody_knows_loses_nothing_that_we_know_of() -> None:
    assert lost_without("Unknown.Read") == ""


def test_how_far_off_the_clock_is_is_said_in_minutes() -> None:
    off = Check(Area.CLOCK, "", CheckState.PROBLEM, Finding.CLOCK_OFF, {"seconds": "-420.4"})
    assert check_words(off, NOW).found.startswith("The clock differs from the servers' by 7 minute")
