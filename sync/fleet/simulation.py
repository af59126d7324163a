"""Runs a day: one queue of events for all computers, each handled by the schedule that the program itself goes by."""

import gc
import heapq
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from itertools import count
from random import Random

from sync.feed import Feed
from sync.feeds.registry import FEEDS
from sync.fleet.computer import OUTBOX, Computer, FleetClock, Rules, Visit, World
from sync.fleet.day import Day, Happening, happenings
from sync.fleet.report import FleetReport, reported
from sync.fleet.town import Town
from sync.shared_limits import stretch_for
from workplace_app.domain.feed_state import FeedState

_TIMER = 100
_GO_ON = 101
_NETWORK_AFTER_WAKE = timedelta(seconds=5)
_YESTERDAY = timedelta(hours=14, minutes=30)
"""Before the beginning: at 16:00 people went home, within the two hours that follow."""
_TELL_EVERY = 20_000


class Simulation:
    """``careful`` works out all feeds of a computer at each of its events, as the attendant does; without it only those
    that an event can have changed, which comes to the same (``tests/sync/fleet``) in a fifth of the time."""

    def __init__(
        self, day: Day, rules: Rules | None = None, feeds: Sequence[Feed] = FEEDS, *, careful: bool = False
    ) -> None:
        self.day = day
        self.town = Town(day)
        self.events = 0
        self._dice = Random(day.seed)  # noqa: S311  a simulation that can be repeated
        self._clock = FleetClock(day.begins, self._dice.random)
        self._careful = careful
        self._world = World(feeds, self.town, self._clock, rules or Rules(), stretch_for(day.clients))
        self._conversations = [
            number for number, feed in enumerate(feeds) if feed.on_demand and feed.service == "teams"
        ]
        self._queue: list[tuple[datetime, int, int, Computer, Visit | None]] = []
        self._order = count()
        self._ends = day.begins + day.length
        for name in range(day.clients):
            self._move_in(name)

    def run(self, tell: Callable[[float], None] = lambda _share: None) -> None:
        """Until the day is over. ``tell`` hears now and then how much of it is (0 to 1)."""
        collecting = gc.isenabled()
        gc.disable()  # a million small objects without a ring among them: looking for one is an eighth of the time
        try:
            self._run(tell)
        finally:
            if collecting:
                gc.enable()

    def _run(self, tell: Callable[[float], None]) -> None:
        queue, length = self._queue, self.day.length
        while queue:
            moment, _, kind, computer, visit = heapq.heappop(queue)
            self.events += 1
            if not self.events % _TELL_EVERY:
                tell((moment - self.day.begins) / length)
            if kind == _TIMER:
                if computer.timer == moment:
                    self._look(computer, moment)
            elif kind == _GO_ON and visit is not None:
                if visit.session == computer.session:
                    self._go_on(computer, visit, moment)
            else:
                self._happens(Happening(kind), computer, moment)

    def report(self) -> FleetReport:
        """What it came to."""
        return reported(self.day, self.town, self.events)

    def _move_in(self, name: int) -> None:
        """A computer as it was left yesterday: each feed as old as its rhythm had made it by then."""
        dice, day, world = self._dice, self.day, self._world
        stays_on = dice.random() < day.habits.stays_on
        left = day.begins if stays_on else day.begins - _YESTERDAY + timedelta(hours=dice.uniform(0, 2))
        states: list[FeedState | None] = []
        for feed in world.feeds:
            fetched = left - feed.interval * dice.random()
            states.append(None if feed.on_demand else FeedState(feed.name, fetched, fetched))
        habits = day.habits
        computer = Computer(
            name,
            world,
            states,
            metered=dice.random() < habits.metered,
            told=dice.random() < habits.told_of_network,
        )
        for span, happening in happenings(day, dice, stays_on=stays_on):
            self._push(day.begins + span, happening, computer)

    def _push(self, moment: datetime, kind: int, computer: Computer, visit: Visit | None = None) -> None:
        if moment < self._ends:
            heapq.heappush(self._queue, (moment, next(self._order), kind, computer, visit))

    def _look(self, computer: Computer, moment: datetime) -> None:
        """The background's loop: look at the clock, read what is due, rest."""
        now = self._clock.moment = moment + computer.offset if computer.offset else moment
        if computer.rhythm.look(now) or self._careful:
            computer.reckon(now)
        for number in computer.ready(now):
            self._read(computer, number, moment)
        self._set_timer(computer, moment)

    def _read(self, computer: Computer, number: int, moment: datetime) -> None:
        waiting = computer.read(number, self._clock.moment)
        if waiting is not None:
            self._push(moment + waiting.rest, _GO_ON, computer, waiting)

    def _go_on(self, computer: Computer, visit: Visit, moment: datetime) -> None:
        self._clock.moment = moment + computer.offset
        waiting = computer.go_on(visit, self._clock.moment)
        if waiting is not None:
            self._push(moment + waiting.rest, _GO_ON, computer, waiting)
        self._set_timer(computer, moment)

    def _set_timer(self, computer: Computer, moment: datetime) -> None:
        if not computer.awake:
            return
        timer = moment + computer.rest(moment + computer.offset)
        if timer != computer.timer:
            computer.timer = timer
            self._push(timer, _TIMER, computer)

    def _happens(self, happening: Happening, computer: Computer, moment: datetime) -> None:
        now = self._clock.moment = moment + computer.offset
        if happening is Happening.START:
            computer.start(now)
        elif happening is Happening.WAKE and not computer.awake:
            self._wake(computer, moment)
            return
        elif not computer.awake:
            return
        elif computer.rhythm.look(now):
            computer.reckon(now)
        if happening in (Happening.QUIT, Happening.SLEEP):
            computer.leave()
        elif happening is Happening.ASK:
            for number in computer.asked(now):
                self._read(computer, number, moment)
        elif happening is Happening.OPEN and self._conversations:
            number = self._conversations[computer.name % len(self._conversations)]
            self._read(computer, number, moment)
        elif happening is Happening.SET_BACK:
            computer.offset -= timedelta(hours=1)
            now = self._clock.moment = moment + computer.offset
            computer.rhythm.look(now)
            computer.reckon(now)
        elif happening is Happening.NETWORK_GONE:
            computer.rhythm.network(reachable=False, metered=computer.metered, now=now)
        elif happening is Happening.NETWORK_BACK:
            self._network_back(computer, moment)
        self._set_timer(computer, moment)

    def _wake(self, computer: Computer, moment: datetime) -> None:
        """A lid that was closed yesterday hides a program that has slept since then; it has the network in a moment,
        unless there is none in the building."""
        if computer.session == 0:
            left = computer.offset + self.day.begins - _YESTERDAY + timedelta(hours=1)
            self._clock.moment = left
            computer.start(left)
        computer.wake()
        self._clock.moment = moment + computer.offset
        computer.rhythm.network(reachable=False, metered=computer.metered, now=self._clock.moment)
        there = moment + _NETWORK_AFTER_WAKE * (1 + self._dice.random())
        for trouble in self.day.troubles:
            if trouble.service is None and trouble.begins <= there - self.day.begins < trouble.ends:
                there = self.day.begins + trouble.ends + _NETWORK_AFTER_WAKE * self._dice.random()
        self._push(there, Happening.NETWORK_BACK, computer)

    def _network_back(self, computer: Computer, moment: datetime) -> None:
        now = self._clock.moment
        if computer.rhythm.network(reachable=True, metered=computer.metered, now=now):
            computer.reckon(now)
            if self._dice.random() < self.day.habits.wishes:
                self._read(computer, OUTBOX, moment)
