"""The catalogue's JSON becomes domain facts, and one bad item costs itself only."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workplace_app.domain.catalogue import journeys_from_json, services_from_json, tools_from_json
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.service import Known, ServiceChannelKind
from workplace_app.domain.tool import ToolKind

SERVICE: dict[str, Any] = {
    "id": "bygglov",
    "title": "Bygglov",
    "summary": "Sök bygglov.",
    "theme": "Bygga, bo & miljö",
    "category": "Bygga nytt",
    "address": "https://www.nacka.se/bygglov/",
    "channels": [{"kind": "phone", "known": "yes", "label": "Kontaktcenter", "address": "tel:+4687188000"}],
    "prerequisites": ["Ritningar"],
    "requires": ["nybyggnadskarta"],
    "related": [],
    "keywords": ["lov", " lovet "],
    "checked": "2026-10-12",
    "dead_since": None,
}
JOURNEY: dict[str, Any] = {
    "id": "journey:bygga",
    "title": "Bygga",
    "steps": [{"title": "Karta"}, {"title": "Lov", "requires": [1], "service_id": "bygglov", "optional": True}],
}
TOOL: dict[str, Any] = {
    "id": "tool:tid",
    "kind": "quick_task",
    "title": "Tidrapport",
    "address": "https://intranat.nacka.example/tid",
    "icon": "clock",
}

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def test_a_service_has_all_that_the_json_says() -> None:
    (service,), problems = services_from_json({"services": [SERVICE]})
    assert problems == ()
    assert (service.id, service.title, service.address) == ("bygglov", "Bygglov", "https://www.nacka.se/bygglov/")
    assert service.requires == ("nybyggnadskarta",)
    assert service.keywords == ("lov", "lovet")
    assert service.checked == date(2026, 10, 12)
    assert service.dead_since is None


def test_a_service_always_has_four_channels_and_an_unmentioned_one_is_unknown() -> None:
    (service,), _ = services_from_json([SERVICE])
    assert [channel.kind for channel in service.channels] == list(ServiceChannelKind)
    known = {channel.kind: channel.known for channel in service.channels}
    assert known[ServiceChannelKind.PHONE] is Known.YES
    assert known[ServiceChannelKind.FORM] is Known.UNKNOWN


def test_a_journey_numbers_its_steps_in_their_order() -> None:
    (journey,), problems = journeys_from_json({"journeys": [JOURNEY]})
    assert problems == ()
    assert [(step.number, step.title, step.requires) for step in journey.steps] == [(1, "Karta", ()), (2, "Lov", (1,))]
    assert journey.steps[1].optional


def test_a_tool_says_what_kind_it_is() -> None:
    (tool,), problems = tools_from_json({"tools": [TOOL]})
    assert problems == ()
    assert tool.kind is ToolKind.QUICK_TASK


@pytest.mark.parametrize(
    "change",
    [
        {"id": ""},
        {"id": None},
        {"title": 7},
        {"address": "javascript:alert(1)"},
        {"address": "file:///etc/passwd"},
        {"channels": "phone"},
        {"channels": [{"kind": "fax", "known": "yes"}]},
        {"channels": [{"kind": "phone", "known": "maybe"}]},
        {"channels": [{"kind": "phone", "known": "yes", "address": "javascript:alert(1)"}]},
        {"channels": [{"kind": "phone", "known": "yes"}, {"kind": "phone", "known": "no"}]},
        {"requires": "nybyggnadskarta"},
        {"keywords": [1]},
        {"checked": "12 oktober"},
    ],
)
def test_a_malformed_service_costs_itself_only(change: dict[str, Any]) -> None:
    data = {"services": [SERVICE, {**SERVICE, "id": "other", **change}, {**SERVICE, "id": "third"}]}
    services, problems = services_from_json(data)
    assert [service.id for service in services] == ["bygglov", "third"]
    assert [problem.kind for problem in problems] == [ProblemKind.UNREADABLE_ITEM]
    assert (problems[0].detail or "").startswith("services[1]: ")


def test_an_id_that_comes_twice_keeps_the_first() -> None:
    services, problems = services_from_json([SERVICE, {**SERVICE, "title": "Annat"}])
    assert [service.title for service in services] == ["Bygglov"]
    assert problems[0].item_id == "bygglov"


@pytest.mark.parametrize("requires", [[2], [3], [0], [True], ["1"], "1", [-1]])
def test_a_step_may_only_require_a_step_before_it(requires: object) -> None:
    wrong = {**JOURNEY, "steps": [{"title": "Karta"}, {"title": "Lov", "requires": requires}]}
    journeys, problems = journeys_from_json([wrong])
    assert journeys == ()
    assert problems[0].kind is ProblemKind.UNREADABLE_ITEM


def test_a_journey_without_steps_and_a_tool_without_address_are_not_kept() -> None:
    assert journeys_from_json([{**JOURNEY, "steps": []}])[0] == ()
    assert tools_from_json([{**TOOL, "address": None}])[0] == ()


@pytest.mark.parametrize("data", [None, 3, "text", {}, {"services": {}}, {"services": None}])
def test_data_of_another_shape_is_one_problem_and_no_facts(data: object) -> None:
    services, problems = services_from_json(data)
    assert services == ()
    assert [problem.kind for problem in problems] == [ProblemKind.UNREADABLE_ANSWER]


@given(st.lists(ANY_JSON, max_size=6))
def test_whatever_else_a_list_holds_the_good_items_are_read(rubbish: list[Any]) -> None:
    for read, good in ((services_from_json, SERVICE), (journeys_from_json, JOURNEY), (tools_from_json, TOOL)):
        facts, problems = read([*rubbish, good])
        assert facts[-1].id == good["id"]
        assert len(facts) + len(problems) == len(rubbish) + 1


@given(st.sampled_from(sorted(SERVICE)), ANY_JSON)
def test_no_single_wrong_value_can_stop_the_reading(key: str, value: object) -> None:
    services, problems = services_from_json([{**SERVICE, key: value}, {**SERVICE, "id": "other"}])
    assert services[-1].id == "other"
    assert len(services) + len(problems) == 2


def test_a_problem_never_repeats_what_the_item_said() -> None:
    _, problems = services_from_json([{**SERVICE, "address": "javascript:secret"}])
    assert "secret" not in json.dumps([problem.detail for problem in problems])
