"""Every table says how long it keeps what; a table that was forgotten is found here."""

from dataclasses import replace
from datetime import timedelta

import pytest

from workplace_app.domain.keeping import Keeping
from workplace_app.store.connection_type import Connection
from workplace_app.store.fact_tables import FACT_TABLES
from workplace_app.store.screen_rights import SCREEN_WRITES
from workplace_app.store.search_texts import SEARCHED
from workplace_app.store.tables import RETENTIONS

_OF_LIBRARIES = ("search_words_", "search_parts_", "_sqlite_migrations", "sqlite_")


def _tables(connection: Connection, schema: str) -> set[str]:
    rows = connection.execute(f"SELECT name FROM {schema}.sqlite_master WHERE type = 'table'")
    return {row[0] for row in rows if not row[0].startswith(_OF_LIBRARIES)}


def test_every_table_declares_its_retention_once(sync: Connection) -> None:
    declared = [retention.table for retention in RETENTIONS]
    assert sorted(declared) == sorted(_tables(sync, "main") | _tables(sync, "mine"))


def test_every_retention_says_why() -> None:
    assert all(retention.because for retention in RETENTIONS)
    assert all(retention.column for retention in RETENTIONS if retention.age is not None)


@pytest.mark.parametrize(
    ("rule", "tables"),
    [
        ("news_days", {"articles", "article_marks"}),
        ("message_days", {"messages", "place_states"}),
        ("own_days", {"outbox", "reminders", "notifications", "notification_marks"}),
    ],
)
def test_each_of_its_rules_governs_its_tables_and_no_other(rule: str, tables: set[str]) -> None:
    usual, other = Keeping(), replace(Keeping(), **{rule: 7})
    ages = {each.table: (each.age_under(usual), each.age_under(other)) for each in RETENTIONS}
    differing = {table: now for table, (before, now) in ages.items() if now != before}
    assert differing == dict.fromkeys(tables, timedelta(days=7))


def test_the_screen_writes_tables_that_exist_and_neither_the_tokens_nor_its_own_access(sync: Connection) -> None:
    assert _tables(sync, "mine") == SCREEN_WRITES | {"token_cache", "content_tokens", "access"}


def test_every_table_of_facts_has_its_columns(sync: Connection) -> None:
    for table in FACT_TABLES:
        columns = {row[1] for row in sync.execute(f"PRAGMA main.table_info({table.name})")}
        assert columns == {*table.columns, "number", "listing", "generation"}, table.name


def test_kinds_keep_their_numbers_in_the_search_index() -> None:
    """Rows of an index on disk carry these: another number would make hits of one kind into another."""
    assert {searched.kind.value: searched.number for searched in SEARCHED} == {
        "service": 13,
        "journey": 12,
        "tool": 11,
        "person": 10,
        "task": 9,
        "event": 8,
        "article": 7,
        "disruption": 6,
        "workspace": 5,
        "channel": 4,
        "notification": 3,
        "file": 2,
        "message": 1,
    }
