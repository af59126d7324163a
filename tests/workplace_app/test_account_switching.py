"""Who is shown in the window: at the start, after signing in, after signing out, with files that cannot be used."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from tests.workplace_app.vault import VaultInMemory
from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.account_switching import AccountSwitching
from workplace_app.domain.account import PUBLIC_ACCOUNT, Account
from workplace_app.domain.keyring import Keyring
from workplace_app.domain.locked import LockCause, Locked
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.sign_in import SignInState, SignInStep
from workplace_app.folders import Folders
from workplace_app.store.connection_type import Connection
from workplace_app.store.sync_connection import open_for_sync

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
ELIN = Account("tenant", "elin", "elin.tenant", "elin@nacka.example", "Elin Ekhamn")
PATIENCE_MS = 15_000


class Window:
    """Notes what it is told; shows nothing."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.copied = "what was copied here"
        self.connection: Connection | None = None
        self.keyrings: list[Keyring] = []
        self.locked: Locked | None = None

    def enter(self, connection: Connection, account: Account, keyring: Keyring, locked: Locked | None) -> None:
        self.locked = locked
        self.connection = connection
        self.keyrings.append(keyring)
        self.told.append(f"enter {account.object_id}")

    def signed_in_again(self) -> None:
        self.told.append("signed in again")

    def leave(self) -> None:
        self.connection = None
        self.told.append("leave")

    def forget_copied(self) -> None:
        self.copied = ""

    def say_problem(self, problem: Problem) -> None:
        self.told.append(f"say {problem.kind.value}")

    def sign_in_failed(self, problem: Problem) -> None:
        self.told.append(f"sign-in failed {problem.kind.value}")


def make_ready(opened: OpenedAccount) -> None:
    """Create or migrate the files."""
    open_for_sync(opened.files, opened.key).close()


@pytest.fixture
def window() -> Window:
    return Window()


@pytest.fixture
def switching(stores: AccountStores, window: Window, qtbot: QtBot) -> Iterator[AccountSwitching]:
    assert qtbot
    one = AccountSwitching(window, stores, lambda: NOW, make_public=make_ready, migrate=make_ready)
    yield one
    one.end()


@pytest.fixture
def until(qtbot: QtBot, window: Window) -> Callable[[str], None]:
    """Wait until the window has been told this."""
    return lambda words: qtbot.waitUntil(lambda: words in window.told, timeout=PATIENCE_MS)


def _sign_in(switching: AccountSwitching) -> OpenedAccount:
    """What sync does: open the store, then tell that somebody is signed in."""
    opened = switching.open_account(ELIN)
    make_ready(opened)
    switching.sign_in_changed(SignInState(SignInStep.SIGNED_IN, account=ELIN))
    return opened


def test_where_nobody_has_been_what_is_open_to_all_is_shown(
    switching: AccountSwitching, window: Window, until: Callable[[str], None]
) -> None:
    switching.begin(None)
    until("enter public")
    assert window.told == ["leave", "enter public"]
    assert switching.opened is not None
    assert switching.opened.account_key == PUBLIC_ACCOUNT.key


def test_an_account_that_was_here_is_shown_at_once(
    switching: AccountSwitching, stores: AccountStores, window: Window
) -> None:
    opened = stores.open_or_create(ELIN.key)
    make_ready(opened)
    switching.begin(opened)
    assert window.told == ["leave", "enter unknown"]


def test_older_files_are_migrated_before_they_are_shown(
    switching: AccountSwitching, stores: AccountStores, until: Callable[[str], None]
) -> None:
    switching.begin(stores.open_or_create(ELIN.key))  # no schema at all is the oldest of all
    until("enter unknown")


@pytest.mark.parametrize("kind", [ProblemKind.KEY_LOST, ProblemKind.KEYRING_LOCKED])
def test_what_kept_the_account_from_being_shown_is_said_after_the_page_stands(
    switching: AccountSwitching, window: Window, until: Callable[[str], None], kind: ProblemKind
) -> None:
    switching.begin(Problem(kind))
    until(f"say {kind.value}")
    assert window.told == ["leave", "enter public", f"say {kind.value}"]


def test_with_a_locked_keyring_what_is_open_to_all_is_shown_all_the_same(
    switching: AccountSwitching, vault: VaultInMemory, until: Callable[[str], None]
) -> None:
    vault.refuses_with = ProblemKind.KEYRING_LOCKED
    switching.begin(Problem(ProblemKind.KEYRING_LOCKED))
    until("say keyring_locked")
    assert switching.opened is not None
    assert switching.opened.session_only


def test_a_locked_keyring_is_told_by_the_page_and_opens_the_account_when_it_is_unlocked(
    switching: AccountSwitching,
    stores: AccountStores,
    vault: VaultInMemory,
    window: Window,
    until: Callable[[str], None],
) -> None:
    opened = stores.open_or_create(ELIN.key)
    make_ready(opened)
    stores.remember(opened)
    locked = Problem(ProblemKind.KEYRING_LOCKED)
    vault.refuses_with = ProblemKind.KEYRING_LOCKED
    switching.begin(locked)
    until("enter public")
    assert window.told == ["leave", "enter public"], "the page says it"
    switching.begin_again(locked)
    assert window.told[-1] == "say keyring_locked"
    vault.refuses_with = None
    switching.begin_again(stores.reopen(ELIN.key))
    assert window.told[-1] == "enter unknown"
    assert window.keyrings == [Keyring.LOCKED, Keyring.OPEN]
    switching.begin_again(None)
    assert window.told[-1] == "enter unknown", "somebody is here already"


def test_files_that_cannot_be_opened_after_all_leave_the_page_as_it_is(
    switching: AccountSwitching, stores: AccountStores, window: Window, until: Callable[[str], None]
) -> None:
    opened = stores.open_or_create(ELIN.key)
    make_ready(opened)
    switching.begin(None)
    until("enter public")
    _damage(opened.files.cache)
    switching.begin_again(opened)
    assert window.told[-1] == "say store_damaged"
    assert switching.opened is not None
    assert switching.opened.account_key == PUBLIC_ACCOUNT.key


def test_without_a_keyring_it_is_said_and_the_window_knows_it_as_long_as_it_is_so(
    switching: AccountSwitching, vault: VaultInMemory, window: Window, until: Callable[[str], None]
) -> None:
    vault.refuses_with = ProblemKind.NO_KEYRING
    switching.begin(None)
    until("say no_keyring")
    _sign_in(switching)
    assert window.keyrings == [Keyring.NONE, Keyring.NONE]


def test_whoever_signs_in_is_shown_and_opened_at_the_next_start(
    switching: AccountSwitching, stores: AccountStores, window: Window, until: Callable[[str], None]
) -> None:
    switching.begin(None)
    until("enter public")
    opened = _sign_in(switching)
    assert window.told[-2:] == ["leave", "enter elin"]
    assert switching.opened == opened
    assert stores.last_used() == ELIN.key


def test_whoever_signs_in_is_shown_also_when_the_next_start_cannot_be_told_of_it(
    switching: AccountSwitching, folders: Folders, window: Window, until: Callable[[str], None]
) -> None:
    switching.begin(None)
    until("enter public")
    folders.current_account.mkdir(parents=True)
    _sign_in(switching)
    assert window.told[-2:] == ["enter elin", "say disk_refused"]


def test_signing_in_again_leaves_the_page_as_it_is(switching: AccountSwitching, window: Window) -> None:
    _sign_in(switching)
    connection = window.connection
    _sign_in(switching)
    assert window.told[-1] == "signed in again"
    assert window.connection is connection


def test_a_cancelled_sign_in_changes_nothing(switching: AccountSwitching, window: Window) -> None:
    problem = Problem(ProblemKind.SIGN_IN_CANCELLED)
    switching.sign_in_changed(SignInState(SignInStep.FAILED, problem=problem))
    assert window.told == []


def test_a_renewal_that_fails_is_said_on_the_page_where_one_is(switching: AccountSwitching, window: Window) -> None:
    _sign_in(switching)
    problem = Problem(ProblemKind.WRONG_ACCOUNT)
    switching.sign_in_changed(SignInState(SignInStep.FAILED, problem=problem))
    assert window.told[-1] == "sign-in failed wrong_account"


def test_signing_out_leaves_first_then_closes_sync_then_removes(
    switching: AccountSwitching, window: Window, vault: VaultInMemory, until: Callable[[str], None]
) -> None:
    opened = _sign_in(switching)
    order: list[str] = []

    def close_sync() -> None:
        order.append(window.told[-1])
        order.append("the key has gone" if ELIN.key not in vault.keys else "the key is there")
        order.append("the files are there" if opened.files.cache.exists() else "the files have gone")

    switching.sign_out(close_sync)
    until("enter public")
    assert order == ["leave", "the key has gone", "the files are there"]
    assert not opened.files.cache.exists()


def test_a_sign_out_that_leaves_something_behind_is_said(
    switching: AccountSwitching, vault: VaultInMemory, until: Callable[[str], None]
) -> None:
    _sign_in(switching)
    vault.refuses_with = ProblemKind.KEYRING_LOCKED
    switching.sign_out(lambda: None)
    until("say key_left")


def test_a_sign_out_that_goes_wrong_in_a_way_that_nobody_foresaw_does_not_leave_the_window_empty(
    switching: AccountSwitching, vault: VaultInMemory, until: Callable[[str], None], caplog: pytest.LogCaptureFixture
) -> None:
    opened = _sign_in(switching)

    def close_sync() -> None:
        raise ZeroDivisionError

    switching.sign_out(close_sync)
    until("say unexpected")
    assert ELIN.key not in vault.keys
    assert not opened.files.cache.parent.exists(), "one step that fails does not keep the next from being done"
    assert "ZeroDivisionError" in caplog.text


def test_closing_the_program_waits_for_a_sign_out(stores: AccountStores, window: Window, qtbot: QtBot) -> None:
    assert qtbot
    switching = AccountSwitching(window, stores, lambda: NOW, make_public=make_ready, migrate=make_ready)
    opened = _sign_in(switching)
    may_close = Event()

    def close_sync() -> None:
        may_close.wait(10)

    switching.sign_out(close_sync)
    may_close.set()
    switching.end()
    assert not opened.files.cache.parent.exists()
    assert window.told[-1] == "leave", "nothing is opened any more"


def _damage(file: Path) -> None:
    file.write_bytes(b"not a database at all" * 500)
    for journal in ("-wal", "-shm"):
        Path(f"{file}{journal}").unlink(missing_ok=True)


@pytest.mark.parametrize("names", [("cache.db",), ("mine.db",), ("cache.db", "mine.db")])
def test_damaged_files_are_told_and_signing_in_again_mends_them(
    switching: AccountSwitching,
    stores: AccountStores,
    window: Window,
    until: Callable[[str], None],
    names: tuple[str, ...],
) -> None:
    opened = stores.open_or_create(ELIN.key)
    make_ready(opened)
    folder = opened.files.cache.parent
    for name in names:
        _damage(folder / name)
    switching.begin(opened)
    until("say key_does_not_fit" if len(names) == 2 else "say store_damaged")
    assert window.told[1] == "enter public"
    _sign_in(switching)
    assert window.told[-1] == "enter elin"
    assert {path.name for path in folder.glob("*.unreadable")} == {f"{name}.unreadable" for name in names}


def test_files_of_a_newer_version_are_left_alone(
    switching: AccountSwitching, stores: AccountStores, until: Callable[[str], None]
) -> None:
    opened = stores.open_or_create(ELIN.key)
    connection = open_for_sync(opened.files, opened.key)
    connection.execute("PRAGMA main.user_version = 999")
    connection.close()
    switching.begin(opened)
    until("say store_from_the_future")
    assert opened.files.exist


def test_a_lock_leaves_at_once_closes_sync_and_shows_who_is_locked_beside_what_is_open_to_all(
    stores: AccountStores, window: Window, vault: VaultInMemory, qtbot: QtBot
) -> None:
    order: list[str] = []
    switching = AccountSwitching(
        window,
        stores,
        lambda: NOW,
        make_public=make_ready,
        migrate=make_ready,
        leave_sync=lambda: order.append(window.told[-1]),
    )
    opened = _sign_in(switching)
    switching.lock(Problem(ProblemKind.ACCESS_REVOKED))
    assert window.told[-1] == "leave", "before anything else is done"
    assert switching.opened is None
    qtbot.waitUntil(lambda: "enter public" in window.told, timeout=PATIENCE_MS)
    assert order == ["leave"]
    assert window.locked is not None
    assert window.locked.person.display_name == ELIN.display_name
    assert window.locked.since == NOW
    assert window.locked.cause is LockCause.PROBLEM
    assert window.locked.problem == Problem(ProblemKind.ACCESS_REVOKED)
    assert ELIN.key in vault.keys, "nothing is wiped"
    assert opened.files.exist
    _sign_in(switching)
    assert window.told[-2:] == ["leave", "enter elin"]
    assert switching.locked is None
    switching.end()


def test_what_is_open_to_all_cannot_be_locked(
    switching: AccountSwitching, window: Window, until: Callable[[str], None]
) -> None:
    switching.begin(None)
    until("enter public")
    switching.lock()
    assert window.told[-1] == "enter public"
    assert switching.locked is None


@pytest.mark.parametrize("way_out", ["lock", "sign out"])
def test_a_sign_in_that_ends_just_after_the_way_out_opens_nothing_again(
    switching: AccountSwitching, window: Window, until: Callable[[str], None], way_out: str
) -> None:
    _sign_in(switching)
    renewed = switching.open_account(ELIN)  # sync has her store; that she is signed in is on its way to the window
    assert renewed == switching.opened
    if way_out == "lock":
        switching.lock()
    else:
        switching.sign_out(lambda: None)
    before = list(window.told)
    switching.sign_in_changed(SignInState(SignInStep.SIGNED_IN, account=ELIN))
    assert window.told == before
    until("enter public")
    assert window.told[-1] == "enter public"


@pytest.mark.parametrize("leaves", ["locks", "signs out"])
def test_a_sign_in_that_is_done_while_one_leaves_shows_nobody(
    stores: AccountStores, window: Window, qtbot: QtBot, leaves: str
) -> None:
    sync_may_leave = Event()
    wait = partial(_wait, sync_may_leave)
    one = AccountSwitching(window, stores, lambda: NOW, make_public=make_ready, migrate=make_ready, leave_sync=wait)
    _sign_in(one)
    renewed = one.open_account(ELIN)
    if leaves == "locks":
        one.lock()
    else:
        one.sign_out(wait)
    one.sign_in_changed(SignInState(SignInStep.SIGNED_IN, account=ELIN))
    sync_may_leave.set()
    qtbot.waitUntil(lambda: window.told[-1] == "enter public", timeout=PATIENCE_MS)
    assert window.told.count("enter elin") == 1, "she has left, and nobody has proved to be her since"
    assert one.opened is not None
    assert one.opened.account_key != renewed.account_key
    one.end()


def _wait(event: Event) -> None:
    assert event.wait(PATIENCE_MS / 1000)


def test_what_was_opened_for_a_sign_in_that_came_to_nothing_is_not_shown_as_another_persons(
    switching: AccountSwitching, window: Window
) -> None:
    elin = _sign_in(switching)
    other = Account("tenant", "jonas", "jonas.tenant", "jonas@nacka.example", "Jonas Tallmo")
    make_ready(switching.open_account(other))
    told = list(window.told)
    switching.sign_in_changed(SignInState(SignInStep.FAILED, problem=Problem(ProblemKind.SIGN_IN_CANCELLED)))
    switching.sign_in_changed(SignInState(SignInStep.SIGNED_IN, account=ELIN))  # sync goes on with what it had before
    assert window.told == [*told, "sign-in failed sign_in_cancelled"]
    assert switching.opened == elin
