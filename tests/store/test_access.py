"""The record of an account's access: sync writes it, the screen reads it and can do no more."""

from datetime import UTC, datetime, timedelta

import pytest

from workplace_app.domain.access_record import AccessRecord, confirmed, disabled, noted, revoked
from workplace_app.domain.problem import ProblemRaised
from workplace_app.store.access_reader import access_record
from workplace_app.store.access_writer import save_access
from workplace_app.store.connection_type import Connection

NOW = datetime(2026, 10, 12, 6, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_of_a_new_account_nothing_is_known(screen: Connection) -> None:
    assert access_record(screen) == AccessRecord()


def test_what_sync_has_written_is_what_the_screen_reads(sync: Connection, screen: Connection) -> None:
    record = confirmed(NOW, NOW + HOUR, 24 * HOUR)
    for later in (
        record,
        noted(record, NOW + timedelta(days=20)),
        revoked(record, NOW),
        disabled(record, NOW),
        AccessRecord(),
    ):
        save_access(sync, later)
        assert access_record(screen) == later


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE mine.access SET confirmed_at = 4102444800000",
        "DELETE FROM mine.access",
        "INSERT OR REPLACE INTO mine.access (only, counted) VALUES (1, 0)",
    ],
)
def test_the_screen_cannot_give_itself_more_time(sync: Connection, screen: Connection, statement: str) -> None:
    save_access(sync, confirmed(NOW, NOW, HOUR))
    with pytest.raises(ProblemRaised):
        screen.execute(statement)
    assert access_record(sync).confirmed_at == NOW


def test_it_is_on_the_disk_before_sync_goes_on(sync: Connection) -> None:
    assert sync.execute("PRAGMA mine.synchronous").fetchall() == [(2,)], "FULL"
