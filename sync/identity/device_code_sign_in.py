"""Signing in with a code that is typed on another device."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from msal import PublicClientApplication

from sync.clock import Clock
from sync.identity.entra_application import EntraApplications, SignInQuestion
from sync.identity.entra_problems import problem_from_result
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import ProblemRaised
from workplace_app.domain.sign_in import SignInState, SignInStep

_STILL_WAITING = ("authorization_pending", "slow_down")
_USUAL_SECONDS = 900
_USUAL_POLL_SECONDS = 5
_SLOWER_BY_SECONDS = 5
"""RFC 8628, 3.5: after ``slow_down`` the interval grows by five seconds, for this and all further questions."""


@frozen
class DeviceCodeSignIn:
    """Asks the provider again and again; the waiting is ours and not MSAL's, so that it can be cancelled."""

    applications: EntraApplications
    clock: Clock
    tell: Callable[[SignInState], None]

    async def ask(self, application: PublicClientApplication, question: SignInQuestion) -> Mapping[str, Any]:
        """MSAL's result, "expired_token" when nobody came. Raises ``ProblemRaised``; cancelling the task is the user's
        cancel."""
        flow = await self.applications.ask(
            application.initiate_device_flow, list(question.scopes), claims_challenge=question.claims
        )
        if "user_code" not in flow:
            raise ProblemRaised(problem_from_result(flow))
        expires = self.clock.now() + timedelta(seconds=float(flow.get("expires_in", _USUAL_SECONDS)))
        self.tell(
            SignInState(
                SignInStep.WAITING_FOR_DEVICE_CODE,
                address=str(flow["verification_uri"]),
                user_code=str(flow["user_code"]),
                expires_at=expires,
            )
        )
        interval = float(flow.get("interval", _USUAL_POLL_SECONDS))
        while self.clock.now() < expires:
            await self.clock.sleep(interval)
            result: Mapping[str, Any] = await self.applications.ask(
                application.acquire_token_by_device_flow,
                flow,
                claims_challenge=question.claims,
                exit_condition=lambda _flow: True,  # ask once
            )
            if result.get("error") == "slow_down":
                interval += _SLOWER_BY_SECONDS
            if result.get("error") not in _STILL_WAITING:
                self.tell(SignInState(SignInStep.FINISHING))
                return result
        return {"error": "expired_token"}
