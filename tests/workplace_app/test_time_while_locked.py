"""Somebody who was left locked is looked at by each start, and wiped when the days are over."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from pytestqt.qtbot import QtBot

from tests.workplace_app.test_key_fetch import ELIN
from tests.workplace_app.vault import VaultInMemory
from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.domain.access import AccessRules
from workplace_app.domain.access_record import AccessRecord, confirmed
from workplace_app.domain.locked import LockCause, Locked
from workplace_app.domain.person_here import PersonHere
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.folders import Folders
from workplace_app.key_entries import keep_person_if_possible
from workplace_app.key_fetch import Found, KeyFetch
from workplace_app.store.access_reader import access_record
from workplace_app.store.access_writer import save_access
from workplace_app.store.sync_connection import open_for_sync
from workplace_app.time_while_locked import removed_while_locked

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
DAY = timedelta(days=1)
RULES = AccessRules(grace_days=3, wipe_days=10)
OVER = Problem(ProblemKind.GRACE_OVER)


def _left_locked(stores: AccountStores) -> OpenedAccount:
    opened = stores.open_or_create(ELIN)
    with closing(open_for_sync(opened.files, opened.key)) as connection:
        save_access(connection, confirmed(NOW, NOW, timedelta(hours=1)))
    stores.remember(opened, locked=True)
    return opened


def _record(opened: OpenedAccount) -> AccessRecord:
    with closing(open_for_sync(opened.files, opened.key)) as connection:
        return access_record(connection)


@pytest.mark.parametrize("between", [DAY, timedelta(hours=9), 4 * DAY])
def test_it_stays_for_as_long_as_it_may_and_not_a_start_longer(
    stores: AccountStores, vault: VaultInMemory, folders: Folders, between: timedelta
) -> None:
    opened = _left_locked(stores)
    for start in count(1):
        reason = removed_while_locked(stores, ELIN, RULES, NOW + start * between)
        if start * between >= 10 * DAY:
            break
        assert reason is None
        assert _record(opened).counted == start * between
    assert reason == OVER
    assert ELIN not in vault.keys
    assert not folders.account(ELIN).exists()


def test_a_clock_that_has_leapt_removes_nothing(stores: AccountStores) -> None:
    opened = _left_locked(stores)
    for start in range(3):
        assert removed_while_locked(stores, ELIN, RULES, NOW + 3650 * DAY + start * timedelta(hours=1)) is None
    assert opened.files.mine.exists()


def test_a_key_that_needs_a_code_and_a_keyring_that_is_shut_are_left_alone(
    stores: AccountStores, vault: VaultInMemory
) -> None:
    opened = _left_locked(stores)
    vault.refuses_with = ProblemKind.KEYRING_LOCKED
    assert removed_while_locked(stores, ELIN, RULES, NOW + 5 * DAY) is None
    vault.refuses_with = None
    vault.keys[ELIN] = b"NAS1" + bytes(range(1, 112))
    assert removed_while_locked(stores, ELIN, RULES, NOW + 5 * DAY) is None
    assert _record(opened).counted == timedelta()


def test_what_cannot_be_read_is_tried_again_and_nobody_is_kept_from_the_page(stores: AccountStores) -> None:
    opened = _left_locked(stores)
    opened.files.mine.write_bytes(bytes(8192))
    assert removed_while_locked(stores, ELIN, RULES, NOW + 5 * DAY) is None
    assert opened.files.mine.exists()


def test_the_start_tells_what_was_removed_without_a_name_and_what_is_only_locked_with_it(
    qtbot: QtBot, stores: AccountStores
) -> None:
    _left_locked(stores)
    keep_person_if_possible(stores.entries, PersonHere(ELIN, "Elin Ekhamn", waiting=2))
    told: list[Found] = []

    def start(reason: Problem | None) -> Found:
        fetch = KeyFetch(stores, None, lambda account_key: reason if account_key == ELIN else None)
        fetch.start()
        fetch.tell(told.append)
        qtbot.waitUntil(lambda: bool(told), timeout=15_000)
        return told.pop()

    kept, gone = start(None), start(OVER)
    assert isinstance(kept, Locked)
    assert (kept.cause, kept.person.display_name) == (LockCause.AT_START, "Elin Ekhamn")
    assert isinstance(gone, Locked)
    assert (gone.cause, gone.problem, gone.person) == (LockCause.REMOVED, OVER, PersonHere(ELIN, waiting=2))
