"""On a shared computer an account to which nobody comes back goes, by the provider's clock and no other."""

import os
import threading
from datetime import UTC, datetime, timedelta

import pytest

from tests.workplace_app.vault import VaultInMemory
from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.account_switching import AccountSwitching
from workplace_app.domain.access import AccessRules
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.problem import ProblemKind
from workplace_app.folders import Folders
from workplace_app.unused_accounts import remove_unused
from workplace_app.unused_removal import UnusedAccounts

NOW, DAY = datetime(2026, 11, 23, 7, 0, tzinfo=UTC), timedelta(days=1)
HERE, GONE = "a" * 32, "b" * 32


@pytest.fixture
def _two(stores: AccountStores) -> None:
    for key in (HERE, GONE, PUBLIC_ACCOUNT.key):
        stores.open_or_create(key).files.mine.write_bytes(b"encrypted")


def _look(folders: Folders, stores: AccountStores, days: float) -> tuple[str, ...]:
    return remove_unused(folders, lambda key: stores.wipe(key, lambda: None), NOW + days * DAY, 90, HERE)


@pytest.mark.usefixtures("_two")
def test_who_does_not_come_back_for_ninety_days_goes_and_nobody_else(
    folders: Folders, stores: AccountStores, vault: VaultInMemory
) -> None:
    assert [_look(folders, stores, days) for days in (0, 30, 89.9)] == [(), (), ()]
    assert _look(folders, stores, 90) == (GONE,)
    assert GONE not in vault.keys
    assert not folders.account(GONE).exists()
    assert set(vault.keys) == {HERE, PUBLIC_ACCOUNT.key}
    assert _look(folders, stores, 500) == (), "who is here stays"


class _Here:
    """What is open in the window."""

    def __init__(self, opened: OpenedAccount) -> None:
        self.opened = opened


@pytest.mark.usefixtures("_two")
@pytest.mark.parametrize(("ours", "removed"), [(0.0, False), (90.5, True)])
def test_one_false_hour_of_the_provider_removes_nobody(
    folders: Folders, stores: AccountStores, vault: VaultInMemory, ours: float, removed: bool
) -> None:
    here: AccountSwitching = _Here(stores.open_or_create(HERE))  # type: ignore[assignment]
    clock = [NOW]
    later_run = AccountStores(folders, vault)
    unused = UnusedAccounts(folders, later_run, AccessRules(), here, lambda: clock[0])
    before = set(threading.enumerate())
    for provider_now, our_now in ((NOW, NOW), (NOW + 91 * DAY, NOW + ours * DAY)):
        clock[0] = our_now
        unused.look(provider_now)
        for thread in set(threading.enumerate()) - before:
            thread.join()
    assert (GONE not in vault.keys) is removed


@pytest.mark.usefixtures("_two")
def test_whoever_was_there_in_between_begins_anew(folders: Folders, stores: AccountStores) -> None:
    _look(folders, stores, 0)
    os.utime(folders.account(GONE) / "mine.db", ns=(1, 2**62))
    assert _look(folders, stores, 60) == ()
    assert _look(folders, stores, 149) == ()
    assert _look(folders, stores, 150) == (GONE,)


@pytest.mark.usefixtures("_two")
@pytest.mark.parametrize("nanoseconds", [0, 2**60, 2**62])
def test_a_clock_that_was_wrong_when_the_files_were_written_says_nothing(
    folders: Folders, stores: AccountStores, nanoseconds: int
) -> None:
    os.utime(folders.account(GONE) / "mine.db", ns=(nanoseconds, nanoseconds))
    assert _look(folders, stores, 0) == ()
    assert _look(folders, stores, 89) == ()


@pytest.mark.usefixtures("_two")
@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"b": 1}', b'{"b": ["x", "y"]}', b"\xff"])
def test_notes_that_cannot_be_read_begin_anew(folders: Folders, stores: AccountStores, content: bytes) -> None:
    _look(folders, stores, 0)
    (folders.current_account.parent / "unused.json").write_bytes(content)
    assert _look(folders, stores, 90) == ()
    assert _look(folders, stores, 180) == (GONE,)


@pytest.mark.usefixtures("_two")
def test_what_could_not_be_wiped_is_wiped_the_next_time(
    folders: Folders, stores: AccountStores, vault: VaultInMemory
) -> None:
    _look(folders, stores, 0)
    vault.refuses_with = ProblemKind.KEYRING_LOCKED
    assert _look(folders, stores, 90) == ()
    vault.refuses_with = None
    stores.finish_wiping()
    assert GONE not in vault.keys
    assert not folders.account(GONE).exists()


@pytest.mark.usefixtures("_two")
def test_whoever_signs_out_is_in_no_note_any_more(folders: Folders, stores: AccountStores) -> None:
    _look(folders, stores, 0)
    notes = folders.current_account.parent / "unused.json"
    assert HERE in notes.read_text("ascii")
    stores.wipe(HERE, lambda: None)
    assert HERE not in notes.read_text("ascii")
    assert GONE in notes.read_text("ascii")
    notes.write_text(f"not JSON: {GONE}", "ascii")
    stores.wipe(GONE, lambda: None)
    assert not notes.exists(), "nobody is here any more"
