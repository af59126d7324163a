"""What the program does while each call of the system is struck in turn: one function for each, on one thread.

What is made ready before each, and what must hold afterwards, stands in ``sweep.py``.
"""

import asyncio
import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sync.attendant import Attendant
from sync.round_report import RoundReport
from tests.crashes.life import Order, Tell, Workplace, file_next, folders_below
from tests.crashes.unreliable_disk import UnreliableDisk
from workplace_app.account_stores import OpenedAccount
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.problem import Problem, ProblemRaised
from workplace_app.mending import mend
from workplace_app.store.own_things.choices import Choices
from workplace_app.store.sync_connection import open_for_sync

SAME_CONNECTIONS = "two rounds on the same connections"


def first_sync(order: Order, tell: Tell) -> None:
    """Sign in for the first time and fetch everything."""
    _round(Workplace(order, tell), None, tell)


def creation(order: Order, tell: Tell) -> None:
    """Make a key, keep it, and make both files."""
    workplace = Workplace(order, tell)
    opened = workplace.stores.open_or_create(PUBLIC_ACCOUNT.key)
    mend(opened)
    open_for_sync(opened.files, opened.key).close()
    workplace.stores.remember(opened)


def migration(order: Order, tell: Tell) -> None:
    """Open files of the first schema, as the window does."""
    workplace = Workplace(order, tell)
    opened = workplace.open()
    if opened is not None:
        workplace.screen(opened).close()


def filing(order: Order, tell: Tell) -> None:
    """File one wish for each target; each that cannot be saved is told."""
    workplace = Workplace(order, tell)
    opened = workplace.open()
    if opened is not None:
        _file(order, workplace, opened, tell)


def round_of_sync(order: Order, tell: Tell) -> None:
    """Deliver what waits and read what has changed."""
    workplace = Workplace(order, tell)
    opened = workplace.open()
    if opened is not None:
        _round(workplace, opened, tell)


def filing_and_round(order: Order, tell: Tell) -> None:
    """File, deliver, read the pages that show it, settle."""
    workplace = Workplace(order, tell)
    opened = workplace.open()
    if opened is not None:
        _file(order, workplace, opened, tell)
        _round(workplace, opened, tell)


def sign_out(order: Order, tell: Tell) -> None:
    """Wipe the account that was used last."""
    workplace = Workplace(order, tell)
    account_key = workplace.stores.last_used()
    if account_key is not None:
        workplace.stores.wipe(account_key, lambda: None)


def checkpoint(order: Order, tell: Tell) -> None:
    """Write something, and fold the logs of both files in."""
    workplace = Workplace(order, tell)
    opened = workplace.open()
    if opened is None:
        return
    _file(order, workplace, opened, tell)
    with closing(open_for_sync(opened.files, opened.key)) as connection:
        Choices(connection).set_setting("density", "airy")
        connection.execute("PRAGMA mine.wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA main.wal_checkpoint(TRUNCATE)")


def round_after_round(order: Order, tell: Tell) -> None:
    """Work and sync, and once more on the same two connections: what is told then, though the disk refused nothing any
    more, is marked."""
    workplace = Workplace(order, tell)
    opened = workplace.open()
    if opened is None:
        return
    disk = UnreliableDisk(folders_below(Path(order["home"])).data)
    screen = workplace.screen(opened)

    async def go() -> None:
        async with Attendant(workplace.settings) as attendant:
            attendant.adopt(opened)
            for _ in range(2):
                before = disk.struck
                said: list[tuple[str, Problem]] = []
                for target_id in order["targets"]:
                    try:
                        file_next({"targets": [target_id]}, screen, tell, random.Random(1))
                    except ProblemRaised as raised:
                        said.append(("filing", raised.problem))
                report = await attendant.rounds.run()
                said += [(feed.name, problem) for feed in report.feeds for problem in feed.problems]
                where = "the same connection" if before and before == disk.struck else ""
                for name, problem in said:
                    tell("problem", where or name, problem.kind.value, problem.detail)

    asyncio.run(go())
    screen.close()


# Who was here last stands in a file of its own. When the disk will not give it, the program shows what is open to all,
# as if nobody had been here, and whoever signs in finds everything again: these scenarios then have nothing to do.


def _file(order: Order, workplace: Workplace, opened: OpenedAccount, tell: Tell) -> None:
    screen = workplace.screen(opened)
    for target_id in order["targets"]:
        try:
            file_next({"targets": [target_id]}, screen, tell, random.Random(1))
        except ProblemRaised as raised:
            tell("problem", "filing", raised.problem.kind.value, raised.problem.detail)
    screen.close()


def _round(workplace: Workplace, opened: OpenedAccount | None, tell: Tell) -> None:
    report: RoundReport = workplace.round(opened)
    for feed in report.feeds:
        for problem in feed.problems:
            tell("problem", feed.name, problem.kind.value, problem.detail)


SCENARIOS: dict[str, Callable[[Order, Tell], None]] = {
    "first sync": first_sync,
    "key and store are made": creation,
    "migration": migration,
    "filing": filing,
    "delivery": round_of_sync,
    "delta page": round_of_sync,
    "resync": round_of_sync,
    "settling": round_of_sync,
    "filing, delivery, page and settling": filing_and_round,
    "sign-out": sign_out,
    "checkpoint": checkpoint,
}
"""By the name that a report gives them."""

WITH_A_DISK = {**SCENARIOS, SAME_CONNECTIONS: round_after_round}
"""The same, and what only makes sense on a disk that refuses and then gives again."""
