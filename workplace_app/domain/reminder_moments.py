"""The moments at which one may want to be reminded, with their clock times; right on the nights when clocks change.

Whoever says "in an hour" means sixty minutes, whoever says "tomorrow at eight" means what the clock on the wall shows:
the first is counted in UTC, the second in the zone of the municipality. ``now`` is always given.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from workplace_app.domain.frozen import frozen

MORNING = time(8, 0)
AFTERNOON = time(13, 0)
SNOOZE_BRIEFLY = timedelta(minutes=5)
HOUR = timedelta(hours=1)
_MONDAY, _DAYS_OF_A_WEEK = 0, 7


class MomentKind(StrEnum):
    """What a moment is called; the screen words it."""

    IN_FIVE_MINUTES = "in_five_minutes"
    IN_AN_HOUR = "in_an_hour"
    THIS_AFTERNOON = "this_afternoon"
    TOMORROW_MORNING = "tomorrow_morning"
    ON_MONDAY = "on_monday"
    DAY_BEFORE_LAST = "day_before_last"
    LAST_DAY = "last_day"


@frozen
class OfferedMoment:
    """A moment in UTC, at a whole minute."""

    kind: MomentKind
    at: datetime


def offered_moments(now: datetime, zone: tzinfo, last_day: date | None = None) -> tuple[OfferedMoment, ...]:
    """At most five, all of them to come. With a last day, the morning before it; where that has passed, the morning of
    the day itself. Monday is left out on a Sunday, when it is tomorrow."""
    here = now.astimezone(zone)
    today = here.date()
    to_monday = (_MONDAY - today.weekday()) % _DAYS_OF_A_WEEK or _DAYS_OF_A_WEEK
    candidates = [
        OfferedMoment(MomentKind.IN_AN_HOUR, _minutes_ahead(now, HOUR)),
        OfferedMoment(MomentKind.THIS_AFTERNOON, moment_on(today, AFTERNOON, zone)),
        OfferedMoment(MomentKind.TOMORROW_MORNING, moment_on(today + timedelta(days=1), MORNING, zone)),
    ]
    if to_monday > 1:
        candidates.append(
            OfferedMoment(MomentKind.ON_MONDAY, moment_on(today + timedelta(days=to_monday), MORNING, zone))
        )
    candidates += _before_last(now, zone, last_day)
    return tuple(moment for moment in candidates if moment.at > now)


def _before_last(now: datetime, zone: tzinfo, last_day: date | None) -> list[OfferedMoment]:
    if last_day is None:
        return []
    eve = moment_on(last_day - timedelta(days=1), MORNING, zone)
    if eve > now:
        return [OfferedMoment(MomentKind.DAY_BEFORE_LAST, eve)]
    return [OfferedMoment(MomentKind.LAST_DAY, moment_on(last_day, MORNING, zone))]


def snooze_moments(now: datetime, zone: tzinfo) -> tuple[OfferedMoment, ...]:
    """How far one that rings can be put off with one press."""
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    return (
        OfferedMoment(MomentKind.IN_FIVE_MINUTES, _minutes_ahead(now, SNOOZE_BRIEFLY)),
        OfferedMoment(MomentKind.IN_AN_HOUR, _minutes_ahead(now, HOUR)),
        OfferedMoment(MomentKind.TOMORROW_MORNING, moment_on(tomorrow, MORNING, zone)),
    )


def moment_on(day: date, clock: time, zone: tzinfo) -> datetime:
    """The moment, in UTC, at which the clocks of a zone show this time on this day.

    A time that comes twice (the night in October) is the first of the two; one that never comes (the night in March) is
    as much later as the clocks are put forward, as PEP 495 has it for ``fold=0``.
    """
    return datetime.combine(day, clock, zone).astimezone(UTC)


def _minutes_ahead(now: datetime, length: timedelta) -> datetime:
    """Counted in UTC: in a zone Python adds to what the wall shows. Reminders ring when a minute begins, as the clock
    time promises that stands beside them."""
    return (now.astimezone(UTC) + length).replace(second=0, microsecond=0)
