"""The look at an account's files finds what is damaged, and leaves every byte as it was."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from workplace_app.domain.problem import ProblemKind, ProblemRaised
from workplace_app.store.connection import StoreFiles
from workplace_app.store.integrity import kept_tokens, look_at
from workplace_app.store.sync_connection import open_for_sync
from workplace_app.store.token_store import save

KEY = bytes(range(32))


@pytest.fixture
def files(tmp_path: Path) -> StoreFiles:
    made = StoreFiles.in_folder(tmp_path)
    with closing(open_for_sync(made, KEY)) as connection:
        save(connection, "tokens")
    return made


def spoil(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def test_whole_files_are_whole_and_stay_as_they_are(files: StoreFiles) -> None:
    before = [path.read_bytes() for path in (files.cache, files.mine)]
    looks = look_at(files, KEY)
    assert [look.name for look in looks] == ["cache.db", "mine.db"]
    assert all(look.problem is None and not look.damage and look.version == look.current_version for look in looks)
    assert [look.size for look in looks] == [len(content) for content in before]
    assert [path.read_bytes() for path in (files.cache, files.mine)] == before


def test_files_that_a_window_has_open_are_looked_at_too(files: StoreFiles) -> None:
    with closing(open_for_sync(files, KEY)) as window:
        window.execute("BEGIN IMMEDIATE")
        looks = look_at(files, KEY)
        window.execute("COMMIT")
    assert [look.problem for look in looks] == [None, None]


@pytest.mark.parametrize("place", [10, 5_000, -100])
def test_one_bit_that_has_changed_is_found_in_that_file_alone(files: StoreFiles, place: int) -> None:
    spoil(files.cache, place)
    cache, mine = look_at(files, KEY)
    assert cache.damage or (cache.problem is not None and cache.problem.kind is ProblemKind.STORE_DAMAGED)
    assert mine.problem is None
    assert not mine.damage


def test_another_key_does_not_fit_and_is_no_damage(files: StoreFiles) -> None:
    looks = look_at(files, os.urandom(32))
    assert [look.problem.kind for look in looks if look.problem] == [ProblemKind.KEY_DOES_NOT_FIT] * 2
    with pytest.raises(ProblemRaised):
        kept_tokens(files, os.urandom(32))


def test_a_file_of_a_later_program_tells_its_version(files: StoreFiles) -> None:
    with closing(open_for_sync(files, KEY)) as connection:
        connection.execute("PRAGMA main.user_version = 99")
    assert look_at(files, KEY)[0].version == 99


def test_a_look_that_takes_too_long_is_ended_and_says_so(files: StoreFiles) -> None:
    with closing(open_for_sync(files, KEY)) as connection:
        rows = ((f"n{number}", "x" * 2_000) for number in range(2_000))
        connection.executemany("INSERT INTO mine.settings (name, text) VALUES (?, ?)", rows)
    hours = iter(range(0, 10**9, 3_600))
    _cache, mine = look_at(files, KEY, lambda: float(next(hours)))
    assert mine.problem is not None
    assert mine.problem.kind is ProblemKind.TIMED_OUT


def test_the_tokens_are_read_as_they_were_saved(files: StoreFiles) -> None:
    assert kept_tokens(files, KEY) == "tokens"


def test_files_without_tokens_have_none(tmp_path: Path) -> None:
    made = StoreFiles.in_folder(tmp_path)
    open_for_sync(made, KEY).close()
    assert kept_tokens(made, KEY) is None


def test_a_file_that_is_not_there_is_not_made(files: StoreFiles) -> None:
    files.mine.unlink()
    _cache, mine = look_at(files, KEY)
    assert mine.problem is not None
    assert not files.mine.exists()
