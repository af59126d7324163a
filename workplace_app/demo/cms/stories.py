"""The story book: believable municipal news with gaps, and how the gaps are filled for one day of publication."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from workplace_app.demo.tenant.dice import Dice

_GAP = re.compile(r"\{(\w+)(?::([^}]+))?\}")
_DAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Story:
    """A story with gaps. ``headlines`` take turns; ``months`` says when it is timely (empty: always)."""

    id: str
    headlines: tuple[str, ...]
    lead: str
    body: tuple[str, ...]
    publisher: str
    author: str
    topics: tuple[str, ...]
    audience: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    months: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PinnedStory:
    """A story whose day is counted from the day of the start, so that the demo always begins with it.

    ``acknowledge`` is how many days after that day it has to be acknowledged; ``public`` ones are in the public feed
    too; ``readers`` are the only units that may read it; ``hostile`` ones hold what no browser should be given.
    """

    story: Story
    days: int
    time: str
    picture: str | None = None
    caption: str = ""
    acknowledge: int | None = None
    public: bool = False
    readers: tuple[str, ...] = ()
    hostile: bool = False


@dataclass(frozen=True, slots=True)
class StoryBook:
    """All stories and the words for their gaps."""

    stories: tuple[Story, ...]
    pinned: tuple[PinnedStory, ...]
    words: Mapping[str, Sequence[str]]

    def timely(self, turn: int, month: int) -> tuple[Story, int]:
        """The story whose turn it is among those that suit the month, and how often all of them have had a turn."""
        suitable = [story for story in self.stories if not story.months or month in story.months]
        rounds, place = divmod(turn, len(suitable))
        return suitable[place], rounds


def read_story_book(folder: Path) -> StoryBook:
    """Read news.json of the demo's folder."""
    data = json.loads((folder / "news.json").read_text(encoding="utf-8"))
    return StoryBook(
        stories=tuple(_story(item, item["headlines"]) for item in data["stories"]),
        pinned=tuple(_pinned(item) for item in data["pinned"]),
        words=data["words"],
    )


def _story(item: Mapping[str, Any], headlines: Sequence[str]) -> Story:
    return Story(
        id=item["id"],
        headlines=tuple(headlines),
        lead=item["lead"],
        body=tuple(item["body"]),
        publisher=item["publisher"],
        author=item["author"],
        topics=tuple(item["topics"]),
        audience=tuple(item.get("audience", ())),
        pictures=tuple(item.get("pictures", ())),
        months=tuple(item.get("months", ())),
    )


def _pinned(item: Mapping[str, Any]) -> PinnedStory:
    return PinnedStory(
        story=_story(item, [item["headline"]]),
        days=item["days"],
        time=item["time"],
        picture=item.get("picture"),
        caption=item.get("caption", ""),
        acknowledge=item.get("acknowledge"),
        public=item.get("public", False),
        readers=tuple(item.get("readers", ())),
        hostile=item.get("hostile", False),
    )


class Filling:
    """Fills the gaps of one story: the same gap has the same filling from headline to last line.

    {dag:3} is three days after publication ("fredag 27 november", never a weekend), {manad:1} the next month,
    {vecka:2} the week after next, {tal:3-9} a number; any other gap is a word of that kind.
    """

    def __init__(self, words: Mapping[str, Sequence[str]], day: date, dice: Dice) -> None:
        self._words = words
        self._day = day
        self._dice = dice
        self._filled: dict[str, str] = {}

    def fill(self, text: str) -> str:
        """The text without gaps."""
        return _GAP.sub(self._word, text)

    def _word(self, gap: re.Match[str]) -> str:
        whole = gap.group(0)
        if whole not in self._filled:
            self._filled[whole] = self._chosen(gap.group(1), gap.group(2) or "0")
        return self._filled[whole]

    def _chosen(self, kind: str, detail: str) -> str:
        if kind == "dag":
            return day_text(working_day(self._day + timedelta(days=int(detail))))
        if kind == "manad":
            return _MONTHS[(self._day.month - 1 + int(detail)) % 12]
        if kind == "vecka":
            return f"vecka {(self._day + timedelta(weeks=int(detail))).isocalendar().week}"
        if kind == "tal":
            low, high = detail.split("-")
            return str(self._dice.between(int(low), int(high)))
        return self._dice.pick(self._words[kind])


def working_day(day: date) -> date:
    """The day itself, or the Monday after it at a weekend."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= _SATURDAY else day


def day_text(day: date) -> str:
    """ "fredag 27 november"."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
