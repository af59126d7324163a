"""Draws what happens in one sequence from its seed: the lives, one after another, and how each ends."""

import random
from dataclasses import dataclass

from sync.feeds.registry import FEEDS
from tests.canaries.place import ABSENT, LOCKED, OPEN_KEYRING
from tests.canaries.town import PEOPLE
from tests.canaries.window_life import VISITED

PLAIN, WINDOW = "work", "window"
"""The functions of ``life.py``."""
_SHARE_OF_WINDOWS = 0.06
_SHARE_OF_KILLS = 0.35
_SHARE_OF_FULL_DISKS = 0.12
_SHARE_OF_OTHER_KEYRINGS = 0.15
_SHARE_OF_LOOKS = 0.35
_MOST_LIVES = 3
_MOST_STEPS = 7
_SECONDS = {"sign in": 0.5, "sync": 0.2, "visit": 0.1, "sign out": 0.004}
"""How long a step takes; at the window it takes longer."""
_SHORTLY = 0.006
_ACTS = ("search", "draft", "wish", "remind", "acknowledge", "arrange", "fail", "sync", "go offline", "come back")
_ACTS_AT_THE_WINDOW = ("search", "say", "copy", "draft", "remind", "fail", "choose code", "lock")
_ALWAYS_READ = ("profile", "todo", "intranet_news")
_FEEDS = tuple(feed.name for feed in FEEDS if not feed.on_demand)
_FEW = 4


@dataclass(frozen=True)
class Kill:
    """SIGKILL so many seconds after the process has begun with a step."""

    step: str
    wait: float


@dataclass(frozen=True)
class Life:
    """One process: what it does, with which keyring, on a full disk or not, and how it ends."""

    function: str
    steps: tuple[str, ...]
    feeds: tuple[str, ...] = ()
    keyring: str = OPEN_KEYRING
    full_disk: bool = False
    kill: Kill | None = None
    look_at_disk: bool = False
    """The raw disk is looked at after it, while everybody is still there."""

    def __str__(self) -> str:
        how = [self.function, f"keyring {self.keyring}"]
        how += ["full disk"] if self.full_disk else []
        how += [f"killed {self.kill.wait * 1000:.0f} ms into {self.kill.step}"] if self.kill else []
        return f"{', '.join(how)}: {', '.join(self.steps)}"


@dataclass(frozen=True)
class Plan:
    """A sequence. ``leaving`` is the last sign-out of everybody, which may be killed; a start follows that finishes
    it."""

    seed: int
    lives: tuple[Life, ...]
    leaving: Life

    def has(self, *names: str) -> bool:
        """True when steps of these names follow each other in one of its lives, with others between them."""
        return any(_follow(names, life.steps) for life in self.lives)


def _follow(names: tuple[str, ...], steps: tuple[str, ...]) -> bool:
    left = iter(step.partition(":")[0] for step in steps)
    return all(name in left for name in names)


def draw(seed: int, *, windows: float = _SHARE_OF_WINDOWS, most_lives: int = _MOST_LIVES) -> Plan:
    """The plan of a seed. ``windows`` is the share of lives with a window."""
    chance = random.Random(seed)
    lives = tuple(_life(chance, first=number == 0, windows=windows) for number in range(chance.randint(1, most_lives)))
    killed = Kill("leave all", chance.random() * _SECONDS["sign out"]) if chance.random() < _SHARE_OF_KILLS else None
    return Plan(seed, lives, Life(PLAIN, ("leave all",), kill=killed))


def _life(chance: random.Random, *, first: bool, windows: float) -> Life:
    function = WINDOW if chance.random() < windows else PLAIN
    steps = _steps_at_the_window(chance) if function == WINDOW else _steps(chance, first=first)
    keyring = chance.choice((ABSENT, LOCKED)) if chance.random() < _SHARE_OF_OTHER_KEYRINGS else OPEN_KEYRING
    if function == WINDOW:
        keyring = OPEN_KEYRING
    return Life(
        function,
        steps,
        (*_ALWAYS_READ, *chance.sample(_FEEDS, _FEW)),
        keyring,
        function == PLAIN and not first and chance.random() < _SHARE_OF_FULL_DISKS,
        _kill(chance, steps) if chance.random() < _SHARE_OF_KILLS else None,
        chance.random() < _SHARE_OF_LOOKS,
    )


def _kill(chance: random.Random, steps: tuple[str, ...]) -> Kill:
    """In one of the steps, the sign-out as often as not where there is one."""
    step = "sign out" if "sign out" in steps and chance.random() < 0.5 else chance.choice(steps)
    return Kill(step, chance.random() * _SECONDS.get(step.partition(":")[0], _SHORTLY))


def _steps(chance: random.Random, *, first: bool) -> tuple[str, ...]:
    steps = [_sign_in(chance)] if first or chance.random() < 0.5 else []
    acts = range(chance.randint(1, _MOST_STEPS))
    steps += [_sign_in(chance) if chance.random() < 0.1 else chance.choice(_ACTS) for _ in acts]
    if chance.random() < 0.35:
        steps.append("sign out")
        steps += [_sign_in(chance), chance.choice(_ACTS)] if chance.random() < 0.4 else []
    return tuple(steps)


def _steps_at_the_window(chance: random.Random) -> tuple[str, ...]:
    """One person, and often another who locks out the first; who has been locked may come back."""
    first, second = chance.sample(sorted(PEOPLE), 2)
    steps = [f"sign in:{first}", *_acts_at_the_window(chance)]
    steps += [chance.choice(("sign out", "lock"))] if chance.random() < 0.5 else []
    if chance.random() < 0.6:
        steps += [f"sign in:{second}", *_acts_at_the_window(chance)]
        steps += [f"sign in:{first}", f"visit:{chance.choice(VISITED)}"] if chance.random() < 0.5 else []
    return tuple(steps)


def _acts_at_the_window(chance: random.Random) -> list[str]:
    visits = [f"visit:{place}" for place in chance.sample(VISITED, 2)]
    acts = [*visits, *chance.sample(_ACTS_AT_THE_WINDOW, 3)]
    chance.shuffle(acts)
    return acts


def _sign_in(chance: random.Random) -> str:
    return f"sign in:{chance.choice(sorted(PEOPLE))}"
