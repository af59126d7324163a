"""A store of a given size on disk, filled through the same writer that sync uses."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.cached_content import content_of
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection import StoreFiles
from workplace_app.store.feed_ledger import FeedLedger
from workplace_app.store.sync_connection import open_for_sync

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def fill(folder: Path, key: bytes, items: int) -> StoreFiles:
    """Make the pair of files in the folder and give them their content; the write-ahead log is folded in at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    files = StoreFiles.in_folder(folder)
    connection = open_for_sync(files, key)
    try:
        writer, ledger = CacheWriter(connection), FeedLedger(connection)
        for feed, page in content_of(items).pages():
            if page.begins_generation:
                ledger.begin(feed, NOW)
            writer.store_page(feed, page, NOW)
            if page.ends_generation:
                ledger.succeed(feed, NOW)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
    return files


def note_round(files: StoreFiles, key: bytes, feeds: Iterable[str], when: datetime) -> None:
    """Let the content count as fetched at this moment, by a round that went well."""
    connection = open_for_sync(files, key)
    ledger = FeedLedger(connection)
    try:
        for feed in feeds:
            ledger.begin(feed, when)
            ledger.succeed(feed, when)
    finally:
        connection.close()
