"""One round: deliver the outbox, then read the feeds that are due, each on its own, and store page by page."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from sync.answer import BookmarkExpired, Usage
from sync.clients import Clients
from sync.delivery.services import DIALOGUE, service_of_target
from sync.feed import Feed, KnownFacts
from sync.problem_after import problem_after
from sync.round_report import FeedReport, RoundReport
from sync.visible_text import visible
from workplace_app.domain.changes import ChangeKind, ChangeListener
from workplace_app.domain.page import Page
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.progress import SyncProgress
from workplace_app.store.cache_writer import CacheWriter, SuspiciousEmptiness
from workplace_app.store.feed_ledger import FeedLedger

_LOG = logging.getLogger(__name__)
_SHOWS = {"planner": "planner", "todo": "todo", "mail": "mail", "event": "calendar", "calendar": "calendar"}
"""By what the id of a wish's target begins with, the feed that shows what was delivered."""
_SHOWS_THE_PLACE = {"channel": "channel_messages", "chat": "chats"}
"""Where somebody has said something, the place is read: they have acted there, which is no polling."""
_REMARKS = "remarks"
"""The feed that shows what was delivered to the municipality's dialogue."""


@dataclass(slots=True)
class _Reading:
    """One feed under way."""

    feed: Feed
    target: str | None
    asked: bool = False
    usage: Usage = field(default_factory=Usage)
    items: int = 0
    item_problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class _Progress:
    """One round under way, as the progress line sees it."""

    listener: ChangeListener
    total: int
    first_round: bool
    audible: bool
    done: int = 0
    items: int = 0

    def tell(self, current_feed: str | None = None) -> None:
        if self.audible:
            self.listener.progress_changed(
                SyncProgress(True, self.done, self.total, self.items, self.first_round, current_feed)
            )


class Engine:
    """The rounds of one account. Rounds may overlap (a conversation is opened during a first sync): a feed that is
    being read is not read twice at once, and the outbox is delivered by one at a time."""

    def __init__(
        self,
        *,
        feeds: Mapping[str, Feed],
        clients: Clients,
        writer: CacheWriter,
        ledger: FeedLedger,
        known: KnownFacts,
        listener: ChangeListener,
        me: str,
        deliver: Callable[[bool], Coroutine[None, None, frozenset[str]]],
    ) -> None:
        self._feeds = feeds
        self._clients = clients
        self._writer = writer
        self._ledger = ledger
        self._known = known
        self._listener = listener
        self._me = me
        self._deliver = deliver
        self._delivering = asyncio.Lock()
        self._running: set[tuple[str, str | None]] = set()

    async def round(self, names: Iterable[str], target: str | None = None, *, patient: bool = True) -> RoundReport:
        """Deliver, then read the feeds of these names, and those that show what was just delivered.

        ``target`` is the place that the user opened, for feeds on demand; who asks is not ``patient`` with wishes that
        have failed before. Gives one report per feed.
        """
        confirmed = await self._deliver_outbox(patient)
        wanted: dict[tuple[str, str | None], None] = dict.fromkeys((name, target) for name in names)
        asked = {name for name, _ in wanted}
        shows: set[str] = set()
        for delivered in sorted(confirmed):
            source = delivered.partition(":")[0]
            name = _feed_that_shows(delivered)
            if name is not None:
                shows.add(name)
                if name not in asked:
                    wanted[name, None] = None
            if source in _SHOWS_THE_PLACE:
                wanted[_SHOWS_THE_PLACE[source], delivered] = None
        chosen = [
            _Reading(self._feeds[name], place, asked=not patient or name in shows)
            for name, place in wanted
            if name in self._feeds and (name, place) not in self._running
        ]
        states = self._ledger.states()
        first = not any(state.fetched_at for state in states.values())
        progress = _Progress(self._listener, len(chosen), first, audible=target is None and bool(chosen))
        progress.tell()
        reports = await self._read_all(chosen, progress)
        report = RoundReport(tuple(reports))
        if progress.audible:
            self._listener.progress_changed(
                SyncProgress(
                    False,
                    len(chosen),
                    len(chosen),
                    report.items,
                    first,
                    ended_at=self._clients.clock.now(),
                    offline=report.offline,
                )
            )
        return report

    def is_reading(self, name: str) -> bool:
        """True while a round is at this feed."""
        return any(running == name for running, _ in self._running)

    async def _read_all(self, readings: Sequence[_Reading], progress: _Progress) -> list[FeedReport]:
        tasks: dict[tuple[str, str | None], asyncio.Task[FeedReport]] = {}
        async with asyncio.TaskGroup() as group:
            for reading in readings:
                name, key = reading.feed.name, (reading.feed.name, reading.target)
                task = group.create_task(self._read_in_turn(reading, tasks, progress), name=name)
                tasks[key] = task
                # Each feed is free as soon as it has ended: who asks for it again does not wait for the slowest.
                self._running.add(key)
                task.add_done_callback(partial(self._ended, key))
        return [task.result() for task in tasks.values()]

    def _ended(self, key: tuple[str, str | None], _task: "asyncio.Task[FeedReport]") -> None:
        self._running.discard(key)

    async def _read_in_turn(
        self, reading: _Reading, tasks: Mapping[tuple[str, str | None], asyncio.Task[FeedReport]], progress: _Progress
    ) -> FeedReport:
        """Wait for the feeds that this one builds on, then read it; its failure ends nothing but itself."""
        await asyncio.sleep(0)  # until every feed of the round has its task
        earlier = [task for (name, _), task in tasks.items() if name in reading.feed.after]
        if earlier:
            await asyncio.wait(earlier)
        clock = self._clients.clock
        began = clock.monotonic()
        name, place = reading.feed.name, reading.target
        self._note(lambda: self._ledger.begin(name, clock.now(), place))
        progress.tell(reading.feed.name)
        work = asyncio.ensure_future(self._read(reading, progress))
        problem = await problem_after(work)
        if problem is None:
            self._note(lambda: self._succeeded(reading))
        else:
            self._note(lambda: self._ledger.fail(name, problem, clock.now(), place))
        self._listener.changed(frozenset({ChangeKind.FEED_STATE}))
        progress.done += 1
        progress.tell(reading.feed.name)
        return FeedReport(
            name=reading.feed.name,
            requests=reading.usage.requests,
            items=reading.items,
            bytes=reading.usage.bytes,
            milliseconds=round((clock.monotonic() - began) * 1000),
            problem=problem,
            item_problems=tuple(reading.item_problems),
        )

    def _succeeded(self, reading: _Reading) -> None:
        """Only a listing that has ended well speaks for its source: what it contradicts is let go now. A feed that
        found nothing to ask has heard nothing."""
        now = self._clients.clock.now()
        ended_well = self._ledger.succeed if reading.usage.requests else self._ledger.rest
        ended_well(reading.feed.name, now, reading.target)
        self._announce(self._writer.settle(now))

    def _note(self, writing: Callable[[], None]) -> None:
        """Write into the ledger; a full disk has already been told by the feed whose page did not fit."""
        try:
            writing()
        except ProblemRaised as raised:
            _LOG.warning("the ledger could not be written: %s", raised.problem.kind.value)

    async def _deliver_outbox(self, patient: bool) -> frozenset[str]:
        if not self._me:
            return frozenset()
        async with self._delivering:
            work = asyncio.ensure_future(self._deliver(patient))
            problem = await problem_after(work)
            if problem is not None:
                _LOG.warning("the outbox was left: %s", problem.kind.value)
            return frozenset() if problem is not None else work.result()

    async def _read(self, reading: _Reading, progress: _Progress) -> None:
        """Read from the bookmarks; when the server has forgotten one and the feed did not know what to do, once more
        from the beginning. What the user sees stays until the new listing has ended."""
        try:
            await self._read_pages(reading, progress)
        except BookmarkExpired:
            self._writer.forget_bookmarks(reading.feed.name)
            try:
                await self._read_pages(reading, progress)
            except BookmarkExpired as again:
                detail = "expired without a bookmark"
                raise ProblemRaised(
                    Problem(ProblemKind.UNREADABLE_ANSWER, service=reading.feed.service, detail=detail)
                ) from again

    async def _read_pages(self, reading: _Reading, progress: _Progress) -> None:
        feed = reading.feed
        context = self._clients.context(feed, reading.usage, self._known, self._me, reading.target, asked=reading.asked)
        doubted: SuspiciousEmptiness | None = None
        self._writer.begin_round(feed.name)
        async for page in feed.function(context, self._writer.bookmarks(feed.name)):
            page = replace(page, facts=tuple(map(visible, page.facts)))
            doubted = self._store(feed, page) or doubted
            reading.items += len(page.facts)
            reading.item_problems += page.problems
            progress.items += len(page.facts)
            progress.tell(feed.name)
        if doubted is not None:
            raise doubted

    def _store(self, feed: Feed, page: Page) -> SuspiciousEmptiness | None:
        """Keep a page. One list that says too much to be believed keeps none of the feed's others from being read."""
        try:
            changes = self._writer.store_page(feed.name, page, self._clients.clock.now())
        except SuspiciousEmptiness as suspicious:
            self._announce(suspicious.changes)
            return suspicious
        self._announce(changes)
        return None

    def _announce(self, changes: frozenset[ChangeKind]) -> None:
        if changes:
            self._listener.changed(changes)


def _feed_that_shows(target_id: str) -> str | None:
    shown = _SHOWS.get(target_id.partition(":")[0])
    return _REMARKS if shown is None and service_of_target(target_id) == DIALOGUE else shown
