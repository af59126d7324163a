"""Time in the tenant: everything is placed relative to one base moment, so that a demo always has a today."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")
_SATURDAY = 5


def stamp(moment: datetime) -> str:
    """ISO 8601 in UTC with milliseconds and Z, as most of Graph writes a moment."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")[:23] + "Z"


def whole_second(moment: datetime) -> str:
    """ISO 8601 in UTC without fractions, as mail and SharePoint write a moment."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")[:19] + "Z"


def outlook_text(moment: datetime) -> str:
    """The ``dateTime`` of Outlook's dateTimeTimeZone in UTC; such texts sort as the moments do."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")[:19] + ".0000000"


def outlook_moment(moment: datetime) -> dict[str, str]:
    """Outlook's dateTimeTimeZone in UTC."""
    return {"dateTime": outlook_text(moment), "timeZone": "UTC"}


def from_text(text: str) -> datetime:
    """Read back any of the forms above; a text without a zone is UTC."""
    moment = datetime.fromisoformat(text.rstrip("Z")[:26])
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Moments:
    """The base moment (UTC) of a tenant and what follows from it. Days are days in Stockholm."""

    base: datetime

    @property
    def today(self) -> date:
        """The day of the base moment."""
        return self.base.astimezone(STOCKHOLM).date()

    def at(self, days: int, hour: int, minute: int = 0) -> datetime:
        """A time of day in Stockholm, ``days`` after today, in UTC."""
        local = datetime.combine(self.today + timedelta(days=days), time(hour, minute), STOCKHOLM)
        return local.astimezone(UTC)

    def ago(self, minutes: float) -> datetime:
        """So long before the base moment."""
        return self.base - timedelta(minutes=minutes)

    def workday(self, days: int) -> int:
        """``days`` or, when it falls on a Saturday or Sunday, the Friday before."""
        weekday = (self.today + timedelta(days=days)).weekday()
        return days - max(0, weekday - _SATURDAY + 1)

    def past(self, days: float, hour: int, minute: int) -> datetime:
        """A working hour about ``days`` ago that has been: today's hours that are still to come are moved back."""
        moment = self.at(self.workday(-int(days)), hour, minute)
        if moment >= self.base:
            moment = self.ago(5 + (hour * 60 + minute) % 175)
        return moment
