"""Plays sequences of lives on one disk, and says in sentences what lay or showed where it may not."""

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from itertools import count, islice
from pathlib import Path
from typing import Self

from tests.canaries.disks import Disk, kind_of_disk
from tests.canaries.finder import Finder
from tests.canaries.leaks import PLANTED
from tests.canaries.marks import KINDS, NAMES, OPEN, Marks
from tests.canaries.place import HISTORY, LETTER_OF, Order
from tests.canaries.plan import PLAIN, Life, Plan, draw
from tests.canaries.town import MarkedTown
from tests.crashes.nursery import Mark, Newborn, Nursery
from tests.crashes.unreliable_disk import build

ENDED = "ended with"
"""What stands in the sentence about a process that did not end well; a leak is not found by that."""
_SILENCE_SECONDS = 60.0
_SIGKILL = -9
_START = Life(PLAIN, ())
_LEAVE = Life(PLAIN, ("leave all",))


@dataclass
class Played:
    """What one sequence came to. ``failures`` are sentences, none when all held."""

    seed: int
    failures: list[str] = field(default_factory=list)
    lives: int = 0
    kills: int = 0
    looks: int = 0
    """How often the raw disk was looked at."""
    bytes_read: int = 0
    problems: set[str] = field(default_factory=set)
    """What the program refused, by kind: a locked keyring, a full disk."""


class Computer:
    """A disk, a keyring and the processes on it; made by ``a_computer``."""

    def __init__(self, disk: Disk, town: MarkedTown, nursery: Nursery, folder: Path, marks: Marks) -> None:
        self.disk = disk
        self._town = town
        self._nursery = nursery
        self._keys = folder / "keys"
        self._printed = folder / "printed"
        self._printed.mkdir(exist_ok=True)
        self._marks = marks
        self._finder = Finder(marks)

    def play(self, plan: Plan, leaks: Sequence[str] = ()) -> Played:
        """Live the plan, sign everybody out, and look at everything."""
        played = Played(plan.seed)
        for life in plan.lives:
            self._live(life, played, leaks, plan.seed)
            if life.look_at_disk:
                played.failures += self._look_at_disk(f"while somebody is here, after [{life}]", played)
            if played.failures:
                return played
        self._live(plan.leaving, played, leaks, plan.seed)
        if plan.leaving.kill is not None:
            self._live(_START, played, leaks, plan.seed)
            played.failures += self._unfinished()
            self._live(_LEAVE, played, leaks, plan.seed)
        played.failures += self._left(played)
        played.failures = [f"seed {plan.seed}: {failure}" for failure in played.failures]
        return played

    # Living

    def _live(self, life: Life, played: Played, leaks: Sequence[str], seed: int) -> None:
        order: Order = {
            "root": str(self.disk.root),
            "record": None if self.disk.record is None else str(self.disk.record),
            "printed": str(self._printed / "program"),
            "keys": str(self._keys),
            "municipality": self._town.announced,
            "marks": (self._marks.head, self._marks.tail),
            "keyring": life.keyring,
            "feeds": life.feeds,
            "steps": life.steps,
            "leaks": list(leaks),
            "seed": seed + played.lives,
        }
        played.lives += 1
        filled = life.full_disk and self.disk.fill()
        try:
            marks, code = _lived(self._nursery.bear(life.function, order), life)
        finally:
            if filled:
                self.disk.empty()
        played.kills += code == _SIGKILL
        self._hear(life, marks, code, played)

    def _hear(self, life: Life, marks: list[Mark], code: int, played: Played) -> None:
        if code != 0 and (life.kill is None or code != _SIGKILL):
            said = next((mark[1] for mark in marks if mark[0] == "crashed"), "")
            played.failures.append(f"[{life}] {ENDED} {code}: {said}")
        for word, *rest in marks:
            if word == "problem":
                played.problems.add(rest[1])
            elif word == "session":
                for path in Path(rest[0]).glob("*"):
                    played.failures += [str(each) for each in self._finder.finds("the session", path.read_bytes())]
            elif word == "seen":
                played.failures += _shown_wrongly(life, *rest)

    # Looking

    def _look_at_disk(self, when: str, played: Played) -> list[str]:
        played.looks += 1
        history = self._keys / HISTORY
        if history.exists():
            keys = history.read_text("ascii").split()
            self._finder.add_keys({f"key {number}": bytes.fromhex(key) for number, key in enumerate(keys)})

        def pieces() -> Iterator[bytes]:
            for piece in self.disk.raw():
                played.bytes_read += len(piece)
                yield piece

        return [f"{when}: {find}" for find in self._finder.finds_in_all("the raw disk", pieces())]

    def _left(self, played: Played) -> list[str]:
        """After everybody has signed out."""
        wrong = self._look_at_disk("after everybody has signed out", played)
        for folder in (self.disk.root, self._printed):
            wrong += [str(find) for find in self._finder.finds_below(folder)]
        wrong += [f"{entry} of {LETTER_OF[entry[:32]]} is left in the keyring" for entry in self._entries_there()]
        return wrong + [f"{path.name} is left of {LETTER_OF[path.name[:32]]}" for path in self._accounts_there()]

    def _unfinished(self) -> list[str]:
        """After a start: whose key is gone, their files are too."""
        keys = {entry[:32] for entry in self._entries_there()}
        return [
            f"{path.name} of {LETTER_OF[path.name[:32]]} has no key and is left after a start"
            for path in self._accounts_there()
            if path.name[:32] not in keys
        ]

    def _entries_there(self) -> list[str]:
        """Keys in the keyring, and what is kept there beside them."""
        return [path.name for path in self._keys.glob("*") if path.name[:32] in LETTER_OF]

    def _accounts_there(self) -> list[Path]:
        below = self.disk.root.glob("home/workplace/data/accounts/*")
        return [path for path in below if path.name[:32] in LETTER_OF]


def _shown_wrongly(life: Life, own: str, found: list[tuple[str, str, str]], named: list[str]) -> list[str]:
    foreign = [each for each in found if each[0] not in (own, OPEN) and each[1] not in NAMES]
    wrong = [
        f"[{life}] while {own} is here, a {where} has a {KINDS[kind]} of {letter}" for letter, kind, where in foreign
    ]
    return wrong + [f"[{life}] a window's title has a {KINDS[kind]}" for kind in named]


def _lived(newborn: Newborn, life: Life) -> tuple[list[Mark], int]:
    """Its marks and how it ended; killed where the plan says so."""
    heard: list[Mark] = []
    kill = life.kill
    while (mark := newborn.mark(_SILENCE_SECONDS)) is not None:
        heard.append(mark)
        if kill is not None and mark == ["begun", kill.step]:
            time.sleep(kill.wait)
            newborn.kill()
            break
    more, code = newborn.end()
    return [*heard, *more], code


class Computers:
    """The town, and what processes are born from: a context manager, from which one sequence after another is played,
    each on a computer on which nobody has been."""

    def __init__(self, seed: int, make_disk: Callable[[], Disk] | None = None) -> None:
        self._marks = Marks.drawn(seed)
        self._make_disk = make_disk or kind_of_disk()
        self._ends = ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as ends:
            self._folder = Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="nacka-town-")))
            self._town = MarkedTown(self._folder / "town", self._marks)
            ends.callback(self._town.close)
            with closing(self._make_disk()) as disk:
                self.way = disk.way
                library = build(self._folder) if disk.record is not None else None
            self._nursery = ends.enter_context(Nursery(library, "tests.canaries.life"))
            self._ends = ends.pop_all()
        return self

    def __exit__(self, *_why: object) -> None:
        self._ends.close()

    def play(self, plan: Plan, leaks: Sequence[str] = ()) -> Played:
        """One sequence."""
        with closing(self._make_disk()) as disk, tempfile.TemporaryDirectory(dir=self._folder) as own:
            return Computer(disk, self._town, self._nursery, Path(own), self._marks).play(plan, leaks)

    def finds(self, leak: str, first_seed: int, sequences: int) -> Played | None:
        """The first of so many sequences in which this leak is found; None when it is in none."""
        for plan in islice(_plans_for(leak, first_seed), sequences):
            played = self.play(plan, (leak,))
            if any(ENDED not in failure for failure in played.failures):
                return played
        return None


def _plans_for(leak: str, first_seed: int) -> Iterator[Plan]:
    """Sequences in which it can show."""
    steps = PLANTED[leak].shown_at_the_window_by
    for seed in count(first_seed):
        plan = draw(seed, windows=1.0, most_lives=1) if steps else draw(seed, windows=0.0)
        if plan.has(*steps):
            yield plan
