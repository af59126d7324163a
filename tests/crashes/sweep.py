"""Strikes the first call of the system in a scenario, then the second, and so on until the scenario ends unharmed."""

import itertools
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from tests.crashes.judge import broken_promises, opened_in
from tests.crashes.killing import Case
from tests.crashes.life import KeyFile, folders_below
from tests.crashes.scenarios import SAME_CONNECTIONS, WITH_A_DISK
from tests.crashes.unreliable_disk import CHANGES, Call, What
from workplace_app.account_stores import AccountStores
from workplace_app.store.connection import unlock
from workplace_app.store.migrations import cache_migrations, mine_migrations

Outcome = tuple[Case, list[list[Any]], int]
_SIGKILL = -9
_PATIENCE_SECONDS = 400.0
"""Where even the lock of a reader is refused for ever, SQLite itself tries for ten seconds, at each statement."""
_BUSY_MILLISECONDS = 50
"""A lock that nobody gives back is waited for no longer than this, in place of seconds."""


@dataclass(frozen=True)
class Strike:
    """What befalls the chosen call."""

    kinds: Call
    what: What
    error: int = 0
    for_ever: bool = False

    @property
    def kills(self) -> bool:
        """True when the process is to end by it."""
        return self.what in (What.KILL, What.KILL_HALFWAY)

    def __call__(self, case: Case, scenario: str, number: int, bugs: Sequence[str]) -> Outcome:
        """Let it befall the call of this number in the scenario, in a home that has been made ready for it."""
        here = PREPARATIONS[scenario](case)
        disk = [int(self.kinds), number, int(self.what), self.error, self.for_ever]
        order = here.order(scenario=scenario, bugs=list(bugs), disk=disk, busy_milliseconds=_BUSY_MILLISECONDS)
        return here, *here.nursery.bear("scenario", order).end(_PATIENCE_SECONDS)


class Striker(Protocol):
    """A way to strike one call of a scenario."""

    @property
    def kills(self) -> bool:
        """True when the process is to end by it."""

    def __call__(self, case: Case, scenario: str, number: int, bugs: Sequence[str]) -> Outcome:
        """Run the scenario with this call struck: its home, what was told, and the exit code."""


KILLED = Strike(CHANGES, What.KILL)
KILLED_HALFWAY = Strike(CHANGES, What.KILL_HALFWAY)


@dataclass
class Sweep:
    """How far a sweep came: the calls that were struck, what broke, and the problems that were told."""

    points: int = 0
    failures: list[str] = field(default_factory=list)
    told: Counter[str] = field(default_factory=Counter)
    complete: bool = False


def sweep(
    case: Case,
    scenario: str,
    strike: Striker,
    *,
    numbers: Sequence[int] | None = None,
    bugs: Sequence[str] = (),
    seconds: float = 1e9,
    kinds_allowed: frozenset[str] | None = None,
) -> Sweep:
    """Strike the calls of these numbers (None: each, until none is struck), until something breaks or time is over.

    ``case`` is an account that has settled in; scenarios that begin with less get homes beside it. ``kinds_allowed``
    are the problems that this fault may be told as.
    """
    done = Sweep()
    until = time.monotonic() + seconds
    for number in itertools.count(1) if numbers is None else numbers:
        if time.monotonic() > until:
            return done
        here, marks, code = strike(case, scenario, number, bugs)
        here.hear(marks)
        struck = code == _SIGKILL or any(mark[0] == "disk" and mark[2] > 0 for mark in marks)
        done.told.update(f"{mark[2]} ({mark[3]})" for mark in marks if mark[0] == "problem")
        wrong = [*_wrong(marks, code, strike, kinds_allowed), *CHECKS.get(scenario, usual_check)(here)]
        done.failures += [f"{scenario}, call {number}: {each}" for each in wrong]
        done.points += struck
        done.complete = numbers is None and not struck
        if done.complete or wrong:
            return done
    done.complete = True
    return done


def spread(total: int, points: int) -> list[int]:
    """So many numbers from 1 to ``total``, as far from each other as they can be."""
    return sorted({1 + (total - 1) * place // max(1, points - 1) for place in range(points)})


def calls_in(case: Case, scenario: str, kinds: Call) -> int:
    """How many such calls the scenario makes when nothing is struck; about as many each time."""
    here, marks, code = Strike(kinds, What.COUNT_ONLY)(case, scenario, 0, ())
    here.hear(marks)
    assert code == 0, marks
    wrong = CHECKS.get(scenario, usual_check)(here)
    assert not wrong, wrong
    return next(int(mark[1]) for mark in marks if mark[0] == "disk")


def _wrong(
    marks: Sequence[list[Any]], code: int, strike: Striker, kinds_allowed: frozenset[str] | None
) -> Iterator[str]:
    yield from (f"{mark}" for mark in marks if mark[0] == "crashed")
    if code not in (0, _SIGKILL) or (code == _SIGKILL and not strike.kills):
        yield f"the process ended with {code}"
    if kinds_allowed is not None:
        for mark in marks:
            if mark[0] == "problem" and mark[2] not in kinds_allowed:
                yield f"told as {mark[2]} ({mark[3]}) at {mark[1]}"


def usual_check(case: Case) -> list[str]:
    """What was called saved is there, everything is whole, and a healthy round brings all of it home."""
    wrong = broken_promises(case.home, case.home.with_name(f"{case.home.name}-copy"), case.acknowledged)
    return wrong or case.outcomes()


# What each scenario begins with


def _one_of_each(case: Case) -> Case:
    """The same home, whose wishes go to one task of Planner, one of To Do, and a new one."""
    names = ("tick in Planner", "tick in To Do", "new task")
    return replace(case, targets=[next(each for each in case.targets if each.startswith(name)) for name in names])


def _with_wishes(case: Case) -> Case:
    here = _one_of_each(case)
    marks, code = case.nursery.bear("scenario", here.order(scenario="filing")).end()
    assert code == 0, marks
    case.hear(marks)
    return here


def _with_news(case: Case) -> Case:
    case.town.order("live", times=3)
    return _with_wishes(case)


def _with_forgotten_bookmarks(case: Case) -> Case:
    """The server has forgotten what it had told, as Outlook does after some days."""
    case.town.order("faults/clear")
    path = "/v1.0/me/todo/lists/*/tasks/delta"
    case.town.order("faults", kind="sync_state_not_found", origin="graph", path=path, times=2)
    return _with_news(case)


def _with_unsettled_wishes(case: Case) -> Case:
    """Delivered, and the pages that will show it not yet read."""
    here = _with_wishes(case)
    marks, code = case.nursery.bear("round_once", here.order(feeds=())).end()
    assert code == 0, marks
    return here


def _fresh(case: Case) -> Case:
    home = case.home.with_name(f"{case.home.name}-new")
    shutil.rmtree(home, ignore_errors=True)
    return replace(case, home=home, targets=(), acknowledged=[])


def _copied(case: Case) -> Case:
    here = _fresh(case)
    shutil.copytree(case.home, here.home)
    return here


def _of_the_first_schema(case: Case) -> Case:
    """The same account with files as the first migrations made them, the outbox and the tokens in them."""
    here = replace(_copied(case), acknowledged=list(case.acknowledged), targets=_one_of_each(case).targets)
    opened = opened_in(here.home)
    for file, migrations in ((opened.files.cache, cache_migrations), (opened.files.mine, mine_migrations)):
        newest = file.rename(file.with_suffix(".newest"))
        with closing(dbapi2.connect(file, isolation_level=None)) as connection:
            unlock(connection, opened.key)
            connection.execute("PRAGMA journal_mode = WAL")
            names = [migration.name for migration in migrations._migrations]
            migrations.apply(Database(connection), stop_before=names[1] if len(names) > 1 else None)
            if file == opened.files.mine:
                connection.execute("ATTACH DATABASE ? AS newest KEY ?", (str(newest), f"x'{opened.key.hex()}'"))
                for table in ("outbox", "outbox_history", "token_cache"):
                    columns = ", ".join(f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})"))
                    connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newest.{table}")
            connection.execute("PRAGMA user_version = 1" if len(names) > 1 else f"PRAGMA user_version = {len(names)}")
    return here


PREPARATIONS: dict[str, Callable[[Case], Case]] = {
    "first sync": _fresh,
    "key and store are made": _fresh,
    "migration": _of_the_first_schema,
    "filing": _one_of_each,
    "delivery": _with_wishes,
    "delta page": _with_news,
    "resync": _with_forgotten_bookmarks,
    "settling": _with_unsettled_wishes,
    "filing, delivery, page and settling": _one_of_each,
    SAME_CONNECTIONS: _one_of_each,
    "sign-out": _copied,
    "checkpoint": _one_of_each,
}
assert PREPARATIONS.keys() == WITH_A_DISK.keys()


# What must hold afterwards, where it is not the usual


def _first_check(case: Case) -> list[str]:
    """Whoever begins again gets everything."""
    wrong = case.healthy_round()
    return wrong or case.outcomes()


def _creation_check(case: Case) -> list[str]:
    """Made again, it opens with the key that is kept."""
    marks, code = case.nursery.bear("scenario", case.order(scenario="key and store are made")).end()
    wrong = [] if code == 0 and not marks else [f"making it again ended with {code}: {marks}"]
    return wrong or broken_promises(case.home, case.home.with_name(f"{case.home.name}-copy"), [])


def _sign_out_check(case: Case) -> list[str]:
    """Either nothing has happened, or the next start finishes it: then nobody has a key and nothing is left to read."""
    stores = AccountStores(folders_below(case.home), lambda: KeyFile(case.home / "keys"))
    stores.finish_wiping()
    account_key = stores.last_used()
    keys = case.home / "keys"
    if account_key is not None and (keys / account_key).exists():
        return broken_promises(case.home, case.home.with_name(f"{case.home.name}-copy"), case.acknowledged)
    if any(keys.iterdir()):
        return ["the account is forgotten and its key is not"]
    return case.healthy_round()  # whoever signs in again gets everything


CHECKS: dict[str, Callable[[Case], list[str]]] = {
    "first sync": _first_check,
    "key and store are made": _creation_check,
    "sign-out": _sign_out_check,
}
