"""The services as a fleet finds them: they count, refuse what is over a limit, fail when the day says so, and remember
whom they told to wait until when."""

from array import array
from collections.abc import Mapping
from datetime import datetime, timedelta
from email.utils import format_datetime

from sync.fleet.day import Day, Fault, Trouble
from sync.fleet.limits import Count, Limit, tenant_limits
from sync.fleet.questions import Question
from workplace_app.domain.frozen import frozen

LANES = (
    "outlook", "planner", "teams:messages", "teams:joined", "teams:channels",
    "sharepoint", "directory", "cms", "public",
)  # fmt: skip
_GRACE = timedelta(milliseconds=1)


@frozen
class Reply:
    """An answer that is no success; ``status`` 0 means that no connection came about."""

    status: int
    headers: Mapping[str, str]


REFUSED = Reply(0, {})


class Lane:
    """One service, or one part of it that has a limit of its own: what was asked of it, minute by minute."""

    def __init__(self, name: str, minutes: int, limits: tuple[Limit, ...]) -> None:
        self.name = name
        self.service = name.partition(":")[0]
        self.limits = limits
        self.requests = array("l", bytes(8 * minutes))
        self.units = array("l", bytes(8 * minutes))
        self.failed = array("l", bytes(8 * minutes))
        self.busiest = [0 for _ in limits]
        """The most that one window of each limit has seen."""
        self._windows = [(0, 0) for _ in limits]

    def over(self, second: int, requests: int, units: int) -> int:
        """Count against the limits; the seconds until the window of the one that is exceeded ends, or 0. What is
        refused counts too (Graph "throttling", SharePoint's page)."""
        wait = 0
        for place, limit in enumerate(self.limits):
            number = second // limit.seconds
            before, used = self._windows[place]
            used = (used if before == number else 0) + (units if limit.count is Count.UNITS else requests)
            self._windows[place] = (number, used)
            if used > self.busiest[place]:
                self.busiest[place] = used
            if used > limit.most:
                wait = max(wait, (number + 1) * limit.seconds - second)
        return wait


class Town:
    """Belongs to one simulation."""

    def __init__(self, day: Day) -> None:
        self.begins = day.begins
        limits = tenant_limits(day.clients)
        minutes = int(day.length / timedelta(minutes=1)) + 2
        self.lanes = {
            name: Lane(name, minutes, tuple(limit for limit in limits if limit.lane == name)) for name in LANES
        }
        self._troubles = [(self.begins + each.begins, self.begins + each.ends, each) for each in day.troubles]
        self._changes = sorted({moment for begins, ends, _ in self._troubles for moment in (begins, ends)})
        self._changes.append(self.begins + timedelta(days=2))
        self.failing: dict[str, tuple[datetime, Trouble]] = {}
        self._minute_of = [-1] * day.clients
        self._asked_in = [0] * day.clients
        self.busiest_client = 0
        self._told: dict[tuple[int, str], datetime] = {}
        self.told_to_wait = 0
        self.asked_too_early = 0
        self.most_in_flight = 0
        self.minutes = minutes

    def ask(self, client: int, question: Question, now: datetime) -> Reply | None:
        """One question of one client; None when it is answered as wished."""
        lane = self.lanes[question.lane]
        second = (now - self.begins).seconds
        minute = second // 60
        if now >= self._changes[0]:
            self._change(now)
        if self._minute_of[client] != minute:
            self._minute_of[client], self._asked_in[client] = minute, 0
        asked = self._asked_in[client] = self._asked_in[client] + 1
        if asked > self.busiest_client:  # what a hot loop would show in
            self.busiest_client = asked
        if self.failing and lane.service in self.failing:
            return self._fail(client, lane, question, minute, now)
        if self._told and (until := self._told.get((client, lane.service))) is not None:
            self._judge(client, lane.service, until, now)
        lane.requests[minute] += question.parts
        if lane.limits:
            units = question.parts * question.units
            lane.units[minute] += units
            wait = lane.over(second, question.parts, units)
            if wait:
                lane.failed[minute] += question.parts
                return self._tell(client, lane.service, 429, now + timedelta(seconds=wait), str(wait))
        return None

    def _change(self, now: datetime) -> None:
        """Something has begun to fail, or has ended."""
        while now >= self._changes[0]:
            self._changes.pop(0)
        self.failing = {
            service: (ends, trouble)
            for begins, ends, trouble in self._troubles
            if begins <= now < ends
            for service in ([trouble.service] if trouble.service else [lane.service for lane in self.lanes.values()])
        }

    def _fail(self, client: int, lane: Lane, question: Question, minute: int, now: datetime) -> Reply:
        ends, trouble = self.failing[lane.service]
        lane.failed[minute] += question.parts
        if trouble.service is None:
            return REFUSED  # nothing leaves the building
        lane.requests[minute] += question.parts
        lane.units[minute] += question.parts * question.units
        return self._in_trouble(client, lane.service, trouble, ends, now)

    def in_flight(self, requests: int) -> None:
        """So many requests of one client are with its mailbox at once."""
        if requests > self.most_in_flight:
            self.most_in_flight = requests

    def _in_trouble(self, client: int, service: str, trouble: Trouble, ends: datetime, now: datetime) -> Reply:
        until = self._told.get((client, service))
        if until is not None:
            self._judge(client, service, until, now)
        if trouble.fault is Fault.REFUSED:
            return REFUSED
        if trouble.fault is Fault.BUSY:
            return Reply(503, {})
        if trouble.fault is Fault.UNTIL:
            whole = ends.replace(microsecond=0)
            return self._tell(client, service, 503, whole, format_datetime(whole, usegmt=True))
        seconds = int(trouble.retry_after.total_seconds())
        return self._tell(client, service, 429, now + timedelta(seconds=seconds), str(seconds))

    def _tell(self, client: int, service: str, status: int, until: datetime, words: str) -> Reply:
        self.told_to_wait += 1
        key = (client, service)
        self._told[key] = max(until, self._told.get(key, until))
        return Reply(status, {"retry-after": words})

    def _judge(self, client: int, service: str, until: datetime, now: datetime) -> None:
        if now < until - _GRACE:
            self.asked_too_early += 1
        else:
            del self._told[(client, service)]
