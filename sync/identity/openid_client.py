"""What an OpenID Connect issuer is asked: its metadata and keys, tokens for a code or a refresh token, revocation."""

import base64
import hashlib
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import quote, urlencode

import httpx
import msgspec

from sync.allowed_hosts import AddressGuard, AllowedOrigin
from sync.answer import Answer
from sync.authorized_exchange import TOKEN_TYPE
from sync.clock import Clock
from sync.identity.issuer_exchange import ask_issuer
from sync.identity.openid_metadata import OpenIdMetadata, metadata_address, metadata_from
from sync.identity.openid_problems import SERVICE, misconfigured, problem_from_error, untrusted
from sync.identity.signed_id_token import verified_claims
from sync.identity.signing_keys import SigningKeys
from sync.problem_translation import problem_from_answer, require_json
from sync.wire.reading import UNREADABLE, without_byte_order_mark
from workplace_app.domain.content_identity import ContentIdentity
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

METADATA_LIFE = timedelta(hours=24)
_CLOCK_TOLERANCE = timedelta(minutes=1)
_USUAL_LIFE_SECONDS = 300.0
"""How long a token is taken to hold whose answer does not say (RFC 6749, 5.1 leaves it out at will)."""
_ALWAYS = ("openid", "profile", "email", "offline_access")


class _TokenAnswer(msgspec.Struct):
    access_token: str
    token_type: str
    expires_in: float | None = None
    refresh_token: str | None = None
    id_token: str | None = None


class _ErrorAnswer(msgspec.Struct):
    error: str


@frozen
class TokenAnswer:
    """What the token endpoint gave. The access token is the CMS's business and opaque here (RFC 6749, 1.4).
    ``claims`` are those of a checked ID token; a renewal may come without."""

    access_token: str
    expires_at: datetime
    refresh_token: str | None
    claims: Mapping[str, object]


@frozen
class SignInAttempt:
    """The secrets of one sign-in: each is made anew and used once."""

    state: str
    nonce: str
    verifier: str

    @classmethod
    def new(cls) -> "SignInAttempt":
        """256 bits each; the verifier is 43 characters (RFC 7636, 4.1)."""
        return cls(secrets.token_urlsafe(32), secrets.token_urlsafe(32), secrets.token_urlsafe(32))

    @property
    def challenge(self) -> str:
        """S256 of the verifier, base64url without padding (RFC 7636, 4.2)."""
        digest = hashlib.sha256(self.verifier.encode("ascii")).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


class OpenIdClient:
    """A public client of one issuer. Every method raises ``ProblemRaised``. Belongs to the event loop's thread."""

    def __init__(self, identity: ContentIdentity, http: httpx.AsyncClient, clock: Clock) -> None:
        self._identity = identity
        self._http = http
        self._clock = clock
        self._metadata: OpenIdMetadata | None = None
        self._metadata_until = clock.now()
        self._keys = SigningKeys(self._key_set, clock)

    async def metadata(self) -> OpenIdMetadata:
        """The issuer's addresses, asked for once a day."""
        if self._metadata is None or self._clock.now() >= self._metadata_until:
            address = metadata_address(self._identity.issuer)
            answer = await ask_issuer(self._http, AddressGuard(AllowedOrigin.of(address)), "GET", address)
            self._metadata = metadata_from(self._json_of(answer), self._identity)
            self._metadata_until = self._clock.now() + METADATA_LIFE
        return self._metadata

    async def authorization_address(
        self, attempt: SignInAttempt, redirect_uri: str, login_hint: str, *, choose_anew: bool
    ) -> str:
        """Where the browser is sent. Nothing is asked of who is signed in there already: the issuer, and the identity
        provider that ``connection`` names, answer by themselves from the browser's session. ``choose_anew`` lets the
        person say who they are all the same."""
        identity = self._identity
        asked = {
            "response_type": "code",
            "client_id": identity.client_id,
            "redirect_uri": redirect_uri,
            "scope": " ".join(dict.fromkeys([*_ALWAYS, *identity.scopes])),
            "state": attempt.state,
            "nonce": attempt.nonce,
            "code_challenge": attempt.challenge,
            "code_challenge_method": "S256",
            "response_mode": identity.response_mode,
            "audience": identity.audience,
            "connection": identity.connection,
            "organization": identity.organization,
            "login_hint": login_hint,
            "prompt": "login" if choose_anew else "",
        }
        endpoint = (await self.metadata()).authorization_endpoint
        separator = "&" if "?" in endpoint else "?"
        given = {name: value for name, value in asked.items() if value}
        return f"{endpoint}{separator}{urlencode(given, quote_via=quote)}"

    async def code_in(self, answer: Mapping[str, str]) -> str:
        """The code in the browser's answer, whose ``state`` has been checked. An answer that names its issuer must name
        this one (RFC 9207: another issuer's answer could be mixed in)."""
        metadata = await self.metadata()
        named = answer.get("iss")
        if named not in (None, metadata.issuer) or (named is None and metadata.names_itself):
            raise untrusted("iss")
        if "code" not in answer:
            raise ProblemRaised(problem_from_error(answer.get("error", "")))
        return answer["code"]

    async def redeem(self, code: str, attempt: SignInAttempt, redirect_uri: str) -> TokenAnswer:
        """Tokens for the code, and who has signed in."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "code_verifier": attempt.verifier,
        }
        answer, given = await self._tokens(form)
        if given.id_token is None:
            raise untrusted("id_token")
        try:
            claims = await verified_claims(
                given.id_token, self._identity, self._keys, self._clock.now(), nonce=attempt.nonce
            )
        except ProblemRaised as raised:
            raise self._clock_is_wrong(answer) or raised from raised
        return self._understood(given, claims)

    async def renew(self, refresh_token: str, subject: str) -> TokenAnswer:
        """Tokens for a refresh token, which is spent by this: the answer may hold the next one. The scopes stay what
        they were. SIGN_IN_NEEDED means that it, or the family that it belongs to, holds no longer."""
        answer, given = await self._tokens({"grant_type": "refresh_token", "refresh_token": refresh_token})
        claims: Mapping[str, object] = {}
        if given.id_token is not None:
            try:
                claims = await verified_claims(
                    given.id_token, self._identity, self._keys, self._clock.now(), nonce=None, subject=subject
                )
            except ProblemRaised as raised:
                raise self._clock_is_wrong(answer) or raised from raised
        return self._understood(given, claims)

    async def revoke(self, refresh_token: str) -> bool:
        """Tell the issuer that the refresh token is not needed any more (RFC 7009); False where it cannot be told."""
        metadata = await self.metadata()
        if metadata.revocation_endpoint is None:
            return False
        form = {
            "token": refresh_token,
            "token_type_hint": "refresh_token",
            "client_id": self._identity.client_id,
        }
        answer = await ask_issuer(self._http, metadata.guard, "POST", metadata.revocation_endpoint, form)
        return answer.status == 200

    async def _tokens(self, form: Mapping[str, str]) -> tuple[Answer, _TokenAnswer]:
        metadata = await self.metadata()
        sent = {"client_id": self._identity.client_id, **form}
        answer = await ask_issuer(self._http, metadata.guard, "POST", metadata.token_endpoint, sent)
        if not 200 <= answer.status < 300:
            raise ProblemRaised(self._refusal(answer))
        require_json(answer, SERVICE)
        try:
            given = msgspec.json.decode(without_byte_order_mark(answer.content), type=_TokenAnswer, strict=False)
        except UNREADABLE as error:
            raise untrusted("tokens") from error
        if given.token_type.casefold() != TOKEN_TYPE or not given.access_token.isascii():
            raise untrusted("token_type")
        return answer, given

    def _understood(self, given: _TokenAnswer, claims: Mapping[str, object]) -> TokenAnswer:
        life = given.expires_in if given.expires_in is not None and given.expires_in > 0 else _USUAL_LIFE_SECONDS
        expires = self._clock.now() + timedelta(seconds=min(life, METADATA_LIFE.total_seconds()))
        return TokenAnswer(given.access_token, expires, given.refresh_token, claims)

    def _refusal(self, answer: Answer) -> Problem:
        """RFC 6749 refuses with 400 or 401; Auth0 answers 403 to a refresh token that it no longer knows."""
        if answer.status in (400, 401, 403):
            try:
                error = msgspec.json.decode(without_byte_order_mark(answer.content), type=_ErrorAnswer).error
            except UNREADABLE:
                return problem_from_answer(answer, SERVICE, self._clock.now())
            return problem_from_error(error)
        return problem_from_answer(answer, SERVICE, self._clock.now())

    def _clock_is_wrong(self, answer: Answer) -> ProblemRaised | None:
        """A token of this very moment that seems to be of another tells of this computer's clock."""
        try:
            offset = parsedate_to_datetime(answer.headers.get("date", "")) - self._clock.now()
        except (ValueError, TypeError):
            return None
        if abs(offset) <= _CLOCK_TOLERANCE:
            return None
        minutes = round(offset.total_seconds() / 60)
        return ProblemRaised(Problem(ProblemKind.CLOCK_WRONG, service=SERVICE, detail=f"{minutes:+d} min"))

    async def _key_set(self) -> bytes:
        metadata = await self.metadata()
        return self._json_of(await ask_issuer(self._http, metadata.guard, "GET", metadata.jwks_uri))

    def _json_of(self, answer: Answer) -> bytes:
        if answer.status == 404:
            raise misconfigured("issuer")
        if not 200 <= answer.status < 300:
            raise ProblemRaised(problem_from_answer(answer, SERVICE, self._clock.now()))
        require_json(answer, SERVICE)
        return answer.content
