"""The program without its window, as a process that may be killed at any moment: what ``nursery.py`` calls in it.

Each function gets an order and a way to tell its parent how far it has come; what it tells as "filed" is what a screen
would call saved. Everything in it is the product: the encrypted store, filing, sync with real sockets.
"""

import asyncio
import random
import signal
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sync import account_session
from sync.attendant import Attendant
from sync.background import Background
from sync.delivery import outbox_round
from sync.feeds.registry import FEEDS
from sync.once import run_once
from sync.round_report import RoundReport
from sync.settings import Settings
from tests.crashes.planted import plant
from tests.crashes.steps import Linger, tell_steps
from tests.crashes.unreliable_disk import Call, UnreliableDisk, What
from tests.crashes.wishes import parted
from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.demo.robot_browser import RobotBrowser
from workplace_app.domain.account import Account
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.configuration_reading import municipality_from_json
from workplace_app.domain.problem import ProblemKind, ProblemRaised
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.sign_in import SignInState
from workplace_app.folders import Folders
from workplace_app.mending import mend
from workplace_app.store import connection as store_connection
from workplace_app.store import migrations, outbox_delivery, renewed_connection
from workplace_app.store.connection import SchemaOutdated, open_for_screen
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.sync_connection import open_for_sync

Order = dict[str, Any]
Tell = Callable[..., None]
LONGEST_PAUSE = 0.01
"""Seconds between two wishes of a quick person."""
ON_ITS_WAY = timedelta(milliseconds=250)
"""The town lies on the same computer, so what a killed program has sent arrives within this time."""
_SOON = timedelta(milliseconds=100)
_MOST_ROUNDS = 40
_NOT_LONG = timedelta(seconds=5)


def folders_below(home: Path) -> Folders:
    """The program's folders in a home of the test's."""
    return Folders(home / "data", home / "logs", home / "configuration", home / "machine", home / "municipality")


class KeyFile:
    """A keyring that outlives its user: a file for each key, whole or not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def fetch(self, account_key: str) -> bytes | None:
        """The key, or None."""
        path = self._folder / account_key
        return bytes.fromhex(path.read_text("ascii")) if path.exists() else None

    def store(self, account_key: str, key: bytes) -> None:
        """Keep it."""
        self._folder.mkdir(parents=True, exist_ok=True)
        draft = self._folder / f"{account_key}.new"
        draft.write_text(key.hex(), "ascii")
        draft.replace(self._folder / account_key)

    def delete(self, account_key: str) -> None:
        """Forget it."""
        (self._folder / account_key).unlink(missing_ok=True)


class Teller:
    """A listener that tells the parent what sync announces."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell

    def changed(self, kinds: frozenset[ChangeKind]) -> None:
        """Something is stored."""
        self._tell("changed", *sorted(kinds))

    def progress_changed(self, progress: SyncProgress) -> None:
        """A round has begun, gone on or ended."""
        self._tell("progress", progress.running)

    def sign_in_changed(self, state: SignInState) -> None:
        """Somebody is signed in or out."""
        self._tell("sign-in", state.step.value, state.problem.kind.value if state.problem else None)


class Workplace:
    """The pieces of the program that one life needs."""

    def __init__(self, order: Order, tell: Tell) -> None:
        home = Path(order["home"])
        self._order = order
        self._folders = folders_below(home)
        self.stores = AccountStores(self._folders, lambda: KeyFile(home / "keys"))
        self.settings = self._settings(tell)

    def open(self) -> OpenedAccount | None:
        """The files of whoever was here last, mended where they are damaged; None when nobody was here, or when a
        sign-out got no further than the key."""
        account_key = self.stores.last_used()
        if account_key is None:
            return None
        try:
            opened = self.stores.reopen(account_key)
        except ProblemRaised as raised:
            if raised.problem.kind is not ProblemKind.KEY_LOST:
                raise
            return None
        mend(opened)
        return opened

    def screen(self, opened: OpenedAccount) -> Connection:
        """The window's connection; older files are brought up to date first."""
        try:
            return open_for_screen(opened.files, opened.key)
        except SchemaOutdated:
            open_for_sync(opened.files, opened.key).close()
            return open_for_screen(opened.files, opened.key)

    def round(self, opened: OpenedAccount | None) -> RoundReport:
        """Deliver and read everything once, here and now, on this thread."""
        return run_once(self.settings, opened)

    def _settings(self, tell: Tell) -> Settings:
        municipality = municipality_from_json(self._order["municipality"])
        robot = RobotBrowser(self._order["user"], municipality.ca_file)
        return Settings(
            municipality=municipality,
            listener=Teller(tell),
            open_account=self._open_account,
            open_browser=robot.open,
            feeds=tuple(feed for feed in FEEDS if feed.name in self._order["feeds"]),
        )

    def _open_account(self, account: Account) -> OpenedAccount:
        opened = self.stores.open_or_create(account.key)
        mend(opened)
        self.stores.remember(opened)
        return opened


def hurry(ends: ExitStack, busy_milliseconds: int | None = None, on_its_way: float | None = None) -> None:
    """Shorten the product's waits, which are for the world and not for the disk; the order of its steps stays."""
    rest = _SOON if on_its_way is None else timedelta(seconds=on_its_way)
    for module, name, value in (
        (outbox_delivery, "ON_ITS_WAY", ON_ITS_WAY if on_its_way is None else rest),
        (outbox_round, "FIRST_REST", rest),
        (outbox_round, "LONGEST_REST", rest),
        (account_session, "SHORTEST_BETWEEN", _SOON),
        (renewed_connection, "REST_SECONDS", 0.0),
    ):
        ends.enter_context(patch.object(module, name, value))
    if busy_milliseconds is not None:
        for module in (store_connection, migrations):
            ends.enter_context(patch.object(module, "BUSY_MILLISECONDS", busy_milliseconds))


def file_next(order: Order, screen: Connection, tell: Tell, chance: random.Random) -> None:
    """File one wish and tell so when it is saved."""
    wish, target_id = parted(chance.choice(order["targets"]))
    intent = wish.next(screen, target_id, datetime.now(UTC))
    if intent is not None:
        tell("filed", intent.id)


def day(order: Order, tell: Tell) -> None:
    """Somebody works: wishes one thing after another while sync goes on beside it. Ends when it is killed."""
    with ExitStack() as ends:
        hurry(ends)
        tell_steps(ends, tell, Linger(*order["linger"]))
        plant(order.get("bugs", ()), ends, tell)
        workplace = Workplace(order, tell)
        opened = workplace.open()
        assert opened is not None
        screen = workplace.screen(opened)
        tell("opened")
        background = Background(workplace.settings)
        background.start(opened)
        background.network_changed(reachable=True)
        chance = random.Random(order["seed"])
        for _ in range(order["wishes"]):
            file_next(order, screen, tell, chance)
            background.refresh(frozenset())
            time.sleep(chance.random() * LONGEST_PAUSE)
        tell("all filed")
        while True:
            signal.pause()


def settle_in(order: Order, tell: Tell) -> None:
    """Sign in and read everything, what is only read on demand too."""

    async def read_all(settings: Settings) -> None:
        async with Attendant(settings) as attendant:
            await attendant.sign_in()
            report = RoundReport()
            # What a sign-in makes due is being read already, and left out of the first of these rounds.
            while len(report.feeds) < len(order["feeds"]):
                report = await attendant.rounds.run(order["feeds"])
            problems = [(feed.name, feed.problem) for feed in report.feeds if feed.problem]
            assert not problems, problems

    asyncio.run(read_all(Workplace(order, tell).settings))


def round_once(order: Order, tell: Tell) -> None:
    """A healthy round, or the first one of somebody who signs in; and more of them as long as wishes are soon due."""
    with ExitStack() as ends:
        hurry(ends)
        workplace = Workplace(order, tell)
        for _ in range(_MOST_ROUNDS):
            report = workplace.round(workplace.open())
            wait = _until_next_wish(workplace)
            if wait is None:
                break
            time.sleep(wait.total_seconds())
    tell("report", [[feed.name, [problem.kind.value for problem in feed.problems]] for feed in report.feeds])


def _until_next_wish(workplace: Workplace) -> timedelta | None:
    opened = workplace.open()
    if opened is None:
        return None
    with closing(open_for_sync(opened.files, opened.key)) as connection:
        now = datetime.now(UTC)
        moment = OutboxDelivery(connection).next_moment(now)
    return None if moment is None or moment > now + _NOT_LONG else max(moment - now, timedelta())


def disk_trials(order: Order, tell: Tell) -> None:
    """Many failing calls, one after another."""
    from tests.crashes.disk_trials import run

    run(order, tell)


def scenario(order: Order, tell: Tell) -> None:
    """One of ``scenarios.WITH_A_DISK`` on this thread, with the disk as the order says."""
    from tests.crashes.scenarios import WITH_A_DISK

    with ExitStack() as ends:
        hurry(ends, order.get("busy_milliseconds"))
        plant(order.get("bugs", ()), ends, tell)
        disk = None
        if "disk" in order:
            disk = UnreliableDisk(folders_below(Path(order["home"])).data)
            kinds, number, what, error, for_ever = order["disk"]
            disk.strike(Call(kinds), number, What(what), error, for_ever=for_ever)
        try:
            WITH_A_DISK[order["scenario"]](order, tell)
        except ProblemRaised as raised:
            tell("problem", "start", raised.problem.kind.value, raised.problem.detail)
        finally:
            if disk is not None:
                tell("disk", disk.counted, disk.struck)
