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
_SEASONAL_EVERY = 4


@dataclass(frozen=True, slots=True)
class Story:
    """A story with gaps. Its openings, each a headline and a lead, take turns; ``months`` says when it is timely
    (empty: always)."""

    id: str
    openings: tuple[tuple[str, str], ...]
    body: tuple[str, ...]
    publisher: str
    author: str
    topics: tuple[str, ...]
    audience: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    months: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PinnedStory:
    """A story whose day is counted in working days from the day of the start, so that the demo always begins with it.

    ``acknowledge`` is how many of them after that day it has to be acknowledged, ``deadline`` how many after that day
    is the last for what ``deadline_label`` says; ``public`` ones are in the public feed
    too; ``readers`` are the only units that may read it; ``hostile`` ones hold what no browser should be given.
    """

    story: Story
    days: int
    time: str
    picture: str | None = None
    caption: str = ""
    acknowledge: int | None = None
    deadline: int | None = None
    deadline_label: str = ""
    public: bool = False
    readers: tuple[str, ...] = ()
    hostile: bool = False


class StoryBook:
    """All stories and the words for their gaps.

    Three turns of four belong to the stories of every season, the fourth to those of the month. Each kind takes its
    turns in order, so that a story comes back after weeks and with another opening.
    """

    def __init__(
        self, stories: Sequence[Story], pinned: Sequence[PinnedStory], words: Mapping[str, Sequence[str]], seed: int
    ) -> None:
        order = Dice("order of stories", seed).some(stories, len(stories))
        self.stories = tuple(order)
        self.pinned = tuple(pinned)
        self.words = words
        self._always = [story for story in order if not story.months]
        self._in_month = {
            month: [story for story in order if month in story.months] for month in range(1, len(_MONTHS) + 1)
        }

    def timely(self, turn: int, month: int) -> tuple[Story, tuple[str, str]]:
        """The story whose turn it is in a month, with the opening whose turn it is."""
        fourths, rest = divmod(turn, _SEASONAL_EVERY)
        seasonal = self._in_month[month] if rest == _SEASONAL_EVERY - 1 else []
        pool, place = (seasonal, fourths) if seasonal else (self._always, turn - fourths)
        rounds, index = divmod(place, len(pool))
        story = pool[index]
        return story, story.openings[rounds % len(story.openings)]


def read_story_book(folder: Path, seed: int) -> StoryBook:
    """Read news.json of the demo's folder."""
    data = json.loads((folder / "news.json").read_text(encoding="utf-8"))
    return StoryBook(
        stories=[_story(item, item["openings"]) for item in data["stories"]],
        pinned=[_pinned(item) for item in data["pinned"]],
        words=data["words"],
        seed=seed,
    )


def _story(item: Mapping[str, Any], openings: Sequence[Mapping[str, str]]) -> Story:
    return Story(
        id=item["id"],
        openings=tuple((opening["headline"], opening["lead"]) for opening in openings),
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
        story=_story(item, [item]),
        days=item["days"],
        time=item["time"],
        picture=item.get("picture"),
        caption=item.get("caption", ""),
        acknowledge=item.get("acknowledge"),
        deadline=item.get("deadline"),
        deadline_label=item.get("deadline_label", ""),
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


def working_days_from(day: date, count: int) -> date:
    """``count`` working days after a day, or before it when negative."""
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while day.weekday() >= _SATURDAY:
            day += step
    return day


def day_text(day: date) -> str:
    """ "fredag 27 november"."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
