"""Which account is open in the window, and what happens when that changes: start, sign-in, sign-out, the end."""

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from threading import Thread
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal

from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.domain.account import PUBLIC_ACCOUNT, Account
from workplace_app.domain.keyring import SHUT, Keyring
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.sign_in import SignInState, SignInStep
from workplace_app.key_fetch import Found
from workplace_app.mending import mend
from workplace_app.store.connection import SchemaOutdated, open_for_screen
from workplace_app.store.connection_type import Connection
from workplace_app.store.own_things.visits import arrive, still_here
from workplace_app.store.person_reader import profile
from workplace_app.store.store_problems import file_problem

_LOG = logging.getLogger(__name__)
_SHUT = {ProblemKind.KEYRING_LOCKED: Keyring.LOCKED, ProblemKind.KEYRING_SILENT: Keyring.SILENT}
_PATIENCE_SECONDS = 15.0
"""How long the end of the program waits for a wiping that is under way."""


class AccountWindow(Protocol):
    """The window, as far as accounts go."""

    def enter(self, connection: Connection, account: Account, keyring: Keyring) -> None:
        """Show this account's things."""

    def signed_in_again(self) -> None:
        """Whoever is shown has signed in anew; the things shown are the same."""

    def leave(self) -> None:
        """Drop all that belongs to the account that is shown."""

    def say_problem(self, problem: Problem) -> None:
        """Tell what is wrong and what to do."""

    def sign_in_failed(self, problem: Problem) -> None:
        """The same, where the page that is shown does not tell of it by itself."""


class AccountSwitching(QObject):
    """Belongs to the window's thread. ``make_public`` fills the store of nobody, ``migrate`` brings an older one up to
    date; both are called on a thread of their own. ``entered`` follows every change of account."""

    entered = Signal(object)
    """The ``OpenedAccount`` that is shown now."""
    _prepared = Signal(object)
    _wiped = Signal(object)

    def __init__(
        self,
        window: AccountWindow,
        stores: AccountStores,
        clock: Callable[[], datetime],
        *,
        make_public: Callable[[OpenedAccount], None],
        migrate: Callable[[OpenedAccount], None],
    ) -> None:
        super().__init__()
        self._window = window
        self._stores = stores
        self._clock = clock
        self._make_public = make_public
        self._migrate = migrate
        self._connection: Connection | None = None
        self._signing_in: OpenedAccount | None = None
        self._files_are_new = False
        self._to_say: Problem | None = None
        self._workers: list[Thread] = []
        self.opened: OpenedAccount | None = None
        self._prepared.connect(self._enter_prepared, Qt.ConnectionType.QueuedConnection)
        self._wiped.connect(self._open_public_after_wiping, Qt.ConnectionType.QueuedConnection)

    @property
    def connection(self) -> Connection | None:
        """The screen's connection to what is shown."""
        return self._connection

    def begin(self, found: Found) -> None:
        """The key has been looked for: open the account, or what is open to all."""
        if isinstance(found, OpenedAccount):
            self._enter_or_migrate(found)
        else:
            self.open_public(found)

    def begin_again(self, found: Found) -> None:
        """The keyring has been asked once more, from the page of what is open to all."""
        if isinstance(found, Problem):
            self._window.say_problem(found)
        elif self.opened is None or self.opened.account_key == PUBLIC_ACCOUNT.key:
            self.begin(found)

    def open_public(self, problem: Problem | None = None) -> None:
        """Show what is open to all, once its store is ready, and say what kept anything else from being shown."""
        self._to_say = problem or self._to_say
        self._prepare(self._public_store)

    def open_account(self, account: Account) -> OpenedAccount:
        """The files of whoever has just signed in; called by sync on a thread of its own."""
        opened = self._stores.open_or_create(account.key)
        self._files_are_new = mend(opened)
        self._signing_in = opened
        return opened

    def sign_in_changed(self, state: SignInState) -> None:
        """Somebody has signed in: show their things. Sync has opened and migrated the store before it tells so."""
        if state.step is SignInStep.FAILED and state.problem is not None:
            if self.opened is not None:
                self._window.sign_in_failed(state.problem)
            return
        if state.step is not SignInStep.SIGNED_IN or state.account is None or self._signing_in is None:
            return
        opened, self._signing_in = self._signing_in, None
        if self.opened == opened and not self._files_are_new:
            self._window.signed_in_again()
            return
        try:
            self._enter(opened, state.account)
        except (ProblemRaised, SchemaOutdated) as error:
            self._window.say_problem(_understood(error))
        try:
            self._stores.remember(opened)
        except ProblemRaised as raised:  # the next start will ask who it is; everything is there after that
            self._window.say_problem(raised.problem)

    def sign_out(self, close_sync: Callable[[], None]) -> None:
        """Leave the account at once, then wipe it beside the window: key, sync's connection, files."""
        opened = self.opened
        if opened is None or opened.account_key == PUBLIC_ACCOUNT.key:
            return
        self.leave()

        def work() -> None:
            try:
                self._stores.wipe(opened.account_key, close_sync)
            except Exception as error:  # noqa: BLE001  whatever it was, the window must not stay empty
                _LOG.exception("signing out left something behind")
                self._wiped.emit(_understood(error))
            else:
                self._wiped.emit(None)

        self._start(work, "sign out")

    def leave(self) -> None:
        """Close what is open in the window."""
        self._window.leave()
        if self._connection is not None:
            with suppress(ProblemRaised):  # a visit that is not noted costs one figure in "since last"
                still_here(self._connection, self._clock())
            self._connection.close()
            self._connection = None
        self.opened = None

    def end(self) -> None:
        """The window has closed: leave, and wait for what is being prepared or wiped."""
        self._prepared.disconnect(self._enter_prepared)
        self._wiped.disconnect(self._open_public_after_wiping)
        self.leave()
        for worker in self._workers:
            worker.join(_PATIENCE_SECONDS)

    def _public_store(self) -> OpenedAccount:
        """The store of nobody. What cannot be kept on this computer (no room, a locked keyring, files from another
        version) is made for this session: services can be found in any case."""
        try:
            opened = self._stores.open_or_create(PUBLIC_ACCOUNT.key)
            mend(opened)
            self._make_public(opened)
        except (ProblemRaised, OSError) as error:
            self._to_say = self._to_say or _understood(error)
            opened = self._stores.open_for_session(PUBLIC_ACCOUNT.key)
            self._make_public(opened)
        return opened

    def _open_public_after_wiping(self, problem: Problem | None) -> None:
        self.open_public(problem)

    def _enter_or_migrate(self, found: OpenedAccount) -> None:
        try:
            self._enter(found, None)
        except SchemaOutdated:

            def migrated() -> OpenedAccount:
                self._migrate(found)
                return found

            self._prepare(migrated)
        except ProblemRaised as raised:
            if self.opened is None:
                self.open_public(raised.problem)
            else:
                self._window.say_problem(raised.problem)

    def _prepare(self, make: Callable[[], OpenedAccount]) -> None:
        """Make a store ready beside the window, then show it."""

        def work() -> None:
            try:
                self._prepared.emit(make())
            except (ProblemRaised, OSError) as error:
                self._prepared.emit(_understood(error))

        self._start(work, "prepare")

    def _start(self, work: Callable[[], None], name: str) -> None:
        self._workers = [worker for worker in self._workers if worker.is_alive()]
        worker = Thread(target=work, name=name, daemon=True)
        self._workers.append(worker)
        worker.start()

    def _enter_prepared(self, made: OpenedAccount | Problem) -> None:
        if isinstance(made, Problem):
            if self.opened is None and not self._stores.holds_for_session(PUBLIC_ACCOUNT.key):
                self.open_public(made)
            else:
                self._window.say_problem(made)
            return
        if self._connection is not None and made.account_key == PUBLIC_ACCOUNT.key:
            return  # somebody has signed in meanwhile
        try:
            self._enter(made, None)
        except (ProblemRaised, SchemaOutdated) as error:
            self._window.say_problem(_understood(error))

    def _enter(self, opened: OpenedAccount, account: Account | None) -> None:
        connection = open_for_screen(opened.files, opened.key)
        self.leave()
        self._connection, self.opened = connection, opened
        problem, self._to_say = self._to_say, None
        try:
            arrive(connection, self._clock())
        except ProblemRaised as raised:  # a full disk does not keep anybody from reading
            problem = problem or raised.problem
        public = opened.account_key == PUBLIC_ACCOUNT.key
        shown = PUBLIC_ACCOUNT if public else account or account_in(connection)
        keyring = self._keyring(opened, problem)
        self._window.enter(connection, shown, keyring)
        self.entered.emit(opened)
        problem = problem or (self._stores.session_problem if opened.session_only else None)
        if problem is not None and keyring not in SHUT:  # the page that is shown says that
            self._window.say_problem(problem)

    def _keyring(self, opened: OpenedAccount, problem: Problem | None) -> Keyring:
        """What the window tells of the keyring as long as this is shown."""
        shut = _SHUT.get(problem.kind) if problem is not None else None
        if shut is not None and opened.account_key == PUBLIC_ACCOUNT.key and self._stores.last_used() is not None:
            return shut
        lacking = opened.session_only and self._stores.session_problem is not None
        return Keyring.NONE if lacking else Keyring.OPEN


def account_in(connection: Connection) -> Account:
    """The account whose cache this is, as far as its profile tells: enough to show whose things these are."""
    known = profile(connection)
    if known is None:
        return Account("", "unknown", "", "", "")
    object_id = known.person.id.partition(":")[2]
    return Account("", object_id, "", known.person.mail, known.person.name)


def _understood(error: Exception) -> Problem:
    if isinstance(error, ProblemRaised):
        return error.problem
    if isinstance(error, OSError):
        return file_problem(error)
    return Problem(ProblemKind.UNEXPECTED, detail=type(error).__name__)
