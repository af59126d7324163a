"""A configuration file decides which municipality is served; a bad one costs one sentence."""

import json
from pathlib import Path

import pytest

from workplace_app.domain.configuration import GRAPH_SCOPES, Municipality
from workplace_app.domain.configuration_reading import ConfigurationError
from workplace_app.folders import Folders
from workplace_app.municipality_here import NOBODY, find_municipality


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(*(tmp_path / name for name in ("data", "logs", "user", "machine", "demo")))


def write(path: Path, content: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def municipality_in(path: Path) -> Municipality:
    """Whom a file that was named on the command line describes, without any policy."""
    return find_municipality(path, Folders(*(path.parent for _ in range(5))), tuple)


def test_without_a_file_the_program_is_public_only(folders: Folders) -> None:
    found = find_municipality(None, folders, tuple)
    assert found == NOBODY
    assert found.name == "Nacka kommun"
    assert not found.can_sign_in
    assert found.clients == 6_000


def test_the_users_file_comes_before_the_machines(folders: Folders) -> None:
    write(folders.machine / "configuration.json", {"name": "Maskinens"})
    assert find_municipality(None, folders, tuple).name == "Maskinens"
    write(folders.configuration / "configuration.json", {"name": "Användarens"})
    assert find_municipality(None, folders, tuple).name == "Användarens"


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    content = {
        "name": "Ekdala kommun",
        "tenant_id": "11111111-1111-1111-1111-111111111111",
        "client_id": "22222222-2222-2222-2222-222222222222",
        "cms": {"address": "https://cms.example/api/episerver/v3.0/", "news_root": "5", "disruption_root": "6"},
        "public_news": ["https://ekdala.example/rss/"],
        "clients": 900,
        "something_newer": True,
    }
    municipality = municipality_in(write(tmp_path / "configuration.json", content))
    assert municipality.can_sign_in
    assert municipality.graph == "https://graph.microsoft.com/v1.0"
    assert municipality.scopes == GRAPH_SCOPES
    assert municipality.cms is not None
    assert municipality.cms.address == "https://cms.example/api/episerver/v3.0"
    assert municipality.public_news == ("https://ekdala.example/rss/",)
    assert municipality.clients == 900


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ({}, "name is missing"),
        ([], "JSON object"),
        ({"name": 5}, "name must be text"),
        ({"name": "E", "clients": 0}, "clients must be a whole number"),
        ({"name": "E", "clients": "6000"}, "clients must be a whole number"),
        ({"name": "E", "clients": True}, "clients must be a whole number"),
        ({"name": "E", "clients": 2_000_000}, "clients must be a whole number"),
        ({"name": "X", "graph": "http://graph.example"}, "graph must be an https address"),
        ({"name": "X", "cms": "https://cms.example"}, "cms must be an object"),
        ({"name": "X", "cms": {"address": 1}}, "cms.address must be text"),
        ({"name": "X", "public_news": "https://x.example"}, "public_news must be a list"),
        ({"name": "X", "public_news": ["file:///etc/passwd"]}, "public_news must be an https address"),
        ({"name": "X", "scopes": [1]}, "scopes must be a list of text"),
        ({"name": "X", "graph": "https://graph.example:port/v1.0"}, "graph must be an https address"),
        ({"name": "X", "graph": "https://graph.example:99999/v1.0"}, "graph must be an https address"),
        ({"name": "X", "graph": "https://user:secret@graph.example"}, "graph must be an https address"),
        ({"name": "X", "graph": "https://[::1"}, "graph must be an https address"),
        ({"name": "X", "graph": "https://graph example/"}, "graph must be an https address"),
        ({"name": "X", "graph": "https://graph.example\\@evil.example/"}, "graph must be an https address"),
        ({"name": "X", "graph": "https://graph.example/v1.0\r\nHost: evil"}, "graph must be an https address"),
        ({"name": "X", "graph": "https://graph.example/v1.0?x=1"}, "graph must be an https address"),
        ({"name": "X", "graph": "https://gråph.example/v1.0"}, "graph must be an https address"),
        ({"name": "X", "authority": "https://login.example/#x"}, "authority must be an https address"),
        ({"name": "X", "authority": "https:///tenant"}, "authority must be an https address"),
        ({"name": "X", "cms": {"address": "https://"}}, "cms.address must be an https address"),
        ({"name": "X", "cms": {"address": "https://c.example", "language": "sv\r\nX: y"}}, "cms.language must be"),
        ({"name": "X", "cms": {"address": "https://c.example", "news_root": "../admin"}}, "cms.news_root must be"),
        ({"name": "X", "tenant_id": "../common?x="}, "tenant_id must be"),
        ({"name": "X", "client_id": "a&scope=b"}, "client_id must be"),
        ({"name": "X\n<b>Y</b>\u202e"}, "name must be one line"),
        ({"name": "X", "ca_file": "//attacker.example/share/ca.pem"}, "ca_file must be a file of this computer"),
        ({"name": "X", "ca_file": "\\\\attacker.example\\share\\ca.pem"}, "ca_file must be a file of this computer"),
        ({"name": "X", "ca_file": "ca.pem\u0000"}, "ca_file must be a file of this computer"),
    ],
)
def test_a_wrong_value_is_named(tmp_path: Path, content: object, named: str) -> None:
    with pytest.raises(ConfigurationError, match=named):
        municipality_in(write(tmp_path / "configuration.json", content))


def test_an_address_that_asks_and_a_relative_authority_file_are_fine(tmp_path: Path) -> None:
    content = {"name": "X", "public_news": ["https://x.example/rss?area=1"], "ca_file": "ca.pem"}
    municipality = municipality_in(write(tmp_path / "configuration.json", content))
    assert municipality.public_news == ("https://x.example/rss?area=1",)
    assert municipality.ca_file == "ca.pem"


def test_a_key_that_stands_twice_is_not_guessed_about(tmp_path: Path) -> None:
    path = tmp_path / "configuration.json"
    path.write_text('{"name": "X", "graph": "https://a.example", "graph": "https://b.example"}', encoding="utf-8")
    with pytest.raises(ConfigurationError, match="names graph twice"):
        municipality_in(path)


def test_a_file_that_is_no_configuration_by_its_size_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "configuration.json"
    path.write_text('{"name": "' + "x" * 2_000_000 + '"}', encoding="utf-8")
    with pytest.raises(ConfigurationError, match="too large"):
        municipality_in(path)


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"name": NaN}', b'{"a": 1' + b"0" * 9_000 + b"}"]
)
def test_what_is_not_json_is_said_to_be_so(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "configuration.json"
    path.write_bytes(raw)
    with pytest.raises(ConfigurationError, match="is not JSON"):
        municipality_in(path)


def test_a_missing_file_that_was_named_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        municipality_in(tmp_path / "none.json")
