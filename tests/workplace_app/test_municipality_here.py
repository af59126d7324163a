"""Policy over the file that holds here; the demo by IT's rules; a broken file leaves policy in force."""

import json
from pathlib import Path

import pytest

from workplace_app.domain.configuration_reading import ConfigurationError, read_settings
from workplace_app.domain.governance import Origin, OriginKind
from workplace_app.domain.layering import Layer, policy_layer
from workplace_app.domain.problem import ProblemKind
from workplace_app.folders import Folders
from workplace_app.municipality_here import (
    NOBODY,
    ReadPolicy,
    demo_municipality,
    find_municipality,
    municipality_or_problem,
)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(*(tmp_path / name for name in ("data", "logs", "user", "machine", "demo")))


def policy(**values: object) -> ReadPolicy:
    def read() -> tuple[Layer, ...]:
        named = {name.replace("__", "."): value for name, value in values.items()}
        return (policy_layer(Origin(OriginKind.POLICY, "policy"), read_settings(named)),)

    return read


def write(path: Path, content: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


FILES = [OriginKind.NAMED_FILE, OriginKind.USER_FILE, OriginKind.MACHINE_FILE]


@pytest.mark.parametrize("kind", FILES)
def test_no_file_overrides_a_policy(folders: Folders, tmp_path: Path, kind: OriginKind) -> None:
    places = dict(zip(FILES, [tmp_path / "named.json", folders.configuration, folders.machine], strict=True))
    path = places[kind] if kind is OriginKind.NAMED_FILE else places[kind] / "configuration.json"
    write(path, {"name": "Filens", "access": {"grace_days": 300}, "teams_reading": True, "clients": 7})
    named = path if kind is OriginKind.NAMED_FILE else None
    found = find_municipality(named, folders, policy(access__grace_days=1, teams_reading=False))
    assert (found.access.grace_days, found.teams_reading) == (1, False)
    assert (found.name, found.clients) == ("Filens", 7)
    assert found.governance.origin_of("clients") == Origin(kind, str(path))
    assert found.governance.decided_by_it("clients") is (kind is OriginKind.MACHINE_FILE)


def test_policy_alone_is_enough_to_sign_in(folders: Folders) -> None:
    found = find_municipality(None, folders, policy(tenant_id="t", client_id="c", name="Ekdala kommun"))
    assert found.can_sign_in
    assert found.name == "Ekdala kommun"


def test_a_broken_file_leaves_policy_in_force(folders: Folders) -> None:
    write(folders.configuration / "configuration.json", {"name": "X", "clients": "many"})
    found, problem = municipality_or_problem(None, folders, policy(access__grace_days=1, tenant_id="t", client_id="c"))
    assert problem is not None
    assert problem.kind is ProblemKind.CONFIGURATION_WRONG
    assert "clients must be a whole number" in (problem.detail or "")
    assert found.access.grace_days == 1
    assert found.can_sign_in


def test_a_named_file_must_be_right(folders: Folders, tmp_path: Path) -> None:
    path = write(tmp_path / "named.json", {"name": "X", "clients": "many"})
    with pytest.raises(ConfigurationError, match="clients"):
        municipality_or_problem(path, folders, policy())


def test_the_demo_keeps_its_addresses_and_obeys_the_rules() -> None:
    announced = {"name": "Demo", "tenant_id": "d", "client_id": "c", "graph": "https://localhost:1/v1.0", "people": []}
    found = demo_municipality(announced, policy(tenant_id="real", keeping__news_days=3, teams_reading=False))
    assert (found.tenant_id, found.graph) == ("d", "https://localhost:1/v1.0")
    assert (found.keeping.news_days, found.teams_reading) == (3, False)
    assert found.governance.origin_of("graph").kind is OriginKind.DEMO


def test_without_anything_nobody_has_decided_anything(folders: Folders) -> None:
    assert find_municipality(None, folders, tuple) == NOBODY
    assert not any(NOBODY.governance.decided_by_it(held.name) for held in NOBODY.governance.held)
