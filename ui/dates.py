"""Days and times in words: clock times, "i går 16:38", "tors 15", "om 18 min"; in the user's zone and language.

Every function takes aware moments and ``now``; nothing here reads a clock.
"""

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLocale, QObject

translate = QCoreApplication.translate
ZONE = ZoneInfo("Europe/Stockholm")
NEAR = timedelta(hours=1)
_LONG, _SHORT = QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat
_FIRST_MONTH, _LAST_MONTH = 1, 12


def local(moment: datetime) -> datetime:
    """The moment in the user's zone; hand this to readers that ask for ``now`` in the user's zone."""
    return moment.astimezone(ZONE)


def clock_time(moment: datetime) -> str:
    """The time of day: "08:12"."""
    return f"{local(moment):%H:%M}"


def day_words(day: date, today: date) -> str:
    """A day: "i dag", "i går", "i morgon", "tors 15" within six days, else "9 okt", or "9 okt 2025"."""
    distance = (day - today).days
    if distance == 0:
        return translate("dates", "today")
    if distance == -1:
        return translate("dates", "yesterday")
    if distance == 1:
        return translate("dates", "tomorrow")
    if 1 < distance < 7:
        return f"{_weekday(day, _SHORT)} {day.day}"
    short = translate("dates", "{day} {month}").format(day=day.day, month=_month(day, _SHORT))
    return short if day.year == today.year else f"{short} {day.year}"


def short_weekday(day: date) -> str:
    """The day of the week alone: "ons"."""
    return _weekday(day, _SHORT)


def moment_words(moment: datetime, now: datetime) -> str:
    """A moment: "08:12" today, "i går 16:38", "tors 15 08:00"; days further off than a week stand without a time."""
    then, today = local(moment), local(now).date()
    if then.date() == today:
        return clock_time(moment)
    words = day_words(then.date(), today)
    return f"{words} {clock_time(moment)}" if abs((then.date() - today).days) < 7 else words


def running_words(moment: datetime, now: datetime) -> str:
    """Within a sentence: "i dag 06:45", "i går 15:10", "12 okt"."""
    if local(moment).date() == local(now).date():
        return f"{day_words(local(now).date(), local(now).date())} {clock_time(moment)}"
    return moment_words(moment, now) if _is_near(moment, now) else day_words(local(moment).date(), local(now).date())


def _is_near(moment: datetime, now: datetime) -> bool:
    return abs((local(moment).date() - local(now).date()).days) <= 1


def long_day(day: date, *, year: bool = False) -> str:
    """A day in full, for a deadline: "fredag 16 oktober"."""
    pattern = translate("dates", "{weekday} {day} {month}", "long day")
    words = pattern.format(weekday=_weekday(day, _LONG), day=day.day, month=_month(day, _LONG))
    return f"{words} {day.year}" if year else words


def day_and_month(day: date) -> str:
    """A day within a title: "16 oktober"."""
    return translate("dates", "{day} {month}").format(day=day.day, month=_month(day, _LONG))


def heading_day(day: date) -> str:
    """A day in full, at the head of a page: "Fredag 16 oktober"."""
    words = long_day(day)
    return words[:1].upper() + words[1:]


def until_words(moment: datetime, now: datetime) -> str:
    """How soon: "om 18 min" within the hour before, "" earlier than that and afterwards."""
    left = moment - now
    if not timedelta(0) < left <= NEAR:
        return ""
    minutes = max(1, round(left.total_seconds() / 60))
    return translate("dates", "in {minutes} min").format(minutes=minutes)


def due_words(due: datetime | None, now: datetime, *, is_a_day: bool) -> str:
    """When a task is due, under a heading that already says the group: nothing for a day that is today."""
    if due is None:
        return ""
    day, today = local(due).date(), local(now).date()
    if day == today:
        return "" if is_a_day else clock_time(due)
    words = day_words(day, today)
    return words if is_a_day or day < today else f"{words} {clock_time(due)}"


def span_words(start: datetime, end: datetime) -> str:
    """From when to when: "13:00–14:30"."""
    return f"{clock_time(start)}–{clock_time(end)}"


def left_words(seconds: int) -> str:
    """How long something still waits: "1 minut och 42 sekunder"."""
    minutes, rest = divmod(max(0, seconds), 60)
    counted = TimeCounts()
    words = []
    if minutes:
        words.append(counted.minutes(minutes))
    if rest or not minutes:
        words.append(counted.seconds(rest))
    return translate("dates", " and ").join(words)


class TimeCounts(QObject):
    """Plurals: the extraction of words knows them in ``tr`` only, which needs a QObject."""

    def minutes(self, count: int) -> str:
        return self.tr("%n minute(s)", "", count)

    def seconds(self, count: int) -> str:
        return self.tr("%n second(s)", "", count)


def _weekday(day: date, form: QLocale.FormatType) -> str:
    return _names(QLocale().name(), form == _SHORT)[0][day.isoweekday() - 1]


def _month(day: date, form: QLocale.FormatType) -> str:
    return _names(QLocale().name(), form == _SHORT)[1][day.month - 1]


@lru_cache(maxsize=4)
def _names(locale_name: str, short: bool) -> tuple[list[str], list[str]]:
    """Names of weekdays and months, without the full stop that some locales put after a short one."""
    locale, form = QLocale(locale_name), _SHORT if short else _LONG
    days = [locale.dayName(number, form).rstrip(".") for number in range(1, 8)]
    months = [locale.monthName(number, form).rstrip(".") for number in range(_FIRST_MONTH, _LAST_MONTH + 1)]
    return days, months
