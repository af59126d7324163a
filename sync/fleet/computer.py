"""One simulated computer: the real rhythm and the real pauses, and what a feed's round comes to."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import httpx

from sync.answer import Answer
from sync.feed import Feed
from sync.fleet.questions import DELIVERY, QUIET_ROUND, Question
from sync.fleet.town import REFUSED, Reply, Town
from sync.pauses import ATTEMPTS, Pauses, is_busy, may_repeat
from sync.problem_translation import problem_from_answer, problem_from_exception
from sync.retry_after import retry_after
from sync.rhythm import Rhythm
from sync.schedule import next_wake
from sync.service_gates import SERVICE_BUDGETS, places_for
from workplace_app.domain.feed_state import FeedState
from workplace_app.domain.problem import Problem, ProblemRaised

SERVICES = tuple(SERVICE_BUDGETS)
ANSWER_TAKES = timedelta(milliseconds=400)
"""How long a request is with its service."""
_AT_MOST_FOUR = 4
"""Of a batch's parts, Graph sends Outlook so many at a time (throttling.md)."""
OUTBOX = -1
"""In the place of a feed's number: the round's delivery."""


class FleetClock:
    """The one clock of a simulation; ``moment`` is set before each event, to the time that the computer at hand has."""

    def __init__(self, moment: datetime, chance: Callable[[], float]) -> None:
        self.moment = moment
        self.chance = chance

    def now(self) -> datetime:
        """This moment, as that computer has it."""
        return self.moment

    def monotonic(self) -> float:
        """Nobody measures here."""
        return self.moment.timestamp()

    async def sleep(self, seconds: float) -> None:
        """Nobody waits here: whoever has to is called again later."""
        raise NotImplementedError(seconds)


class Ledger(dict[str, datetime]):
    """Pauses on the computer's disk."""

    def pause(self, service: str, until: datetime) -> None:
        """As the store keeps it."""
        if service not in self or until > self[service]:
            self[service] = until

    def paused_until(self, service: str) -> datetime | None:
        """As the store gives it back."""
        return self.get(service)


class Rules:
    """What is tried: the program's own schedule. A test takes one rule away and must see the simulation find it."""

    def rhythm(self, now: datetime, chance: Callable[[], float], stretch: float) -> Rhythm:
        """A session's rhythm."""
        return Rhythm(now, chance, stretch)

    def pauses(self, ledger: Ledger, clock: FleetClock) -> Pauses:
        """A session's pauses, beginning with those on the disk."""
        return Pauses(ledger, clock, SERVICES)

    def kept(self, states: list[FeedState | None], ledger: Ledger) -> tuple[list[FeedState | None], Ledger]:
        """What is on the disk when the program starts: all of it."""
        return states, ledger

    def places(self, service: str, parts: int) -> int:
        """How many of a service's places a request holds."""
        return places_for(service, parts)


class World:
    """What all computers of a simulation share."""

    def __init__(self, feeds: Sequence[Feed], town: Town, clock: FleetClock, rules: Rules, stretch: float) -> None:
        self.feeds = tuple(feeds)
        self.questions = (*(QUIET_ROUND[feed.name] for feed in feeds), DELIVERY)  # OUTBOX is the last
        self.services = (*(feed.service for feed in feeds), "planner")
        self.town = town
        self.clock = clock
        self.rules = rules
        self.stretch = stretch
        self.number = {feed.name: number for number, feed in enumerate(feeds)}
        self.timed = tuple(number for number, feed in enumerate(feeds) if not feed.on_demand)


class Visit:
    """A feed's round that has to wait: which question is next, and how often the service was too busy to answer it."""

    __slots__ = ("asked", "began", "busy", "place", "rest", "session")

    def __init__(self, place: int, session: int, began: datetime) -> None:
        self.place = place
        self.session = session
        self.began = began
        self.asked = 0
        self.busy: list[Problem] = []
        self.rest = timedelta()


class Computer:
    """``states`` and ``ledger`` are on its disk; everything else is new with each start of the program."""

    __slots__ = (
        "awake", "due", "ledger", "metered", "name", "offset", "outlook", "pauses",
        "reading", "rhythm", "session", "states", "timer", "told_of_network", "world",
    )  # fmt: skip

    def __init__(self, name: int, world: World, states: list[FeedState | None], *, metered: bool, told: bool) -> None:
        self.name = name
        self.world = world
        self.states = states
        self.ledger = Ledger()
        self.metered = metered
        self.told_of_network = told
        self.offset = timedelta()
        self.awake = False
        self.session = 0
        self.timer: datetime | None = None
        self.due: list[datetime | None] = [None] * len(states)
        self.reading: set[int] = set()
        self.outlook: list[tuple[datetime, int, int]] = []
        self.rhythm: Rhythm
        self.pauses: Pauses

    def start(self, now: datetime) -> None:
        """The program starts, or starts again; what it was reading is lost, what is on the disk is not."""
        world = self.world
        self.session += 1
        self.awake = True
        self.reading.clear()
        self.states, self.ledger = world.rules.kept(self.states, self.ledger)
        self.pauses = world.rules.pauses(self.ledger, world.clock)
        self.rhythm = world.rules.rhythm(now, world.clock.chance, world.stretch)
        if self.metered:
            self.rhythm.network(reachable=True, metered=True, now=now)
        self.reckon(now)

    def leave(self) -> None:
        """The program ends, or the lid is closed: what was being read is broken off."""
        self.awake = False
        self.session += 1
        self.reading.clear()
        self.timer = None

    def wake(self) -> None:
        """The lid is opened: the network is there a moment later, and with it the schedule looks at the clock."""
        self.awake = True
        self.session += 1

    def reckon(self, now: datetime) -> None:
        """Work out anew when each feed is due: what holds for all of them has changed."""
        moment, states, feeds, due = self.rhythm.moment, self.states, self.world.feeds, self.due
        for number in self.world.timed:
            due[number] = moment(feeds[number], states[number], now)

    def rest(self, now: datetime) -> timedelta:
        """How long the background may rest: until something becomes due that is not being read already."""
        if not self.reading and self.rhythm.reachable:
            return next_wake(self.due, now)
        left = [
            moment
            for number, moment in enumerate(self.due)
            if moment is not None and moment > now and number not in self.reading
        ]
        return next_wake(left, now)

    def ready(self, now: datetime) -> list[int]:
        """The feeds to read now."""
        if not self.rhythm.reachable:
            return []
        if not self.reading:
            return [number for number, moment in enumerate(self.due) if moment is not None and moment <= now]
        return [
            number
            for number, moment in enumerate(self.due)
            if moment is not None and moment <= now and number not in self.reading
        ]

    def asked(self, now: datetime) -> list[int]:
        """The feeds to read for somebody who has pressed F5."""
        feeds = [feed for number, feed in enumerate(self.world.feeds) if number not in self.reading]
        states = {state.feed: state for state in self.states if state is not None}
        names = self.rhythm.asked(feeds, states, now)
        self.reckon(now)
        return sorted(self.world.number[name] for name in names)

    def read(self, place: int, now: datetime) -> Visit | None:
        """Read a feed, as the ledger notes it. The visit, if it has to wait. ``now`` is this computer's own time."""
        world = self.world
        service = world.services[place]
        if self.pauses.is_free(service):
            real = now - self.offset if self.offset else now
            for number, question in enumerate(world.questions[place]):
                if service == "outlook":
                    self._hold(question, real)
                reply = world.town.ask(self.name, question, real)
                if reply is not None:
                    visit = Visit(place, self.session, now)
                    visit.asked = number
                    return self.go_on(visit, now, reply)
            if place >= 0:
                self._end(place, now, None, now)
            return None
        return self.go_on(Visit(place, self.session, now), now)

    def go_on(self, visit: Visit, now: datetime, reply: Reply | None = None) -> Visit | None:
        """Ask until the visit has ended (None) or has to wait; ``reply`` is what it has got already."""
        world, pauses = self.world, self.pauses
        questions, service = world.questions[visit.place], world.services[visit.place]
        real = now - self.offset
        problem = None if reply is None else self._problem(reply, visit, service, now)
        while problem is None and visit.asked < len(questions):
            try:
                visit.rest = pauses.rest(service)
            except ProblemRaised as raised:
                problem = raised.problem
                break
            if visit.rest:
                self.reading.add(visit.place)
                return visit
            if visit.busy and pauses.given_up(service):
                problem = visit.busy[-1]  # others have asked meanwhile
                break
            question = questions[visit.asked]
            if service == "outlook":
                self._hold(question, real)
            reply = world.town.ask(self.name, question, real)
            if reply is None:
                pauses.answered(service)
                visit.asked += 1
                visit.busy.clear()
            else:
                problem = self._problem(reply, visit, service, now)
        self.reading.discard(visit.place)
        if visit.place >= 0:
            self._end(visit.place, visit.began, problem, now)
        return None

    def _problem(self, reply: Reply, visit: Visit, service: str, now: datetime) -> Problem | None:
        """What ``exchange`` makes of an answer that is no success: None when the same is asked once more."""
        if reply is REFUSED:
            return problem_from_exception(httpx.ConnectError("refused"), service)
        problem = problem_from_answer(Answer("", reply.status, b"", reply.headers), service, now)
        if not is_busy(reply.status):
            return problem
        self.pauses.busy(service, retry_after(reply.headers, now))
        visit.busy.append(problem)
        again = (
            len(visit.busy) < ATTEMPTS
            and may_repeat("GET", reply.status, says_when=False)
            and not self.pauses.given_up(service)
        )
        return None if again else problem

    def _end(self, place: int, began: datetime, problem: Problem | None, now: datetime) -> None:
        feed = self.world.feeds[place]
        if feed.on_demand:
            return
        before = self.states[place]
        fetched = now if problem is None else before.fetched_at if before is not None else None
        state = self.states[place] = FeedState(feed.name, fetched, began, problem)
        self.rhythm.ended(feed.name, problem, began, now)
        self.due[place] = self.rhythm.moment(feed, state, now)

    def _hold(self, question: Question, now: datetime) -> None:
        """Take places at the mailbox's gate, as soon as there are any, and tell the town how many are there then."""
        places = self.world.rules.places("outlook", question.parts)
        most = SERVICE_BUDGETS["outlook"].concurrent
        parts = min(question.parts, _AT_MOST_FOUR)
        if not self.outlook or self.outlook[-1][0] <= now:
            self.outlook = [(now + ANSWER_TAKES, places, parts)]
            self.world.town.in_flight(parts)
            return
        there = [held for held in self.outlook if held[0] > now]
        begins = now
        for leaves, _, _ in sorted(there):
            if sum(held for ends, held, _ in there if ends > begins) + places <= most:
                break
            begins = leaves
        self.outlook = [*there, (begins + ANSWER_TAKES, places, parts)]
        self.world.town.in_flight(sum(count for ends, _, count in self.outlook if ends > begins))
