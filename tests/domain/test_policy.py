"""Every setting is declared once; files, policies and the municipality itself go by the same declarations."""

from dataclasses import fields

import pytest

from workplace_app.domain.access import AccessRules
from workplace_app.domain.configuration import GRAPH_SCOPES, SAYING_SCOPES, CmsSource, Dialogue, Municipality
from workplace_app.domain.configuration_reading import municipality_from_json, read_settings
from workplace_app.domain.content_identity import ContentIdentity
from workplace_app.domain.keeping import Keeping
from workplace_app.domain.policy import DECLARATIONS, DECLARED, SECTIONS, USUAL_NAME
from workplace_app.municipality_here import NOBODY

_PARTS = {"cms": CmsSource, "cms.identity": ContentIdentity, "dialogue": Dialogue, "access": AccessRules}
_PARTS |= {"keeping": Keeping}


def test_every_field_of_a_municipality_is_declared_and_nothing_else_is() -> None:
    wanted = {field.name for field in fields(Municipality)} - {"governance", *_PARTS}
    for section, part in _PARTS.items():
        wanted |= {f"{section}.{field.name}" for field in fields(part)} - set(_PARTS)
    assert set(DECLARED) == wanted
    assert frozenset(_PARTS) == SECTIONS


def test_each_name_once_and_each_with_a_sentence_for_it() -> None:
    assert len(DECLARED) == len(DECLARATIONS)
    assert all(each.meaning.endswith(".") and each.meaning[0].isupper() for each in DECLARATIONS)


def test_what_is_built_in_is_what_the_declarations_say() -> None:
    assert NOBODY.name == USUAL_NAME
    assert (NOBODY.access, NOBODY.keeping) == (AccessRules(), Keeping())
    assert NOBODY.scopes == GRAPH_SCOPES
    assert {held.name: held.value for held in NOBODY.governance.held} == {
        each.name: each.default for each in DECLARATIONS
    }


@pytest.mark.parametrize("name", [each.name for each in DECLARATIONS])
def test_a_default_is_a_value_that_the_setting_takes(name: str) -> None:
    declaration = DECLARED[name]
    default = declaration.default
    assert declaration.read(list(default) if isinstance(default, tuple) else default) == default


@pytest.mark.parametrize("name", [each.name for each in DECLARATIONS])
@pytest.mark.parametrize("raw", [None, 1.5, {}, [{}], "\0", -1, object()])
def test_no_setting_takes_what_is_not_of_its_kind(name: str, raw: object) -> None:
    reading = read_settings({name: raw})
    assert not reading.values
    assert [wrong.name for wrong in reading.wrong] == [name]


def test_an_object_and_dotted_names_say_the_same_and_together_they_say_it_twice() -> None:
    assert read_settings({"access": {"grace_days": 5}}) == read_settings({"access.grace_days": 5})
    twice = read_settings({"access": {"grace_days": 5}, "access.grace_days": 6})
    assert not twice.values
    assert [(wrong.name, wrong.reason) for wrong in twice.wrong] == [("access.grace_days", "stands twice")]


def test_a_value_of_a_policy_that_is_wrong_costs_itself_alone() -> None:
    reading = read_settings({"access": {"grace_days": "5", "wipe_days": 9}, "cms": 3, "keeping": {}, "nonsense": 1})
    assert reading.values == {"access.wipe_days": 9}
    assert [wrong.name for wrong in reading.wrong] == ["access.grace_days", "cms"]
    assert reading.unknown == ("nonsense",)


@pytest.mark.parametrize(
    ("given", "held"),
    [
        ({}, (30, 90)),
        ({"wipe_days": 10}, (10, 10)),
        ({"grace_days": 200}, (200, 200)),
        ({"grace_days": 0, "wipe_days": 0}, (0, 0)),
    ],
)
def test_a_default_yields_to_what_is_given(given: dict[str, int], held: tuple[int, int]) -> None:
    access = municipality_from_json({"name": "E", "access": given}).access
    assert (access.grace_days, access.wipe_days) == held


def test_without_reading_no_permission_to_read_is_asked_for() -> None:
    assert set(municipality_from_json({"name": "E"}).scopes) >= SAYING_SCOPES
    reduced = municipality_from_json({"name": "E", "teams_reading": False}).scopes
    assert set(GRAPH_SCOPES) - set(reduced) == SAYING_SCOPES


def test_a_whole_configuration_arrives_where_it_belongs() -> None:
    municipality = municipality_from_json(
        {
            "name": "E",
            "cms": {
                "address": "https://cms.example/v3.0/",
                "identity": {
                    "issuer": "https://issuer.example/",
                    "client_id": "workplace",
                    "audience": "https://api.example",
                    "redirect_ports": [],
                    "response_mode": "form_post",
                },
            },
            "dialogue": {"address": "https://d.example/v1/", "scope": "api://d/All", "mail": "a@b.example"},
            "access": {"device_code": False, "os_broker": True, "lock_code_required": True, "lock_after_minutes": 5},
            "keeping": {"news_days": 1, "message_days": 2, "own_days": 3},
        }
    )
    cms = municipality.cms
    assert cms is not None
    assert cms.address == "https://cms.example/v3.0"
    assert cms.identity == ContentIdentity(
        "https://issuer.example/", "workplace", "https://api.example", redirect_ports=(), response_mode="form_post"
    )
    assert municipality.dialogue == Dialogue("https://d.example/v1", "api://d/All", "a@b.example")
    assert municipality.access == AccessRules(30, 90, False, True, True, 5)
    assert municipality.keeping == Keeping(1, 2, 3)
