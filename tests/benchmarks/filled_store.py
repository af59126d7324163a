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


def fill(folder: Path, key: bytes, items: int, fetched: datetime = NOW) -> StoreFiles:
    """Make the pair of files in the folder and give them their content, which counts as fetched at a moment; the
    write-ahead log is folded in at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    files = StoreFiles.in_folder(folder)
    connection = open_for_sync(files, key)
    try:
        writer, ledger = CacheWriter(connection), FeedLedger(connection)
        for feed, page in content_of(items).pages():
            if page.begins_generation:
                ledger.begin(feed, fetched)
            writer.store_page(feed, page, NOW)
            if page.ends_generation:
                ledger.succeed(feed, fetched)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
    return files


def date_back(files: StoreFiles, key: bytes, feeds: Iterable[str], fetched: datetime) -> None:
    """Let the content count as fetched earlier, so that sync has something to do."""
    connection = open_for_sync(files, key)
    try:
        for feed in feeds:
            FeedLedger(connection).begin(feed, fetched)
            FeedLedger(connection).succeed(feed, fetched)
    finally:
        connection.close()
