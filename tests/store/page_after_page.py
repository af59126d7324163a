"""Stores page after page until it is killed: ``python -m tests.store.page_after_page FOLDER [careless]``.

Each page has ten new tasks and the bookmark that counts them; its number is told on stdout once it is committed, and a
wish is filed beside it. It goes on from the bookmark that it finds. ``careless`` plants the bug that the test is there
for: it tells the page before it is stored.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.store.many_facts import tasks
from tests.store.stored import KEY, NOW
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.page import Page
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection import StoreFiles
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.sync_connection import open_for_sync

TASKS_IN_PAGE = 10


def store_pages(folder: Path, careless: bool = False) -> Iterator[tuple[int, str]]:
    """Store pages for ever; gives each page's number and the id of the wish filed with it."""
    connection = open_for_sync(StoreFiles.in_folder(folder), KEY)
    writer = CacheWriter(connection)
    number = int(writer.bookmarks("planner").get("", "0"))
    while True:
        facts = tuple(tasks(TASKS_IN_PAGE, start=number * TASKS_IN_PAGE))
        number += 1
        if careless:
            yield number, ""
        writer.store_page("planner", Page(facts=facts, bookmark=str(number)), NOW)
        yield number, file_intent(connection, IntentKind.COMPLETE_TASK, facts[0].id, NOW).id


if __name__ == "__main__":
    for told in store_pages(Path(sys.argv[1]), careless=sys.argv[2:] == ["careless"]):
        sys.stdout.write(f"{told[0]} {told[1] or '-'}\n")
        sys.stdout.flush()
