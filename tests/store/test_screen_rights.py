"""The screen's connection can write the user's own things and nothing else, whatever is tried."""

from pathlib import Path

import pytest

from tests.store.stored import KEY
from workplace_app.domain.problem import ProblemRaised
from workplace_app.store import content_token_store, token_store
from workplace_app.store.connection import StoreFiles, open_for_screen
from workplace_app.store.connection_type import Connection
from workplace_app.store.screen_rights import SCREEN_WRITES

TOKENS = ("token_cache", "content_tokens")


def _tables(connection: Connection, schema: str) -> list[str]:
    return [row[0] for row in connection.execute(f"SELECT name FROM {schema}.sqlite_master WHERE type = 'table'")]


def _refused(connection: Connection, statement: str) -> bool:
    try:
        connection.execute(statement).fetchall()
    except ProblemRaised:
        return True
    return False


def test_it_reads_every_table_but_the_tokens(screen: Connection) -> None:
    for schema in ("main", "mine"):
        for table in _tables(screen, schema):
            assert _refused(screen, f"SELECT * FROM {schema}.{table}") is (table in TOKENS), table


def test_it_writes_its_own_tables_and_no_others(screen: Connection) -> None:
    for schema in ("main", "mine"):
        for table in _tables(screen, schema):
            allowed = schema == "mine" and table in SCREEN_WRITES
            assert _refused(screen, f"DELETE FROM {schema}.{table}") is not allowed, table
            assert _refused(screen, f"INSERT INTO {schema}.{table} DEFAULT VALUES"), table
            if not allowed:
                assert _refused(screen, f"UPDATE {schema}.{table} SET rowid = 1"), table


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE main.another (a)",
        "CREATE TABLE mine.another (a)",
        "CREATE TEMP TABLE another (a)",
        "CREATE TEMP VIEW another AS SELECT 1",
        "CREATE TEMP TRIGGER another AFTER INSERT ON mine.settings BEGIN DELETE FROM main.tasks; END",
        "CREATE VIEW main.another AS SELECT 1",
        "CREATE INDEX main.another ON tasks (title)",
        "CREATE VIRTUAL TABLE main.another USING fts5 (a)",
        "DROP TABLE main.tasks",
        "DROP TABLE mine.outbox",
        "DROP VIEW tasks_as_seen",
        "ALTER TABLE mine.settings RENAME TO others",
        "ATTACH DATABASE ':memory:' AS another",
        "DETACH DATABASE mine",
        "VACUUM",
        "REINDEX",
        "ANALYZE",
        "PRAGMA main.user_version = 5",
        "PRAGMA user_version",
        "PRAGMA rekey = 'x'",
        "PRAGMA key",
        "PRAGMA cipher_settings",
        "PRAGMA writable_schema = ON",
        "PRAGMA foreign_keys = OFF",
        "PRAGMA mine.synchronous = OFF",
        "PRAGMA database_list",
        "SELECT * FROM pragma_database_list",
        "SELECT load_extension('x')",
        "SELECT sqlcipher_export('mine')",
        "UPDATE main.tasks SET title = ''",
        "UPDATE main.feed_states SET fetched_at = 0",
        "INSERT INTO main.search_words (title) VALUES ('x')",
        "INSERT INTO main.search_words (search_words) VALUES ('delete-all')",
        "UPDATE mine.token_cache SET text = ''",
        "INSERT INTO mine.token_cache VALUES (1, '')",
        "INSERT INTO mine.settings SELECT 'stolen', text FROM mine.token_cache",
        "SELECT (SELECT text FROM mine.token_cache)",
        "WITH t AS (SELECT text FROM mine.token_cache) SELECT * FROM t",
        "SELECT COUNT(*) FROM mine.token_cache",
        "UPDATE main.sqlite_master SET sql = ''",
        "DELETE FROM mine.sqlite_master",
        "INSERT INTO temp.sqlite_master VALUES ('view', 'a', 'a', 0, '')",
    ],
)
def test_it_is_refused(screen: Connection, statement: str) -> None:
    assert _refused(screen, statement)


def test_the_tokens_stay_unread_after_all_that(files: StoreFiles, sync: Connection, tmp_path: Path) -> None:
    token_store.save(sync, "secret")
    content_token_store.save_content_tokens(sync, "secret too")
    screen = open_for_screen(files, KEY)
    for table in TOKENS:
        for attempt in (f"SELECT text FROM mine.{table}", f"SELECT * FROM {table}", f"DELETE FROM mine.{table}"):
            assert _refused(screen, attempt)
    assert token_store.load(sync) == "secret"
    assert content_token_store.load_content_tokens(sync) == "secret too"
    screen.close()
