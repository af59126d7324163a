"""Codes: set, changed and removed so that a crash at any point leaves one that opens; guessing gets slower."""

from collections.abc import Callable

import pytest

from tests.workplace_app.vault import VaultInMemory
from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.domain.lock_code import LONGEST_WAIT, CodeFault, fault_of, wait_after
from workplace_app.domain.problem import ProblemKind, ProblemRaised
from workplace_app.domain.unlocking import CodeRefused
from workplace_app.folders import Folders
from workplace_app.key_sealing import Cost
from workplace_app.lock_codes import LockCodes

WHO, CODE, OTHER = "e" * 32, "lingon 4711", "hjortron 17"
CHEAP = Cost(4, 8, 1)


class Seconds:
    """A clock that is never set back, at least not by anybody but the test."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Crash(BaseException):
    """The program is ended."""


class Fragile(VaultInMemory):
    """A keyring during whose n-th change the program is ended; before or after it took effect. A replacement removes
    first, as macOS has it (keyring 25, ``macOS/__init__.py``: set_password deletes, then adds)."""

    def __init__(self) -> None:
        super().__init__()
        self.changes_left: int | None = None

    def store(self, account_key: str, key: bytes) -> None:
        self._change()
        self.keys.pop(account_key, None)
        self._change()
        super().store(account_key, key)
        self._change()

    def delete(self, account_key: str) -> None:
        self._change()
        super().delete(account_key)
        self._change()

    def _change(self) -> None:
        if self.changes_left is not None:
            self.changes_left -= 1
            if self.changes_left < 0:
                raise Crash


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def opened(stores: AccountStores) -> OpenedAccount:
    return stores.open_or_create(WHO)


@pytest.fixture
def codes(stores: AccountStores, seconds: Seconds) -> LockCodes:
    return LockCodes(stores, seconds, CHEAP)


def test_with_a_code_the_keyring_alone_opens_nothing(
    stores: AccountStores, opened: OpenedAccount, codes: LockCodes, vault: VaultInMemory
) -> None:
    assert codes.change(opened, "", CODE) is None
    assert opened.key not in b"".join(vault.keys.values())
    for ask in (stores.reopen, stores.open_or_create):
        with pytest.raises(ProblemRaised) as raised:
            ask(WHO)
        assert raised.value.problem.kind is ProblemKind.LOCKED_HERE
    assert codes.open(WHO, CODE) == opened


def test_a_code_is_changed_and_removed_by_whoever_knows_it(
    stores: AccountStores, opened: OpenedAccount, codes: LockCodes, seconds: Seconds
) -> None:
    codes.change(opened, "", CODE)
    assert codes.change(opened, "wrong", OTHER) == CodeRefused(wrong=True, wait_seconds=1)
    seconds.now += 1
    assert codes.change(opened, CODE, OTHER) is None
    assert codes.open(WHO, CODE) == CodeRefused(wrong=True, wait_seconds=1)
    seconds.now += 1
    assert codes.open(WHO, OTHER) == opened
    assert codes.change(opened, OTHER, "") is None
    assert stores.reopen(WHO) == opened
    refused = codes.open(WHO, OTHER)
    assert isinstance(refused, CodeRefused)
    assert refused.problem is not None
    assert refused.problem.kind is ProblemKind.SIGN_IN_NEEDED, "no code proves anything any more"


def test_wrong_codes_make_the_wait_grow_also_over_a_restart(
    stores: AccountStores, opened: OpenedAccount, codes: LockCodes, seconds: Seconds
) -> None:
    codes.change(opened, "", CODE)
    for wrong in range(1, 5):
        assert codes.open(WHO, "guess") == CodeRefused(wrong=True, wait_seconds=2 ** (wrong - 1))
        assert codes.open(WHO, CODE) == CodeRefused(wait_seconds=2 ** (wrong - 1)), "the right one waits too"
        seconds.now += 2 ** (wrong - 1)
    codes.open(WHO, "guess")
    seconds.now = 5.0  # another run of the program, or a clock that begins anew
    after_restart = LockCodes(stores, seconds, CHEAP)
    assert after_restart.open(WHO, CODE) == CodeRefused(wait_seconds=16)
    seconds.now += 16
    assert after_restart.open(WHO, CODE) == opened
    assert after_restart.open(WHO, "guess") == CodeRefused(wrong=True, wait_seconds=1), "a right one ends the row"


def test_ending_the_program_while_a_code_is_looked_at_wins_no_try(folders: Folders, seconds: Seconds) -> None:
    vault = Fragile()
    stores = AccountStores(folders, vault)
    codes = LockCodes(stores, seconds, CHEAP)
    codes.change(stores.open_or_create(WHO), "", CODE)
    for _ in range(5):
        later = LockCodes(stores, seconds, CHEAP)
        seconds.now += LONGEST_WAIT
        vault.changes_left = 3  # the try is noted; what follows is not
        with pytest.raises(Crash):
            later.open(WHO, CODE)
        vault.changes_left = None
    assert stores.entries.tries(WHO) == 5


def _set(codes: LockCodes, opened: OpenedAccount) -> None:
    codes.change(opened, "", CODE)


def _change(codes: LockCodes, opened: OpenedAccount) -> None:
    codes.change(opened, CODE, OTHER)


def _remove(codes: LockCodes, opened: OpenedAccount) -> None:
    codes.change(opened, CODE, "")


@pytest.mark.parametrize(("act", "before"), [(_set, ""), (_change, CODE), (_remove, CODE)])
def test_a_crash_at_any_point_leaves_one_that_opens(
    folders: Folders, seconds: Seconds, act: Callable[[LockCodes, OpenedAccount], None], before: str
) -> None:
    for point in range(30):
        vault = Fragile()
        stores = AccountStores(folders, vault)
        codes = LockCodes(stores, seconds, CHEAP)
        opened = stores.open_or_create(WHO)
        codes.change(opened, "", before)
        vault.changes_left = point
        try:
            act(codes, opened)
        except Crash:
            ended = False
        else:
            ended = True
        vault.changes_left = None
        assert opened.key in _keys_that_open(AccountStores(folders, vault), seconds), f"after {point} changes"
        if ended:
            return
    pytest.fail("it never came to its end")


def _keys_that_open(stores: AccountStores, seconds: Seconds) -> set[bytes]:
    found = set()
    try:
        found.add(stores.reopen(WHO).key)
    except ProblemRaised:
        codes = LockCodes(stores, seconds, CHEAP)
        for code in (CODE, OTHER):
            seconds.now += LONGEST_WAIT
            answer = codes.open(WHO, code)
            if isinstance(answer, OpenedAccount):
                found.add(answer.key)
    return found


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("12345", CodeFault.TOO_SHORT),
        ("123456", CodeFault.TOO_EASY),
        ("987654", CodeFault.TOO_EASY),
        ("890123", CodeFault.TOO_EASY),
        ("000000", CodeFault.TOO_EASY),
        ("x" * 129, CodeFault.TOO_LONG),
        ("471100", None),
        ("lingon", None),
    ],
)
def test_what_a_code_must_be(code: str, fault: CodeFault | None) -> None:
    assert fault_of(code) is fault


def test_the_wait_doubles_and_ends_at_a_minute() -> None:
    assert [wait_after(wrong) for wrong in range(9)] == [0, 1, 2, 4, 8, 16, 32, 60, 60]
    assert wait_after(10_000) == LONGEST_WAIT
