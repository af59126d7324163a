"""When the editors publish: eleven items in a working week, at hours that depend on the day alone.

Because a day's items follow from the day and the seed and not from when the demo was started, a demo that is started
again tomorrow has the same news as today, and tomorrow's on top.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from workplace_app.demo.tenant.dice import Dice

LOCAL = ZoneInfo("Europe/Stockholm")
PER_WEEKDAY = (3, 2, 2, 2, 2)
PER_WEEK = sum(PER_WEEKDAY)
_FIRST_MONDAY = date(2020, 1, 6)
_FIRST_MINUTE, _LAST_MINUTE = 7 * 60, 16 * 60 + 30


@dataclass(frozen=True, slots=True)
class Slot:
    """One item's place: ``ordinal`` counts all items since the first Monday."""

    ordinal: int
    moment: datetime


def slots_before(now: datetime, scale: int, seed: int) -> Iterator[Slot]:
    """All places up to now, newest first and without end in practice."""
    today = now.astimezone(LOCAL).date()
    for back in count():
        day = today - timedelta(days=back)
        if day < _FIRST_MONDAY:
            return
        yield from (slot for slot in reversed(_slots_of(day, scale, seed)) if slot.moment <= now)


def local_moment(day: date, clock: str) -> datetime:
    """A local day and time ("07:30") as a moment in UTC."""
    return datetime.combine(day, time.fromisoformat(clock), LOCAL).astimezone(UTC)


def _slots_of(day: date, scale: int, seed: int) -> list[Slot]:
    weekday = day.weekday()
    if weekday >= len(PER_WEEKDAY):
        return []
    dice = Dice("publishing", seed, scale, day)
    weeks = (day - _FIRST_MONDAY).days // 7
    first = (weeks * PER_WEEK + sum(PER_WEEKDAY[:weekday])) * scale
    minutes = sorted(dice.between(_FIRST_MINUTE, _LAST_MINUTE) for _ in range(PER_WEEKDAY[weekday] * scale))
    midnight = datetime.combine(day, time(), LOCAL)
    return [
        Slot(first + place, (midnight + timedelta(minutes=minute)).astimezone(UTC))
        for place, minute in enumerate(minutes)
    ]
