"""One account's way to tokens of Entra ID: signing in by three ways, silent renewal, claims challenges, signing out."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import httpx
from msal import PublicClientApplication, SerializableTokenCache

from sync.clock import Clock
from sync.granted_scopes import scopes_in
from sync.identity.browser_sign_in import BrowserSignIn
from sync.identity.device_code_sign_in import DeviceCodeSignIn
from sync.identity.entra_application import EntraApplications, SignInQuestion, scopes_to_ask_for
from sync.identity.entra_problems import SERVICE
from sync.identity.held_tokens import HeldTokens
from sync.identity.id_token import account_signed_in
from sync.identity.os_broker import OsBroker, ask_the_system, problem_from_broker
from sync.identity.redirect_receiver import ReturnPages
from sync.identity.token_vault import TokenVault, account_from_claims
from workplace_app.domain.account import Account
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Family, Problem, ProblemKind, ProblemRaised
from workplace_app.domain.sign_in import ANYBODY, SignInState, SignInStep, SignInWish

_LOG = logging.getLogger(__name__)
_SECONDS_FOR_SIGNING_OUT = 5.0
Way = Callable[[PublicClientApplication, SignInQuestion], Awaitable[Mapping[str, Any]]]


class Entra:
    """At most one sign-in at a time. Belongs to the event loop's thread.

    ``open_browser`` is called on a worker thread and says whether a browser was asked; ``tell`` hears each step;
    ``broker`` is the operating system's own sign-in, asked before the browser.
    """

    def __init__(
        self,
        municipality: Municipality,
        client: httpx.Client,
        clock: Clock,
        open_browser: Callable[[str], bool],
        tell: Callable[[SignInState], None],
        pages: ReturnPages,
        broker: OsBroker | None = None,
    ) -> None:
        self._municipality = municipality
        self._clock = clock
        self._tell = tell
        self._applications = EntraApplications(municipality, client, clock, broker)
        codes = municipality.access.device_code
        otherwise = ProblemKind.NO_BROWSER if codes else ProblemKind.BROWSER_NEEDED
        self._browser = BrowserSignIn(self._applications, clock, open_browser, tell, pages, otherwise)
        self._device_code = DeviceCodeSignIn(self._applications, clock, tell)
        self.vault = TokenVault()
        self._application: PublicClientApplication | None = None
        self._one_at_a_time = asyncio.Lock()
        self._tokens = HeldTokens()
        self._was_refused = False
        self._claims: str | None = None
        """A claims challenge that silence could not meet: the next sign-in carries it to the identity provider."""
        self.provider_told: Callable[[], datetime | None] = lambda: self._applications.http.told
        """The provider's own time in its last answer; None when none came of its own: MSAL repeats a refusal for a
        minute without asking, and the system's broker speaks for itself."""
        self.account_answered: Callable[[Problem | None], None] = lambda _problem: None
        """Called on the loop's thread whenever the provider has answered about the account of ``vault``, just now: None
        for a new token, else what it said instead. What only the network or a proxy said is no answer. A sign-in is
        told by ``sign_in`` alone: the account's store may not be open yet."""

    def use(self, vault: TokenVault) -> None:
        """Go on with the tokens of an earlier run."""
        self.vault, self._application = vault, None
        self._tokens.clear()

    def leave(self) -> None:
        """Know nobody any more; the tokens stay in the store, which is about to be closed."""
        self.use(TokenVault())
        self._claims = None

    async def sign_in(self, wish: SignInWish = ANYBODY) -> Account:
        """Ask the operating system where IT wants that and it can, else send the browser to the identity provider.

        Nothing is changed unless it ends well. Raises ``ProblemRaised``; cancelling the task is the user's cancel.
        """
        return await self._signed_in(self._by_system_or_browser, wish)

    async def sign_in_with_device_code(self, wish: SignInWish = ANYBODY) -> Account:
        """Show a code that the user types on another device. Raises like ``sign_in``, and CONDITIONAL_ACCESS where IT
        forbids it (a code can be asked for by somebody else: it is how people are tricked into letting others in)."""
        if not self._municipality.access.device_code:
            raise ProblemRaised(Problem(ProblemKind.CONDITIONAL_ACCESS, service=SERVICE, detail="access.device_code"))
        return await self._signed_in(self._device_code.ask, wish)

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
        """One token, from memory when it still holds; who asks at the same time, or was refused together with others,
        gets the same. A challenge is met by one renewal; one that follows at once is the user's to meet."""
        async with self._one_at_a_time:
            now = self._clock.now()
            token = self._tokens.usable(scopes, refused, now)
            if token is not None and (claims is None or refused is not None):
                return token
            if claims is not None and self._tokens.was_just_challenged(scopes, now):
                self._claims = claims
                raise ProblemRaised(Problem(ProblemKind.CLAIMS_CHALLENGE, service=SERVICE, detail="again"))
            return await self._renewed(scopes, refused, claims)

    def scopes_granted_for(self, scopes: tuple[str, ...]) -> frozenset[str] | None:
        """What the last token that was asked for with these scopes was given; None when nobody knows."""
        return self._tokens.granted(scopes)

    def ask_anew(self) -> None:
        """Somebody tries again, so what was refused is really asked once more, and what lacked consent too.

        MSAL answers a question that the provider has refused with the same refusal for a minute without asking: good
        against loops, wrong for somebody who has just been let in. A new application knows of no refusal.
        """
        self._tokens.let_go_of_those_without_consent(self._clock.now())
        if self._was_refused:
            self._application, self._was_refused = None, False

    async def sign_out(self) -> None:
        """Forget the tokens, here, in the store, and with the operating system's broker, which has some seconds."""
        if self._applications.broker is not None and self.vault.account() is not None:
            try:
                async with asyncio.timeout(_SECONDS_FOR_SIGNING_OUT):
                    await self._forgotten_by_the_system()
            except (ProblemRaised, TimeoutError) as error:
                _LOG.warning("the system's own sign-in still knows the account (%s)", type(error).__name__)
        self.vault.clear()
        self._application, self._claims = None, None
        self._tokens.clear()

    def close(self) -> None:
        """End the connections."""
        self._applications.http.close()

    async def _signed_in(self, way: Way, wish: SignInWish) -> Account:
        cache = SerializableTokenCache()
        self._tell(SignInState(SignInStep.STARTING))
        application = await self._applications.start(cache)
        began = self._applications.provider_now
        known = None if wish.choose else self._known_user_name()
        question = SignInQuestion(
            scopes=tuple(scopes_to_ask_for(self._municipality.scopes, self._municipality.graph)),
            claims=self._claims,
            user_name=wish.user_name or known,
            prompt="login" if wish.proof else "select_account" if wish.choose else None,
        )
        result = await way(application, question)
        return self._adopt(result, application, cache, wish, began if wish.proof else None)

    async def _by_system_or_browser(
        self, application: PublicClientApplication, question: SignInQuestion
    ) -> Mapping[str, Any]:
        broker = self._applications.broker
        if broker is not None and question.prompt != "login":  # which MSAL does not hand to the broker
            self._tell(SignInState(SignInStep.WAITING_FOR_SYSTEM))
            result = await ask_the_system(
                lambda only_the_system: application.acquire_token_interactive(
                    list(question.scopes),
                    on_before_launching_ui=only_the_system,
                    prompt=question.prompt,
                    login_hint=question.user_name,
                    claims_challenge=question.claims,
                    parent_window_handle=broker.window(),
                )
            )
            if result is not None:
                return result
        return await self._browser.ask(application, question)

    async def _renewed(self, scopes: tuple[str, ...], refused: str | None, claims: str | None) -> str:
        account = self.vault.account()
        if account is None:
            raise ProblemRaised(Problem(ProblemKind.SIGN_IN_NEEDED, service=SERVICE))
        application = self._application or await self._applications.application(self.vault.cache)
        self._application = application
        before = self.vault.cache.serialize()
        self._applications.http.told = None

        async def ask(*, fresh: bool) -> Mapping[str, Any] | None:
            answer: Mapping[str, Any] | None = await self._applications.ask(
                application.acquire_token_silent_with_error,
                scopes_to_ask_for(scopes, self._municipality.graph),
                account=self._account_for_msal(account),
                force_refresh=fresh,
                claims_challenge=claims,
            )
            return answer

        # MSAL does not know that there may be consent to more by now than its own token has.
        hoping = refused is None and self._tokens.lacks_consent(scopes)
        try:
            result = await ask(fresh=refused is not None or hoping)
        except ProblemRaised as raised:
            if not hoping or raised.problem.family is not Family.WAIT:
                raise
            result = await ask(fresh=False)  # the provider cannot be reached, and the token is good for the rest
        if result is None:
            raise ProblemRaised(Problem(ProblemKind.SIGN_IN_NEEDED, service=SERVICE))
        if "access_token" not in result:
            self.vault.save()
            self._tokens.forget(scopes)
            raise ProblemRaised(self._refusal(result, claims))
        told = result.get("id_token_claims")
        if told and account_from_claims(told, "").key != account.key:
            self.vault.cache.deserialize(before)
            raise ProblemRaised(Problem(ProblemKind.UNREADABLE_ANSWER, service=SERVICE, detail="id token: oid"))
        self.vault.save()
        if str(result["access_token"]) not in before:  # not out of a cache: MSAL's, or that of the system's broker
            self.account_answered(None)
        return self._remember(scopes, result, challenged=claims is not None)

    def _refusal(self, result: Mapping[str, Any], claims: str | None) -> Problem:
        problem = problem_from_broker(result)
        self._was_refused = True
        self._claims = result.get("claims") or claims or self._claims
        if claims is not None and problem.kind is ProblemKind.SIGN_IN_NEEDED:
            problem = Problem(ProblemKind.CLAIMS_CHALLENGE, service=SERVICE, detail=problem.detail)
        if problem.kind is not ProblemKind.OFFLINE:
            self.account_answered(problem)
        return problem

    def _remember(self, scopes: tuple[str, ...], result: Mapping[str, Any], *, challenged: bool = False) -> str:
        life = timedelta(seconds=float(result.get("expires_in", 0)))
        token = str(result["access_token"])
        granted = scopes_in(str(result["scope"])) if "scope" in result else self.vault.scopes_of(token)
        self._tokens.remember(scopes, token, life, granted, self._clock.now(), challenged=challenged)
        return token

    def _adopt(
        self,
        result: Mapping[str, Any],
        application: PublicClientApplication,
        cache: SerializableTokenCache,
        wish: SignInWish,
        proof_since: datetime | None,
    ) -> Account:
        if "access_token" not in result:
            raise ProblemRaised(problem_from_broker(result))
        by_broker = result.get("token_source") == "broker"
        issuer = None if by_broker else self._applications.http.issuer
        now = self._applications.provider_now
        account = account_signed_in(result, self._municipality, issuer, now, proof_since)
        before = self.vault.account()
        if account.key != (wish.account_key or (before.key if before is not None else account.key)):
            raise ProblemRaised(Problem(ProblemKind.WRONG_ACCOUNT, service=SERVICE))
        self.vault = TokenVault(cache)
        self._application, self._claims = application, None
        self._tokens.clear()
        self._remember(self._municipality.scopes, result)
        return self.vault.account() or account

    async def _forgotten_by_the_system(self) -> None:
        account = self.vault.account()
        application = self._application or await self._applications.application(self.vault.cache)
        known = self._account_for_msal(account) if account is not None else None
        if known is not None:
            await self._applications.ask(application.remove_account, known)

    def _account_for_msal(self, account: Account) -> Mapping[str, Any] | None:
        wanted = account.home_account_id
        entries = self.vault.cache.search(self.vault.cache.CredentialType.ACCOUNT)
        return next((dict(each) for each in entries if each.get("home_account_id") == wanted), None)

    def _known_user_name(self) -> str | None:
        account = self.vault.account()
        return account.user_name or None if account is not None else None


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
