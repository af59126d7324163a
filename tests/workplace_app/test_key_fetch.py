"""The key is looked for beside the window, and told once, whoever comes first."""

import threading

from pytestqt.qtbot import QtBot

from tests.workplace_app.vault import VaultInMemory
from workplace_app.account_stores import AccountStores
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.folders import Folders
from workplace_app.key_fetch import Found, KeyFetch

ELIN = "e" * 32


def _found(qtbot: QtBot, stores: AccountStores) -> Found:
    told: list[Found] = []
    threads: list[threading.Thread] = []

    def listener(found: Found) -> None:
        told.append(found)
        threads.append(threading.current_thread())

    fetch = KeyFetch(stores)
    fetch.start()
    fetch.tell(listener)
    qtbot.waitUntil(lambda: bool(told), timeout=15_000)
    assert threads == [threading.current_thread()]
    return told[0]


def test_nobody_has_been_here(qtbot: QtBot, stores: AccountStores) -> None:
    assert _found(qtbot, stores) is None


def test_the_account_is_found(qtbot: QtBot, stores: AccountStores) -> None:
    opened = stores.open_or_create(ELIN)
    stores.remember(opened)
    assert _found(qtbot, stores) == opened


def test_a_refusal_is_told_as_it_is(qtbot: QtBot, stores: AccountStores, vault: VaultInMemory) -> None:
    stores.remember(stores.open_or_create(ELIN))
    vault.refuses_with = ProblemKind.KEYRING_LOCKED
    assert _found(qtbot, stores) == Problem(ProblemKind.KEYRING_LOCKED)


def test_an_answer_that_came_first_waits_for_its_listener(qtbot: QtBot, stores: AccountStores) -> None:
    stores.remember(stores.open_or_create(ELIN))
    fetch = KeyFetch(stores)
    with qtbot.waitSignal(fetch._fetched, timeout=15_000):
        fetch.start()
    told: list[Found] = []
    fetch.tell(told.append)
    qtbot.waitUntil(lambda: len(told) == 1, timeout=15_000)


def test_a_keyring_that_has_been_unlocked_is_asked_once_more(
    qtbot: QtBot, stores: AccountStores, vault: VaultInMemory
) -> None:
    opened = stores.open_or_create(ELIN)
    stores.remember(opened)
    vault.refuses_with = ProblemKind.KEYRING_LOCKED
    told: list[Found] = []
    fetch = KeyFetch(stores)
    fetch.start()
    fetch.tell(told.append)
    fetch.ask_again(told.append)  # it has not answered yet
    qtbot.waitUntil(lambda: len(told) == 1, timeout=15_000)
    vault.refuses_with = None
    fetch.ask_again(told.append)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=15_000)
    assert told == [Problem(ProblemKind.KEYRING_LOCKED), opened]


def test_a_keyring_that_fails_in_a_way_nobody_foresaw_does_not_leave_the_window_empty(
    qtbot: QtBot, folders: Folders, stores: AccountStores
) -> None:
    stores.remember(stores.open_or_create(ELIN))

    def no_library() -> VaultInMemory:
        raise ImportError("the keyring's library does not load")

    found = _found(qtbot, AccountStores(folders, no_library))
    assert isinstance(found, Problem)
    assert found.kind is ProblemKind.UNEXPECTED
