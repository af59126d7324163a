"""Which account is open in the window, and what happens when that changes: start, sign-in, lock, sign-out, the end."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from workplace_app.access_watch import AccessWatch
from workplace_app.account_opening import AccountOpening
from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.account_window import AccountWindow
from workplace_app.domain.access_standing import Access, Standing
from workplace_app.domain.account import PUBLIC_ACCOUNT, Account
from workplace_app.domain.keyring import SHUT
from workplace_app.domain.locked import LockCause, Locked, removed
from workplace_app.domain.person_here import PersonHere
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.sign_in import SignInState, SignInStep
from workplace_app.key_fetch import Found
from workplace_app.keyring_told import keyring_told
from workplace_app.public_store import PublicStore, open_public_store
from workplace_app.shown_person import account_in, person_of
from workplace_app.store.connection import SchemaOutdated, open_for_screen
from workplace_app.store.connection_type import Connection
from workplace_app.store.own_things.visits import arrive, still_here
from workplace_app.work_beside import WorkBeside, understood


class AccountSwitching(QObject):
    """Belongs to the window's thread. ``make_public`` fills the store of nobody, ``migrate`` brings an older one up to
    date; both are called on a thread of their own, and so is ``leave_sync``, which ends sync's work with an account and
    returns when it has closed the store. ``access`` says whether an account may be open."""

    entered = Signal(object)
    """The ``OpenedAccount`` that is shown now, after every change."""
    left = Signal(object)
    """The ``PersonHere`` whose account has been locked."""

    def __init__(
        self,
        window: AccountWindow,
        stores: AccountStores,
        clock: Callable[[], datetime],
        *,
        make_public: Callable[[OpenedAccount], None],
        migrate: Callable[[OpenedAccount], None],
        leave_sync: Callable[[], None] = lambda: None,
        access: AccessWatch | None = None,
    ) -> None:
        super().__init__()
        self._window = window
        self._stores = stores
        self._clock = clock
        self._make_public = make_public
        self._migrate = migrate
        self._leave_sync = leave_sync
        self._access = access
        if access is not None:
            access.refused.connect(self._turn_out)
        self._connection: Connection | None = None
        self._shown = PUBLIC_ACCOUNT
        self._leaving = 0
        self._to_say: Problem | None = None
        self._work = WorkBeside()
        self._opening = AccountOpening(stores, lambda: self.opened, self._ask_code)
        self.opened: OpenedAccount | None = None
        self.has_code = False
        """A code of its owner's unlocks what is open."""
        self.locked: Locked | None = None
        """Who was here and may come back, while what is open to all is shown."""

    @property
    def connection(self) -> Connection | None:
        """The screen's connection to what is shown."""
        return self._connection

    @property
    def somebody_is_here(self) -> bool:
        """An account is open, and not what is open to all."""
        return self.opened is not None and self.opened.account_key != PUBLIC_ACCOUNT.key

    def person(self) -> PersonHere | None:
        """Whoever is here, as others may see them."""
        if self.opened is None or self._connection is None or not self.somebody_is_here:
            return None
        return person_of(self.opened, self._connection, self._shown, self._clock(), has_code=self.has_code)

    def begin(self, found: Found) -> None:
        """The key has been looked for: open the account, or what is open to all."""
        if isinstance(found, OpenedAccount):
            self._enter_or_migrate(found)
        elif isinstance(found, Locked):
            self.show_locked(found)
            if self.opened is None:
                self.open_public()
        else:
            self.open_public(found)

    def begin_again(self, found: Found) -> None:
        """The keyring has been asked once more, from the page of what is open to all."""
        if isinstance(found, Problem):
            self._window.say_problem(found)
        elif not self.somebody_is_here:
            self.begin(found)

    def open_public(self, problem: Problem | None = None) -> None:
        """Show what is open to all, once its store is ready, and say what kept anything else from being shown."""
        self._to_say = problem or self._to_say
        self._work.do(lambda: open_public_store(self._stores, self._make_public), self._enter_public, "public")

    def open_account(self, account: Account) -> OpenedAccount:
        """The files of whoever has just signed in; called by sync on a thread of its own, where it waits for the
        code of somebody who has one. Raises ``ProblemRaised``."""
        return self._opening.open_account(account)

    def sign_in_changed(self, state: SignInState) -> None:
        """Somebody has signed in: show their things. Sync has opened and migrated the store before it tells so. A
        sign-in that was done before sync had left what is being left came too late: nobody is shown by it."""
        if state.step is SignInStep.FAILED and state.problem is not None:
            if self._opening.came_to_nothing():
                self.show_locked(None)
            if self.opened is not None:
                self._window.sign_in_failed(state.problem)
        elif state.step is SignInStep.SIGNED_IN and state.account is not None:
            opened = self._opening.opened_for(state.account)
            if opened is not None and not self._leaving:
                self._show_signed_in(opened, state.account)

    def let_in(self, opened: OpenedAccount) -> None:
        """Somebody has proved by code to be the owner of this."""
        if not self._opening.let_in(opened):
            self._enter_or_migrate(opened)

    def show_locked(self, locked: Locked | None) -> None:
        """Beside what is open to all, tell of this person, or of nobody."""
        self.locked = locked
        if self.opened is not None and self._connection is not None and not self.somebody_is_here:
            keyring = keyring_told(self._stores, self.opened, None)
            self._window.enter(self._connection, PUBLIC_ACCOUNT, keyring, locked)

    def start_anew(self, account_key: str) -> None:
        """When the owner of this has signed in, what is here and cannot be opened any more is wiped."""
        self._opening.start_anew(account_key)

    def lock(self, problem: Problem | None = None, cause: LockCause = LockCause.BY_HAND) -> None:
        """Leave the account at once, so that its owner can come back: nothing is wiped, its outbox rests, and its key
        is in memory no longer when sync has closed its store too. ``problem`` keeps it locked until its owner has
        signed in. Nothing happens where only what is open to all is shown."""
        opened, person = self.opened, self.person()
        if opened is None or person is None:
            return
        self.locked = Locked(person, person.left_at, LockCause.PROBLEM if problem is not None else cause, problem)
        self._leave_for_good()
        self._remember(opened, locked=True)
        self.left.emit(person)
        self._leave_beside(self._leave_sync, "lock")

    def sign_out(self, close_sync: Callable[[], None]) -> None:
        """Leave the account at once, then wipe it beside the window: key, sync's connection, files."""
        opened = self.opened
        if opened is None or opened.account_key == PUBLIC_ACCOUNT.key:
            return
        self._leave_for_good()
        self._leave_beside(lambda: self._stores.wipe(opened.account_key, close_sync), "signing out")

    def _turn_out(self, now: Standing) -> None:
        """Lock the account, or wipe it, since it may be open no longer."""
        reason, person = Problem(now.reason or ProblemKind.GRACE_OVER), self.person()
        if now.access is Access.TO_BE_WIPED and person is not None:
            self.locked = removed(person, reason)
            self.sign_out(self._leave_sync)
        else:
            self.lock(reason)

    def leave(self) -> None:
        """Close what is open in the window."""
        self._window.leave()
        if self._access is not None:
            self._access.rest()
        if self._connection is not None:
            with suppress(ProblemRaised):  # a visit that is not noted costs one figure in "since last"
                still_here(self._connection, self._clock())
            self._connection.close()
            self._connection = None
        self.opened, self._shown, self.has_code = None, PUBLIC_ACCOUNT, False

    def _leave_for_good(self) -> None:
        """Leave what is open. A sign-in whose end is on its way to us opens nothing again."""
        self._opening.forget()
        self.leave()
        self._window.forget_copied()

    def end(self) -> None:
        """The window has closed: leave, and wait for what is being prepared or wiped."""
        self._opening.close()
        self.leave()
        self._work.end()

    # What follows

    def _leave_beside(self, leave: Callable[[], None], name: str) -> None:
        """What is open to all is shown when this is done."""

        def done(problem: Problem | None) -> None:
            self._leaving -= 1
            self.open_public(problem)

        self._leaving += 1
        self._work.do(leave, done, name)

    def _show_signed_in(self, opened: OpenedAccount, account: Account) -> None:
        if self.opened == opened and not self._opening.files_are_new(opened):
            self._window.signed_in_again()
            return
        try:
            self._enter(opened, account)
        except (ProblemRaised, SchemaOutdated) as error:
            self._window.say_problem(understood(error))
            self._remember(opened)

    def _ask_code(self, account: Account) -> None:
        person = PersonHere(account.key, account.display_name, account.user_name, has_code=True)
        self.show_locked(Locked(person, None, LockCause.CODE_NEEDED))

    def _remember(self, opened: OpenedAccount, *, locked: bool = False) -> None:
        try:
            self._stores.remember(opened, locked=locked)
        except ProblemRaised as raised:  # the next start asks who it is; everything is there after that
            self._window.say_problem(raised.problem)

    def _enter_public(self, made: PublicStore | Problem) -> None:
        if isinstance(made, Problem):
            self._window.say_problem(made)
        elif self._connection is None:  # else somebody has signed in meanwhile
            self._to_say = self._to_say or made.problem
            self._enter_or_say(made.opened)

    def _enter_prepared(self, made: OpenedAccount | Problem) -> None:
        if isinstance(made, OpenedAccount):
            self._enter_or_say(made)
        elif self.opened is None:
            self.open_public(made)
        else:
            self._window.say_problem(made)

    def _enter_or_say(self, opened: OpenedAccount) -> None:
        try:
            self._enter(opened, None)
        except (ProblemRaised, SchemaOutdated) as error:
            self._window.say_problem(understood(error))

    def _enter_or_migrate(self, found: OpenedAccount) -> None:
        try:
            self._enter(found, None)
        except SchemaOutdated:

            def migrated() -> OpenedAccount:
                self._migrate(found)
                return found

            self._work.do(migrated, self._enter_prepared, "migrate")
        except ProblemRaised as raised:
            self._enter_prepared(raised.problem)

    def _enter(self, opened: OpenedAccount, account: Account | None) -> None:
        connection = open_for_screen(opened.files, opened.key)
        public = opened.account_key == PUBLIC_ACCOUNT.key
        self.leave()
        self._connection, self.opened = connection, opened
        self._shown = PUBLIC_ACCOUNT if public else account or account_in(connection)
        now = self._access.watch(connection) if self._access is not None and not public else None
        if now is not None and not now.is_open:  # nothing of it is shown, not even for a moment
            self._turn_out(now)
            return
        problem, self._to_say = self._to_say, None
        try:
            arrive(connection, self._clock())
        except ProblemRaised as raised:  # a full disk does not keep anybody from reading
            problem = problem or raised.problem
        if not public:
            self.locked = None
        keyring = keyring_told(self._stores, opened, problem)
        self._window.enter(connection, self._shown, keyring, self.locked)
        self.entered.emit(opened)
        if not public and (self._stores.left_locked or self._stores.last_used() != opened.account_key):
            self._remember(opened)
        problem = problem or (self._stores.session_problem if opened.session_only else None)
        if problem is not None and keyring not in SHUT:  # the page that is shown says that
            self._window.say_problem(problem)
