"""A working day as it strains the services most: the morning's starts, what breaks, and what people do with their lids.

Everything here is an assumption, named so that it can be argued with; none of it is measured.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from enum import Enum, IntEnum
from random import Random

from workplace_app.domain.frozen import frozen

MORNING = datetime(2026, 10, 12, 6, 30, tzinfo=UTC)
"""When the simulation begins; the hours of a day are read as if this were the municipality's own time."""
_FIRST_START, _USUAL_START, _LAST_START = (timedelta(minutes=minutes) for minutes in (30, 90, 180))
"""From 07:00 to 09:30, most at 08:00."""
_LEAVES = timedelta(hours=9, minutes=30)
"""From 16:00 on, within two hours."""
_LUNCH = timedelta(hours=5)
"""From 11:30 on, within half an hour, for 20 to 60 minutes."""


class Happening(IntEnum):
    """What befalls one client."""

    START = 0
    QUIT = 1
    SLEEP = 2
    WAKE = 3
    ASK = 4
    """The user presses F5."""
    OPEN = 5
    """The user opens a conversation."""
    SET_BACK = 6
    """The clock is set back an hour."""
    NETWORK_GONE = 7
    NETWORK_BACK = 8


class Fault(Enum):
    """How a service fails."""

    BUSY = "busy"
    """503 without Retry-After."""
    REFUSED = "refused"
    """No connection."""
    THROTTLED = "throttled"
    """429 with Retry-After in seconds."""
    UNTIL = "until"
    """503 with the date of its end as Retry-After, the same for everybody."""


@frozen
class Trouble:
    """A service (None: the network) fails from ``begins`` to ``ends``, counted from the beginning of the day."""

    service: str | None
    fault: Fault
    begins: timedelta
    ends: timedelta
    retry_after: timedelta = timedelta()


def _at(hour: int, minute: int) -> timedelta:
    return timedelta(hours=hour, minutes=minute) - timedelta(hours=6, minutes=30)


TROUBLES = (
    Trouble("outlook", Fault.BUSY, _at(9, 40), _at(10, 10)),
    Trouble(None, Fault.REFUSED, _at(10, 25), _at(10, 45)),
    Trouble("sharepoint", Fault.THROTTLED, _at(11, 5), _at(11, 15), timedelta(minutes=5)),
    Trouble("planner", Fault.UNTIL, _at(11, 10), _at(11, 25)),
    Trouble("cms", Fault.REFUSED, _at(11, 10), _at(11, 40)),
)


@frozen
class Habits:
    """Shares of the clients (0 to 1), and how often people do things."""

    sleeps_at_night: float = 0.3
    """The program runs on behind a closed lid; the others start it in the morning."""
    stays_on: float = 0.1
    """Neither sleeps nor is left in the evening."""
    sleeps_at_lunch: float = 0.4
    metered: float = 0.08
    told_of_network: float = 0.7
    """The system tells the program that the network is gone; the others find out."""
    asks: float = 0.5
    """Presses F5 once within ten minutes after the start, and one in ten of these again after each trouble."""
    opens_an_hour: float = 2.0
    """Conversations opened."""
    restarts: float = 0.1
    """Ends the program and starts it again, some time in the day."""
    set_back: float = 0.01
    wishes: float = 0.05
    """Has something in the outbox when the network comes back."""


@frozen
class Day:
    """What is simulated. The same day, with the same ``seed``, comes to the same figures."""

    clients: int
    hours: float = 11.5
    seed: int = 1
    troubles: tuple[Trouble, ...] = TROUBLES
    habits: Habits = Habits()
    begins: datetime = MORNING

    @property
    def length(self) -> timedelta:
        """From ``begins`` on."""
        return timedelta(hours=self.hours)


def happenings(day: Day, dice: Random, *, stays_on: bool) -> Iterator[tuple[timedelta, Happening]]:
    """What one client's day brings, in any order. Who stays on has been so all night."""
    habits = day.habits
    start = timedelta(
        seconds=dice.triangular(_FIRST_START.total_seconds(), _LAST_START.total_seconds(), _USUAL_START.total_seconds())
    )
    if stays_on:
        start = timedelta()
        yield start, Happening.START
    else:
        yield start, Happening.WAKE if dice.random() < habits.sleeps_at_night else Happening.START
        yield _LEAVES + timedelta(hours=dice.uniform(0, 2)), Happening.QUIT
    if dice.random() < habits.asks:
        yield start + timedelta(minutes=dice.uniform(0, 10)), Happening.ASK
        if dice.random() < 0.1:
            yield from ((each.ends + timedelta(minutes=dice.uniform(0, 10)), Happening.ASK) for each in day.troubles)
    if dice.random() < habits.sleeps_at_lunch:
        lid = _LUNCH + timedelta(minutes=dice.uniform(0, 30))
        yield lid, Happening.SLEEP
        yield lid + timedelta(minutes=dice.uniform(20, 60)), Happening.WAKE
    if dice.random() < habits.restarts:
        yield start + (day.length - start) * dice.random(), Happening.START
    if dice.random() < habits.set_back:
        yield start + (day.length - start) * dice.random(), Happening.SET_BACK
    if dice.random() < habits.told_of_network:
        for trouble in day.troubles:
            if trouble.service is None:
                yield trouble.begins + timedelta(seconds=dice.uniform(0, 10)), Happening.NETWORK_GONE
                yield trouble.ends + timedelta(seconds=dice.uniform(0, 20)), Happening.NETWORK_BACK
    moment = start
    while habits.opens_an_hour and moment < day.length:
        moment += timedelta(hours=dice.expovariate(habits.opens_an_hour))
        yield moment, Happening.OPEN
