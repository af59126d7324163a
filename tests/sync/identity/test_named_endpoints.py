"""An identity provider whose metadata lead elsewhere: no browser is opened, no code and no refresh token is sent."""

import asyncio
import json
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from sync.allowed_hosts import AddressGuard, AllowedOrigin
from sync.clock import SystemClock
from sync.http_client import open_blocking_client, trust
from sync.identity.entra import Entra
from sync.identity.named_endpoints import check_endpoints
from sync.identity.redirect_receiver import ReturnPages
from tests.sync.fakes import Listener
from tests.sync.listening_proxy import Answer, ListeningProxy, Said, answer_bytes, listening
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.problem import ProblemKind, ProblemRaised

HOST, TENANT = "login.nacka.example", "11111111-2222-3333-4444-555555555555"
HOME = f"https://{HOST}/{TENANT}"
MUNICIPALITY = Municipality(
    "Nacka", tenant_id=TENANT, client_id=TENANT, authority=f"https://{HOST}", instance_discovery=False
)
TRUE = {
    "issuer": f"{HOME}/v2.0",
    "authorization_endpoint": f"{HOME}/oauth2/v2.0/authorize",
    "token_endpoint": f"{HOME}/oauth2/v2.0/token",
    "device_authorization_endpoint": f"{HOME}/oauth2/v2.0/devicecode",
    "jwks_uri": f"{HOME}/discovery/v2.0/keys",
}
NAMES = [name for name in TRUE if name != "issuer"]
ELSEWHERE = [
    f"https://evil.example/{TENANT}/oauth2/v2.0/x",
    f"https://{HOST}.evil.example/{TENANT}/x",
    f"https://{HOST}:8443/{TENANT}/x",
    f"http://{HOST}/{TENANT}/x",
    f"https://{HOST}@evil.example/{TENANT}/x",
    f"https://evil.example#@{HOST}/{TENANT}/x",
    f"//{HOST}/{TENANT}/x",
    "http://127.0.0.1:8080/x/authorize",
    "file:///etc/passwd",
    "",
    None,
    ["https://login.nacka.example/"],
]


def sign_in(proxy: ListeningProxy, opened: list[str], *, with_code: bool) -> ProblemRaised:
    """What signing in ends with; a browser that is asked answers with a code, as if somebody had signed in."""

    def browser(address: str) -> bool:
        opened.append(address)
        query = parse_qs(urlsplit(address).query)
        answer = {"code": "THE-CODE", "state": query["state"][0]}
        httpx.post(query["redirect_uri"][0], data=answer, trust_env=False)
        return True

    async def run() -> None:
        client = open_blocking_client(trust(proxy.ca_file))
        entra = Entra(MUNICIPALITY, client, SystemClock(), browser, Listener().sign_in_changed, ReturnPages())
        try:
            await (entra.sign_in_with_device_code() if with_code else entra.sign_in())
        finally:
            entra.close()

    with pytest.raises(ProblemRaised) as raised:
        asyncio.run(run())
    return raised.value


def provider(document: dict[str, object]) -> Answer:
    def answer(said: Said) -> bytes:
        if said.path.endswith("/openid-configuration"):
            return answer_bytes(200, json.dumps(document).encode(), ("Content-Type", "application/json"))
        return answer_bytes(400, b'{"error": "invalid_grant"}', ("Content-Type", "application/json"))

    return answer


@pytest.mark.parametrize("with_code", [False, True], ids=["browser", "code"])
@pytest.mark.parametrize("name", NAMES)
def test_no_endpoint_may_be_elsewhere(name: str, with_code: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    for address in ELSEWHERE:
        opened: list[str] = []
        with listening(provider({**TRUE, name: address}), monkeypatch) as proxy:
            raised = sign_in(proxy, opened, with_code=with_code)
            assert raised.problem.kind is ProblemKind.FOREIGN_ADDRESS, address
            assert opened == []
            assert proxy.origins() == {"proxy", f"{HOST}:443"}
            assert [said.path for said in proxy.heard_by(f"{HOST}:443")] == [
                f"/{TENANT}/v2.0/.well-known/openid-configuration"
            ]


def test_true_metadata_lead_to_the_browser_and_the_code_goes_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: with nothing wrong the browser is opened, and the code is heard where it belongs."""
    opened: list[str] = []
    with listening(provider(dict(TRUE)), monkeypatch) as proxy:
        sign_in(proxy, opened, with_code=False)
        assert [urlsplit(address).hostname for address in opened] == [HOST]
        assert any(b"THE-CODE" in said.raw for said in proxy.heard_by(f"{HOST}:443"))
        assert not any(b"THE-CODE" in said.raw for said in proxy.heard_by("proxy"))


@pytest.mark.parametrize("page", ["http://127.0.0.1:4711/t/authorize", "http://localhost:4711/t", "http://[::1]:1/t"])
def test_a_provider_on_this_computer_may_have_its_pages_here_and_no_other_may(page: str) -> None:
    guard = AddressGuard(AllowedOrigin.of("https://localhost:4443", whole_origin=True))
    check_endpoints({"authorization_endpoint": page}, guard, "localhost")
    with pytest.raises(ProblemRaised):
        check_endpoints({"authorization_endpoint": page}, guard, HOST)
    for odd in ("http://127.0.0.1.evil.example:1/t", "http://127.0.0.1@evil.example:1/t", "http://127.0.0.1:1\\@evil/"):
        with pytest.raises(ProblemRaised):
            check_endpoints({"authorization_endpoint": odd}, guard, "localhost")
