"""Every released schema is frozen here and can be brought to the newest; a new database is the newest at once."""

from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from tests.store.stored import KEY
from workplace_app.store.connection import StoreFiles, needs_migration, open_for_screen, unlock
from workplace_app.store.migrations import cache_migrations, migrate_cache, migrate_mine, mine_migrations
from workplace_app.store.schema_version import CACHE_VERSION, MINE_VERSION
from workplace_app.store.sync_connection import open_for_sync

FROZEN = Path(__file__).parent / "schemas"
RELEASES = sorted(folder.name for folder in FROZEN.iterdir() if folder.is_dir())


def schema_of(connection: Any) -> str:
    """The statements that make a file's tables and indexes, one to a paragraph, without those that FTS5 makes."""
    rows = connection.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search\\_words\\_%' ESCAPE '\\' "
        "AND name NOT LIKE 'search\\_parts\\_%' ESCAPE '\\' AND name NOT LIKE '%\\_migrations%' ESCAPE '\\' "
        "ORDER BY type DESC, name"
    )
    return "".join(f"{row[0]};\n\n" for row in rows)


def _newest(name: str) -> str:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    (migrate_cache if name == "cache" else migrate_mine)(connection)
    schema = schema_of(connection)
    connection.close()
    return schema


@pytest.mark.parametrize("name", ["cache", "mine"])
def test_the_schema_of_this_version_is_frozen(name: str) -> None:
    """When it fails: a released migration has been changed. Write a new one instead; before the first release of a
    version, write the file anew with ``python -m tests.store.freeze_schema VERSION``."""
    assert (FROZEN / RELEASES[-1] / f"{name}.sql").read_text("utf-8") == _newest(name)


@pytest.mark.parametrize("release", RELEASES)
def test_a_database_of_an_earlier_release_is_brought_to_the_newest(release: str, files: StoreFiles) -> None:
    for file, name, migrations, applied in (
        (files.cache, "cache", cache_migrations, APPLIED[release][0]),
        (files.mine, "mine", mine_migrations, APPLIED[release][1]),
    ):
        connection = dbapi2.connect(file, isolation_level=None)
        unlock(connection, KEY)
        connection.executescript((FROZEN / release / f"{name}.sql").read_text("utf-8"))
        database = Database(connection)
        migrations.ensure_migrations_table(database)
        for migration in migrations._migrations[:applied]:
            migrations._record_applied(database, migration.name)
        connection.execute(f"PRAGMA user_version = {applied}")
        connection.close()
    open_for_sync(files, KEY).close()
    screen = open_for_screen(files, KEY)
    screen.execute("SELECT * FROM tasks_as_seen").fetchall()
    screen.close()
    for file, name in ((files.cache, "cache"), (files.mine, "mine")):
        connection = dbapi2.connect(file, isolation_level=None)
        unlock(connection, KEY)
        assert schema_of(connection) == _newest(name)
        connection.close()


APPLIED = {"0.1.0": (6, 7)}
"""How many migrations of each file a release had."""


def test_versions_count_the_migrations() -> None:
    assert len(cache_migrations._migrations) == CACHE_VERSION
    assert len(mine_migrations._migrations) == MINE_VERSION
    assert set(APPLIED) == set(RELEASES)


def test_a_migration_that_breaks_off_is_done_again(files: StoreFiles) -> None:
    connection = dbapi2.connect(files.cache, isolation_level=None)
    unlock(connection, KEY)
    cache_migrations.apply(Database(connection), stop_before="create_search_tables")
    connection.close()
    assert needs_migration(files, KEY)
    open_for_sync(files, KEY).close()
    assert not needs_migration(files, KEY)
