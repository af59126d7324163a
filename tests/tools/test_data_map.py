"""The data map names every table and its personal data; nothing is on it twice."""

from tools.data_map import CONTENTS, KEYRING
from tools.privacy_paper import fetched_tables, kept_files, own_tables
from workplace_app.kept_files import KEPT_FILES
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


def test_each_file_that_the_program_declares_and_each_entry_says_what_takes_it_away() -> None:
    rows = [line for line in kept_files().splitlines() if line.startswith("| `")]
    for each in KEPT_FILES:
        (row,) = [line for line in rows if line.startswith(f"| `{each.place}/{each.pattern}` |")]
        assert all(cell.strip() for cell in row.strip("|").split("|"))
    assert all(all(entry) for entry in KEYRING)
