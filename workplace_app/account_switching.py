"""Which account is open in the window, and what happens when that changes: start, sign-in, sign-out, the end."""

import logging
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal

from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.clock import now_utc
from workplace_app.domain.account import PUBLIC_ACCOUNT, Account
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.sign_in import SignInState, SignInStep
from workplace_app.store.connection import SchemaOutdated, open_for_screen
from workplace_app.store.connection_type import Connection
from workplace_app.store.own_things.visits import arrive, still_here
from workplace_app.store.person_reader import profile

_LOG = logging.getLogger(__name__)


class AccountWindow(Protocol):
    """The window, as far as accounts go."""

    def enter(self, connection: Connection, account: Account) -> None:
        """Show this account's things."""

    def leave(self) -> None:
        """Drop all that belongs to the account that is shown."""

    def say_problem(self, problem: Problem) -> None:
        """Tell what is wrong and what to do."""


Found = OpenedAccount | Problem | None
"""What became of looking for the key: None when nobody has been here."""


class KeyFetch(QObject):
    """Asks the keyring for the key of whoever was here last, beside the building of the window."""

    _fetched = Signal(object)

    def __init__(self, stores: AccountStores) -> None:
        super().__init__()
        self._stores = stores
        self._thread = Thread(target=self._fetch, name="key", daemon=True)
        self._answers: list[Found] = []
        self._listener: Callable[[Found], None] | None = None
        self._fetched.connect(self._answered, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def tell(self, listener: Callable[[Found], None]) -> None:
        """Call this with the answer, on the window's thread: now if it has come."""
        self._listener = listener
        if self._answers:
            listener(self._answers[0])

    def _fetch(self) -> None:
        account_key = self._stores.last_used()
        try:
            self._fetched.emit(None if account_key is None else self._stores.reopen(account_key))
        except ProblemRaised as raised:
            self._fetched.emit(raised.problem)

    def _answered(self, found: Found) -> None:
        self._answers.append(found)
        if self._listener is not None:
            self._listener(found)


class AccountSwitching(QObject):
    """Belongs to the window's thread. ``make_public`` fills the store of nobody, ``migrate`` brings an older one up to
    date; both are called on a thread of their own. ``entered`` follows every change of account."""

    entered = Signal(object)
    """The ``OpenedAccount`` that is shown now."""
    _prepared = Signal(object)
    _wiped = Signal()

    def __init__(
        self,
        window: AccountWindow,
        stores: AccountStores,
        make_public: Callable[[OpenedAccount], None],
        migrate: Callable[[OpenedAccount], None],
    ) -> None:
        super().__init__()
        self._window = window
        self._stores = stores
        self._make_public = make_public
        self._migrate = migrate
        self._connection: Connection | None = None
        self._signing_in: OpenedAccount | None = None
        self.opened: OpenedAccount | None = None
        self._prepared.connect(self._enter_prepared, Qt.ConnectionType.QueuedConnection)
        self._wiped.connect(self.open_public, Qt.ConnectionType.QueuedConnection)

    def begin(self, found: Found) -> None:
        """The key has been looked for: open the account, or what is open to all."""
        if isinstance(found, OpenedAccount):
            self._enter_or_migrate(found)
            return
        self.open_public()
        if isinstance(found, Problem):
            self._window.say_problem(found)

    def open_public(self) -> None:
        """Show what is open to all, once its store is ready."""

        def made() -> OpenedAccount:
            opened = self._stores.open_or_create(PUBLIC_ACCOUNT.key)
            self._make_public(opened)
            return opened

        self._prepare(made)

    def open_account(self, account: Account) -> OpenedAccount:
        """The files of whoever has just signed in; called by sync on a thread of its own."""
        self._signing_in = self._stores.open_or_create(account.key)
        return self._signing_in

    def sign_in_changed(self, state: SignInState) -> None:
        """Somebody has signed in: show their things."""
        if state.step is SignInStep.SIGNED_IN and state.account is not None and self._signing_in is not None:
            opened, self._signing_in = self._signing_in, None
            self._stores.remember(opened)
            self._enter(opened, state.account)

    def sign_out(self, close_sync: Callable[[], None]) -> None:
        """Leave the account at once, then wipe it beside the window: key first, then files."""
        opened = self.opened
        if opened is None or opened.account_key == PUBLIC_ACCOUNT.key:
            return
        self.leave()

        def work() -> None:
            try:
                self._stores.wipe(opened.account_key, close_sync)
            except (ProblemRaised, OSError):
                _LOG.exception("signing out left something behind")
            self._wiped.emit()

        Thread(target=work, name="sign out", daemon=True).start()

    def leave(self) -> None:
        """Close what is open in the window."""
        self._window.leave()
        if self._connection is not None:
            with suppress(ProblemRaised):  # a visit that is not noted costs one figure in "since last"
                still_here(self._connection, now_utc())
            self._connection.close()
            self._connection = None
        self.opened = None

    def _enter_or_migrate(self, found: OpenedAccount) -> None:
        try:
            self._enter(found, None)
        except SchemaOutdated:

            def migrated() -> OpenedAccount:
                self._migrate(found)
                return found

            self._prepare(migrated)
        except ProblemRaised as raised:
            self.open_public()
            self._window.say_problem(raised.problem)

    def _prepare(self, make: Callable[[], OpenedAccount]) -> None:
        """Make a store ready beside the window, then show it."""

        def work() -> None:
            try:
                self._prepared.emit(make())
            except ProblemRaised as raised:
                self._prepared.emit(raised.problem)

        Thread(target=work, name="prepare", daemon=True).start()

    def _enter_prepared(self, made: OpenedAccount | Problem) -> None:
        if isinstance(made, Problem):
            self._window.say_problem(made)
            return
        try:
            self._enter(made, None)
        except ProblemRaised as raised:
            self._window.say_problem(raised.problem)

    def _enter(self, opened: OpenedAccount, account: Account | None) -> None:
        connection = open_for_screen(opened.files, opened.key)
        self.leave()
        self._connection, self.opened = connection, opened
        arrive(connection, now_utc())
        public = opened.account_key == PUBLIC_ACCOUNT.key
        self._window.enter(connection, PUBLIC_ACCOUNT if public else account or account_in(connection))
        self.entered.emit(opened)
        problem = self._stores.session_problem
        if problem is not None and problem.kind is ProblemKind.NO_KEYRING:
            self._window.say_problem(problem)


def account_in(connection: Connection) -> Account:
    """The account whose cache this is, as far as its profile tells: enough to show whose things these are."""
    known = profile(connection)
    if known is None:
        return Account("", "unknown", "", "", "")
    object_id = known.person.id.partition(":")[2]
    return Account("", object_id, "", known.person.mail, known.person.name)
