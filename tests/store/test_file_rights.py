"""The files of an account belong to its owner, their journals too, also in a folder that others may enter."""

import os
import sys
from pathlib import Path

import pytest

from tests.store.stored import KEY
from workplace_app.store.connection import StoreFiles, open_for_screen
from workplace_app.store.sync_connection import open_for_sync


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights with the folder")
def test_nobody_else_may_read_a_file_of_the_store(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        files = StoreFiles.in_folder(tmp_path)
        sync, screen = open_for_sync(files, KEY), open_for_screen(files, KEY)
        screen.execute("INSERT INTO mine.settings VALUES ('a', 'b')")
        modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
        screen.close()
        sync.close()
    finally:
        os.umask(before)
    assert {"cache.db", "mine.db", "mine.db-wal"} <= modes.keys()
    assert set(modes.values()) == {0o600}
