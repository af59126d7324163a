"""Stores on disk for tests: a pair of files, sync's connection with a writer, and the screen's connection."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.stored import KEY
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection import StoreFiles, open_for_screen
from workplace_app.store.connection_type import Connection
from workplace_app.store.sync_connection import open_for_sync


@pytest.fixture
def files(tmp_path: Path) -> StoreFiles:
    return StoreFiles.in_folder(tmp_path)


@pytest.fixture
def sync(files: StoreFiles) -> Iterator[Connection]:
    connection = open_for_sync(files, KEY)
    yield connection
    connection.close()


@pytest.fixture
def writer(sync: Connection) -> CacheWriter:
    return CacheWriter(sync)


@pytest.fixture
def screen(sync: Connection, files: StoreFiles) -> Iterator[Connection]:
    connection = open_for_screen(files, KEY)
    yield connection
    connection.close()
