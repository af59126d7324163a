"""Kills the program again and again on the same files, and says what was broken by it."""

import random
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tests.crashes.judge import broken_outcomes, broken_promises, opened_in, tasks_in
from tests.crashes.life import Order
from tests.crashes.nursery import Newborn, Nursery
from tests.crashes.town_log import TownLog
from tests.crashes.wishes import targets_in
from tests.journeys.town import ELIN, Town
from workplace_app.domain.changes import ChangeKind
from workplace_app.store.sync_connection import open_for_sync

FEEDS = ("planner", "todo", "mail")
TARGETS_OF_A_KIND = 3
WISHES_IN_A_LIFE = 3
SILENCE_SECONDS = 0.3
"""A life that tells nothing for so long has nothing more to do."""
LATEST_KILL_SECONDS = 0.02
"""How long after what a life has told it may be killed: longer than the next step takes."""
KILLS_BEFORE_A_HEALTHY_ROUND = 25
_SHARE_OF_NEWS = 0.3
"""In so many of the lives, somebody else has changed something before."""
_SLOW_ANSWERS: dict[str, Any] = {
    "kind": "slow_body",
    "origin": "graph",
    "path": "/v1.0/me/todo/*",
    "method": "P*",
    "times": None,
    "seconds": 0.06,
}
"""To Do does at once what it is asked to, and is a while in saying so: more of the kills fall between the two."""
_FEWEST_MARKS, _MOST_MARKS = 8, 60
_MOST_STEPS = 6
"""Of a wish on its way: before it is sent, and when its answer has come."""
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
    began: int = 0
    """The town's revision when nothing had been wished yet."""

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
        """Sign in and fill the store; then the targets are known."""
        self.healthy_round()
        opened = opened_in(self.home)
        with closing(open_for_sync(opened.files, opened.key)) as connection:
            self.began = TownLog(self.town_folder).revision
            self.targets = targets_in(connection, TARGETS_OF_A_KIND)

    def for_bugs(self) -> "Case":
        """The same home with fewer targets, of kinds that no service protects: what goes wrong shows sooner."""
        kinds = ("new task", "tick in To Do")
        return replace(self, targets=[each for each in self.targets if each.startswith(kinds)])

    def healthy_round(self) -> list[str]:
        """One round that nothing disturbs; what was wrong with it, in sentences."""
        marks, code = self.nursery.bear("round_once", self.order()).end()
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

    def differs_from_fresh(self) -> list[str]:
        """What the cache says otherwise than one that is filled for the first time."""
        fresh = Case(self.home.with_name(f"{self.home.name}-fresh"), self.town, self.town_folder, self.nursery)
        wrong = fresh.healthy_round()
        here, there = tasks_in(self.home), tasks_in(fresh.home)
        wrong += [f"only after the kills: {row}" for row in here if row not in there]
        return wrong + [f"not after the kills: {row}" for row in there if row not in here]


@dataclass
class Killing:
    """How often the program was killed, and what broke."""

    kills: int = 0
    failures: list[str] = field(default_factory=list)


def kill_at_random(case: Case, seed: int, kills: int, bugs: Sequence[str] = (), seconds: float = 1e9) -> Killing:
    """Live and be killed so many times, with a healthy round after each ``KILLS_BEFORE_A_HEALTHY_ROUND``. Ends with the
    first thing that breaks, or when time is over."""
    chance = random.Random(seed)
    done = Killing()
    longest = _FEWEST_MARKS
    until = time.monotonic() + seconds
    case.town.order("faults/clear")
    case.town.order("faults", **_SLOW_ANSWERS)
    while done.kills < kills and time.monotonic() < until and not done.failures:
        if chance.random() < _SHARE_OF_NEWS:
            case.town.order("live")
        order = case.order(seed=chance.getrandbits(32), wishes=chance.randint(0, WISHES_IN_A_LIFE), bugs=list(bugs))
        newborn = case.nursery.bear("day", order)
        word = chance.choice(("", ChangeKind.OUTBOX.value))
        told = chance.randint(1, _MOST_STEPS) if word else chance.randint(0, longest)
        marks = _kill_after(newborn, word, told, chance.random() ** 2 * LATEST_KILL_SECONDS)
        longest = max(longest, min(len(marks), _MOST_MARKS))
        done.kills += 1
        case.hear(marks)
        wrong = [f"{mark}" for mark in marks if mark[0] == "crashed"]
        wrong += broken_promises(case.home, case.home.with_name(f"{case.home.name}-copy"), case.acknowledged)
        if not wrong and done.kills % KILLS_BEFORE_A_HEALTHY_ROUND == 0:
            wrong = case.outcomes()
        done.failures += [f"kill {done.kills} of seed {seed}: {each}" for each in wrong]
    if not done.failures:
        done.failures += [f"after {done.kills} kills of seed {seed}: {each}" for each in case.outcomes()]
    return done


def _kill_after(newborn: Newborn, word: str, told: int, wait: float) -> list[list[Any]]:
    """Kill it after it has told so many things with this word in them ("": anything), and then a moment later."""
    marks: list[list[Any]] = []
    while sum(word in ("", *mark[1:]) for mark in marks) < told:
        mark = newborn.mark(SILENCE_SECONDS)
        if mark is None:
            break
        marks.append(mark)
    time.sleep(wait)
    newborn.kill()
    last, code = newborn.end()
    marks += last
    if code != _SIGKILL:
        marks.append(["crashed", f"it ended by itself with {code}"])
    return marks
