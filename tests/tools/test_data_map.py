"""The data map names every table and its personal data; nothing is on it twice."""

from tools.data_map import CONTENTS, KEPT_FILES, KEYRING
from tools.privacy_paper import fetched_tables, own_tables
from workplace_app.store.connection_type import Connection
from workplace_app.store.sync_connection import open_in_memory
from workplace_app.store.tables import RETENTIONS, Clearing


def tables(connection: Connection, schema: str) -> set[str]:
    return {row[0] for row in connection.execute(f"SELECT name FROM {schema}.sqlite_master WHERE type = 'table'")}


def test_every_table_says_what_personal_data_it_holds_and_whence() -> None:
    declared = {retention.table for retention in RETENTIONS}
    assert declared <= set(CONTENTS)
    assert set(CONTENTS) <= declared
    assert all(content.data and content.source for content in CONTENTS.values())


def test_each_table_stands_under_the_file_that_holds_it() -> None:
    connection = open_in_memory()
    for schema, paper in (("main", fetched_tables()), ("mine", own_tables())):
        held = tables(connection, schema)
        for retention in RETENTIONS:
            assert (f"| `{retention.table}` |" in paper) is (retention.table in held), retention.table
    connection.close()


def test_what_age_clears_is_told_in_days_and_nothing_says_for_ever() -> None:
    papers = fetched_tables() + own_tables()
    for retention in RETENTIONS:
        row = next(line for line in papers.splitlines() if line.startswith(f"| `{retention.table}` |"))
        if retention.clearing is not Clearing.DERIVED:
            assert "signing out" in row
        assert "None" not in row


def test_each_file_and_entry_says_what_takes_it_away() -> None:
    assert len({each.place for each in KEPT_FILES}) == len(KEPT_FILES)
    assert all(each.holds and each.stays and each.goes for each in KEPT_FILES)
    assert all(all(entry) for entry in KEYRING)
