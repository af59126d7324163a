"""An ID token is believed only when everything about it holds; each way of forging one is tried by itself."""

import asyncio
import hmac
import json
from base64 import urlsafe_b64encode
from datetime import timedelta
from typing import Any

import pytest
from joserfc import jws
from joserfc.jwk import ECKey, OctKey, RSAKey
from joserfc.jws import JWSRegistry

from sync.identity.signed_id_token import MOST_BYTES, verified_claims
from sync.identity.signing_keys import ASK_AGAIN_AFTER, SigningKeys, keys_from
from tests.sync.fakes import MORNING, FakeClock
from workplace_app.domain.content_identity import ContentIdentity
from workplace_app.domain.problem import ProblemKind, ProblemRaised

ISSUER = "https://tenant.eu.issuer.example/"
CLIENT = "the-workplace"
NONCE = "a nonce"
NOW = int(MORNING.timestamp())
RSA = RSAKey.generate_key(2048, {"kid": "first", "use": "sig"})
OTHER_RSA = RSAKey.generate_key(2048, {"kid": "other", "use": "sig"})
CURVE = ECKey.generate_key("P-256", {"kid": "curve"})
IDENTITY = ContentIdentity(ISSUER, CLIENT)
GOOD: dict[str, Any] = {
    "iss": ISSUER,
    "aud": CLIENT,
    "sub": "waad|1",
    "nonce": NONCE,
    "iat": NOW,
    "exp": NOW + 600,
}


class AnyHeader(JWSRegistry):
    """Signs whatever a forger may put into a header."""

    def check_header(self, header: Any) -> None:
        """Nothing is looked at."""


def key_set(*keys: Any, **more: Any) -> bytes:
    return json.dumps({"keys": [{**key.as_dict(private=False), **more} for key in keys]}).encode()


def token(key: Any = RSA, alg: str = "RS256", header: dict[str, Any] | None = None, **changed: Any) -> str:
    claims = {name: value for name, value in {**GOOD, **changed}.items() if value is not None}
    head = {"alg": alg, "kid": key.kid, **(header or {})}
    return jws.serialize_compact(head, json.dumps(claims), key, registry=AnyHeader(algorithms=[alg]))


def hmac_signed(header: dict[str, Any], secret: bytes) -> str:
    text = unsigned(header).rstrip(".")
    signature = hmac.digest(secret, text.encode(), "sha256")
    return f"{text}.{urlsafe_b64encode(signature).rstrip(b'=').decode()}"


def unsigned(header: dict[str, Any], signature: str = "") -> str:
    parts = [urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in (header, GOOD)]
    return ".".join([*parts, signature])


class Server:
    """Gives this key set and counts how often it is asked."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.asked = 0

    async def __call__(self) -> bytes:
        self.asked += 1
        return self.content


def check(
    text: str,
    *,
    server: Server | None = None,
    identity: ContentIdentity = IDENTITY,
    nonce: str | None = NONCE,
    subject: str | None = None,
    keys: SigningKeys | None = None,
) -> str | None:
    """What does not hold, None when all does."""
    known = keys or SigningKeys(server or Server(key_set(RSA, CURVE)), FakeClock())
    try:
        asyncio.run(verified_claims(text, identity, known, MORNING, nonce=nonce, subject=subject))
    except ProblemRaised as raised:
        problem = raised.problem
    else:
        return None
    assert problem.kind is ProblemKind.UNREADABLE_ANSWER
    return (problem.detail or "").removeprefix("id_token: ")


@pytest.mark.parametrize(("key", "alg"), [(RSA, "RS256"), (RSA, "PS256"), (CURVE, "ES256")])
def test_a_good_token_holds(key: Any, alg: str) -> None:
    assert check(token(key, alg)) is None


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"iss": ISSUER.rstrip("/")}, "iss"),
        ({"iss": "https://tenant.eu.issuer.example.evil.example/"}, "iss"),
        ({"iss": None}, "iss"),
        ({"aud": "another"}, "aud"),
        ({"aud": None}, "aud"),
        ({"aud": []}, "aud"),
        ({"aud": {CLIENT: 1}}, "aud"),
        ({"aud": [CLIENT, "another"]}, "azp"),
        ({"azp": "another"}, "azp"),
        ({"aud": [CLIENT, "another"], "azp": "another"}, "azp"),
        ({"exp": NOW - 60}, "exp"),
        ({"exp": None}, "exp"),
        ({"exp": "tomorrow"}, "exp"),
        ({"exp": True}, "exp"),
        ({"iat": NOW + 61}, "iat"),
        ({"iat": None}, "iat"),
        ({"nbf": NOW + 61}, "nbf"),
        ({"nbf": "now"}, "nbf"),
        ({"nonce": "another"}, "nonce"),
        ({"nonce": None}, "nonce"),
        ({"nonce": [NONCE]}, "nonce"),
        ({"sub": None}, "sub"),
        ({"sub": ""}, "sub"),
        ({"sub": 7}, "sub"),
    ],
)
def test_a_claim_that_is_wrong_is_found(changed: dict[str, Any], why: str) -> None:
    assert check(token(**changed)) == why


@pytest.mark.parametrize(
    "changed",
    [
        {"exp": NOW - 59},
        {"iat": NOW + 60},
        {"nbf": NOW + 60},
        {"aud": [CLIENT]},
        {"aud": [CLIENT, "another"], "azp": CLIENT},
        {"exp": NOW + 600.5},
    ],
)
def test_what_is_within_the_rules_holds(changed: dict[str, Any]) -> None:
    assert check(token(**changed)) is None


def test_no_signature_is_none() -> None:
    for header in ({"alg": "none"}, {"alg": "None"}, {"alg": "NONE", "kid": "first"}, {"kid": "first"}):
        assert check(unsigned(header)) in ("alg", "header")


def test_the_public_key_is_no_shared_secret() -> None:
    """The classic: the token is signed with HS256, and the secret is the issuer's public key, which everybody knows."""
    for secret in (RSA.as_pem(private=False), key_set(RSA)):
        assert check(hmac_signed({"alg": "HS256", "kid": "first"}, secret)) == "alg"


def test_a_shared_secret_in_the_key_set_is_no_key() -> None:
    secret = OctKey.generate_key(256, {"kid": "first"})
    text = jws.serialize_compact({"alg": "HS256", "kid": "first"}, json.dumps(GOOD), secret, algorithms=["HS256"])
    content = json.dumps({"keys": [secret.as_dict(private=True)]}).encode()
    assert check(text, server=Server(content)) == "alg"


@pytest.mark.parametrize("alg", ["RS384", "RS512", "PS512"])
def test_other_algorithms_are_not_taken(alg: str) -> None:
    assert check(token(RSA, alg)) == "alg"


def test_somebody_elses_signature_is_found() -> None:
    assert check(token(OTHER_RSA)) == "signature"
    assert check(token(OTHER_RSA, header={"kid": "first"})) == "signature"
    head, claims, signature = token().split(".")
    assert check(f"{head}.{claims}.{signature[:-6]}AAAAAA") == "signature"
    other = token(sub="waad|2").split(".")[1]
    assert check(f"{head}.{other}.{signature}") == "signature"


def test_a_key_that_comes_with_the_token_is_not_used() -> None:
    brought = {"jwk": CURVE.as_dict(private=False), "jku": "https://evil.example/keys", "kid": "first"}
    assert check(token(OTHER_RSA, header=brought)) == "signature"


def test_what_is_called_critical_is_refused() -> None:
    assert check(token(header={"crit": ["exp"], "exp": 1})) in ("alg", "header")
    assert check(token(header={"crit": ["b64"], "b64": True})) in ("alg", "header")


def test_a_header_that_says_more_than_we_know_holds() -> None:
    assert check(token(header={"x-of-the-issuer": "1", "typ": "JWT"})) is None


@pytest.mark.parametrize("text", ["", "a", "a.b", "a.b.c", "a.b.c.d", "..", "å.b.c", "e30.e30.e30", "W10.e30.e30"])
def test_what_is_no_token_is_no_token(text: str) -> None:
    assert check(text) in ("header", "alg")


def test_a_token_without_end_is_not_looked_at() -> None:
    assert check(token(filler="x" * MOST_BYTES)) == "size"


def test_claims_that_are_no_object_are_no_claims() -> None:
    text = jws.serialize_compact({"alg": "RS256", "kid": "first"}, "[1]", RSA, algorithms=["RS256"])
    assert check(text) == "claims"


def test_a_renewed_token_is_about_the_same_person_and_needs_no_nonce() -> None:
    assert check(token(nonce=None), nonce=None, subject="waad|1") is None
    assert check(token(nonce=None), nonce=None, subject="waad|2") == "sub"


def test_an_organization_is_checked_where_one_is_configured() -> None:
    by_id = ContentIdentity(ISSUER, CLIENT, organization="org_1")
    by_name = ContentIdentity(ISSUER, CLIENT, organization="Nacka")
    assert check(token(org_id="org_1"), identity=by_id) is None
    assert check(token(org_id="org_2"), identity=by_id) == "organization"
    assert check(token(), identity=by_id) == "organization"
    assert check(token(org_name="nacka"), identity=by_name) is None
    assert check(token(org_id="Nacka"), identity=by_name) == "organization"


def test_a_key_that_is_new_is_fetched_once_and_not_for_every_forgery() -> None:
    server, clock = Server(key_set(RSA)), FakeClock()
    keys = SigningKeys(server, clock)
    assert check(token(), keys=keys) is None
    assert server.asked == 1
    server.content = key_set(OTHER_RSA, RSA)
    assert check(token(OTHER_RSA), keys=keys) is None
    assert server.asked == 2
    for _ in range(5):
        assert check(token(header={"kid": "nobody's"}), keys=keys) == "signature"
    assert server.asked == 2
    clock.moment += ASK_AGAIN_AFTER
    assert check(token(header={"kid": "nobody's"}), keys=keys) == "signature"
    assert server.asked == 3


def test_a_clock_that_was_set_back_does_not_hold_the_keys_up() -> None:
    server, clock = Server(key_set(RSA)), FakeClock()
    keys = SigningKeys(server, clock)
    check(token(header={"kid": "nobody's"}), keys=keys)
    clock.moment -= timedelta(days=1)
    server.content = key_set(OTHER_RSA)
    assert check(token(OTHER_RSA), keys=keys) is None


def test_a_token_without_a_key_id_is_tried_with_all_that_fit() -> None:
    text = jws.serialize_compact({"alg": "RS256"}, json.dumps(GOOD), OTHER_RSA, algorithms=["RS256"])
    assert check(text, server=Server(key_set(RSA, OTHER_RSA, CURVE))) is None


@pytest.mark.parametrize(
    "spoilt",
    [
        {"kty": "RSA", "kid": "first", "n": "AQAB", "e": "AQAB"},  # far too short
        {"kty": "RSA", "kid": "first", "n": "w" * 171, "e": "AQAB"},  # 1,024 bits
        {"kty": "RSA", "kid": "first"},
        {"kty": "RSA", "kid": "first", "n": 5, "e": []},
        {"kty": "EC", "kid": "first", "crv": "P-256", "x": "AA", "y": "AA"},
        {"kty": "EC", "kid": "first", "crv": "P-521", "x": "AA", "y": "AA"},
        {"kty": "oct", "kid": "first", "k": "c2VjcmV0"},
        {"kty": 1},
        [],
        None,
        "key",
    ],
)
def test_a_spoilt_key_costs_itself_only(spoilt: object) -> None:
    content = json.dumps({"keys": [spoilt, RSA.as_dict(private=False)]}).encode()
    assert [key.kid for key in keys_from(content)] == ["first"]
    assert check(token(), server=Server(content)) is None


def test_a_key_for_encrypting_or_for_another_algorithm_signs_nothing() -> None:
    assert check(token(), server=Server(key_set(RSA, use="enc"))) == "signature"
    assert check(token(), server=Server(key_set(RSA, alg="PS256"))) == "signature"


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"keys": {}}', b"<html>", b'{"keys": 1}'])
def test_what_is_no_key_set_is_said_to_be_none(content: bytes) -> None:
    assert check(token(), server=Server(content)) == "jwks"
