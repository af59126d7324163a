"""A day of work leaves no file that ``kept_files.py`` does not name, and a sign-out none that should be gone."""

import logging
import os
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.journeys import keyrings
from tests.journeys.desk import Desk, bytes_below, translate
from tests.journeys.town import ELIN, Town
from tests.workplace_app.vault import VaultInMemory
from workplace_app.account_stores import AccountStores
from workplace_app.clock import now_utc
from workplace_app.crash_report import crash_report
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.reminder import ReminderKind, ReminderSubject
from workplace_app.kept_files import KEPT_FILES, Cleared, KeptFile, declaration_of
from workplace_app.logging_setup import set_up_logging
from workplace_app.single_instance import SingleInstance
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.own_things.reminders import remind
from workplace_app.store.search import Search
from workplace_app.store.task_reader import open_tasks

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SHARED_MEMORY = Path("/dev/shm")
NAMES = (b"Ekhamn", b"elin.ekhamn", b"Ring verksamheten")


@pytest.fixture
def temporary(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where everything goes that believes in temporary files."""
    folder = desk.home / "tmp"
    folder.mkdir(parents=True)
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(folder))
    return folder


@pytest.fixture
def log(desk: Desk) -> Iterator[None]:
    """As ``main.py`` sets it up."""
    root, before, level = logging.getLogger(), list(logging.getLogger().handlers), logging.getLogger().level
    set_up_logging(desk.folders.logs)
    yield
    for handler in [each for each in root.handlers if each not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def _files(desk: Desk) -> dict[Path, KeptFile | None]:
    """Every file below the home folder and what declares it. The town is not the program's."""
    return {
        path: declaration_of(path, desk.folders)
        for path, _ in bytes_below(desk.home)
        if desk.folders.demo not in path.parents
    }


def _undeclared(desk: Desk) -> list[str]:
    return [str(path.relative_to(desk.home)) for path, declared in _files(desk).items() if declared is None]


def _work_a_day(desk: Desk) -> None:
    """Search, tick, remind, write, look at every page."""
    task = open_tasks(desk.connection, now_utc()).rows[0].task
    file_intent(desk.connection, IntentKind.COMPLETE_TASK, task.id, now_utc())
    subject = ReminderSubject(ReminderKind.TEXT, "Ring verksamheten")
    remind(desk.connection, subject, now_utc() - timedelta(minutes=1), now_utc())
    assert Search(desk.connection).find("bygglov", None, 5)
    for place in ("news", "workspaces", "services", "people", "reminders", "outbox", "settings", "today"):
        desk.go(place)
    error = ValueError("elin.ekhamn@nacka.example")
    crash_report._report(ValueError, error, None)


def test_a_days_work_leaves_only_what_is_declared_and_a_sign_out_nothing_of_the_person(
    desk: Desk, town: Town, keyring: keyrings.Keyring, temporary: Path, log: None
) -> None:
    del log
    instance = SingleInstance(desk.folders.data)
    assert instance.acquire()
    instance.listen()
    instance.call()
    desk.start(town.municipality)
    desk.sign_in(town.robot(ELIN))
    desk.until_answered("planner")
    _work_a_day(desk)
    account_key = desk.folders.current_account.read_text(encoding="ascii")[:32]
    seen = set(_files(desk).values())
    assert _undeclared(desk) == []
    desk.close()
    desk.start(town.municipality)
    desk.until(lambda: desk.place == "today")
    assert _undeclared(desk) == []

    desk.program.requests.sign_out()
    desk.until_it_says(translate("Welcome", "Sign in with your work account"))
    desk.until(lambda: not desk.folders.account(account_key).exists())
    assert keyring().fetch(account_key) is None
    desk.close()
    instance.release()

    left = _files(desk)
    assert _undeclared(desk) == []
    ours = {path for path, declared in left.items() if declared is not None and _should_be_gone(path, declared)}
    assert not ours
    for path in left:
        assert not [name for name in NAMES if name in path.read_bytes()], path
    assert not list(temporary.iterdir())
    assert {each.pattern for each in seen if each is not None} >= {
        "accounts/<account>/cache.db",
        "accounts/<account>/mine.db",
        "accounts/current",
        "running.lock",
        "nacka-arbetsplats.log",
    }, "the day was a day"


def _should_be_gone(path: Path, declared: KeptFile) -> bool:
    public = path.parent.name == PUBLIC_ACCOUNT.key
    return declared.cleared in (Cleared.WITH_THE_ACCOUNT, Cleared.AT_THE_END) and not public


def test_where_there_is_no_keyring_what_lies_in_memory_is_declared_and_gone_at_the_end(
    desk: Desk, town: Town, keyring: keyrings.Keyring
) -> None:
    drawer = keyring()
    if not hasattr(drawer, "refuses_with") or not os.access(SHARED_MEMORY, os.W_OK):
        pytest.skip("needs a keyring that can be made to refuse, and shared memory")
    before = {path for path, _ in bytes_below(SHARED_MEMORY)}
    drawer.refuses_with = ProblemKind.NO_KEYRING
    desk.start(town.municipality)
    desk.sign_in(town.robot(ELIN))
    made = {path for path, _ in bytes_below(SHARED_MEMORY)} - before
    mine = [path for path in made if "nacka-arbetsplats-" in str(path)]
    assert mine
    assert [path for path in mine if declaration_of(path, desk.folders, SHARED_MEMORY) is None] == []
    desk.close()
    assert not [path for path in mine if path.exists()]


def test_each_declaration_says_what_and_how_long_and_none_says_it_twice() -> None:
    assert all(kept.what and kept.kept_for for kept in KEPT_FILES)
    assert len({(kept.place, kept.pattern) for kept in KEPT_FILES}) == len(KEPT_FILES)


@pytest.mark.parametrize(
    "path",
    ["accounts/notes.txt", "accounts/elin/cache.db", "cache.db", "accounts/" + "e" * 32 + "/pictures/1.png", "log.txt"],
)
def test_a_file_that_nobody_has_declared_is_found(desk: Desk, path: str) -> None:
    assert declaration_of(desk.folders.data / path, desk.folders) is None


def test_everything_that_a_wiping_takes_is_declared_to_go_with_the_account(desk: Desk) -> None:
    vault = VaultInMemory()
    stores = AccountStores(desk.folders, vault)
    opened = stores.open_or_create("e" * 32)
    for name in ("cache.db", "cache.db-wal", "cache.db-shm", "mine.db", "mine.db-journal", "mine.db.unreadable"):
        (opened.files.cache.parent / name).write_bytes(b"x")
    aside = opened.files.cache.parent.with_name("e" * 32 + ".unreadable")
    aside.mkdir()
    (aside / "cache.db").write_bytes(b"x")
    stores.remember(opened)
    kinds = {declared.cleared for declared in _files(desk).values() if declared is not None}
    assert _undeclared(desk) == []
    assert kinds == {Cleared.WITH_THE_ACCOUNT}
    with closing(opened.files.cache.open("rb")):
        stores.wipe("e" * 32, lambda: None)
    assert _files(desk) == {}
