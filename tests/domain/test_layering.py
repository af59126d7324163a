"""Policy over file over what is built in; nothing that is wrong is fatal, and everything that is ignored is told."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from workplace_app.domain.configuration_reading import Reading, find_conflict, read_settings
from workplace_app.domain.governance import BUILT_IN, Origin, OriginKind
from workplace_app.domain.layering import Layer, lay_over, policy_layer, rules_only
from workplace_app.domain.policy import DECLARATIONS, DECLARED
from workplace_app.domain.setting_kinds import Value

MACHINE = Origin(OriginKind.POLICY, "computer's")
USER = Origin(OriginKind.POLICY, "user's")
FILE = Origin(OriginKind.USER_FILE, "file")


def layer(origin: Origin, **values: object) -> Layer:
    named = {name.replace("__", "."): value for name, value in values.items()}
    return policy_layer(origin, read_settings(named))


def test_the_strongest_wins_setting_by_setting_and_each_tells_its_origin() -> None:
    municipality = lay_over(
        (
            layer(MACHINE, access__grace_days=5),
            layer(USER, access__grace_days=6, teams_reading=False),
            layer(FILE, name="E", access__grace_days=7, teams_reading=True, keeping__news_days=8),
        )
    )
    assert municipality.access.grace_days == 5
    assert not municipality.teams_reading
    assert municipality.keeping.news_days == 8
    governance = municipality.governance
    origins = [governance.origin_of(f) for f in ("access.grace_days", "teams_reading", "keeping.news_days", "clients")]
    assert origins == [MACHINE, USER, FILE, BUILT_IN]
    assert [governance.decided_by_it(f) for f in ("access.grace_days", "teams_reading", "keeping.news_days")] == [
        True,
        True,
        False,
    ]
    assert not governance.ignored


def test_a_wrong_value_falls_to_the_next_source_and_is_told_in_one_sentence() -> None:
    municipality = lay_over((layer(MACHINE, access__grace_days=-1, graces=1), layer(USER, access__grace_days=6)))
    assert municipality.access.grace_days == 6
    assert [each.sentence for each in municipality.governance.ignored] == [
        "computer's: access.grace_days must be a whole number from 0 to 3650; it is ignored.",
        "computer's: graces is no setting of this program; it is ignored.",
    ]


def test_the_users_file_takes_no_token_of_the_policys_tenant_anywhere_else() -> None:
    municipality = lay_over(
        (
            layer(MACHINE, tenant_id="real", client_id="app"),
            layer(FILE, name="E", tenant_id="other", graph="https://evil.example", authority="https://evil.example"),
        )
    )
    assert municipality.tenant_id == "real"
    assert (municipality.graph, municipality.authority) == (DECLARED["graph"].default, DECLARED["authority"].default)
    assert [each.sentence for each in municipality.governance.ignored] == [
        "file: graph is left out, since policy decides tenant_id, which goes with it; it is ignored.",
        "file: authority is left out, since policy decides tenant_id, which goes with it; it is ignored.",
    ]


def test_both_policies_together_make_one() -> None:
    municipality = lay_over((layer(MACHINE, tenant_id="real"), layer(USER, client_id="app")))
    assert municipality.can_sign_in


def test_of_two_that_do_not_go_together_the_weaker_goes() -> None:
    later = lay_over((layer(MACHINE, access__wipe_days=10), layer(FILE, name="E", access__grace_days=20)))
    assert (later.access.grace_days, later.access.wipe_days) == (10, 10)
    earlier = lay_over((layer(MACHINE, access__grace_days=20), layer(FILE, name="E", access__wipe_days=10)))
    assert (earlier.access.grace_days, earlier.access.wipe_days) == (20, 90)
    both = lay_over((layer(MACHINE, access__grace_days=20, access__wipe_days=10),))
    assert (both.access.grace_days, both.access.wipe_days) == (20, 90)
    assert [each.name for each in both.governance.ignored] == ["access.wipe_days"]


def test_half_a_service_is_no_service_and_says_what_is_missing() -> None:
    municipality = lay_over((layer(MACHINE, dialogue__address="https://d.example", cms__news_root="1"),))
    assert municipality.cms is None
    assert municipality.dialogue.address == ""
    assert sorted(each.sentence for each in municipality.governance.ignored) == [
        "computer's: cms.news_root needs cms.address, which is missing; it is ignored.",
        "computer's: dialogue.address needs dialogue.scope, which is missing; it is ignored.",
    ]


def test_in_the_demo_the_rules_hold_and_the_addresses_are_the_demos() -> None:
    policy = layer(MACHINE, tenant_id="real", graph="https://g.example", access__grace_days=1, clients=5)
    demo = layer(Origin(OriginKind.DEMO), name="Demo", tenant_id="demo", client_id="c", access__grace_days=9)
    municipality = lay_over((*rules_only((policy,)), demo))
    assert municipality.tenant_id == "demo"
    assert municipality.graph == DECLARED["graph"].default
    assert municipality.access.grace_days == 1


def _some_value(name: str) -> st.SearchStrategy[object]:
    good = DECLARED[name].default
    found = [
        list(good) if isinstance(good, tuple) else good,
        "https://x.example/y",
        "x",
        "",
        0,
        5,
        9999,
        True,
        [],
        None,
    ]
    return st.sampled_from(found)


_SOURCES = st.dictionaries(st.sampled_from([each.name for each in DECLARATIONS]), st.none(), max_size=12).flatmap(
    lambda names: st.fixed_dictionaries({name: _some_value(name) for name in names})
)


@given(st.lists(_SOURCES, max_size=3))
def test_whatever_the_sources_say_the_program_has_a_municipality(sources: list[dict[str, object]]) -> None:
    origins = itertools.cycle([MACHINE, USER, FILE])
    layers = [policy_layer(origin, read_settings(source)) for origin, source in zip(origins, sources, strict=False)]
    governance = lay_over(layers).governance
    assert [held.name for held in governance.held] == [each.name for each in DECLARATIONS]
    given_values: dict[str, Value] = {h.name: h.value for h in governance.held if h.origin != BUILT_IN}
    assert find_conflict(given_values) is None
    for held in governance.held:
        said = [each for each in layers if each.origin == held.origin]
        assert held.origin == BUILT_IN or said[0].values[held.name] == held.value
    assert all(each.sentence.endswith("; it is ignored.") for each in governance.ignored)


def test_a_reading_without_anything_is_no_obstacle() -> None:
    assert lay_over((policy_layer(MACHINE, Reading({})),)).governance.ignored == ()
