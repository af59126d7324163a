"""Policy on macOS: real property lists, in XML and binary, as a profile leaves them."""

import os
import plistlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workplace_app.domain.layering import Layer, lay_over
from workplace_app.managed.managed_preferences import DOMAIN, preferences_policy

ME = os.getuid()


def written(folder: Path, raw: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)
    path = folder / f"{DOMAIN}.plist"
    path.write_bytes(raw)
    path.chmod(0o644)
    return path


def read(folder: Path) -> tuple[Layer, ...]:
    return preferences_policy("elin", folder, ME)


@pytest.mark.parametrize("form", [plistlib.FMT_XML, plistlib.FMT_BINARY])
def test_a_profile_is_read_in_both_forms(tmp_path: Path, form: plistlib.PlistFormat) -> None:
    said = {
        "access": {"grace_days": 5, "device_code": False},
        "keeping.news_days": 30,
        "public_news": ["https://n.example/rss"],
        "cms": {"address": "https://c.example", "identity": {"issuer": "https://i.example/", "client_id": "w"}},
        "PayloadUUID": "f1f1",
    }
    path = written(tmp_path, plistlib.dumps(said, fmt=form))
    municipality = lay_over(read(tmp_path))
    assert (municipality.access.grace_days, municipality.access.device_code) == (5, False)
    assert municipality.keeping.news_days == 30
    assert municipality.cms is not None
    assert municipality.cms.identity is not None
    assert municipality.governance.ignored == ()
    assert municipality.governance.origin_of("public_news").place == str(path)


def test_the_computers_profile_comes_before_the_users(tmp_path: Path) -> None:
    written(tmp_path, plistlib.dumps({"clients": 5}))
    written(tmp_path / "elin", plistlib.dumps({"clients": 6, "teams_reading": False}))
    written(tmp_path / "otto", plistlib.dumps({"name": "Ottos"}))
    municipality = lay_over(read(tmp_path))
    assert (municipality.clients, municipality.teams_reading, municipality.name) == (5, False, "Nacka kommun")


def test_types_that_json_does_not_have_are_wrong_and_told(tmp_path: Path) -> None:
    written(
        tmp_path,
        plistlib.dumps(
            {
                "name": datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None),
                "clients": 5.0,
                "tenant_id": b"x",
                "teams_reading": 0,
            }
        ),
    )
    municipality = lay_over(read(tmp_path))
    assert {each.name for each in municipality.governance.ignored} == {"name", "clients", "tenant_id", "teams_reading"}
    assert municipality.teams_reading


def test_no_profile_is_no_policy(tmp_path: Path) -> None:
    assert read(tmp_path / "none") == ()


_DEEP = b'<plist version="1.0">' + b"<dict><key>cms</key>" * 50_000
_ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>
<plist version="1.0"><dict><key>name</key><string>&b;</string></dict></plist>"""


@pytest.mark.parametrize(
    "raw",
    [b"", b"bplist00", b"<plist>", _DEEP, _ENTITIES, plistlib.dumps([1]), b"{a=1;}"],
    ids=["empty", "begun", "open", "deep", "entities", "list", "old form"],
)
def test_a_profile_that_is_none_costs_one_sentence(tmp_path: Path, raw: bytes) -> None:
    path = written(tmp_path, raw)
    (layer,) = read(tmp_path)
    assert not layer.values
    (ignored,) = layer.ignored
    assert ignored.sentence.startswith(f"{path} ")


def test_a_users_own_file_is_no_policy(tmp_path: Path) -> None:
    written(tmp_path, plistlib.dumps({"teams_reading": False}))
    (layer,) = preferences_policy("elin", tmp_path, ME + 1)
    assert not layer.values


_WHOLE = plistlib.dumps(
    {"access": {"grace_days": 5}, "public_news": ["https://n.example/rss"]}, fmt=plistlib.FMT_BINARY
)


@given(
    st.binary(max_size=80)
    | st.tuples(st.integers(0, len(_WHOLE) - 1), st.integers(0, 255)).map(
        lambda change: _WHOLE[: change[0]] + bytes([change[1]]) + _WHOLE[change[0] + 1 :]
    )
)
def test_no_bytes_at_all_keep_the_program_from_starting(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    folder = tmp_path_factory.getbasetemp() / "any"
    written(folder, raw)
    assert lay_over(read(folder)).name == "Nacka kommun"
