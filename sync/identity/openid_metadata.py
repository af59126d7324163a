"""An issuer's metadata (OpenID Connect Discovery 1.0): where they lie, and what in them is believed."""

from collections.abc import Sequence
from urllib.parse import urlsplit

import msgspec

from sync.allowed_hosts import AddressGuard, AllowedOrigin
from sync.identity.openid_problems import misconfigured, untrusted
from sync.wire.reading import UNREADABLE, without_byte_order_mark
from workplace_app.domain.content_identity import ContentIdentity
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import ProblemRaised

_LOOPBACK = ("localhost", "127.0.0.1")
_PATH = "/.well-known/openid-configuration"


class _Document(msgspec.Struct):
    """What is looked at; everything else in the document is left alone."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    revocation_endpoint: str | None = None
    response_modes_supported: list[str] | None = None
    code_challenge_methods_supported: list[str] | None = None
    authorization_response_iss_parameter_supported: bool = False


@frozen
class OpenIdMetadata:
    """One issuer's addresses, checked. ``names_itself``: its answers carry ``iss`` (RFC 9207) and must."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    revocation_endpoint: str | None = None
    names_itself: bool = False

    @property
    def guard(self) -> AddressGuard:
        """Lets through exactly the addresses that the issuer has named for what the program itself asks. They may lie
        on other hosts than the issuer's (a key server of its own): the issuer said so itself, over TLS."""
        addresses = (self.token_endpoint, self.jwks_uri, self.revocation_endpoint)
        return AddressGuard(*(AllowedOrigin.of(address) for address in addresses if address))


def metadata_address(issuer: str) -> str:
    """Where an issuer's metadata lie (Discovery 1.0, 4: a slash at the issuer's end is taken off first), whether it has
    a path or none."""
    return issuer.rstrip("/") + _PATH


def metadata_from(content: bytes, identity: ContentIdentity) -> OpenIdMetadata:
    """Read and check them. Raises ``ProblemRaised``: UNREADABLE_ANSWER for what is no such document, or names another
    issuer; CONFIGURATION_WRONG for an issuer that cannot do what is configured."""
    try:
        document = msgspec.json.decode(without_byte_order_mark(content), type=_Document)
    except UNREADABLE as error:
        raise untrusted("metadata") from error
    if document.issuer != identity.issuer:
        # An issuer's name is compared letter by letter, its slash included (Discovery 1.0, 4.3).
        raise misconfigured("issuer")
    if not _offers(document.response_modes_supported, identity.response_mode):
        raise misconfigured("response_mode")
    if not _offers(document.code_challenge_methods_supported, "S256"):
        raise misconfigured("code_challenge_methods_supported")
    named = {
        "token_endpoint": document.token_endpoint,
        "jwks_uri": document.jwks_uri,
        "revocation_endpoint": document.revocation_endpoint or document.token_endpoint,
    }
    for name, address in named.items():
        _check(name, address)
    if not _is_plain_loopback(document.authorization_endpoint, identity.issuer):
        _check("authorization_endpoint", document.authorization_endpoint)
    return OpenIdMetadata(
        issuer=document.issuer,
        authorization_endpoint=document.authorization_endpoint,
        token_endpoint=document.token_endpoint,
        jwks_uri=document.jwks_uri,
        revocation_endpoint=document.revocation_endpoint,
        names_itself=document.authorization_response_iss_parameter_supported,
    )


def _offers(offered: Sequence[str] | None, wanted: str) -> bool:
    """Metadata that say nothing leave it open."""
    return offered is None or wanted in offered


def _check(name: str, address: str) -> None:
    try:
        AllowedOrigin.of(address)
    except ProblemRaised as raised:
        raise untrusted(name) from raised


def _is_plain_loopback(address: str, issuer: str) -> bool:
    """A page for the browser may be plain http where both it and its issuer are on this computer: the demo's, whose
    certificate no browser knows. Nothing that the program itself asks may be."""
    try:
        page, owner = urlsplit(address), urlsplit(issuer)
    except ValueError:
        return False
    return (
        page.scheme == "http" and page.hostname in _LOOPBACK and owner.hostname in _LOOPBACK and "@" not in page.netloc
    )
