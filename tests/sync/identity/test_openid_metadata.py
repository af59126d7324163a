"""What an issuer says of itself is believed only where it cannot harm."""

import json
from typing import Any

import pytest

from sync.identity.openid_metadata import metadata_address, metadata_from
from workplace_app.domain.content_identity import ContentIdentity
from workplace_app.domain.problem import ProblemKind, ProblemRaised

ISSUER = "https://tenant.eu.issuer.example/"
GOOD: dict[str, Any] = {
    "issuer": ISSUER,
    "authorization_endpoint": f"{ISSUER}authorize",
    "token_endpoint": f"{ISSUER}oauth/token",
    "jwks_uri": "https://keys.issuer.example/jwks.json",
    "revocation_endpoint": f"{ISSUER}oauth/revoke",
    "something_else": {"of": "theirs"},
}


def read(configured: str = ISSUER, mode: str = "query", **changed: Any) -> Any:
    document = {name: value for name, value in {**GOOD, **changed}.items() if value is not None}
    return metadata_from(json.dumps(document).encode(), ContentIdentity(configured, "client", response_mode=mode))


@pytest.mark.parametrize(
    ("issuer", "address"),
    [
        ("https://t.example", "https://t.example/.well-known/openid-configuration"),
        ("https://t.example/", "https://t.example/.well-known/openid-configuration"),
        ("https://t.example/oidc", "https://t.example/oidc/.well-known/openid-configuration"),
    ],
)
def test_they_lie_below_the_issuer_with_a_path_or_without(issuer: str, address: str) -> None:
    assert metadata_address(issuer) == address


def test_each_named_address_may_be_asked_and_no_other() -> None:
    guard = read().guard
    for name in ("token_endpoint", "jwks_uri", "revocation_endpoint"):
        assert guard.allows(GOOD[name])
    for address in (ISSUER, f"{ISSUER}authorize", "https://keys.issuer.example/", "https://cms.example/"):
        assert not guard.allows(address)


@pytest.mark.parametrize(
    ("changed", "kind", "detail"),
    [
        ({"issuer": ISSUER.rstrip("/")}, ProblemKind.CONFIGURATION_WRONG, "issuer"),
        ({"issuer": ISSUER.upper()}, ProblemKind.CONFIGURATION_WRONG, "issuer"),
        ({"issuer": None}, ProblemKind.UNREADABLE_ANSWER, "metadata"),
        ({"token_endpoint": None}, ProblemKind.UNREADABLE_ANSWER, "metadata"),
        ({"token_endpoint": "http://tenant.eu.issuer.example/token"}, ProblemKind.UNREADABLE_ANSWER, "token_endpoint"),
        ({"token_endpoint": "http://localhost:1/token"}, ProblemKind.UNREADABLE_ANSWER, "token_endpoint"),
        ({"token_endpoint": "https://me@evil.example/token"}, ProblemKind.UNREADABLE_ANSWER, "token_endpoint"),
        ({"jwks_uri": "file:///etc/passwd"}, ProblemKind.UNREADABLE_ANSWER, "jwks_uri"),
        ({"revocation_endpoint": "http://x.example/"}, ProblemKind.UNREADABLE_ANSWER, "revocation_endpoint"),
        (
            {"authorization_endpoint": "http://tenant.eu.issuer.example/authorize"},
            ProblemKind.UNREADABLE_ANSWER,
            "authorization_endpoint",
        ),
        (
            {"authorization_endpoint": "http://localhost:80/authorize"},
            ProblemKind.UNREADABLE_ANSWER,
            "authorization_endpoint",
        ),
        ({"authorization_endpoint": "javascript:1"}, ProblemKind.UNREADABLE_ANSWER, "authorization_endpoint"),
        ({"response_modes_supported": ["fragment"]}, ProblemKind.CONFIGURATION_WRONG, "response_mode"),
        (
            {"code_challenge_methods_supported": ["plain"]},
            ProblemKind.CONFIGURATION_WRONG,
            "code_challenge_methods_supported",
        ),
    ],
)
def test_what_is_wrong_is_named(changed: dict[str, Any], kind: ProblemKind, detail: str) -> None:
    with pytest.raises(ProblemRaised) as raised:
        read(**changed)
    assert (raised.value.problem.kind, raised.value.problem.detail) == (kind, detail)


def test_a_page_for_the_browser_may_be_plain_where_the_issuer_is_on_this_computer() -> None:
    here = "https://localhost:5001/"
    page = "http://localhost:5002/authorize"
    assert read(here, issuer=here, authorization_endpoint=page).authorization_endpoint == page


@pytest.mark.parametrize("content", [b"", b"<html>", b"[]", b'{"issuer": 1}', b"\xff"])
def test_what_is_no_document_is_unreadable(content: bytes) -> None:
    with pytest.raises(ProblemRaised) as raised:
        metadata_from(content, ContentIdentity(ISSUER, "client"))
    assert raised.value.problem.kind is ProblemKind.UNREADABLE_ANSWER
