"""Who has signed in for the CMS must be who owns the account, at the issuer that was asked, by the right clock."""

import asyncio
import json
from collections.abc import Mapping
from datetime import timedelta
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from sync.identity.content_sign_in import ContentSignIn, is_person
from sync.identity.openid_client import OpenIdClient, SignInAttempt
from sync.identity.redirect_receiver import ReturnPages
from tests.sync.fakes import MORNING, FakeClock, Listener, PatientClock
from tests.sync.identity.test_signed_id_token import CLIENT, ISSUER, RSA, key_set, token
from workplace_app.domain.account import Account
from workplace_app.domain.content_identity import ContentIdentity
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

IDENTITY = ContentIdentity(ISSUER, CLIENT, "https://cms.example/api", "entra", redirect_ports=())
ELIN = Account("tenant", "00000000-AAAA", "", "Elin@nacka.example", "Elin")


class StandIn:
    """An issuer that signs what a test wants, and sends its own browser back with what a test wants."""

    def __init__(self, claims: Mapping[str, Any] | None = None, answer: Mapping[str, str] | None = None) -> None:
        self.claims: dict[str, Any] = dict(claims or {})
        self.answer = dict(answer or {"code": "the-code"})
        self.metadata: dict[str, object] = {
            "issuer": ISSUER,
            "authorization_endpoint": f"{ISSUER}authorize",
            "token_endpoint": f"{ISSUER}token",
            "jwks_uri": f"{ISSUER}keys",
        }
        self.asked: list[dict[str, str]] = []
        self.forms: list[dict[str, str]] = []
        self.date = MORNING

    def __call__(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        if path == "/.well-known/openid-configuration":
            return httpx.Response(200, json=self.metadata)
        if path == "/keys":
            return httpx.Response(200, content=key_set(RSA), headers={"Content-Type": "application/jwk-set+json"})
        self.forms.append(_single(request.content.decode()))
        nonce = self.asked[-1]["nonce"]
        answer = {
            "access_token": "opaque",
            "token_type": "Bearer",
            "expires_in": 60,
            "id_token": token(nonce=nonce, **self.claims),
        }
        return httpx.Response(
            200,
            content=json.dumps(answer),
            headers={"Content-Type": "application/json", "Date": format_datetime(self.date, usegmt=True)},
        )

    def browser(self, address: str) -> bool:
        """Called on a worker thread: goes straight to the callback."""
        asked = _single(urlsplit(address).query)
        self.asked.append(asked)
        answer = {"state": asked["state"], **self.answer}
        with httpx.Client(trust_env=False, follow_redirects=True) as browser:
            browser.get(asked["redirect_uri"], params=answer)
        return True


def _single(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}


def sign_in(issuer: StandIn, times: int = 1, account: Account = ELIN) -> Problem | None:
    """What keeps the last of some sign-ins from succeeding."""

    async def run() -> Problem | None:
        problem = None
        async with httpx.AsyncClient(transport=httpx.MockTransport(issuer)) as http:
            clock = PatientClock()
            client = OpenIdClient(IDENTITY, http, clock)
            way = ContentSignIn(IDENTITY, client, clock, issuer.browser, Listener().sign_in_changed, ReturnPages())
            for _ in range(times):
                try:
                    async with asyncio.timeout(20):
                        await way.sign_in(account)
                except ProblemRaised as raised:
                    problem = raised.problem
                else:
                    problem = None
        return problem

    return asyncio.run(run())


def test_what_is_configured_is_asked_for_and_nothing_of_who_is_known_already() -> None:
    issuer = StandIn()
    assert sign_in(issuer) is None
    (asked,) = issuer.asked
    assert asked["audience"] == "https://cms.example/api"
    assert asked["connection"] == "entra"
    assert asked["login_hint"] == "Elin@nacka.example"
    assert asked["scope"].split() == ["openid", "profile", "email", "offline_access"]
    assert asked["code_challenge_method"] == "S256"
    assert "prompt" not in asked
    assert "organization" not in asked
    (form,) = issuer.forms
    assert form["code"] == "the-code"
    assert form["redirect_uri"] == asked["redirect_uri"]
    assert len(form["code_verifier"]) == 43
    assert "client_secret" not in form


def test_every_sign_in_has_secrets_of_its_own() -> None:
    first, second = SignInAttempt.new(), SignInAttempt.new()
    assert len({first.state, first.nonce, first.verifier, second.state, second.nonce, second.verifier}) == 6


@pytest.mark.parametrize(
    ("claims", "same"),
    [
        ({"oid": "00000000-aaaa"}, True),
        ({"oid": "another"}, False),
        ({"oid": "another", "upn": "elin@nacka.example"}, False),
        ({"upn": "elin@NACKA.example"}, True),
        ({"upn": "jonas@nacka.example"}, False),
        ({"preferred_username": "jonas@nacka.example"}, False),
        ({"preferred_username": "jonas"}, True),
        ({"email": "elin.ekhamn@nacka.example"}, True),
        ({}, True),
    ],
)
def test_who_somebody_is_is_compared_where_the_issuer_says_it(claims: dict[str, str], same: bool) -> None:
    assert is_person(claims, ELIN) is same


def test_a_colleague_in_the_browser_is_found_out_and_the_next_try_asks_who_it_is() -> None:
    issuer = StandIn({"upn": "jonas@nacka.example"})
    problem = sign_in(issuer, times=2)
    assert problem is not None
    assert problem.kind is ProblemKind.WRONG_ACCOUNT
    assert [asked.get("prompt") for asked in issuer.asked] == [None, "login"]


@pytest.mark.parametrize(
    ("answer", "names_itself", "kind"),
    [
        ({"code": "c", "iss": "https://evil.example/"}, False, ProblemKind.UNREADABLE_ANSWER),
        ({"code": "c", "iss": ISSUER.rstrip("/")}, False, ProblemKind.UNREADABLE_ANSWER),
        ({"code": "c"}, True, ProblemKind.UNREADABLE_ANSWER),
        ({"code": "c", "iss": ISSUER}, True, None),
        ({"error": "access_denied", "iss": "https://evil.example/"}, False, ProblemKind.UNREADABLE_ANSWER),
        ({"error": "access_denied"}, False, ProblemKind.SIGN_IN_CANCELLED),
        ({"error": "unauthorized"}, False, ProblemKind.ACCESS_DENIED),
        ({"error": "temporarily_unavailable"}, False, ProblemKind.SERVICE_UNAVAILABLE),
        ({"error": "unauthorized_client"}, False, ProblemKind.CONFIGURATION_WRONG),
        ({"error": "<script>"}, False, ProblemKind.REQUEST_REFUSED),
    ],
)
def test_an_answer_of_another_issuer_is_not_taken(
    answer: dict[str, str], names_itself: bool, kind: ProblemKind | None
) -> None:
    issuer = StandIn(answer=answer)
    issuer.metadata["authorization_response_iss_parameter_supported"] = names_itself
    problem = sign_in(issuer)
    assert (problem.kind if problem is not None else None) is kind
    assert problem is None or "<" not in (problem.detail or "")
    assert bool(issuer.forms) is (kind is None), "a code of somebody else's is not redeemed"


def test_a_clock_that_is_wrong_is_told_as_that() -> None:
    issuer = StandIn({"iat": int(MORNING.timestamp()) + 7200, "exp": int(MORNING.timestamp()) + 7800})
    issuer.date = MORNING + timedelta(hours=2)
    problem = sign_in(issuer)
    assert problem is not None
    assert (problem.kind, problem.detail) == (ProblemKind.CLOCK_WRONG, "+120 min")
    issuer.date = MORNING
    problem = sign_in(issuer)
    assert problem is not None
    assert problem.kind is ProblemKind.UNREADABLE_ANSWER


def test_nobody_waits_for_ever_for_a_browser() -> None:
    issuer = StandIn()

    async def run() -> ProblemKind:
        async with httpx.AsyncClient(transport=httpx.MockTransport(issuer)) as http:
            clock = FakeClock()
            client = OpenIdClient(IDENTITY, http, clock)
            way = ContentSignIn(IDENTITY, client, clock, lambda _address: True, lambda _state: None, ReturnPages())
            with pytest.raises(ProblemRaised) as raised:
                await way.sign_in(ELIN)
            return raised.value.problem.kind

    assert asyncio.run(run()) is ProblemKind.SIGN_IN_TIMED_OUT
