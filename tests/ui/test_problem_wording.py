"""Every problem has words: what happened, and what to do."""

from datetime import UTC, datetime

import pytest

from ui.problem_remedy import Remedy
from ui.problem_wording import problem_words, remedy_text
from ui.service_names import service_name
from workplace_app.domain.problem import Family, Problem, ProblemKind

NOW = datetime(2026, 10, 13, 6, 12, tzinfo=UTC)


@pytest.mark.parametrize("kind", ProblemKind)
def test_no_kind_lacks_words(kind: ProblemKind) -> None:
    words = problem_words(Problem(kind, service="planner"), NOW)
    assert words.happened.endswith(".")
    assert "{" not in words.whole
    assert words.do or words.means or words.remedy is not Remedy.NONE or kind is ProblemKind.NOT_FOUND
    assert "!" not in words.whole
    assert "sorry" not in words.whole.lower()


@pytest.mark.parametrize("kind", ProblemKind)
def test_no_kind_lacks_swedish_words(swedish: None, kind: ProblemKind) -> None:
    words = problem_words(Problem(kind, service="cms"), NOW)
    assert not {"the", "you", "is", "and"} & set(words.whole.lower().split())
    assert "tyvärr" not in words.whole.lower()


@pytest.mark.parametrize("kind", [kind for kind in ProblemKind if Problem(kind).family is Family.ASK])
def test_who_must_act_is_told_what_to_do(kind: ProblemKind) -> None:
    words = problem_words(Problem(kind), NOW)
    assert words.do or words.remedy is not Remedy.NONE


def test_a_server_that_names_a_time_is_quoted(swedish: None) -> None:
    later = Problem(ProblemKind.THROTTLED, service="graph", retry_at=datetime(2026, 10, 13, 6, 20, tzinfo=UTC))
    assert problem_words(later, NOW).brief == "Microsoft 365 ber oss vänta till 08:20. Vi försöker då."


def test_missing_consent_names_the_service(swedish: None) -> None:
    words = problem_words(Problem(ProblemKind.CONSENT_MISSING, service="planner", scope="Tasks.ReadWrite"), NOW)
    assert words.brief == "Du har inte åtkomst till Planner än. IT behöver godkänna appen."
    assert remedy_text(words.remedy) == "Visa IT hur"


def test_an_unknown_service_is_called_by_its_name() -> None:
    assert service_name("library") == "library"
    assert service_name(None) == "the service"


def test_a_name_has_a_capital_only_where_it_begins_a_sentence(swedish: None) -> None:
    assert problem_words(Problem(ProblemKind.TIMED_OUT, service="cms"), NOW).happened.startswith("Intranätet svarade")
    assert "till intranätet än" in problem_words(Problem(ProblemKind.CONSENT_MISSING, service="cms"), NOW).happened
    assert problem_words(Problem(ProblemKind.TIMED_OUT, service="public"), NOW).happened.startswith("nacka.se svarade")
