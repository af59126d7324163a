"""`workplace-app policy` says of each setting what holds and whence, and of each thing that is ignored why."""

import json
from pathlib import Path

import pytest

from workplace_app.command_line import EXIT_USAGE, EXIT_WELL, main
from workplace_app.domain.configuration_reading import read_settings
from workplace_app.domain.governance import Origin, OriginKind
from workplace_app.domain.layering import Layer, policy_layer
from workplace_app.domain.policy import DECLARATIONS
from workplace_app.folders import HOME_VARIABLE, Folders
from workplace_app.policy_report import print_policy, value_words


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(*(tmp_path / name for name in ("data", "logs", "user", "machine", "demo")))


def policy() -> tuple[Layer, ...]:
    said = {"access": {"grace_days": 5, "wipe_days": "9"}, "teams_reading": False, "tenant_id": "t", "client_id": "c"}
    return (policy_layer(Origin(OriginKind.POLICY, "/etc/policy.json"), read_settings(said)),)


def test_each_setting_stands_once_with_its_value_and_under_its_origin(
    folders: Folders, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folders.machine / "configuration.json"
    file.parent.mkdir()
    file.write_text('{"name": "Ekdala kommun", "clients": 900}', encoding="utf-8")
    print_policy(None, folders, as_json=False, policy=policy)
    out, errors = capsys.readouterr()
    rows = [line.split(maxsplit=1) for line in out.splitlines()]
    names = [each.name for each in DECLARATIONS]
    assert sorted(row[0] for row in rows if row and row[0] in names) == sorted(names)
    decided, built_in = out.split("Built in:")
    assert decided.index("policy: /etc/policy.json") < decided.index("access.grace_days")
    assert decided.index("access.grace_days") < decided.index(f"machine's configuration file: {file}")
    assert decided.index(str(file)) < decided.index("Ekdala kommun")
    assert "Chat.Read" not in built_in, "what is not read is not asked for"
    assert errors == (
        "workplace-app: /etc/policy.json: access.wipe_days must be a whole number from 0 to 3650; it is ignored.\n"
    )


def test_long_values_are_wrapped_and_not_cut(folders: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    print_policy(None, folders, as_json=False, policy=tuple)
    out = capsys.readouterr().out
    assert out.startswith("Nothing is decided by policy or in a configuration file.")
    assert "Group-Conversation.ReadWrite.All" in out
    assert max(map(len, out.splitlines())) < 80


def test_as_json_it_has_the_same(folders: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    print_policy(None, folders, as_json=True, policy=policy)
    report = json.loads(capsys.readouterr().out)
    settings = {each["name"]: each for each in report["settings"]}
    assert list(settings) == [each.name for each in DECLARATIONS]
    assert settings["access.grace_days"] | {"meaning": ""} == {
        "name": "access.grace_days",
        "value": 5,
        "origin": "policy",
        "place": "/etc/policy.json",
        "decided_by_it": True,
        "default": 30,
        "meaning": "",
    }
    assert (settings["teams_reading"]["value"], settings["clients"]["origin"]) == (False, "default")
    assert [each["name"] for each in report["ignored"]] == ["access.wipe_days"]


def test_a_broken_file_is_told_and_policy_holds(folders: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    file = folders.configuration / "configuration.json"
    file.parent.mkdir()
    file.write_text("{", encoding="utf-8")
    print_policy(None, folders, as_json=True, policy=policy)
    out, errors = capsys.readouterr()
    sentence = f"{file} is not JSON; it is ignored."
    assert sentence in errors
    assert sentence in [each["sentence"] for each in json.loads(out)["ignored"]]


def test_the_command_ends_well_unless_a_named_file_cannot_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    assert main(["policy", "--json"]) == EXIT_WELL
    assert main(["policy", "--configuration", str(tmp_path / "none.json")]) == EXIT_USAGE
    assert "none.json cannot be read" in capsys.readouterr().err


def test_values_are_written_as_it_writes_them() -> None:
    assert [value_words(each) for each in (True, 5, "", (), ("a", "b"), (1, 2))] == [
        "true",
        "5",
        "-",
        "-",
        "a, b",
        "1, 2",
    ]
