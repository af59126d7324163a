"""An ID token is for this program, by this provider, of now and about somebody, or it is not taken."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from sync.identity.entra import Entra
from sync.identity.id_token import LEEWAY, account_signed_in, check_id_token
from tests.demo.town_thread import Town
from tests.sync.identity.door import ELIN, door, problem_of, sign_in
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.problem import ProblemKind, ProblemRaised
from workplace_app.domain.sign_in import SignInWish

NOW = datetime(2026, 10, 12, 6, 0, tzinfo=UTC)
CLIENT, TENANT = "client", "5b0f3c86-6c5e-4c1a-9f0d-7e2b41a8d9c3"
ISSUER = f"https://login.example/{TENANT}/v2.0"
GOOD = {
    "aud": CLIENT,
    "iss": ISSUER,
    "tid": TENANT,
    "oid": "elin",
    "exp": int((NOW + timedelta(hours=1)).timestamp()),
    "nbf": int(NOW.timestamp()),
}


def check(claims: Mapping[str, Any], issuer: str | None = ISSUER, now: datetime = NOW) -> str | None:
    """The claim that does not hold."""
    try:
        check_id_token(claims, client_id=CLIENT, issuer=issuer, now=now)
    except ProblemRaised as raised:
        return f"{raised.problem.kind.value} {raised.problem.detail}"
    return None


def test_a_good_token_is_taken() -> None:
    assert check(GOOD) is None
    assert check({**GOOD, "aud": ["other", CLIENT]}) is None
    assert check(GOOD, issuer="https://login.example/{tenantid}/v2.0") is None
    assert check({**GOOD, "iss": "https://sts.example/"}, issuer=None) is None


@pytest.mark.parametrize(
    ("claim", "value"),
    [
        ("aud", "another program"),
        ("aud", None),
        ("iss", "https://login.example.evil/v2.0"),
        ("iss", None),
        ("tid", ""),
        ("oid", ""),
        ("exp", int((NOW - LEEWAY).timestamp())),
        ("exp", "tomorrow"),
        ("exp", True),
        ("exp", None),
        ("nbf", int((NOW + LEEWAY + timedelta(seconds=1)).timestamp())),
        ("nbf", "today"),
    ],
)
def test_a_claim_that_does_not_hold_is_named(claim: str, value: object) -> None:
    assert check({**GOOD, claim: value}) == f"unreadable_answer id token: {claim}"


def test_without_a_token_nobody_has_signed_in() -> None:
    with pytest.raises(ProblemRaised) as raised:
        account_signed_in({"access_token": "x"}, Municipality("m", TENANT, CLIENT), ISSUER, NOW)
    assert raised.value.problem.kind is ProblemKind.UNREADABLE_ANSWER


def test_an_account_of_another_tenant_is_not_let_in() -> None:
    other = replace(Municipality("m", TENANT, CLIENT), tenant_id="22222222-0000-0000-0000-000000000000")
    with pytest.raises(ProblemRaised) as raised:
        account_signed_in({"id_token_claims": GOOD}, other, ISSUER, NOW)
    assert raised.value.problem.kind is ProblemKind.WRONG_TENANT


@pytest.mark.parametrize(
    ("proved", "let_in"),
    [
        (timedelta(), True),
        (timedelta(minutes=1) - LEEWAY, True),
        (-LEEWAY - timedelta(minutes=1), False),
        (timedelta(days=-1), False),
    ],
    ids=["now", "just before", "before", "yesterday"],
)
@pytest.mark.parametrize("wish", [SignInWish(proof=True), SignInWish(choose=True, proof=True), SignInWish(choose=True)])
def test_a_password_of_yesterday_is_no_proof_today(
    town: Town, wish: SignInWish, proved: timedelta, let_in: bool
) -> None:
    """Somebody at a locked computer takes prompt=login out of the address: the browser signs in by itself."""

    async def unlocking(entra: Entra) -> str:
        through_the_browser = entra._browser.ask

        async def ask(*given: Any) -> Mapping[str, Any]:
            answer = dict(await through_the_browser(*given))
            moment = (datetime.now(UTC) + proved).timestamp()
            answer["id_token_claims"] = {**answer["id_token_claims"], "auth_time": round(moment)}
            return answer

        browser = SimpleNamespace(ask=ask)
        entra._browser = browser  # type: ignore[assignment]
        try:
            return (await entra.sign_in(wish)).user_name
        except ProblemRaised as raised:
            assert entra.vault.account() is None
            return f"{raised.problem.kind.value} {raised.problem.detail}"

    refused = wish.proof and not let_in
    assert door(town).ask(unlocking) == ("sign_in_needed auth_time" if refused else ELIN)


def test_a_provider_that_signs_as_somebody_else_is_found_out_in_the_whole_conversation(town: Town) -> None:
    async def in_as_another(entra: Entra) -> None:
        http = entra._applications.http
        seen = http.get

        def get(url: str, **given: Any) -> Any:
            answer = seen(url, **given)
            http.issuer = "https://login.example/another/v2.0"
            return answer

        http.get = get  # type: ignore[method-assign]
        await sign_in(entra)

    problem = problem_of(door(town), in_as_another)
    assert (problem.kind, problem.detail) == (ProblemKind.UNREADABLE_ANSWER, "id token: iss")
