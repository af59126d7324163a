"""Signing in at the CMS's own issuer with the browser: authorization code with PKCE, answered on loopback."""

import asyncio
import hmac
from collections.abc import Callable, Mapping
from datetime import timedelta

from sync.clock import Clock
from sync.identity.callback_receiver import CallbackReceiver
from sync.identity.openid_client import OpenIdClient, SignInAttempt, TokenAnswer
from sync.identity.openid_problems import SERVICE
from sync.identity.redirect_receiver import ReturnPages
from workplace_app.domain.account import Account
from workplace_app.domain.content_identity import ContentIdentity
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.sign_in import SignInState, SignInStep

SIGN_IN_TIME = timedelta(minutes=5)
_NAMES_OF_THE_PERSON = ("upn", "preferred_username")
"""Claims that hold the name with which somebody signs in to Entra ID; an e-mail address may be another."""


class ContentSignIn:
    """One way to tokens of this issuer, for whoever is signed in already; ``open_browser`` as for ``Entra``."""

    def __init__(
        self,
        identity: ContentIdentity,
        client: OpenIdClient,
        clock: Clock,
        open_browser: Callable[[str], bool],
        tell: Callable[[SignInState], None],
        pages: ReturnPages,
    ) -> None:
        self._identity = identity
        self._client = client
        self._clock = clock
        self._open_browser = open_browser
        self._tell = tell
        self._pages = pages
        self._choose_anew = False
        """Somebody else was signed in in the browser the last time: who it is must be asked for."""

    async def sign_in(self, account: Account) -> TokenAnswer:
        """Send the browser to the issuer and wait for its answer. Where the browser has a session, nobody need do
        anything there. Raises ``ProblemRaised``; cancelling the task is the user's cancel."""
        self._tell(SignInState(SignInStep.STARTING))
        await self._client.metadata()
        attempt = SignInAttempt.new()
        identity = self._identity
        async with CallbackReceiver(
            attempt.state, self._pages, identity.redirect_ports, identity.response_mode
        ) as receiver:
            address = await self._client.authorization_address(
                attempt, receiver.redirect_uri, account.user_name, choose_anew=self._choose_anew
            )
            expires = self._clock.now() + SIGN_IN_TIME
            self._tell(SignInState(SignInStep.WAITING_FOR_BROWSER, address=address, expires_at=expires))
            code = await self._client.code_in(await self._browser_answer(receiver, address))
            self._tell(SignInState(SignInStep.FINISHING))
            answer = await self._client.redeem(code, attempt, receiver.redirect_uri)
        self._choose_anew = not is_person(answer.claims, account)
        if self._choose_anew:
            raise ProblemRaised(Problem(ProblemKind.WRONG_ACCOUNT, service=SERVICE))
        return answer

    async def _browser_answer(self, receiver: CallbackReceiver, address: str) -> dict[str, str]:
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


def is_person(claims: Mapping[str, object], account: Account) -> bool:
    """False when the ID token says that somebody else has signed in than the owner of the account: on a shared computer
    the browser may still know whoever sat there before. Entra's own ``oid`` decides where the issuer hands it on, then
    the name for signing in; an issuer that hands on neither is believed."""
    named = claims.get("oid")
    if isinstance(named, str) and account.object_id:
        return hmac.compare_digest(named.casefold().encode(), account.object_id.casefold().encode())
    for name in _NAMES_OF_THE_PERSON:
        value = claims.get(name)
        if isinstance(value, str) and "@" in value and account.user_name:
            return value.casefold() == account.user_name.casefold()
    return True
