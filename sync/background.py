"""Owns sync's thread and its event loop: start, wake, sign in and out, stop; callable from any thread."""

import asyncio
import logging
import sys
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from typing import Any

from sync.attendant import Attendant
from sync.settings import OpenedStore, Settings
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.sign_in import ANYBODY, SignInState, SignInStep, SignInWish

_LOG = logging.getLogger(__name__)
_PATIENCE_SECONDS = 10.0
_LEAVING_SECONDS = 20.0
"""Leaving lets renewals that are under way end, and tells the system's own sign-in: five seconds for each."""
GIVE_WAY_SECONDS = 0.001
"""How long sync's thread holds the interpreter when the window wants it. Python's own 5 ms, a few times over, are a
frame: measured by tests/benchmarks/answering.py."""


class _NeverBegan(Exception):
    """Sync has no attendant and will have none."""


class Background:
    """Sync as the composition root and the window see it.

    Every method returns at once, but for ``sign_out``, ``leave_account`` and ``stop``, which wait until the store is
    closed. What happens is told to the listener, on sync's thread. Nothing is asked of any network before ``start``.
    When sync could not begin, whoever asks something of it is told why, each time, on their own thread.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
        self._main: asyncio.Task[None] | None = None
        self._opened: OpenedStore | None = None
        self._attendant: Future[Attendant] = Future()
        self._stopped_by: Problem | None = None

    def start(self, opened: OpenedStore | None = None) -> None:
        """Begin, with the store that is on this computer, if any. The first thing told is who is signed in."""
        self._opened = opened
        sys.setswitchinterval(GIVE_WAY_SECONDS)
        self._thread.start()

    def sign_in(self, wish: SignInWish = ANYBODY) -> None:
        """Send the browser to the identity provider; each step is told."""
        self._soon(lambda attendant: attendant.desk.begin(lambda: attendant.entra.sign_in(wish)))

    def sign_in_with_device_code(self, wish: SignInWish = ANYBODY) -> None:
        """Show a code for another device; each step is told."""
        self._soon(lambda attendant: attendant.desk.begin(lambda: attendant.entra.sign_in_with_device_code(wish)))

    def cancel_sign_in(self) -> None:
        """The user does not want to any more: told as FAILED with SIGN_IN_CANCELLED."""
        self._soon(lambda attendant: attendant.desk.cancel())

    def sign_in_to_cms(self) -> None:
        """Send the browser to whoever signs staff in for the CMS: its own issuer beside the account that is open, else
        the account's; each step is told."""
        self._soon(lambda attendant: attendant.cms.sign_in())

    def cancel_cms_sign_in(self) -> None:
        """The user does not want to any more, and stays signed in to the account."""
        self._soon(lambda attendant: attendant.cms.cancel())

    def sign_out(self) -> None:
        """Stop what is under way, forget the tokens and close the store; told as SIGNED_OUT. The files are wiped by
        whoever has opened them, after this has returned: also when sync never began, and so has nothing open."""
        try:
            self._wait_for(lambda attendant: attendant.sign_out())
        except _NeverBegan:
            self._settings.listener.sign_in_changed(SignInState(SignInStep.SIGNED_OUT))

    def leave_account(self) -> None:
        """Stop what is under way and close the store, whose tokens stay in it: its key is in sync's memory no longer
        when this returns. Told as SIGNED_OUT. Nothing happens when sync never began."""
        self._opened = None
        with suppress(_NeverBegan):
            self._wait_for(lambda attendant: attendant.leave_account())

    def refresh(self, feeds: frozenset[str]) -> None:
        """Deliver the outbox and read these feeds now; with none, what is due, and what failed as if it were new."""
        self._soon(lambda attendant: attendant.wake(feeds))

    def open_conversation(self, place_id: str) -> None:
        """Read what is said in "channel:…", "chat:…" or "group:…", which is only done when somebody looks at it."""
        self._soon(lambda attendant: attendant.rounds.open_conversation(place_id))

    def believe(self, feed: str) -> None:
        """The user says that what a feed's source no longer names is really gone (SUSPICIOUS_EMPTINESS): its next
        listing, which is read now, is believed. Nothing happens when nothing of the feed is in doubt."""
        self._soon(lambda attendant: attendant.rounds.believe(feed))

    def take_up(self, opened: OpenedStore) -> None:
        """Go on with this store: the public one after a sign-out, an account's whose key could not be had before.
        Nothing is changed while somebody is signed in."""
        self._soon(lambda attendant: attendant.take_up(opened))

    def network_changed(self, reachable: bool, metered: bool = False) -> None:
        """What the operating system says of the network: whether there is one, and whether it is paid by use."""
        self._soon(lambda attendant: attendant.rounds.network_changed(reachable, metered), asked_by_user=False)

    def stop(self) -> None:
        """End everything and wait for it; a wish that is being sent is left ``sending``, to be looked after next time.
        Called once, also when nothing was started."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._cancel)
            self._thread.join(_PATIENCE_SECONDS)
        if not self._thread.is_alive():
            self._loop.close()

    def _soon(self, order: Callable[[Attendant], None], *, asked_by_user: bool = True) -> None:
        """Give an order on the loop's thread, once the attendant is there; after the end it is dropped."""

        def obey(ready: "Future[Attendant]") -> None:
            if self._stopped_by is not None and asked_by_user:
                self._tell_failure(self._stopped_by)
            if self._stopped_by is not None or ready.cancelled():
                return
            with suppress(RuntimeError):  # the loop has been closed
                self._loop.call_soon_threadsafe(lambda: order(ready.result()))

        self._attendant.add_done_callback(obey)

    def _tell_failure(self, problem: Problem) -> None:
        self._settings.listener.sign_in_changed(SignInState(SignInStep.FAILED, problem=problem))

    def _wait_for(self, work: Callable[[Attendant], Coroutine[Any, Any, None]]) -> None:
        try:
            attendant = self._attendant.result(_PATIENCE_SECONDS)
        except CancelledError as cancelled:
            raise _NeverBegan from cancelled
        if self._stopped_by is not None:
            raise _NeverBegan
        asyncio.run_coroutine_threadsafe(work(attendant), self._loop).result(_LEAVING_SECONDS)

    def _cancel(self) -> None:
        if self._main is not None:
            self._main.cancel()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._main = self._loop.create_task(self._attend())
        try:
            self._loop.run_until_complete(asyncio.wait({self._main}))
            if not self._main.cancelled() and (error := self._main.exception()) is not None:
                _LOG.error("sync has ended in %s", type(error).__name__, exc_info=error)
                self._stop_with(Problem(ProblemKind.UNEXPECTED, detail=type(error).__name__))
        finally:
            self._attendant.cancel()
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.run_until_complete(self._loop.shutdown_default_executor())

    async def _attend(self) -> None:
        try:
            async with Attendant(self._settings) as attendant:
                attendant.adopt_or_tell(self._given_store())
                self._attendant.set_result(attendant)
                await attendant.attend()
        except ProblemRaised as raised:  # the configuration names something that is not there
            _LOG.warning("sync could not begin: %s", raised.problem.kind.value)
            self._stop_with(raised.problem)

    def _given_store(self) -> OpenedStore | None:
        """Once: whoever keeps it keeps the key, and a coroutine that runs for ever keeps its variables."""
        opened, self._opened = self._opened, None
        return opened

    def _stop_with(self, problem: Problem) -> None:
        self._stopped_by = problem
        self._settings.listener.progress_changed(SyncProgress(False, stopped_by=problem))
        self._tell_failure(problem)
