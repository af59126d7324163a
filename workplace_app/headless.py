"""The program's whole job without a window: sign in, one round of sync, and what was fetched in words."""

import webbrowser
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from types import TracebackType
from typing import Self

from sync.content_access import ContentAccess
from sync.feeds.registry import FEEDS
from sync.identity.key_vault import KeyVault
from sync.once import run_once
from sync.round_report import RoundReport
from sync.settings import Settings
from workplace_app.access_gate import refuse_who_is_locked, remove_what_must_go
from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.already_running import AlreadyRunning
from workplace_app.built_in_catalogue import store_built_in_catalogue
from workplace_app.clock import now_utc
from workplace_app.demo.robot_browser import RobotBrowser
from workplace_app.demo_process import DemoPerson, DemoProcess
from workplace_app.domain.account import PUBLIC_ACCOUNT, Account
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.configuration_reading import ConfigurationError
from workplace_app.domain.problem import ProblemKind, ProblemRaised
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.sign_in import ANYBODY, SignInState, SignInWish
from workplace_app.folders import system_folders
from workplace_app.logging_setup import set_up_logging
from workplace_app.mending import mend
from workplace_app.municipality_here import NOBODY, find_municipality, log_ignored
from workplace_app.single_instance import SingleInstance
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.sync_connection import open_for_sync

_PROBLEMS_NAMED = 3


class Silent:
    """A listener for a round at which nobody looks."""

    def changed(self, kinds: frozenset[ChangeKind]) -> None:
        """Nobody to tell."""

    def progress_changed(self, progress: SyncProgress) -> None:
        """Nobody to tell."""

    def sign_in_changed(self, state: SignInState) -> None:
        """Nobody to tell."""


class HeadlessRound:
    """A context manager around one round; it starts the demo municipality where that was asked for, and stops it."""

    def __init__(self, configuration: Path | None, *, demo: bool, user_name: str | None, scale: int) -> None:
        folders = system_folders()
        self._folders = folders.for_demo(scale) if demo else folders
        self._configuration = configuration
        self._scale = scale if demo else None
        self._user_name = user_name
        self._municipality = NOBODY
        self._demo: DemoProcess | None = None
        self._stores = AccountStores(self._folders, KeyVault)
        self._opened: OpenedAccount | None = None
        self._ends = ExitStack()

    def __enter__(self) -> Self:
        """Raises ``AlreadyRunning`` or ``ConfigurationError``."""
        with ExitStack() as ends:
            instance = SingleInstance(self._folders.data)
            if not instance.acquire():
                raise AlreadyRunning
            ends.callback(instance.release)
            set_up_logging(self._folders.logs)
            if self._scale is None:
                self._municipality = find_municipality(self._configuration, self._folders)
            else:
                folder = self._folders.demo / f"scale-{self._scale}"
                self._demo = DemoProcess.start(folder, "--scale", str(self._scale))
                ends.callback(self._demo.stop)
                self._municipality = self._demo.municipality
            log_ignored(self._municipality)
            ends.callback(self._stores.close_session)
            self._ends = ends.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ends.close()

    def sync(self) -> RoundReport:
        """Sign in where nobody is, and read everything that is not on demand. In the demo, whose browser is a robot, a
        sign-in that no longer holds is renewed.

        Raises ``ProblemRaised``. What the round found of the account's access is for ``admit`` to say.
        """
        opened = self._left_here()
        return run_once(
            Settings(
                municipality=self._municipality,
                listener=Silent(),
                open_account=self._open_account,
                open_browser=self._browser(),
                feeds=FEEDS,
                content_access=ContentAccess,
            ),
            opened,
            renew_sign_in=self._demo is not None,
            # The browser may still know somebody whose things are locked here.
            wish=SignInWish(proof=True) if self._stores.account_keys() else ANYBODY,
        )

    def admit(self) -> None:
        """After a round, before anything of the account is shown: raises ``ProblemRaised`` when it may be open no
        longer and the identity provider did not say yes in the round (GRACE_OVER, ACCESS_REVOKED), and when its time is
        over and it has been removed."""
        if self._opened is not None and self._opened.account_key != PUBLIC_ACCOUNT.key:
            rules, now = self._municipality.access, now_utc()
            remove_what_must_go(self._stores, self._opened, rules, now)
            refuse_who_is_locked(self._opened, rules, now)

    @property
    def opened(self) -> OpenedAccount:
        """The store that the round filled."""
        if self._opened is None:
            raise ConfigurationError("nothing has been opened yet")
        return self._opened

    @property
    def municipality(self) -> Municipality:
        """Whom the round asked."""
        return self._municipality

    @property
    def session_only(self) -> bool:
        """True when there was no keyring, so that everything is kept in memory for this session."""
        return self._stores.session_problem is not None

    def _left_here(self) -> OpenedAccount | None:
        """The store of whoever was here last; without a tenant to sign in to, the public one; and none when somebody
        else is asked for."""
        self._stores.finish_wiping()
        account_key = self._stores.last_used()
        if self._user_name and self._demo is not None:
            tenant, person = self._municipality.tenant_id, self._person(self._demo)
            if account_key != Account(tenant, person.object_id, "", "", "").key:
                return None
        try:
            if account_key is not None:
                self._opened = self._stores.reopen(account_key)
                remove_what_must_go(self._stores, self._opened, self._municipality.access, now_utc())
            elif not self._municipality.can_sign_in:
                self._opened = self._open_public()
        except ProblemRaised as raised:
            if raised.problem.kind not in (ProblemKind.KEY_LOST, ProblemKind.NO_KEYRING):
                raise
            self._opened = None
        return self._opened

    def _open_public(self) -> OpenedAccount:
        opened = self._stores.open_or_create(PUBLIC_ACCOUNT.key)
        mend(opened)
        with closing(open_for_sync(opened.files, opened.key)) as connection:
            writer = CacheWriter(connection)
            if not writer.bookmarks("services"):
                store_built_in_catalogue(writer, now_utc())
        return opened

    def _open_account(self, account: Account) -> OpenedAccount:
        self._opened = self._stores.open_or_create(account.key)
        mend(self._opened)
        self._stores.remember(self._opened)
        return self._opened

    def _browser(self) -> Callable[[str], bool]:
        if self._demo is None:
            return webbrowser.open
        return RobotBrowser(self._person(self._demo).user_name, self._municipality.ca_file).open

    def _person(self, demo: DemoProcess) -> DemoPerson:
        """Who signs in to the demo: the one whose name was given, else the first."""
        chosen = self._user_name or demo.people[0].user_name
        matches = [person for person in demo.people if person.user_name.startswith(chosen)]
        if len(matches) != 1:
            names = ", ".join(person.user_name for person in demo.people)
            raise ConfigurationError(f"the demo has no {chosen}; it has {names}")
        return matches[0]


def report_lines(report: RoundReport) -> Iterator[str]:
    """What was fetched, a line per feed, and together."""
    yield f"{'feed':22}{'items':>8}{'requests':>10}{'kB':>8}{'ms':>8}  problems"
    for feed in report.feeds:
        words = ", ".join(problem.kind.value for problem in feed.problems[:_PROBLEMS_NAMED])
        more = f" (+{len(feed.problems) - _PROBLEMS_NAMED})" if len(feed.problems) > _PROBLEMS_NAMED else ""
        figures = f"{feed.items:8}{feed.requests:10}{feed.bytes // 1024:8}{feed.milliseconds:8}"
        yield f"{feed.name:22}{figures}  {words}{more}"
    requests = sum(feed.requests for feed in report.feeds)
    size = sum(feed.bytes for feed in report.feeds) // 1024
    yield f"{'together':22}{report.items:8}{requests:10}{size:8}"
