"""Opening the two files: with the right key, the wrong one, damage, and files of another time."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.store.stored import KEY, NOW, OTHER_KEY
from workplace_app.domain.problem import ProblemKind, ProblemRaised
from workplace_app.store import connection, token_store
from workplace_app.store.connection import (
    SchemaOutdated,
    StoreFiles,
    needs_migration,
    open_for_screen,
    opening,
    unlock,
)
from workplace_app.store.connection_type import Connection
from workplace_app.store.own_things import visits
from workplace_app.store.sync_connection import (
    delete_cache,
    delete_files,
    open_for_sync,
    open_in_memory,
    release_memory,
)


def _kind_when_opening(files: StoreFiles, key: bytes) -> ProblemKind:
    with pytest.raises(ProblemRaised) as screen:
        open_for_screen(files, key)
    with pytest.raises(ProblemRaised) as sync:
        open_for_sync(files, key)
    assert screen.value.problem.kind is sync.value.problem.kind
    return screen.value.problem.kind


def test_what_was_written_is_there_after_opening_again(files: StoreFiles) -> None:
    first = open_for_sync(files, KEY)
    token_store.save(first, "tokens")
    first.close()
    again = open_for_sync(files, KEY)
    assert token_store.load(again) == "tokens"
    token_store.clear(again)
    assert token_store.load(again) is None
    again.close()


def test_nothing_can_be_read_from_the_files_themselves(files: StoreFiles, sync: Connection) -> None:
    token_store.save(sync, "a word that stands nowhere else")
    for file in files.cache.parent.iterdir():
        assert b"a word that stands nowhere else" not in file.read_bytes()
        assert not file.read_bytes().startswith(b"SQLite format 3")


def test_the_wrong_key_is_a_lost_key(files: StoreFiles, sync: Connection) -> None:
    sync.close()
    assert _kind_when_opening(files, OTHER_KEY) is ProblemKind.KEY_DOES_NOT_FIT


@pytest.mark.parametrize("name", ["cache", "mine"])
def test_a_damaged_file_is_told_from_a_lost_key_and_named(files: StoreFiles, sync: Connection, name: str) -> None:
    sync.close()
    damaged: Path = getattr(files, name)
    content = bytearray(damaged.read_bytes())
    content[100] ^= 0xFF
    damaged.write_bytes(content)
    assert _kind_when_opening(files, KEY) is ProblemKind.STORE_DAMAGED
    with pytest.raises(ProblemRaised) as raised:
        open_for_screen(files, KEY)
    assert raised.value.problem.detail == damaged.name


def test_a_file_that_another_program_holds_is_not_taken_for_unreadable(
    files: StoreFiles, sync: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a damaged cache would cost the outbox too: without a readable file, the key would seem to be lost."""
    sync.close()
    monkeypatch.setattr(connection, "BUSY_MILLISECONDS", 0)
    holder = dbapi2.connect(files.mine, isolation_level=None)
    unlock(holder, KEY)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    content = bytearray(files.cache.read_bytes())
    content[100] ^= 0xFF
    files.cache.write_bytes(content)
    with pytest.raises(ProblemRaised) as raised:
        open_for_screen(files, KEY)
    holder.close()
    assert (raised.value.problem.kind, raised.value.problem.detail) == (ProblemKind.STORE_DAMAGED, "cache.db")


def test_a_disk_that_refuses_is_no_damage(files: StoreFiles) -> None:
    """Nothing is wrong with the files, so nobody may be told to fetch everything anew."""
    files.cache.mkdir()
    with pytest.raises(ProblemRaised) as raised:
        open_for_sync(files, KEY)
    assert raised.value.problem.kind is ProblemKind.DISK_REFUSED


@pytest.mark.parametrize("ask", [open_for_screen, needs_migration])
def test_a_disk_that_does_not_say_what_is_on_it_is_told(
    tmp_path: Path, ask: Callable[[StoreFiles, bytes], object]
) -> None:
    """Here since the name is longer than the disk takes; a share that is out of reach answers so too."""
    with pytest.raises(ProblemRaised) as raised:
        ask(StoreFiles.in_folder(tmp_path / ("a" * 300)), KEY)
    assert raised.value.problem.kind is ProblemKind.DISK_REFUSED


def test_a_first_page_that_the_disk_did_not_give_once_sets_nothing_aside(files: StoreFiles, sync: Connection) -> None:
    """SQLCipher says of it what it says of a wrong key, which would put both files away, the outbox too."""
    error = dbapi2.DatabaseError("file is not a database")
    error.sqlite_errorcode = dbapi2.SQLITE_NOTADB
    with pytest.raises(ProblemRaised) as raised, opening(files, KEY):
        raise error
    assert raised.value.problem.kind is ProblemKind.DISK_REFUSED


def test_a_page_that_cannot_be_decrypted_is_a_problem_and_no_crash(files: StoreFiles) -> None:
    """The driver says then that memory is short, which is none of its own exceptions."""
    with pytest.raises(ProblemRaised) as raised, opening(files, KEY):
        raise MemoryError
    assert raised.value.problem.kind is ProblemKind.DISK_REFUSED


def test_damage_that_is_met_while_reading_is_told(files: StoreFiles, sync: Connection) -> None:
    visits.arrive(sync, NOW)
    sync.execute("PRAGMA mine.wal_checkpoint(TRUNCATE)")
    sync.close()
    content = bytearray(files.mine.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page + 50] ^= 0xFF
    files.mine.write_bytes(content)
    with pytest.raises(ProblemRaised) as raised:
        visits.present_visit(open_for_sync(files, KEY))
    assert raised.value.problem.kind is ProblemKind.STORE_DAMAGED


def test_a_key_has_32_bytes(files: StoreFiles) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        open_for_sync(files, b"short")


@pytest.mark.parametrize("file", ["main", "mine"])
def test_a_file_from_the_future_is_refused_by_name(files: StoreFiles, sync: Connection, file: str) -> None:
    sync.execute(f"PRAGMA {file}.user_version = 999")
    sync.close()
    assert _kind_when_opening(files, KEY) is ProblemKind.STORE_FROM_THE_FUTURE


def test_the_screen_never_migrates(files: StoreFiles, sync: Connection) -> None:
    sync.execute("PRAGMA main.user_version = 1")
    sync.close()
    assert needs_migration(files, KEY)
    with pytest.raises(SchemaOutdated):
        open_for_screen(files, KEY)


def test_migration_is_needed_until_sync_has_opened_the_files(files: StoreFiles) -> None:
    assert needs_migration(files, KEY)
    open_for_sync(files, KEY).close()
    assert not needs_migration(files, KEY)


def test_the_disk_is_waited_for_only_where_something_could_be_lost(sync: Connection) -> None:
    def pragma(name: str) -> int:
        row = sync.execute(f"PRAGMA {name}").fetchone()
        assert row is not None
        return int(row[0])

    normal, full = 1, 2
    assert pragma("main.synchronous") == normal
    assert pragma("mine.synchronous") == full
    assert pragma("foreign_keys") == 1
    assert sync.execute("PRAGMA main.journal_mode").fetchone() == ("wal",)
    assert sync.execute("PRAGMA mine.journal_mode").fetchone() == ("wal",)


def test_deleting_leaves_nothing_behind(files: StoreFiles, sync: Connection) -> None:
    token_store.save(sync, "tokens")
    sync.close()
    delete_files(files)
    assert list(files.cache.parent.iterdir()) == []


def test_a_damaged_cache_is_made_anew_beside_the_users_own_things(files: StoreFiles, sync: Connection) -> None:
    token_store.save(sync, "tokens")
    sync.close()
    files.cache.write_bytes(b"damaged" * 1_000)
    with pytest.raises(ProblemRaised):
        open_for_sync(files, KEY)
    delete_cache(files)
    again = open_for_sync(files, KEY)
    assert token_store.load(again) == "tokens"
    release_memory(again)
    again.close()


def test_the_screen_makes_no_files(files: StoreFiles) -> None:
    with pytest.raises(SchemaOutdated):
        open_for_screen(files, KEY)
    assert list(files.cache.parent.iterdir()) == []


def test_a_store_in_memory_has_the_same_tables(sync: Connection) -> None:
    memory = open_in_memory()
    tables = "SELECT name, sql FROM {}.sqlite_master WHERE name NOT LIKE '%\\_migrations%' ESCAPE '\\' ORDER BY name"
    assert memory.execute(tables.format("main")).fetchall() == sync.execute(tables.format("main")).fetchall()
    names = [row[0] for row in memory.execute(tables.format("mine"))]
    assert names == [row[0] for row in sync.execute(tables.format("mine"))]


def test_the_screen_opens_without_the_packages_that_only_sync_needs() -> None:
    program = (
        "import sys; import workplace_app.store.connection, workplace_app.store.task_reader, "
        "workplace_app.store.news_reader, workplace_app.store.outbox_filing; "
        "print(sorted({'sqlite_utils', 'Stemmer', 'sqlite3', 'asyncio', 'click'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
