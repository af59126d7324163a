"""The proxy that a municipality puts between its computers and the world: obeyed, told its own password and no more."""

import asyncio
import base64

import httpx
import pytest

from sync.http_client import open_blocking_client, open_client, trust
from sync.problem_translation import problem_from_exception
from tests.conftest import OutsideWorldReachedError
from tests.sync.listening_proxy import ListeningProxy, Said, answer_bytes, listening
from workplace_app.domain.problem import ProblemKind

GRAPH = "https://graph.microsoft.com/v1.0/me"
TOKEN = "Bearer graph-token"
PASSWORD = base64.b64encode(b"elin:hemligt")


def fine(_said: Said) -> bytes:
    return answer_bytes(200, b"{}", ("Content-Type", "application/json"))


def ask(ca_file: str | None, address: str = GRAPH) -> int:
    async def run() -> int:
        async with open_client(trust(ca_file)) as client:
            return (await client.get(address, headers={"Authorization": TOKEN})).status_code

    return asyncio.run(run())


def name_with_password(proxy: ListeningProxy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy.address.replace("http://", "http://elin:hemligt@"))


def test_an_inspecting_proxy_is_believed_by_its_authority_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    with listening(fine, monkeypatch) as proxy:
        with pytest.raises(httpx.ConnectError) as raised:
            ask(None)
        assert problem_from_exception(raised.value, "outlook").kind is ProblemKind.TLS_UNTRUSTED
        assert proxy.heard_by("graph.microsoft.com:443") == []
        assert ask(proxy.ca_file) == 200


def test_the_proxy_hears_its_own_password_and_never_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    with listening(fine, monkeypatch) as proxy:
        name_with_password(proxy, monkeypatch)
        assert ask(proxy.ca_file) == 200
        (connect,) = proxy.heard_by("proxy")
        assert b"Proxy-Authorization: Basic " + PASSWORD in connect.raw
        assert TOKEN.encode() not in connect.raw
        (inside,) = proxy.heard_by("graph.microsoft.com:443")
        assert TOKEN.encode() in inside.raw
        assert PASSWORD not in inside.raw
        assert b"proxy-authorization" not in inside.raw.lower()


@pytest.mark.parametrize("status", [407, 403, 502, 302])
def test_a_proxy_that_refuses_is_told_as_that_and_hears_no_token(status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    refusal = answer_bytes(status, b"", ("Proxy-Authenticate", "Negotiate"), ("Location", "https://evil.example/"))
    with listening(fine, monkeypatch, refuse=refusal) as proxy:
        with pytest.raises(httpx.ProxyError) as raised:
            ask(proxy.ca_file)
        assert problem_from_exception(raised.value, "outlook").kind is ProblemKind.PROXY_REFUSED
        assert proxy.origins() == {"proxy"}
        assert not any(TOKEN.encode() in said.raw for said in proxy.said)


@pytest.mark.parametrize(
    "exception", ["graph.microsoft.com", ".microsoft.com", "other.example,graph.microsoft.com", "*"]
)
def test_no_proxy_is_obeyed(exception: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with listening(fine, monkeypatch) as proxy:
        monkeypatch.setenv("NO_PROXY", exception)
        with pytest.raises(OutsideWorldReachedError):  # asked for directly, which no test may
            ask(proxy.ca_file)
        assert proxy.said == []


def test_names_and_passwords_that_lie_about_are_not_sent(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A ``.netrc`` of another program: some HTTP libraries log in with it wherever the host fits."""
    home = tmp_path_factory.mktemp("home")
    (home / ".netrc").write_text("machine graph.microsoft.com login elin password hemligt\n")
    (home / ".netrc").chmod(0o600)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("NETRC", str(home / ".netrc"))
    with listening(fine, monkeypatch) as proxy, open_blocking_client(trust(proxy.ca_file)) as client:
        client.get(GRAPH)
        (said,) = proxy.heard_by("graph.microsoft.com:443")
        assert b"authorization" not in said.raw.lower()
