"""Accounts' files and keys: found again, set aside without their key, kept for a session, wiped key first."""

import os
import stat
import sys
from pathlib import Path

import pytest

from tests.workplace_app.vault import VaultInMemory
from workplace_app import account_stores
from workplace_app.account_stores import AccountStores
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.folders import Folders

ELIN = "e" * 32


def _close_nothing() -> None:
    """Nothing is open."""


def test_a_new_account_gets_a_key_and_a_folder_that_only_its_owner_may_enter(
    stores: AccountStores, vault: VaultInMemory
) -> None:
    opened = stores.open_or_create(ELIN)
    assert vault.keys == {ELIN: opened.key}
    assert len(opened.key) == 32
    assert not opened.session_only
    if sys.platform != "win32":
        assert stat.S_IMODE(opened.files.cache.parent.stat().st_mode) == 0o700


def test_the_account_used_last_is_opened_again(stores: AccountStores, folders: Folders, vault: VaultInMemory) -> None:
    opened = stores.open_or_create(ELIN)
    stores.remember(opened)
    later = AccountStores(folders, vault)
    assert later.last_used() == ELIN
    assert later.reopen(ELIN) == opened


def test_a_folder_that_cannot_be_made_is_a_problem_of_the_disk(stores: AccountStores, folders: Folders) -> None:
    folders.account(ELIN).parent.parent.mkdir(parents=True, exist_ok=True)
    folders.account(ELIN).parent.write_text("no folder")
    with pytest.raises(ProblemRaised) as raised:
        stores.open_or_create(ELIN)
    assert raised.value.problem.kind is ProblemKind.DISK_REFUSED


@pytest.mark.parametrize("content", [b"", b"../../etc", b"\xff\xfe", b"E" * 32, b"e" * 33])
def test_a_pointer_that_is_no_account_is_as_if_nobody_had_been_here(
    stores: AccountStores, folders: Folders, content: bytes
) -> None:
    folders.current_account.parent.mkdir(parents=True)
    folders.current_account.write_bytes(content)
    assert stores.last_used() is None


def test_files_without_their_key_are_set_aside_and_made_anew(stores: AccountStores, vault: VaultInMemory) -> None:
    opened = stores.open_or_create(ELIN)
    opened.files.cache.write_bytes(b"what nobody can read")
    vault.keys.clear()
    with pytest.raises(ProblemRaised) as raised:
        stores.reopen(ELIN)
    assert raised.value.problem.kind is ProblemKind.KEY_LOST
    anew = stores.open_or_create(ELIN)
    assert anew.key != opened.key
    assert not anew.files.cache.exists()
    aside = anew.files.cache.parent.with_name(f"{ELIN}.unreadable")
    assert (aside / "cache.db").read_bytes() == b"what nobody can read"


def test_without_a_keyring_the_account_lives_for_this_session(
    stores: AccountStores, folders: Folders, vault: VaultInMemory
) -> None:
    vault.refuses_with = ProblemKind.NO_KEYRING
    opened = stores.open_or_create(ELIN)
    assert opened.session_only
    assert stores.session_problem is not None
    assert folders.data not in opened.files.cache.parents
    assert stores.open_or_create(ELIN) == opened, "the same one during the session"
    stores.remember(opened)
    assert stores.last_used() is None
    opened.files.cache.write_bytes(b"encrypted")
    stores.close_session()
    assert not opened.files.cache.parent.exists()


def test_a_locked_keyring_makes_nothing_new(stores: AccountStores, vault: VaultInMemory) -> None:
    vault.refuses_with = ProblemKind.KEYRING_LOCKED
    with pytest.raises(ProblemRaised) as raised:
        stores.open_or_create(ELIN)
    assert raised.value.problem.kind is ProblemKind.KEYRING_LOCKED
    assert stores.session_problem is None


def test_wiping_forgets_the_key_before_it_closes_and_closes_before_it_removes(
    stores: AccountStores, vault: VaultInMemory
) -> None:
    opened = stores.open_or_create(ELIN)
    stores.remember(opened)
    opened.files.cache.write_bytes(b"facts")
    seen: list[tuple[bool, bool, str | None]] = []
    stores.wipe(ELIN, lambda: seen.append((ELIN in vault.keys, opened.files.cache.exists(), stores.last_used())))
    assert seen == [(False, True, None)]
    assert not opened.files.cache.parent.exists()


def test_wiping_goes_on_to_the_files_when_the_keyring_says_no(stores: AccountStores, vault: VaultInMemory) -> None:
    opened = stores.open_or_create(ELIN)
    opened.files.cache.write_bytes(b"facts")
    vault.refuses_with = ProblemKind.KEYRING_LOCKED
    with pytest.raises(ProblemRaised):
        stores.wipe(ELIN, _close_nothing)
    assert not opened.files.cache.parent.exists()


def test_wiping_goes_on_to_the_files_when_closing_fails(stores: AccountStores) -> None:
    opened = stores.open_or_create(ELIN)

    def fail() -> None:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        stores.wipe(ELIN, fail)
    assert not opened.files.cache.parent.exists()


def test_a_disk_that_takes_no_folder_leaves_no_key_behind(
    stores: AccountStores, folders: Folders, vault: VaultInMemory
) -> None:
    folders.account(ELIN).parent.parent.mkdir(parents=True, exist_ok=True)
    folders.account(ELIN).parent.write_text("no folder")
    with pytest.raises(ProblemRaised):
        stores.open_or_create(ELIN)
    assert vault.keys == {}


def test_a_keyring_that_takes_no_key_leaves_no_folder_behind(folders: Folders) -> None:
    class Full(VaultInMemory):
        def store(self, account_key: str, key: bytes) -> None:
            raise ProblemRaised(Problem(ProblemKind.KEYRING_LOCKED))

    with pytest.raises(ProblemRaised):
        AccountStores(folders, Full()).open_or_create(ELIN)
    assert not folders.account(ELIN).exists()


def test_wiping_one_account_leaves_the_other(stores: AccountStores, vault: VaultInMemory) -> None:
    other = stores.open_or_create("a" * 32)
    stores.remember(other)
    stores.open_or_create(ELIN)
    stores.wipe(ELIN, _close_nothing)
    assert stores.last_used() == "a" * 32
    assert other.files.cache.parent.exists()
    assert set(vault.keys) == {"a" * 32}


@pytest.mark.parametrize("step", ["key", "closing", "files"])
def test_a_wiping_that_is_cut_off_anywhere_is_finished_at_the_next_start(
    folders: Folders, vault: VaultInMemory, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stores = AccountStores(folders, vault)
    opened = stores.open_or_create(ELIN)
    stores.remember(opened)
    for file in (opened.files.cache, opened.files.mine):
        file.write_bytes(b"facts")

    def killed(*_: object) -> None:
        os._exit(9)

    if step == "key":
        monkeypatch.setattr(VaultInMemory, "delete", killed)
    elif step == "files":
        monkeypatch.setattr(account_stores, "remove_folder", killed)
    child = os.fork()
    if child == 0:
        stores.wipe(ELIN, killed if step == "closing" else _close_nothing)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    monkeypatch.undo()
    if step != "key":
        vault.keys.clear()  # the child's vault was a copy
    assert opened.files.cache.exists()

    later = AccountStores(folders, vault)
    with pytest.raises(ProblemRaised):
        later.reopen(ELIN)
    later.finish_wiping()
    assert not vault.keys
    assert later.last_used() is None
    assert not [path for path in folders.data.rglob("*") if path.is_file()]


def test_files_of_somebody_who_was_to_be_forgotten_are_never_set_aside(folders: Folders, vault: VaultInMemory) -> None:
    stores = AccountStores(folders, vault)
    opened = stores.open_or_create(ELIN)
    opened.files.cache.write_bytes(b"facts")
    vault.refuses_with = ProblemKind.KEYRING_LOCKED
    with pytest.raises(ProblemRaised):
        stores.wipe(ELIN, _close_nothing)
    with pytest.raises(ProblemRaised) as raised:
        stores.open_or_create(ELIN)
    assert raised.value.problem.kind is ProblemKind.KEYRING_LOCKED, "the old key is not for what comes now"
    vault.refuses_with = None
    anew = stores.open_or_create(ELIN)
    assert anew.key != opened.key
    assert not anew.files.cache.exists()
    stores.finish_wiping()
    assert anew.files.cache.parent.exists(), "what came after is nothing of it"
    assert not list(folders.current_account.parent.glob("*.unreadable"))


def test_one_file_that_cannot_be_removed_leaves_no_other(stores: AccountStores, vault: VaultInMemory) -> None:
    opened = stores.open_or_create(ELIN)
    for number in range(5):  # whichever comes first in the folder, others come after it
        stubborn = opened.files.cache.parent / f"{number} stubborn"
        stubborn.mkdir()
        (stubborn / "inside").write_bytes(b"x")
    for file in (opened.files.cache, opened.files.mine):
        file.write_bytes(b"facts")
    real = Path.rmdir

    def refuse(path: Path) -> None:
        if path.name.endswith("stubborn"):
            raise PermissionError(13, "in use", str(path))
        real(path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "rmdir", refuse)  # as Windows does with what somebody has open
        with pytest.raises(PermissionError):
            stores.wipe(ELIN, _close_nothing)
    assert not vault.keys
    assert not [path for path in opened.files.cache.parent.rglob("*") if path.is_file()]
    stores.finish_wiping()
    assert not opened.files.cache.parent.exists()


def test_what_is_removed_is_never_what_a_link_points_at(stores: AccountStores, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.txt").write_text("kept", encoding="ascii")
    opened = stores.open_or_create(ELIN)
    (opened.files.cache.parent / "link").symlink_to(outside, target_is_directory=True)
    stores.wipe(ELIN, _close_nothing)
    assert (outside / "kept.txt").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("name", [ELIN, f"{ELIN}.unreadable"])
def test_a_link_in_the_place_of_an_account_leads_no_wiping_out_of_the_data_folder(
    folders: Folders, stores: AccountStores, tmp_path: Path, name: str
) -> None:
    outside = tmp_path / "documents"
    outside.mkdir()
    (outside / "kept.txt").write_text("kept", encoding="ascii")
    accounts = folders.current_account.parent
    accounts.mkdir(parents=True)
    (accounts / name).symlink_to(outside, target_is_directory=True)
    (accounts / f"{ELIN}.wiping").touch()
    stores.finish_wiping()
    assert (outside / "kept.txt").exists()
    assert list(accounts.iterdir()) == []


def test_a_lock_that_the_disk_does_not_take_opens_nothing_at_the_next_start(
    stores: AccountStores, folders: Folders
) -> None:
    opened = stores.open_or_create(ELIN)
    stores.remember(opened)
    folders.current_account.with_suffix(".new").mkdir()  # as a full disk does: it takes no new file
    with pytest.raises(ProblemRaised):
        stores.remember(opened, locked=True)
    assert stores.last_used() is None
    assert stores.account_keys() == (ELIN,), "whose owner is offered in the list of who is here"


def test_whoever_comes_back_meanwhile_is_not_unused(
    stores: AccountStores, folders: Folders, vault: VaultInMemory
) -> None:
    opened = stores.open_or_create(ELIN)
    opened.files.mine.write_bytes(b"wishes")
    stores.wipe(ELIN, _close_nothing, only_unused=True)
    assert ELIN in vault.keys
    assert opened.files.mine.exists()

    later = AccountStores(folders, vault)
    later.wipe(ELIN, _close_nothing, only_unused=True)
    assert ELIN not in vault.keys
    assert not opened.files.mine.exists()
