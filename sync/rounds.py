"""The rounds of the account that is open: which feeds are read when, beside each other, until the account is left."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta

from sync.account_session import AccountSession
from sync.feed import Feed
from sync.rhythm import Rhythm
from sync.round_report import RoundReport
from sync.schedule import due_names, next_wake, on_demand_feed
from sync.settings import Settings
from sync.shared_limits import stretch_for
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.problem import ProblemRaised
from workplace_app.domain.progress import SyncProgress

_LOG = logging.getLogger(__name__)


class Rounds:
    """Belongs to the event loop's thread. ``wake`` is called when what is due has to be looked at anew."""

    def __init__(self, settings: Settings, wake: Callable[[], None]) -> None:
        asks = settings.municipality.asks
        self.feeds: Mapping[str, Feed] = {feed.name: feed for feed in settings.feeds if asks(feed.name)}
        self._clock = settings.clock
        self._listener = settings.listener
        self._wake = wake
        self._session: AccountSession | None = None
        self._under_way: set[asyncio.Task[RoundReport]] = set()
        stretch = stretch_for(settings.municipality.clients)
        self._rhythm = Rhythm(settings.clock.now(), settings.clock.chance, stretch)

    def serve(self, session: AccountSession) -> None:
        """Rounds are this account's from now on."""
        self._session = session

    async def end(self) -> None:
        """No round runs any more and none begins: a round that ends wakes the schedule, and the window may ask for
        another one at any time."""
        self._session = None
        under_way = list(self._under_way)
        for task in under_way:
            task.cancel()
        if under_way:
            await asyncio.wait(under_way)

    def begin_what_is_due(self) -> timedelta:
        """Read and deliver it; for how long there is nothing to do after that."""
        now = self._clock.now()
        self._rhythm.look(now)
        try:
            moments = self._moments(now)
        except ProblemRaised as raised:  # the store is busy or broken; the window, which reads it too, says so
            _LOG.warning("what is due could not be read: %s", raised.problem.kind.value)
            moments = {}
        names = due_names(moments, now)
        wishes = self._session.wishes_due(now) if self._session is not None else None
        if self._rhythm.reachable and (names or (wishes is not None and wishes <= now)):
            self.begin(names)
        later = [moments[name] for name in moments if name not in names]
        return next_wake([*later, wishes if wishes is not None and wishes > now else None], now)

    def ask(self, names: frozenset[str] = frozenset()) -> None:
        """Read these feeds now; with none, deliver the outbox and read what is due, as if nothing had failed before."""
        if not names and self._session is not None:
            names = self._rhythm.asked(self._free_feeds(), self._session.ledger.states(), self._clock.now())
        self.begin(names, patient=False)
        self._wake()  # what is held for some seconds must not wait until this round has read everything

    def open_conversation(self, place_id: str) -> None:
        """Read what is said in one channel, chat or group."""
        name = on_demand_feed(place_id)
        if name is not None:
            self.begin((name,), place_id, patient=False)

    def believe(self, feed: str) -> None:
        """The user says that what a feed's source no longer names is gone: read it now and believe it."""
        if self._session is not None and self._session.writer.believe(feed):
            self.begin((feed,), patient=False)

    def network_changed(self, reachable: bool, metered: bool = False) -> None:
        """The operating system says whether there is a network, and whether it is paid by what comes over it. That is
        told at once, since no round will find out. When it has come back, the outbox is delivered at once, and what
        failed is read soon: with all clients of the tenant, which may have been without one too."""
        before = self._rhythm.reachable
        returned = self._rhythm.network(reachable=reachable, metered=metered, now=self._clock.now())
        if reachable != before:
            self._listener.progress_changed(SyncProgress(False, offline=not reachable))
        if returned:
            self.begin((), patient=False)
        self._wake()

    def begin(self, names: Iterable[str], target: str | None = None, *, patient: bool = True) -> None:
        """Start a round of these feeds, beside any other that is under way."""
        task = asyncio.ensure_future(self.run(names, target, patient=patient))
        self._under_way.add(task)
        task.add_done_callback(self._ended)

    async def run(
        self, names: Iterable[str] | None = None, target: str | None = None, *, patient: bool = True
    ) -> RoundReport:
        """One round of these feeds (None: all that are not on demand), and what it did. Who asks is not ``patient``
        with wishes that have failed before."""
        session = self._session
        if session is None:
            return RoundReport()
        if names is None:
            names = [feed.name for feed in self.feeds.values() if not feed.on_demand]
        known = [name for name in names if name in self.feeds]
        public = session.account is PUBLIC_ACCOUNT
        began = self._clock.now()
        report = await session.engine.round(
            [name for name in known if not (public and self.feeds[name].needs_sign_in)], target, patient=patient
        )
        now = self._clock.now()
        for feed in report.feeds:
            self._rhythm.ended(feed.name, feed.problem, began, now)
        session.let_go_of_what_is_old()
        return report

    def _moments(self, now: datetime) -> dict[str, datetime | None]:
        """When each feed is due that nobody is reading."""
        if self._session is None:
            return {}
        return self._rhythm.moments(self._free_feeds(), self._session.ledger.states(), now)

    def _free_feeds(self) -> list[Feed]:
        """Those that can be read by who is signed in, and that no round is at."""
        session = self._session
        if session is None:
            return []
        public = session.account is PUBLIC_ACCOUNT
        return [
            feed
            for feed in self.feeds.values()
            if not (public and feed.needs_sign_in) and not session.engine.is_reading(feed.name)
        ]

    def _ended(self, task: "asyncio.Task[RoundReport]") -> None:
        self._under_way.discard(task)
        self._wake()
        if not self._rhythm.reachable:  # what it had fetched before the network went says nothing of now
            self._listener.progress_changed(SyncProgress(False, offline=True))
        if not task.cancelled() and (error := task.exception()) is not None:
            _LOG.error("a round ended in %s", type(error).__name__, exc_info=error)
