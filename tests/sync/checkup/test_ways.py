"""The ways to the services, asked of a municipality that works and of one that is broken in each way."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sync.checkup.endpoints import Endpoint, Honest, endpoints_of
from sync.checkup.probe import Probe, judged
from sync.checkup.ways import ask_all, clock_checks, network_checks, proxy_checks, tls_checks
from tests.demo.town_thread import Town
from workplace_app.domain.checkup import Check, CheckState, Finding
from workplace_app.domain.configuration import CmsSource, Municipality
from workplace_app.domain.configuration_reading import municipality_from_json
from workplace_app.domain.content_identity import ContentIdentity
from workplace_app.domain.problem import ProblemKind, ProblemRaised

MORNING = datetime(2026, 10, 12, 6, 2, tzinfo=UTC)


def municipality(town: Town) -> Municipality:
    return municipality_from_json(town.configuration)


def probes(town: Town, place: Municipality | None = None) -> tuple[Probe, ...]:
    asked = place or municipality(town)
    return asyncio.run(ask_all(endpoints_of(asked), asked.ca_file))


def looks(town: Town, place: Municipality | None = None) -> list[Check]:
    return list(network_checks(probes(town, place)))


def of_service(checks: list[Check], service: str) -> list[Check]:
    return [check for check in checks if check.facts.get("service") == service]


def test_all_is_well_with_a_municipality_that_works(town: Town) -> None:
    answers = probes(town)
    checks = [*network_checks(answers), *tls_checks(answers), *clock_checks(answers)]
    assert {check.state for check in checks} == {CheckState.OK}, checks
    found = {check.finding for check in checks}
    assert {Finding.NETWORK_WORKS, Finding.ISSUER_RIGHT, Finding.SIGNED_BY_OWN, Finding.CLOCK_RIGHT} <= found


def test_nothing_is_asked_with_a_token(town: Town) -> None:
    probes(town)
    assert town.look("requests")["requests"]
    for request in town.look("requests")["requests"]:
        assert request.get("user_name") in (None, ""), request


def test_each_answer_is_told_as_it_comes(town: Town) -> None:
    place, heard = municipality(town), []
    asyncio.run(ask_all(endpoints_of(place), place.ca_file, lambda: heard.append(1)))
    assert len(heard) == len(endpoints_of(place))


def test_without_any_network_that_is_said_once_and_first(town: Town) -> None:
    town.order("network", online=False)
    checks = looks(town)
    assert (checks[0].finding, checks[0].state) == (Finding.NO_NETWORK, CheckState.PROBLEM)
    assert {check.problem.kind for check in checks[1:] if check.problem} == {ProblemKind.OFFLINE}


def test_one_service_that_is_away_is_not_taken_for_the_network(town: Town) -> None:
    town.order("network", origin="cms", online=False)
    checks = looks(town)
    assert checks[0].finding is Finding.NETWORK_WORKS
    (cms,) = of_service(checks, "cms")
    assert (cms.finding, cms.state) == (Finding.NOT_REACHED, CheckState.PROBLEM)
    assert [check.state for check in of_service(checks, "graph")] == [CheckState.OK]


def test_a_networks_own_sign_in_page_is_told_from_no_network(town: Town) -> None:
    town.order("faults", kind="captive_portal", times=None)
    checks = looks(town)
    assert checks[0].finding is Finding.NETWORK_WANTS_SIGN_IN
    assert not [check for check in checks if check.finding is Finding.ISSUER_RIGHT]


def test_a_page_in_the_place_of_one_service_is_not_taken_for_the_networks(town: Town) -> None:
    town.order("faults", kind="captive_portal", origin="cms", times=None)
    checks = looks(town)
    assert checks[0].finding is Finding.NETWORK_WORKS
    assert [check.problem.kind for check in of_service(checks, "cms") if check.problem] == [ProblemKind.CAPTIVE_PORTAL]


def test_a_network_that_sends_everybody_elsewhere_wants_a_sign_in_too(town: Town) -> None:
    town.order("faults", kind="redirect_foreign", times=None)
    assert looks(town)[0].finding is Finding.NETWORK_WANTS_SIGN_IN


@pytest.mark.parametrize("certificate", ["unknown_authority", "wrong_host", "expired"])
def test_a_certificate_that_does_not_hold_is_told_of_that_service_alone(town: Town, certificate: str) -> None:
    town.order("certificate", origin="graph", kind=certificate)
    answers = probes(town)
    bad = [check for check in tls_checks(answers) if check.state is CheckState.PROBLEM]
    assert [check.problem.kind for check in bad if check.problem] == [ProblemKind.TLS_UNTRUSTED]
    assert [check.state for check in of_service(list(network_checks(answers)), "cms")] == [CheckState.OK]


def test_a_slow_service_is_noted(town: Town) -> None:
    answers = probes(town)
    slow = [replace(each, seconds=3.4) for each in answers]
    assert {check.finding for check in network_checks(slow)} >= {Finding.ANSWERS_SLOWLY}
    assert Finding.ANSWERS_SLOWLY not in {check.finding for check in network_checks(answers)}


def test_a_service_that_says_nothing_at_all_is_not_waited_for(town: Town) -> None:
    town.order("faults", kind="silent", origin="graph", seconds=30, times=None)
    place = municipality(town)
    answers = asyncio.run(ask_all(endpoints_of(place), place.ca_file, whole_seconds=1.0))
    (graph,) = of_service(list(network_checks(answers)), "graph")
    assert graph.problem is not None
    assert graph.problem.kind is ProblemKind.TIMED_OUT


def test_a_tenant_that_nobody_knows_is_said(town: Town) -> None:
    wrong = replace(municipality(town), tenant_id="00000000-0000-0000-0000-000000000000")
    (identity,) = of_service(looks(town, wrong), "identity")
    assert (identity.finding, identity.state) == (Finding.TENANT_UNKNOWN, CheckState.PROBLEM)


def test_an_issuer_that_calls_itself_otherwise_is_a_problem(town: Town) -> None:
    """The demo's Entra in the place of the CMS's own issuer: its metadata name another address than it was asked at."""
    place = municipality(town)
    assert place.cms is not None
    issuer = f"{place.authority}/{place.tenant_id}/v2.0"
    for named, finding in ((issuer, Finding.ISSUER_RIGHT), (f"{issuer}/", Finding.ISSUER_OTHER)):
        cms = replace(place.cms, scope="", identity=ContentIdentity(named, "client"))
        found = of_service(looks(town, replace(place, cms=cms)), "content_identity")
        assert [check.finding for check in found] == [Finding.ANSWERS, finding]


def test_json_that_names_no_issuer_is_no_issuer(town: Town) -> None:
    town.order("faults", kind="null", origin="identity", times=None)
    (identity,) = of_service(looks(town), "identity")
    assert identity.state is CheckState.PROBLEM


def test_a_refusal_of_the_interface_itself_is_an_answer_and_a_page_in_its_place_is_not(town: Town) -> None:
    town.order("faults", kind="status", status=403, origin="graph", times=None)
    assert [check.finding for check in of_service(looks(town), "graph")] == [Finding.ANSWERS]


def test_a_filters_page_in_place_of_a_refusal_is_something_on_the_way(town: Town) -> None:
    (graph,) = (each for each in probes(town) if each.endpoint.service == "graph")
    assert graph.answer is not None
    page = replace(graph.answer, status=403, content=b"<!doctype html><h1>Blocked</h1>")
    with pytest.raises(ProblemRaised) as raised:
        judged(page, graph.endpoint, MORNING)
    (_whole, check) = network_checks([replace(graph, answer=page, problem=raised.value.problem)])
    assert (check.finding, check.state) == (Finding.STOPPED_ON_THE_WAY, CheckState.PROBLEM)


@pytest.mark.parametrize(
    ("minutes", "finding", "state"),
    [
        (0, Finding.CLOCK_RIGHT, CheckState.OK),
        (3, Finding.CLOCK_OFF, CheckState.WARNING),
        (-3, Finding.CLOCK_OFF, CheckState.WARNING),
        (60, Finding.CLOCK_OFF, CheckState.PROBLEM),
        (-60, Finding.CLOCK_OFF, CheckState.PROBLEM),
    ],
)
def test_a_clock_that_is_off_is_told_by_how_much(town: Town, minutes: int, finding: Finding, state: CheckState) -> None:
    town.order("clock", shift_seconds=60 * minutes)
    (check,) = clock_checks(probes(town))
    assert (check.finding, check.state) == (finding, state)
    assert abs(int(check.facts["seconds"]) - 60 * minutes) <= 20


def test_a_clock_that_is_set_during_the_look_is_noticed(town: Town) -> None:
    jumped = [replace(each, answered=each.answered + 30) for each in probes(town)]
    assert Finding.CLOCK_JUMPS in {check.finding for check in clock_checks(jumped)}


def test_nobodys_word_is_taken_for_the_time_without_a_server(town: Town) -> None:
    town.order("faults", kind="captive_portal", times=None)
    assert [check.finding for check in clock_checks(probes(town))] == [Finding.NOBODY_TOLD_THE_TIME]


def test_a_public_address_is_a_document_and_a_page_in_its_place_is_not() -> None:
    place = Municipality("x", public_news=("https://www.exempel.se/rss/?key=secret",))
    (endpoint,) = endpoints_of(place)
    assert endpoint.honest is Honest.DOCUMENT
    assert endpoint.subject == "www.exempel.se/rss/"


def test_the_way_of_each_origin_is_told_once_and_without_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://user:word@proxy.exempel.se:3128")
    monkeypatch.setenv("no_proxy", "intern.exempel.se")
    cms = CmsSource("https://intern.exempel.se/api/episerver/v3.0", "1", "2")
    place = Municipality("x", "t" * 36, "c", cms=cms, public_news=("https://intern.exempel.se/rss",))
    ways = {check.subject: check for check in proxy_checks(endpoints_of(place), lambda: "")}
    assert set(ways) == {"login.microsoftonline.com", "graph.microsoft.com", "intern.exempel.se"}
    assert ways["graph.microsoft.com"].facts == {"proxy": "proxy.exempel.se:3128"}
    assert ways["intern.exempel.se"].finding is Finding.DIRECT
    assert not any("word" in text or "user" in text for check in ways.values() for text in check.facts.values())


def test_a_proxy_script_that_nobody_reads_is_noted() -> None:
    found = list(proxy_checks((), lambda: "wpad.exempel.se"))
    assert [(check.finding, check.state) for check in found] == [(Finding.PROXY_SCRIPT_NOT_READ, CheckState.WARNING)]


def test_a_proxy_that_is_not_there_is_no_answer_of_the_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    endpoint = Endpoint("graph", "https://graph.microsoft.com/v1.0/me", Honest.INTERFACE)
    (answer,) = asyncio.run(ask_all((endpoint,), None))
    assert answer.answer is None
    assert answer.problem is not None
