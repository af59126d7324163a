"""Signing in with Entra ID: by browser or device code, silent renewal, claims challenges; MSAL on worker threads."""

import asyncio
import logging
import secrets
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import httpx
import requests.exceptions
from msal import PublicClientApplication, SerializableTokenCache
from msal.exceptions import MsalError

from sync.allowed_hosts import AddressGuard, AllowedOrigin
from sync.clock import Clock
from sync.granted_scopes import is_granted, scopes_in
from sync.identity.entra_problems import CLOCK_TOLERANCE, SERVICE, problem_from_msal, problem_from_result
from sync.identity.msal_http import MsalHttp
from sync.identity.redirect_receiver import RedirectReceiver, ReturnPages
from sync.identity.token_vault import TokenVault, account_from_claims
from workplace_app.domain.account import Account
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.sign_in import SignInState, SignInStep

SIGN_IN_TIME = timedelta(minutes=5)
_RENEW_BEFORE = timedelta(minutes=5)
_ASK_FOR_CONSENT_EVERY = timedelta(hours=1)
"""A token without all its scopes may live for 28 hours; what IT consents to meanwhile is in the next one only."""
_MICROSOFT = "https://login.microsoftonline.com"
_GUID_LENGTH = 36
_FROM_MSAL = (requests.exceptions.RequestException, MsalError, ValueError, RuntimeError, KeyError, ProblemRaised)
# Its error log holds whole token answers that are not JSON.
logging.getLogger("msal").setLevel(logging.CRITICAL)


class _Held(NamedTuple):
    """A token, until when it is used, and the scopes that it was given."""

    token: str
    until: datetime
    granted: frozenset[str] | None


class Entra:
    """One account's way to tokens, at most one sign-in at a time. Belongs to the event loop's thread.

    ``open_browser`` is called on a worker thread and says whether a browser was asked; ``tell`` hears each step.
    """

    def __init__(
        self,
        municipality: Municipality,
        client: httpx.Client,
        clock: Clock,
        open_browser: Callable[[str], bool],
        tell: Callable[[SignInState], None],
        pages: ReturnPages,
    ) -> None:
        self._municipality = municipality
        self._clock = clock
        self._open_browser = open_browser
        self._tell = tell
        self._pages = pages
        origins = [AllowedOrigin.of(municipality.authority, whole_origin=True)]
        if municipality.instance_discovery:
            origins.append(AllowedOrigin.of(_MICROSOFT, whole_origin=True))
        self._http = MsalHttp(client, AddressGuard(*origins), clock.now)
        self.vault = TokenVault()
        self._application: PublicClientApplication | None = None
        self._one_at_a_time = asyncio.Lock()
        self._tokens: dict[tuple[str, ...], _Held] = {}
        self._claims: str | None = None
        """A claims challenge that silence could not meet: the next sign-in carries it to the identity provider."""

    def use(self, vault: TokenVault) -> None:
        """Go on with the tokens of an earlier run."""
        self.vault, self._application = vault, None
        self._tokens.clear()

    async def sign_in(self) -> Account:
        """Send the browser to the identity provider and wait for its answer.

        Nothing is changed unless it ends well. Raises ``ProblemRaised``; cancelling the task is the user's cancel.
        """
        cache = SerializableTokenCache()
        self._tell(SignInState(SignInStep.STARTING))
        application = await self._start(cache)
        state = secrets.token_urlsafe(32)
        async with RedirectReceiver(state, self._pages) as receiver:
            flow = await self._ask(
                application.initiate_auth_code_flow,
                list(self._municipality.scopes),
                redirect_uri=receiver.redirect_uri,
                state=state,
                login_hint=self._known_user_name(),
                claims_challenge=self._claims,
                response_mode="form_post",
            )
            address = str(flow["auth_uri"])
            expires = self._clock.now() + SIGN_IN_TIME
            self._tell(SignInState(SignInStep.WAITING_FOR_BROWSER, address=address, expires_at=expires))
            answer = await self._browser_answer(receiver, address)
        self._tell(SignInState(SignInStep.FINISHING))
        result = await self._ask(application.acquire_token_by_auth_code_flow, flow, answer)
        return self._adopt(result, application, cache)

    async def sign_in_with_device_code(self) -> Account:
        """Show a code that the user types on another device. Raises like ``sign_in``."""
        cache = SerializableTokenCache()
        self._tell(SignInState(SignInStep.STARTING))
        application = await self._start(cache)
        flow = await self._ask(
            application.initiate_device_flow, list(self._municipality.scopes), claims_challenge=self._claims
        )
        if "user_code" not in flow:
            raise ProblemRaised(problem_from_result(flow))
        expires = self._clock.now() + timedelta(seconds=float(flow.get("expires_in", 900)))
        self._tell(
            SignInState(
                SignInStep.WAITING_FOR_DEVICE_CODE,
                address=str(flow["verification_uri"]),
                user_code=str(flow["user_code"]),
                expires_at=expires,
            )
        )
        result: Mapping[str, Any] = {"error": "expired_token"}
        while self._clock.now() < expires:
            await self._clock.sleep(float(flow.get("interval", 5)))
            result = await self._ask(
                application.acquire_token_by_device_flow,
                flow,
                claims_challenge=self._claims,
                exit_condition=lambda _flow: True,  # once: the waiting is ours, so that it can be cancelled
            )
            if result.get("error") not in ("authorization_pending", "slow_down"):
                break
        else:
            result = {"error": "expired_token"}
        self._tell(SignInState(SignInStep.FINISHING))
        return self._adopt(result, application, cache)

    async def token(self, *, refused: str | None = None, claims: str | None = None) -> str:
        """An access token for Graph, without asking the user; see ``authorized_exchange.Credentials``."""
        return await self.for_scopes(self._municipality.scopes).token(refused=refused, claims=claims)

    def granted_scopes(self) -> frozenset[str] | None:
        """What the last token for Graph was given; see ``authorized_exchange.Credentials``."""
        return self.scopes_granted_for(self._municipality.scopes)

    def for_scopes(self, scopes: tuple[str, ...]) -> "ScopedCredentials":
        """Credentials for another resource; the same refresh token serves it."""
        return ScopedCredentials(self, scopes)

    async def silent_token(self, scopes: tuple[str, ...], refused: str | None, claims: str | None) -> str:
        """One token, from memory when it still holds; who asks at the same time gets the same."""
        async with self._one_at_a_time:
            held = self._tokens.get(scopes)
            if held is not None and claims is None and held.token != refused and self._clock.now() < held.until:
                return held.token
            return await self._renewed(scopes, refused, claims)

    def scopes_granted_for(self, scopes: tuple[str, ...]) -> frozenset[str] | None:
        """What the last token that was asked for with these scopes was given; None when nobody knows."""
        return self._tokens[scopes].granted if scopes in self._tokens else None

    def sign_out(self) -> None:
        """Forget the tokens, here and in the store."""
        self.vault.clear()
        self._application, self._claims = None, None
        self._tokens.clear()

    def close(self) -> None:
        """End the connections."""
        self._http.close()

    async def _renewed(self, scopes: tuple[str, ...], refused: str | None, claims: str | None) -> str:
        account = self.vault.account()
        if account is None:
            raise ProblemRaised(Problem(ProblemKind.SIGN_IN_NEEDED, service=SERVICE))
        if self._application is None:
            self._application = await self._ask(self._build, self.vault.cache)
        known = {"home_account_id": account.home_account_id}
        accounts = [each for each in self._application.get_accounts() if known.items() <= each.items()]
        result = await self._ask(
            self._application.acquire_token_silent_with_error,
            list(scopes),
            account=accounts[0] if accounts else None,
            force_refresh=refused is not None,
            claims_challenge=claims,
        )
        self.vault.save()
        if result is None:
            raise ProblemRaised(Problem(ProblemKind.SIGN_IN_NEEDED, service=SERVICE))
        if "access_token" not in result:
            self._tokens.pop(scopes, None)
            problem = problem_from_result(result)
            self._claims = result.get("claims") or claims or self._claims
            if claims is not None and problem.kind is ProblemKind.SIGN_IN_NEEDED:
                problem = Problem(ProblemKind.CLAIMS_CHALLENGE, service=SERVICE, detail=problem.detail)
            raise ProblemRaised(problem)
        return self._remember(scopes, result)

    def _remember(self, scopes: tuple[str, ...], result: Mapping[str, Any]) -> str:
        life = timedelta(seconds=float(result.get("expires_in", 0)))
        token = str(result["access_token"])
        granted = scopes_in(str(result["scope"])) if "scope" in result else self.vault.scopes_of(token)
        use = max(life - _RENEW_BEFORE, timedelta())
        if granted is not None and not all(is_granted(scope, granted) for scope in scopes):
            use = min(use, _ASK_FOR_CONSENT_EVERY)
        self._tokens[scopes] = _Held(token, self._clock.now() + use, granted)
        return token

    async def _start(self, cache: SerializableTokenCache) -> PublicClientApplication:
        """Ask the provider for its addresses, and compare clocks before anybody is sent anywhere."""
        application: PublicClientApplication = await self._ask(self._build, cache)
        if abs(self._http.clock_offset) > CLOCK_TOLERANCE:
            minutes = round(self._http.clock_offset.total_seconds() / 60)
            raise ProblemRaised(Problem(ProblemKind.CLOCK_WRONG, service=SERVICE, detail=f"{minutes:+d} min"))
        return application

    def _build(self, cache: SerializableTokenCache) -> PublicClientApplication:
        municipality = self._municipality
        return PublicClientApplication(
            municipality.client_id,
            authority=f"{municipality.authority}/{municipality.tenant_id}",
            # MSAL: None asks Microsoft only for hosts that it does not know; False never asks.
            instance_discovery=None if municipality.instance_discovery else False,
            client_capabilities=["cp1"],  # we understand claims challenges, so tokens live long and end at once
            http_client=self._http,
            token_cache=cache,
        )

    async def _browser_answer(self, receiver: RedirectReceiver, address: str) -> dict[str, str]:
        answer = asyncio.ensure_future(receiver.answer())
        timer = asyncio.ensure_future(self._clock.sleep(SIGN_IN_TIME.total_seconds()))
        try:
            if not await asyncio.to_thread(self._open_browser, address):
                raise ProblemRaised(Problem(ProblemKind.NO_BROWSER, service=SERVICE))
            await asyncio.wait({answer, timer}, return_when=asyncio.FIRST_COMPLETED)
            if not answer.done():
                raise ProblemRaised(Problem(ProblemKind.SIGN_IN_TIMED_OUT, service=SERVICE))
            return answer.result()
        finally:
            answer.cancel()
            timer.cancel()

    def _adopt(
        self, result: Mapping[str, Any], application: PublicClientApplication, cache: SerializableTokenCache
    ) -> Account:
        if "access_token" not in result:
            raise ProblemRaised(problem_from_result(result))
        claims = result.get("id_token_claims") or {}
        account = account_from_claims(claims, "")
        wanted = self._municipality.tenant_id
        if len(wanted) == _GUID_LENGTH and account.tenant_id.lower() != wanted.lower():
            raise ProblemRaised(Problem(ProblemKind.WRONG_TENANT, service=SERVICE))
        before = self.vault.account()
        if before is not None and before.key != account.key:
            raise ProblemRaised(Problem(ProblemKind.WRONG_ACCOUNT, service=SERVICE))
        self.vault = TokenVault(cache)
        self._application, self._claims = application, None
        self._tokens.clear()
        self._remember(self._municipality.scopes, result)
        return self.vault.account() or account

    def _known_user_name(self) -> str | None:
        account = self.vault.account()
        return account.user_name or None if account is not None else None

    async def _ask(self, question: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """Call MSAL on a worker thread, since it blocks, and put what goes wrong into our own words."""
        try:
            return await asyncio.to_thread(question, *arguments, **named)
        except _FROM_MSAL as error:
            raise ProblemRaised(problem_from_msal(error)) from error


@frozen
class ScopedCredentials:
    """Tokens for one resource, by the scopes that belong to it."""

    entra: Entra
    scopes: tuple[str, ...]

    async def token(self, *, refused: str | None = None, claims: str | None = None) -> str:
        """See ``authorized_exchange.Credentials``."""
        return await self.entra.silent_token(self.scopes, refused, claims)

    def granted_scopes(self) -> frozenset[str] | None:
        """See ``authorized_exchange.Credentials``."""
        return self.entra.scopes_granted_for(self.scopes)
