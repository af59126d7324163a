"""Many failing calls in one process: the interpreter, the imports and the connection to the town are paid once.

A trial is one part of the program's work in which one call of the system fails (or all from one on), on connections to
the store that are opened for it and closed after it; then healthy rounds until nothing is left to do.
"""

import asyncio
import itertools
import random
from collections.abc import Awaitable, Callable
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

import httpx

from sync import attendant, http_client
from sync.attendant import Attendant
from sync.round_report import RoundReport
from tests.crashes.life import Order, Tell, Workplace, file_next, folders_below, hurry
from tests.crashes.planted import plant
from tests.crashes.unreliable_disk import Call, UnreliableDisk, What
from workplace_app.account_stores import OpenedAccount
from workplace_app.domain.problem import Problem, ProblemRaised
from workplace_app.mending import mend
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.sync_connection import open_for_sync

FILING, ROUND = "filing", "round"
FILINGS_BEFORE_A_ROUND = 20
UNHARMED_AT_THE_END = 3
"""A part makes a call more or less from one time to the next."""
_MOST_ROUNDS = 20


class _Kept:
    """The client for all APIs, which each attendant takes for its own and none of them closes."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def __aenter__(self) -> httpx.AsyncClient:
        return self._client

    async def __aexit__(self, *_ended: object) -> None:
        """It goes on."""


class _Trials:
    """One home, and what is done in it."""

    def __init__(self, order: Order, tell: Tell) -> None:
        self.order = order
        self.tell = tell
        self.workplace = Workplace(order, lambda *_: None)
        self.problems = 0
        """Told in this trial."""
        self.disk = UnreliableDisk(folders_below(Path(order["home"])).data)

    def opened(self) -> OpenedAccount:
        """Whoever was here last, as long as the disk gives who that was."""
        account_key = self.workplace.stores.last_used()
        assert account_key is not None
        return self.workplace.stores.reopen(account_key)

    def file(self, opened: OpenedAccount) -> None:
        """File a wish at the window's connection."""
        with closing(self.workplace.screen(opened)) as screen:
            file_next(self.order, screen, self.tell, random.Random(1))

    async def round(self, opened: OpenedAccount) -> RoundReport:
        """Deliver and read everything, on a connection of its own."""
        async with Attendant(self.workplace.settings) as here:
            here.adopt(opened)
            return await here.rounds.run()

    def told(self, report: RoundReport) -> None:
        """Tell the problems of a round."""
        for feed in report.feeds:
            for problem in feed.problems:
                self.problem(feed.name, problem)

    def problem(self, where: str, problem: Problem) -> None:
        """Tell one."""
        self.problems += 1
        self.tell("problem", where, problem.kind.value, problem.detail)

    async def recover(self) -> None:
        """Healthy rounds until nothing is to be delivered. A trial that told of nothing and left nothing needs none."""
        opened = self.opened()
        if not self.problems and self.next_moment(opened, datetime.now(UTC)) is None:
            return
        self.problems = 0
        for _ in range(_MOST_ROUNDS):
            report = await self.round(opened)
            for feed in report.feeds:
                for problem in feed.problems:
                    self.tell("unhealthy", f"a healthy round says {problem.kind.value} at {feed.name}")
            now = datetime.now(UTC)
            moment = self.next_moment(opened, now)
            if moment is None:
                return
            await asyncio.sleep(max(0.0, (moment - now).total_seconds()))
        self.tell("unhealthy", "something is still waiting after healthy rounds")

    def next_moment(self, opened: OpenedAccount, now: datetime) -> datetime | None:
        """When something is to be delivered next; None when nothing is left."""
        with closing(open_for_sync(opened.files, opened.key)) as connection:
            return OutboxDelivery(connection).next_moment(now)


async def _filing(trials: _Trials) -> None:
    """Open the store, which is mended where it is damaged, and file a wish."""
    account_key = trials.workplace.stores.last_used()
    if account_key is None:  # the disk has not given who was here last: as if nobody had been
        return
    opened = trials.workplace.stores.reopen(account_key)
    mend(opened)
    trials.file(opened)


async def _round(trials: _Trials) -> None:
    """Open the store for sync, deliver a wish, and read the page that shows it."""
    account_key = trials.workplace.stores.last_used()
    if account_key is not None:
        trials.told(await trials.round(trials.workplace.stores.reopen(account_key)))


PARTS: dict[str, Callable[[_Trials], Awaitable[None]]] = {FILING: _filing, ROUND: _round}


def run(order: Order, tell: Tell) -> None:
    """Strike call number ``order["first"]``, each ``step`` after it and none after ``last``, in a trial of its own.

    Ends when the part reaches none of several in a row. After each, ["trial", number, calls struck] is told.
    """
    with ExitStack() as ends:
        hurry(ends, order["busy_milliseconds"], order["on_its_way"])
        plant(order["bugs"], ends, tell)
        asyncio.run(_run(_Trials(order, tell), ends))


async def _run(trials: _Trials, ends: ExitStack) -> None:
    order = trials.order
    kinds, what, error, for_ever = order["disk"]
    if not kinds & Call.SOCKET:
        await _keep_connections(trials, ends)
    unharmed = 0
    for number in itertools.count(order["first"], order["step"]):
        if order["part"] == ROUND:
            trials.file(trials.opened())
        trials.disk.strike(Call(kinds), number, What(what), error, for_ever=for_ever)
        try:
            await PARTS[order["part"]](trials)
        except ProblemRaised as raised:
            trials.problem(order["part"], raised.problem)
        struck = trials.disk.struck
        trials.disk.strike(Call(0), 0, What.COUNT_ONLY)
        if order["part"] == ROUND or number % FILINGS_BEFORE_A_ROUND == 0:
            await trials.recover()
        trials.tell("trial", number, struck)
        unharmed = 0 if struck else unharmed + 1
        if unharmed == UNHARMED_AT_THE_END or number > order["last"] - order["step"]:
            return


async def _keep_connections(trials: _Trials, ends: ExitStack) -> None:
    """Let all attendants speak over the same connections: most of a round's cost is to make them."""
    context = http_client.trust(trials.workplace.settings.municipality.ca_file)
    ends.enter_context(patch.object(attendant, "trust", lambda _ca_file: context))
    client = http_client.open_client(context)
    ends.enter_context(patch.object(attendant, "open_client", lambda _context: _Kept(client)))
    blocking = http_client.open_blocking_client(context)
    ends.enter_context(patch.object(blocking, "close"))
    ends.enter_context(patch.object(attendant, "open_blocking_client", lambda _context: blocking))
