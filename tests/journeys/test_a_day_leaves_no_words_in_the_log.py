"""A day with everything in it: sign-in, every feed, faults, wishes, sign-out. None of its words is in the log.

The canaries are not a list of ours: they are every text that the store then holds, in every column, with the tokens,
the bookmarks and the links among them.
"""

import json
import logging
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.journeys import keyrings
from tests.journeys.commands import workplace_app
from tests.journeys.desk import Desk, bytes_below
from tests.journeys.town import ELIN, Town
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.wishes import Comment
from workplace_app.logging_setup import set_up_logging
from workplace_app.store.connection import StoreFiles
from workplace_app.store.feed_state_reader import feed_states
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.sync_connection import open_for_sync
from workplace_app.store.task_reader import open_tasks

LEAST_LETTERS = 9
"""Shorter texts ("planner", "Nacka") are words of the program too."""
LEAST_CANARIES = 1000
FAULTS = (
    "status", "throttled", "captive_portal", "redirect_foreign", "wrong_types", "cut_json", "items_without_id", "reset",
    "next_link_foreign", "token_refused", "sync_state_not_found", "bad_utf_8",
)  # fmt: skip


@pytest.fixture
def log(desk: Desk) -> Iterator[Path]:
    """The log as the program sets it up, as loud as IT can ask for."""
    root = logging.getLogger()
    before, level, printing = list(root.handlers), root.level, logging.raiseExceptions
    set_up_logging(desk.folders.logs, level=logging.DEBUG)
    yield desk.folders.logs / "nacka-arbetsplats.log"
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    logging.raiseExceptions = printing
    logging.captureWarnings(False)


def texts_in(value: object) -> Iterator[str]:
    """Every text in a value, also within JSON."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "ignore")
    if isinstance(value, str):
        yield value
        if value[:1] in "[{":
            try:
                yield from texts_in(json.loads(value))
            except ValueError:
                return
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts_in(each)


def canaries(files: StoreFiles, key: bytes) -> set[str]:
    found: set[str] = set()
    with closing(open_for_sync(files, key)) as connection:
        for schema in ("main", "mine"):
            tables = connection.execute(f"SELECT name FROM {schema}.sqlite_master WHERE type = 'table'").fetchall()
            for (table,) in tables:
                for row in connection.execute(f'SELECT * FROM {schema}."{table}"'):
                    for value in row:
                        found.update(texts_in(value))
    return {text for text in found if len(text) >= LEAST_LETTERS}


def test_nothing_that_the_store_holds_is_in_the_log(
    desk: Desk, town: Town, keyring: keyrings.Keyring, log: Path
) -> None:
    desk.start(town.municipality)
    desk.sign_in(town.robot(ELIN))
    desk.until(lambda: len(open_tasks(desk.connection, desk.page.context.clock()).rows) > 0)
    for feed in ("mail", "calendar", "teams", "sites", "intranet_news", "people"):
        desk.until_answered(feed)
    first, second = open_tasks(desk.connection, desk.page.context.clock()).rows[:2]
    now = desk.page.context.clock()
    file_intent(desk.connection, IntentKind.COMMENT_TASK, first.task.id, now, Comment("Kanariefågelns egna ord"))
    file_intent(desk.connection, IntentKind.COMPLETE_TASK, second.task.id, now, about=second.task.title)
    for kind in FAULTS:
        town.order("faults", kind=kind, origin="graph", times=2)
        town.order("faults", kind=kind, origin="cms", times=1)
    desk.program.requests.refresh(frozenset())
    desk.until(lambda: any(state.problem is not None for state in feed_states(desk.connection).values()))

    account_key = desk.folders.current_account.read_text(encoding="ascii")
    key = keyring().fetch(account_key)
    assert key is not None
    held = canaries(StoreFiles.in_folder(desk.folders.account(account_key)), key)
    assert len(held) > LEAST_CANARIES
    assert any(text.startswith("eyJ") for text in held)
    assert any("deltatoken" in text.lower() or "skiptoken" in text.lower() for text in held)
    assert "Kanariefågelns egna ord" in held
    rights = {path: stat.S_IMODE(path.stat().st_mode) for path in (desk.folders.logs, log)}

    desk.program.requests.sign_out()
    desk.until(lambda: not desk.folders.current_account.exists() and desk.place == "sign_in")
    desk.close()

    told = log.read_text(encoding="utf-8")
    assert told  # else nothing has been tried
    # Names of feeds, kinds and states, and moments: the log may tell those.
    ours = {text for text in held if text.isidentifier() or re.fullmatch(r"[\dTZ:.+ -]+", text)}
    assert sorted(text for text in held - ours if text in told) == []
    assert sys.platform == "win32" or not any(mode & 0o077 for mode in rights.values()), rights


def test_commands_print_nobodys_words_and_leave_files_to_their_owner(tmp_path: Path) -> None:
    fail = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    answer = workplace_app(tmp_path / "home", "sync", "--once", "--demo", "--json", **fail)
    assert answer.returncode in (0, 1), answer.stderr
    printed = answer.stdout + answer.stderr
    for path, content in bytes_below(tmp_path / "home" / "logs"):
        assert path.suffix in (".log", ""), path
        printed += content.decode("utf-8")
    for word in ("Ekhamn", "ekhamn", "eyJ", "ygglov", "deltatoken", "skiptoken", "Bearer", "code="):
        assert word not in printed, word
    if sys.platform != "win32":
        for path in (tmp_path / "home").rglob("*"):
            assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path
