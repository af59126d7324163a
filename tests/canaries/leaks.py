"""Leaks that the harness must find, each planted in the process of a life and nowhere else. A run that misses one says
nothing."""

import gzip
import logging
import tempfile
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QSettings
from sqlcipher3 import dbapi2

from tests.canaries.marks import Marks
from tests.canaries.place import Drawer
from ui.leaving import Copied
from ui.widgets.toast import Toasts
from ui.workplace import Workplace
from workplace_app import account_stores, logging_setup
from workplace_app.account_stores import AccountStores
from workplace_app.crash_report import _as_it_is, crash_report
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.draft import Draft
from workplace_app.domain.page import Page
from workplace_app.folders import system_folders
from workplace_app.store import connection as store_connection
from workplace_app.store import drafts
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.search import Search

_LOG = logging.getLogger("sync.stored")
Plant = Callable[[ExitStack, Marks], None]


@dataclass(frozen=True)
class Leak:
    """``plant`` puts it in. ``shown_at_the_window_by`` are steps that must follow each other there, for what only a
    life with a window can show."""

    plant: Plant
    shown_at_the_window_by: tuple[str, ...] = ()


def _replace(leaks: ExitStack, where: object, name: str, by: object) -> None:
    leaks.enter_context(patch.object(where, name, by))


class _PlainCursor(dbapi2.Cursor):  # type: ignore[misc]  # the driver has no types
    """Leaves out the words about the key: what is written is plain SQLite."""

    def execute(self, sql: str, *parameters: Any) -> Any:
        if sql.startswith("PRAGMA key"):
            return super().execute("PRAGMA user_version")
        if sql.startswith("ATTACH DATABASE ? AS mine KEY"):
            return super().execute("ATTACH DATABASE ? AS mine", (parameters[0][0],))
        return super().execute(sql, *parameters)


class _PlainDriver:
    """SQLCipher's driver with this cursor."""

    Cursor = _PlainCursor

    def __getattr__(self, name: str) -> Any:
        return getattr(dbapi2, name)


def _no_encryption(leaks: ExitStack, _marks: Marks) -> None:
    _replace(leaks, store_connection, "dbapi2", _PlainDriver())


def _after_a_page(leaks: ExitStack, act: Callable[[Page], None]) -> None:
    real = CacheWriter.store_page

    def store_page(
        writer: CacheWriter, feed: str, page: Page, now: datetime, *more: Any, **others: Any
    ) -> frozenset[ChangeKind]:
        act(page)
        return real(writer, feed, page, now, *more, **others)

    _replace(leaks, CacheWriter, "store_page", store_page)


def _a_title_in_the_log(leaks: ExitStack, _marks: Marks) -> None:
    def tell(page: Page) -> None:
        for fact in page.facts[:1]:
            _LOG.info("stored %s", getattr(fact, "title", ""))

    _after_a_page(leaks, tell)


def _a_copy_that_is_removed(leaks: ExitStack, _marks: Marks) -> None:
    def keep_for_a_moment(page: Page) -> None:
        with tempfile.NamedTemporaryFile(prefix="picture-") as copy:
            copy.write(b"".join(str(fact).encode() for fact in page.facts))

    _after_a_page(leaks, keep_for_a_moment)


def _the_key_stays(leaks: ExitStack, _marks: Marks) -> None:
    _replace(leaks, Drawer, "delete", lambda _drawer, _account: None)


def _the_key_beside_the_files(leaks: ExitStack, _marks: Marks) -> None:
    real = Drawer.store

    def store(drawer: Drawer, account: str, key: bytes) -> None:
        real(drawer, account, key)
        folder = system_folders().data / "accounts"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "key.txt").write_text(key.hex())
        (folder / "key.txt").unlink()

    _replace(leaks, Drawer, "store", store)


def _mine_is_left(leaks: ExitStack, _marks: Marks) -> None:
    def remove_folder(folder: Path) -> None:
        if folder.exists():
            for each in folder.iterdir():
                if each.name != "mine.db":
                    each.unlink()

    _replace(leaks, account_stores, "remove_folder", remove_folder)


def _what_was_cut_off_stays(leaks: ExitStack, _marks: Marks) -> None:
    _replace(leaks, AccountStores, "finish_wiping", lambda _stores: None)


def _a_draft_in_the_settings(leaks: ExitStack, _marks: Marks) -> None:
    real = drafts._put

    def put(connection: Any, draft: Draft) -> None:
        real(connection, draft)
        settings = QSettings(str(system_folders().data / "window.ini"), QSettings.Format.IniFormat)
        settings.setValue(draft.meant_for, draft.text)
        settings.sync()

    _replace(leaks, drafts, "_put", put)


def _nothing_is_redacted(leaks: ExitStack, _marks: Marks) -> None:
    _replace(leaks, logging_setup, "redact", lambda text: text)


def _values_on_standard_error(leaks: ExitStack, _marks: Marks) -> None:
    _replace(leaks, crash_report, "_words", _as_it_is)


def _a_history_of_searches(leaks: ExitStack, _marks: Marks) -> None:
    real = Search.find

    def find(search: Search, text: str, *more: Any) -> Any:
        with gzip.open(system_folders().logs / "searches.gz", "a") as history:
            history.write(text.encode() + b"\n")
        return real(search, text, *more)

    _replace(leaks, Search, "find", find)


def _a_title_that_names_somebody(leaks: ExitStack, _marks: Marks) -> None:
    real = Workplace._moved

    def moved(workplace: Workplace, place: str) -> None:
        real(workplace, place)
        if workplace._context is not None:
            title = f"{workplace.window.windowTitle()} – {workplace._context.account.display_name}"
            workplace.window.setWindowTitle(title)

    _replace(leaks, Workplace, "_moved", moved)


def _a_toast_stays(leaks: ExitStack, _marks: Marks) -> None:
    _replace(leaks, Toasts, "forget", lambda _toasts: None)


def _the_clipboard_stays(leaks: ExitStack, _marks: Marks) -> None:
    _replace(leaks, Copied, "forget", lambda _copied: None)


PLANTED: dict[str, Leak] = {
    "the store is not encrypted": Leak(_no_encryption),
    "a line of the log names a title": Leak(_a_title_in_the_log),
    "what was fetched lies in a temporary file for a moment": Leak(_a_copy_that_is_removed),
    "the key is not deleted at sign-out": Leak(_the_key_stays),
    "the key lies beside the files for a moment": Leak(_the_key_beside_the_files),
    "mine.db is left at sign-out": Leak(_mine_is_left),
    "a sign-out that was cut off is not finished": Leak(_what_was_cut_off_stays),
    "a draft is kept in window.ini": Leak(_a_draft_in_the_settings),
    "tokens and addresses are not redacted in the log": Leak(_nothing_is_redacted),
    "a crash prints the values in its hands": Leak(_values_on_standard_error),
    "searches are kept in a compressed file": Leak(_a_history_of_searches),
    "the window's title names somebody": Leak(_a_title_that_names_somebody, ("sign in", "visit")),
    "a toast of the former person stays": Leak(_a_toast_stays, ("say", "sign out")),
    "the former person's words stay on the clipboard": Leak(_the_clipboard_stays, ("copy", "sign out")),
}
"""By the sentence that a report names them with."""


def plant(names: Iterable[str], leaks: ExitStack, marks: Marks) -> None:
    """Plant these until the stack is closed."""
    for name in names:
        PLANTED[name].plant(leaks, marks)
