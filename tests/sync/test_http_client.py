"""The one place where clients are made: what they trust, what they tell, and what they do not say in logs."""

import asyncio
import logging
import ssl
from pathlib import Path

import httpx
import pytest

from sync.http_client import USER_AGENT, open_blocking_client, open_client, trust
from tests.demo.town_thread import Town
from workplace_app import __version__
from workplace_app.domain.problem import ProblemKind, ProblemRaised


def get(town: Town, address: str) -> httpx.Response:
    async def run() -> httpx.Response:
        async with open_client(trust(town.configuration["ca_file"])) as client:
            return await client.get(address)

    return asyncio.run(run())


def test_the_municipalitys_own_authority_is_trusted_beside_the_systems(town: Town) -> None:
    assert get(town, f"{town.cms_origin}/nyheter").status_code == 200


def test_without_that_authority_the_same_server_is_not_trusted(town: Town) -> None:
    with open_blocking_client(trust(None)) as client, pytest.raises(httpx.ConnectError):
        client.get(f"{town.cms_origin}/nyheter")


@pytest.mark.parametrize("content", [None, b"", b"no certificate", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END"])
def test_an_authority_file_that_is_none_is_a_wrong_configuration(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ProblemRaised) as raised:
        trust(str(file))
    assert raised.value.problem.kind is ProblemKind.CONFIGURATION_WRONG


def test_checking_cannot_be_switched_off() -> None:
    context = trust(None)
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2


def test_no_source_of_sync_switches_checking_off() -> None:
    sources = Path(__file__).parents[2] / "sync"
    for source in sources.rglob("*.py"):
        text = source.read_text(encoding="utf-8")
        assert "verify=False" not in text, source
        assert "CERT_NONE" not in text, source


def test_loopback_never_goes_by_way_of_a_proxy(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert get(town, f"{town.cms_origin}/nyheter").status_code == 200


def test_everything_else_takes_the_proxy_that_the_system_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    with open_blocking_client(trust(None)) as client, pytest.raises(httpx.ConnectError):
        client.get("https://graph.microsoft.com/v1.0/me")  # reaches the closed port of the proxy, never the name


def test_redirects_are_not_followed(town: Town) -> None:
    town.order("faults", origin="cms", kind="redirect_foreign")
    assert get(town, f"{town.cms_origin}/nyheter").status_code == 302


def test_the_program_names_itself_and_its_version() -> None:
    with open_blocking_client(trust(None)) as client:
        assert client.headers["user-agent"] == USER_AGENT
    assert USER_AGENT.split("|")[0] == "NONISV"
    assert USER_AGENT.endswith(f"/{__version__}")


def test_addresses_are_not_logged(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    get(town, f"{town.cms_origin}/nyheter?$deltatoken=secret")
    assert "secret" not in caplog.text
