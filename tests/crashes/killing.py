"""Kills the program again and again on the same files, and says what was broken by it."""

import random
import shutil
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tests.crashes.aim import HELD_SECONDS, Aim, aim
from tests.crashes.judge import broken_outcomes, broken_promises, opened_in, tasks_in
from tests.crashes.life import Order
from tests.crashes.nursery import Newborn, Nursery
from tests.crashes.town_log import TownLog
from tests.crashes.wishes import targets_in
from tests.journeys.town import ELIN, Town
from workplace_app.store.sync_connection import open_for_sync

FEEDS = ("planner", "todo", "mail")
"""Those that are read in every round."""
_CALENDAR = "calendar"
FEEDS_AT_FIRST = (_CALENDAR, "teams", "intranet_news", "chats")
"""Read once more, so that there is something to wish."""
TARGETS_OF_A_KIND = 2
WISHES_IN_A_LIFE = 3
SILENCE_SECONDS = 0.3
"""A life that tells nothing for so long has nothing more to do."""
KILLS_BEFORE_A_HEALTHY_ROUND = 50
KILLS_BEFORE_A_BUG_SHOWS = 8
"""Where a bug is planted, a healthy round comes sooner."""
_BARE = ("new task", "message in a chat", "tick in To Do")
_SHARE_OF_NEWS = 0.3
"""In so many of the lives, somebody else has changed something before."""
_SLOW_ANSWERS: tuple[dict[str, Any], ...] = tuple(
    {"kind": "slow_body", "origin": origin, "path": path, "method": "P*", "times": None, "seconds": HELD_SECONDS}
    for origin, path in (
        ("graph", "/v1.0/me/*"),
        ("graph", "/v1.0/planner/*"),
        ("graph", "/v1.0/groups/*"),
        ("graph", "/v1.0/teams/*"),
        ("graph", "/v1.0/chats/*"),
        ("cms", "*"),
    )
)
"""The town does at once what it is asked to, and is a while in saying so."""
_NOWHERE = "/nowhere"
_QUESTIONS = 3
_FEWEST_MARKS, _MOST_MARKS = 8, 120
_SIGKILL = -9


@dataclass
class Case:
    """One home and one town, and what has been promised in them."""

    home: Path
    town: Town
    town_folder: Path
    nursery: Nursery
    targets: Sequence[str] = ()
    acknowledged: list[str] = field(default_factory=list)
    began: TownLog | None = None
    """The town's log when nothing had been wished yet."""

    def order(self, **more: Any) -> Order:
        """What every life here is told."""
        return {
            "home": str(self.home),
            "municipality": self.town.running.announced,
            "user": ELIN,
            "feeds": FEEDS,
            "targets": list(self.targets),
            **more,
        }

    def settle_in(self) -> None:
        """Sign in and fetch everything; then the targets are known."""
        marks, code = self.nursery.bear("settle_in", self.order(feeds=(*FEEDS, *FEEDS_AT_FIRST))).end()
        assert code == 0, marks
        self.look_around()

    def look_around(self) -> None:
        """Read once more what a settled home has, and find what there is to wish."""
        wrong = self.healthy_round((*FEEDS, _CALENDAR))
        assert not wrong, wrong
        opened = opened_in(self.home)
        with closing(open_for_sync(opened.files, opened.key)) as connection:
            self.began = TownLog(self.town_folder)
            self.targets = targets_in(connection, TARGETS_OF_A_KIND)
        shutil.copytree(self.home, self.unharmed)

    @property
    def unharmed(self) -> Path:
        """A copy of the settled home, in which nothing happens but that it is read again."""
        return self.home.with_name(f"{self.home.name}-unharmed")

    def for_bugs(self) -> "Case":
        """The same home with fewer targets, of kinds that no service protects: what goes wrong shows sooner."""
        return replace(self, targets=[next(each for each in self.targets if each.startswith(kind)) for kind in _BARE])

    def let_the_town_catch_up(self) -> None:
        """What a killed program has sent is dealt with before the next one begins, however busy the computer is: the
        town answers in turn, and in the world this takes less than the product waits before it looks."""
        for _ in range(_QUESTIONS):
            self.town.requests(path=_NOWHERE)

    def healthy_round(self, feeds: Sequence[str] = FEEDS) -> list[str]:
        """One round that nothing disturbs; what was wrong with it, in sentences."""
        self.let_the_town_catch_up()
        marks, code = self.nursery.bear("round_once", self.order(feeds=feeds)).end()
        wrong = [f"{mark}" for mark in marks if mark[0] == "crashed"]
        wrong += [f"{name}: {kinds}" for mark in marks if mark[0] == "report" for name, kinds in mark[1] if kinds]
        return wrong if code == 0 else [*wrong, f"a healthy round ended with {code}"]

    def hear(self, marks: Sequence[list[Any]]) -> None:
        """Take down what was called saved."""
        self.acknowledged += [mark[1] for mark in marks if mark[0] == "filed"]

    def outcomes(self) -> list[str]:
        """What a healthy round leaves wrong."""
        wrong = self.healthy_round()
        log = TownLog(self.town_folder, self.began)
        return wrong + broken_outcomes(self.home, log, self.acknowledged, self.targets)

    def differs_from_unharmed(self) -> list[str]:
        """What the cache says otherwise than that of somebody who has read the same and was never killed."""
        if not self.unharmed.exists():
            return []
        other = replace(self, home=self.unharmed, targets=())
        return [*other.healthy_round(), *self._differs_from(other)]

    def differs_from_fresh(self) -> list[str]:
        """What the cache says otherwise than one that is filled for the first time."""
        fresh = Case(self.home.with_name(f"{self.home.name}-fresh"), self.town, self.town_folder, self.nursery)
        return [*fresh.healthy_round(), *self._differs_from(fresh)]

    def _differs_from(self, other: "Case") -> list[str]:
        here, there = tasks_in(self.home), tasks_in(other.home)
        wrong = [f"only after the kills: {row}" for row in here if row not in there]
        return wrong + [f"not after the kills: {row}" for row in there if row not in here]


@dataclass
class Killing:
    """How often the program was killed, and what broke."""

    kills: int = 0
    failures: list[str] = field(default_factory=list)
    where: Counter[str] = field(default_factory=Counter)
    """How many were aimed at each step."""


def kill_at_random(
    case: Case,
    seed: int,
    kills: int,
    bugs: Sequence[str] = (),
    *,
    seconds: float = 1e9,
) -> Killing:
    """Live and be killed so many times, with a healthy round now and then. Ends with the first thing that breaks, or
    when time is over."""
    between_rounds = KILLS_BEFORE_A_BUG_SHOWS if bugs else KILLS_BEFORE_A_HEALTHY_ROUND
    chance = random.Random(seed)
    done = Killing()
    longest = _FEWEST_MARKS
    until = time.monotonic() + seconds
    case.town.order("faults/clear")
    for slow in _SLOW_ANSWERS:
        case.town.order("faults", **slow)
    while done.kills < kills and time.monotonic() < until and not done.failures:
        if chance.random() < _SHARE_OF_NEWS:
            case.town.order("live")
        where = aim(chance, longest)
        wishes = chance.randint(where.times if where.step else 0, WISHES_IN_A_LIFE)
        linger = [where.step, where.linger]
        order = case.order(seed=chance.getrandbits(32), wishes=wishes, bugs=list(bugs), linger=linger)
        marks = _kill_at(case.nursery.bear("day", order), where)
        longest = max(longest, min(len(marks), _MOST_MARKS))
        done.kills += 1
        done.where[where.step or "anywhere"] += 1
        case.hear(marks)
        case.let_the_town_catch_up()
        wrong = [f"{mark}" for mark in marks if mark[0] == "crashed"]
        wrong += broken_promises(case.home, case.home.with_name(f"{case.home.name}-copy"), case.acknowledged)
        if not wrong and done.kills % between_rounds == 0:
            wrong = case.outcomes() or case.differs_from_unharmed()
        done.failures += [f"kill {done.kills} of seed {seed}: {each}" for each in wrong]
    if not done.failures and done.kills % between_rounds:
        wrong = case.outcomes() or case.differs_from_unharmed()
        done.failures += [f"after {done.kills} kills of seed {seed}: {each}" for each in wrong]
    return done


def _kill_at(newborn: Newborn, where: Aim) -> list[list[Any]]:
    """Kill it where it is aimed at; one that comes to an end of its work before is killed there."""
    marks: list[list[Any]] = []
    times = 0
    while times < where.times:
        mark = newborn.mark(SILENCE_SECONDS)
        if mark is None:
            break
        marks.append(mark)
        times += where.step in ("", *mark[1:])
    time.sleep(where.wait)
    newborn.kill()
    last, code = newborn.end()
    marks += last
    if code != _SIGKILL:
        marks.append(["crashed", f"it ended by itself with {code}"])
    return marks
