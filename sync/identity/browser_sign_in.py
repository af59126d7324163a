"""Signing in with the user's own browser: authorization code and PKCE, brought back to a loopback address."""

import asyncio
import secrets
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from msal import PublicClientApplication

from sync.clock import Clock
from sync.identity.entra_application import EntraApplications, SignInQuestion
from sync.identity.entra_problems import SERVICE
from sync.identity.redirect_receiver import RedirectReceiver, ReturnPages
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.sign_in import SignInState, SignInStep

SIGN_IN_TIME = timedelta(minutes=5)


@frozen
class BrowserSignIn:
    """``open_browser`` is called on a worker thread and says whether a browser was asked; ``otherwise`` is what is told
    when none was."""

    applications: EntraApplications
    clock: Clock
    open_browser: Callable[[str], bool]
    tell: Callable[[SignInState], None]
    pages: ReturnPages
    otherwise: ProblemKind = ProblemKind.NO_BROWSER

    async def ask(self, application: PublicClientApplication, question: SignInQuestion) -> Mapping[str, Any]:
        """MSAL's result. Raises ``ProblemRaised``; cancelling the task is the user's cancel."""
        state = secrets.token_urlsafe(32)
        async with RedirectReceiver(state, self.pages) as receiver:
            flow = await self.applications.ask(
                application.initiate_auth_code_flow,
                list(question.scopes),
                redirect_uri=receiver.redirect_uri,
                state=state,
                prompt=question.prompt,
                login_hint=question.user_name,
                claims_challenge=question.claims,
                response_mode="form_post",
            )
            address = str(flow["auth_uri"])
            expires = self.clock.now() + SIGN_IN_TIME
            self.tell(SignInState(SignInStep.WAITING_FOR_BROWSER, address=address, expires_at=expires))
            answer = await self._answer(receiver, address)
        self.tell(SignInState(SignInStep.FINISHING))
        result: Mapping[str, Any] = await self.applications.ask(
            application.acquire_token_by_auth_code_flow, flow, answer
        )
        return result

    async def _answer(self, receiver: RedirectReceiver, address: str) -> dict[str, str]:
        answer = asyncio.ensure_future(receiver.answer())
        timer = asyncio.ensure_future(self.clock.sleep(SIGN_IN_TIME.total_seconds()))
        try:
            if not await asyncio.to_thread(self.open_browser, address):
                raise ProblemRaised(Problem(self.otherwise, service=SERVICE))
            await asyncio.wait({answer, timer}, return_when=asyncio.FIRST_COMPLETED)
            if not answer.done():
                raise ProblemRaised(Problem(ProblemKind.SIGN_IN_TIMED_OUT, service=SERVICE))
            return answer.result()
        finally:
            answer.cancel()
            timer.cancel()
