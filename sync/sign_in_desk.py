"""Runs at most one sign-in at a time and tells each step of it, whatever way it ends."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine

from workplace_app.domain.account import Account
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.sign_in import SignInState, SignInStep

_LOG = logging.getLogger(__name__)


class SignInDesk:
    """``finish`` opens what belongs to the account once it is known. Belongs to the event loop's thread."""

    def __init__(self, tell: Callable[[SignInState], None], finish: Callable[[Account], Awaitable[None]]) -> None:
        self._tell = tell
        self._finish = finish
        self._work: asyncio.Task[None] | None = None

    def begin(self, way: Callable[[], Coroutine[None, None, Account]]) -> None:
        """Start signing in this way; one that is under way is cancelled for it, as by somebody who tries again."""
        before = self._work
        if before is not None:
            before.cancel()
        self._work = asyncio.ensure_future(self._run(way, before))

    def cancel(self) -> None:
        """The user does not want to any more."""
        if self._work is not None:
            self._work.cancel()

    async def end(self) -> None:
        """Cancel what is under way and wait for its end."""
        if self._work is not None:
            self._work.cancel()
            await asyncio.wait({self._work})

    async def _run(
        self, way: Callable[[], Coroutine[None, None, Account]], before: "asyncio.Task[None] | None"
    ) -> None:
        if before is not None:
            await asyncio.wait({before})
        try:
            account = await way()
            await self._finish(account)
        except ProblemRaised as raised:
            self._tell(SignInState(SignInStep.FAILED, problem=raised.problem))
        except asyncio.CancelledError:
            self._tell(SignInState(SignInStep.FAILED, problem=Problem(ProblemKind.SIGN_IN_CANCELLED)))
        except Exception as error:  # noqa: BLE001  whatever it was, nobody may wait for ever at a page that says nothing
            _LOG.exception("signing in ended in an error of ours")
            problem = Problem(ProblemKind.UNEXPECTED, detail=type(error).__name__)
            self._tell(SignInState(SignInStep.FAILED, problem=problem))
        else:
            self._tell(SignInState(SignInStep.SIGNED_IN, account=account))
