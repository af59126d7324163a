"""The tables of settings in docs/ are those of the declarations, and the examples beside them are right."""

import json
import plistlib
import re
from pathlib import Path

import pytest

from tools.settings_tables import ROOT, TABLES, with_table
from workplace_app.domain.configuration_reading import municipality_from_json, read_settings
from workplace_app.domain.policy import DECLARATIONS
from workplace_app.managed.managed_preferences import DOMAIN, FOLDER
from workplace_app.managed.policy_file import POLICY_FILE
from workplace_app.managed.registry import KEY, REG_DWORD, REG_SZ, RegistryValue, registry_policy

FOR_IT = (ROOT / "docs" / "for-it.md").read_text(encoding="utf-8")
GOVERNED = {
    "tenant_id": "11111111-1111-1111-1111-111111111111",
    "client_id": "22222222-2222-2222-2222-222222222222",
    "access.grace_days": 14,
    "teams_reading": False,
}


@pytest.mark.parametrize("name", list(TABLES))
def test_the_tables_are_the_present_ones(name: str) -> None:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert with_table(text, TABLES[name]()) == text, "run python -m tools.settings_tables"


def test_every_setting_has_a_row_and_no_cell_breaks_the_table() -> None:
    for table in TABLES.values():
        _head, rule, *rows = table().splitlines()
        assert len(rows) == len(DECLARATIONS)
        assert {row.count("|") for row in rows} == {rule.count("|")}


def test_a_document_without_marks_is_not_written() -> None:
    with pytest.raises(ValueError, match="marks"):
        with_table("nothing here", "| |")


def _example(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", FOR_IT, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_places_are_those_that_are_read() -> None:
    assert str(POLICY_FILE) in FOR_IT
    assert f"HKLM\\{KEY}" in FOR_IT
    assert f"{FOLDER}/{DOMAIN}.plist" in FOR_IT


def test_the_examples_say_what_they_mean_to_say() -> None:
    assert read_settings(json.loads(_example("json"))).values == GOVERNED
    profile = f'<plist version="1.0"><dict>{_example("xml")}</dict></plist>'
    assert read_settings(plistlib.loads(profile.encode())).values == GOVERNED
    lines = re.findall(r'^"([\w.]+)"=(?:"(.*)"|dword:(\w+))$', FOR_IT, re.MULTILINE)
    values = [
        RegistryValue(n, *((int(number, 16), REG_DWORD) if number else (text, REG_SZ))) for n, text, number in lines
    ]
    (layer, _user) = registry_policy(lambda hive, _key: values if "MACHINE" in hive else [])
    assert (layer.values, layer.ignored) == (GOVERNED, ())


def test_the_municipalities_example_can_be_read() -> None:
    text = Path(ROOT / "docs" / "for-municipalities.md").read_text(encoding="utf-8")
    found = re.search(r"```json\n(\{.*?\n\})\n```", text, re.DOTALL)
    assert found is not None
    example = json.loads(found[1].replace("…", "x"))
    assert municipality_from_json(example).name == "Exempels kommun"
