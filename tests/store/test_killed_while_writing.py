"""Killed at any moment, the store opens again: each page is whole with its bookmark, and nothing promised is lost."""

import random
import subprocess
import sys
from pathlib import Path

from tests.store.page_after_page import TASKS_IN_PAGE
from tests.store.stored import KEY
from workplace_app.store.connection import StoreFiles
from workplace_app.store.outbox_reader import pending_intents
from workplace_app.store.search import Search
from workplace_app.store.sync_connection import open_for_sync

KILLS = 20


def _write_until_killed(folder: Path, pages: int, *how: str) -> list[tuple[int, str]]:
    """Let the program store so many pages, and kill it in the midst of what follows."""
    program = [sys.executable, "-m", "tests.store.page_after_page", str(folder), *how]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(pages)]
        process.kill()
        told += process.stdout.readlines()
    return [(int(line.split()[0]), line.split()[1]) for line in told if line.endswith("\n")]


def test_twenty_kills_lose_no_page_and_no_wish(tmp_path: Path) -> None:
    chance = random.Random(20261014)
    promised: list[str] = []
    for _ in range(KILLS):
        told = _write_until_killed(tmp_path, chance.randint(1, 12))
        promised.extend(wish for _, wish in told)
        connection = open_for_sync(StoreFiles.in_folder(tmp_path), KEY)
        row = connection.execute(
            "SELECT bookmark, facts, (SELECT COUNT(*) FROM tasks), (SELECT COUNT(*) FROM search_words) "
            "FROM listings WHERE feed = 'planner'"
        ).fetchone()
        assert row is not None
        bookmark, facts, tasks, searched = row
        assert int(bookmark) >= told[-1][0], "a page told as stored is stored"
        assert facts == tasks == searched == int(bookmark) * TASKS_IN_PAGE, "a page is whole, and its bookmark with it"
        assert {intent.id for intent in pending_intents(connection)} >= set(promised)
        assert connection.execute("PRAGMA main.integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA mine.integrity_check").fetchone() == ("ok",)
        assert Search(connection).find("kommun")
        connection.close()


def test_the_kills_find_a_writer_that_promises_too_early(tmp_path: Path) -> None:
    broken = 0
    for _ in range(KILLS):
        told = _write_until_killed(tmp_path, 1, "careless")
        connection = open_for_sync(StoreFiles.in_folder(tmp_path), KEY)
        row = connection.execute("SELECT bookmark FROM listings WHERE feed = 'planner'").fetchone()
        broken += row is None or row[0] is None or int(row[0]) < told[-1][0]
        connection.close()
        if broken:
            break
    assert broken
