"""An account that may be open no longer is shown to nobody: at the start, while it is open, and when it is wiped."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from tests.workplace_app.test_account_switching import ELIN, PATIENCE_MS, Window, make_ready
from tests.workplace_app.vault import VaultInMemory
from ui.cache_watcher import CacheWatcher
from workplace_app.access_watch import SECONDS_BETWEEN, AccessWatch
from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.account_switching import AccountSwitching
from workplace_app.domain.access import AccessRules
from workplace_app.domain.access_record import AccessRecord, confirmed, disabled, revoked, witnessed
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.locked import LockCause
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.sign_in import SignInState, SignInStep
from workplace_app.folders import Folders
from workplace_app.store.access_writer import save_access
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.sync_connection import open_for_sync

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FRESH = confirmed(NOW, NOW, HOUR)
OLD = confirmed(NOW - 31 * DAY, NOW - 31 * DAY, HOUR)
REVOKED = revoked(FRESH, NOW)
DISABLED = disabled(FRESH, NOW)
TOO_OLD = witnessed(confirmed(NOW - 91 * DAY, NOW - 91 * DAY, HOUR), NOW, NOW)


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def window() -> Window:
    return Window()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def closings() -> list[bool]:
    """Whether the key was still there each time sync was asked to leave."""
    return []


@pytest.fixture
def watcher(qtbot: QtBot) -> Iterator[CacheWatcher]:
    assert qtbot
    one = CacheWatcher()
    yield one
    shiboken6.delete(one)  # timers belong to this thread, and what is collected may be on another


@pytest.fixture
def watch(clock: Clock, watcher: CacheWatcher) -> AccessWatch:
    return AccessWatch(AccessRules(), clock, watcher)


@pytest.fixture
def switching(
    stores: AccountStores,
    window: Window,
    clock: Clock,
    vault: VaultInMemory,
    closings: list[bool],
    watch: AccessWatch,
    qtbot: QtBot,
) -> Iterator[AccountSwitching]:
    assert qtbot
    one = AccountSwitching(
        window,
        stores,
        clock,
        make_public=make_ready,
        migrate=make_ready,
        leave_sync=lambda: closings.append(ELIN.key in vault.keys),
        access=watch,
    )
    yield one
    one.end()


@pytest.fixture
def until(qtbot: QtBot, window: Window) -> Callable[[str], None]:
    return lambda words: qtbot.waitUntil(lambda: words in window.told, timeout=PATIENCE_MS)


def _left_here(stores: AccountStores, record: AccessRecord, *, wishes: int = 0) -> OpenedAccount:
    """What sync has left of Elin's."""
    opened = stores.open_or_create(ELIN.key)
    with closing(open_for_sync(opened.files, opened.key)) as connection:
        save_access(connection, record)
        for number in range(wishes):
            file_intent(connection, IntentKind.COMPLETE_TASK, f"planner:{number}", NOW)
    stores.remember(opened)
    return opened


def _write(opened: OpenedAccount, record: AccessRecord) -> None:
    with closing(open_for_sync(opened.files, opened.key)) as connection:
        save_access(connection, record)


@pytest.mark.parametrize("record", [FRESH, AccessRecord(), confirmed(NOW - 29 * DAY, NOW - 29 * DAY, HOUR)])
def test_who_may_be_here_is_shown_at_once(
    switching: AccountSwitching, stores: AccountStores, window: Window, record: AccessRecord
) -> None:
    switching.begin(_left_here(stores, record))
    assert window.told == ["leave", "enter unknown"]


@pytest.mark.parametrize(
    ("record", "reason"), [(OLD, ProblemKind.GRACE_OVER), (REVOKED, ProblemKind.ACCESS_REVOKED)], ids=["old", "revoked"]
)
def test_who_may_not_is_never_shown_and_told_as_locked(
    switching: AccountSwitching,
    stores: AccountStores,
    window: Window,
    until: Callable[[str], None],
    record: AccessRecord,
    reason: ProblemKind,
) -> None:
    opened = _left_here(stores, record)
    switching.begin(opened)
    until("enter public")
    assert not [told for told in window.told if told == "enter unknown"]
    assert switching.locked is not None
    assert switching.locked.problem is not None
    assert switching.locked.problem.kind is reason
    assert not switching.locked.opens_by_code
    assert opened.files.mine.exists(), "locked is not removed"


@pytest.mark.parametrize(
    ("record", "reason"),
    [(DISABLED, ProblemKind.ACCOUNT_DISABLED), (TOO_OLD, ProblemKind.GRACE_OVER)],
    ids=["disabled", "too old"],
)
def test_what_is_to_be_removed_is_gone_key_first_and_what_was_lost_is_counted(
    switching: AccountSwitching,
    stores: AccountStores,
    folders: Folders,
    vault: VaultInMemory,
    window: Window,
    closings: list[bool],
    until: Callable[[str], None],
    record: AccessRecord,
    reason: ProblemKind,
) -> None:
    switching.begin(_left_here(stores, record, wishes=3))
    until("enter public")
    assert not [told for told in window.told if told == "enter unknown"]
    assert ELIN.key not in vault.keys
    assert closings == [False], "the key went before sync was asked to close"
    assert not folders.account(ELIN.key).exists()
    assert stores.last_used() is None
    assert switching.locked is not None
    assert switching.locked.cause is LockCause.REMOVED
    assert switching.locked.problem is not None
    assert switching.locked.problem.kind is reason
    assert switching.locked.person.waiting == 3
    assert switching.locked.person.display_name == "", "whose it was is told to nobody"


@pytest.mark.parametrize("record", [REVOKED, OLD], ids=["revoked", "old"])
def test_an_open_window_is_locked_when_the_record_says_so(
    switching: AccountSwitching,
    stores: AccountStores,
    window: Window,
    until: Callable[[str], None],
    watcher: CacheWatcher,
    qtbot: QtBot,
    record: AccessRecord,
) -> None:
    opened = _left_here(stores, FRESH)
    switching.begin(opened)
    assert window.told[-1] == "enter unknown"
    _write(opened, record)
    with qtbot.waitSignal(watcher.changes, timeout=PATIENCE_MS):
        watcher.changed(frozenset({ChangeKind.TASKS}))
    assert window.told[-1] == "enter unknown", "nobody has said anything of access"
    watcher.changed(frozenset({ChangeKind.ACCESS}))
    until("enter public")
    assert switching.opened is not None
    assert switching.opened.account_key != ELIN.key


def test_a_window_that_stays_open_is_locked_when_its_time_is_over(
    switching: AccountSwitching,
    stores: AccountStores,
    window: Window,
    clock: Clock,
    watch: AccessWatch,
    until: Callable[[str], None],
) -> None:
    """The watch looks every half minute."""
    assert SECONDS_BETWEEN <= 30
    switching.begin(_left_here(stores, FRESH))
    clock.now = NOW + 30 * DAY - timedelta(seconds=1)
    watch.look()
    assert window.told[-1] == "enter unknown"
    clock.now = NOW + 30 * DAY
    watch.look()
    until("enter public")


def test_what_is_open_to_all_is_open_whatever_happens(
    switching: AccountSwitching,
    window: Window,
    clock: Clock,
    watch: AccessWatch,
    until: Callable[[str], None],
) -> None:
    switching.begin(None)
    until("enter public")
    clock.now = NOW + 4000 * DAY
    watch.look()
    assert window.told == ["leave", "enter public"]


@pytest.mark.parametrize("comes", ["by code", "by signing in"])
def test_the_next_start_does_not_look_for_what_was_removed_at_the_door(
    switching: AccountSwitching,
    stores: AccountStores,
    folders: Folders,
    until: Callable[[str], None],
    comes: str,
) -> None:
    opened = _left_here(stores, TOO_OLD)
    if comes == "by code":
        switching.let_in(opened)
    else:
        switching.open_account(ELIN)
        switching.sign_in_changed(SignInState(SignInStep.SIGNED_IN, account=ELIN))
    until("enter public")
    assert not folders.account(ELIN.key).exists()
    assert stores.last_used() is None


def test_who_is_locked_at_the_door_is_locked_at_the_next_start(
    switching: AccountSwitching, stores: AccountStores, until: Callable[[str], None]
) -> None:
    switching.let_in(_left_here(stores, OLD))
    until("enter public")
    assert stores.left_locked
