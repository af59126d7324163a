"""Bugs to be planted in the program: a matrix that does not find them is void."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

import sync.delivery.task_comment
import sync.graph_client
import sync.paging
import workplace_app.store.cache_writer
from sync.allowed_hosts import AddressGuard
from sync.exchange import Exchange
from sync.identity.msal_http import MsalHttp
from sync.wire.graph_envelope import Collection, read_collection
from workplace_app.domain.problem import ProblemRaised
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.fact_tables import FACT_TABLES

Plant = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True)
class Planted:
    """One bug and a cell that finds it."""

    what: str
    plant: Plant
    cell: str

    def __str__(self) -> str:
        return self.what.replace(" ", "-")


def _follows_anybody(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(AddressGuard, "check", lambda _self, address, _service=None: address)


def _empties_at_410(patch: pytest.MonkeyPatch) -> None:
    forget = CacheWriter.forget_bookmarks

    def and_empty(writer: CacheWriter, feed: str, scope: str | None = None) -> None:
        forget(writer, feed, scope)
        for table in FACT_TABLES:
            writer._connection.execute(
                f"DELETE FROM main.{table.name} WHERE listing IN (SELECT number FROM main.listings WHERE feed = ?)",
                (feed,),
            )

    patch.setattr(CacheWriter, "forget_bookmarks", and_empty)


def _asks_again_at_once(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Exchange, "heed", lambda *_: None)


def _takes_any_page_for_a_list(patch: pytest.MonkeyPatch) -> None:
    def reads_anything(content: bytes, service: str) -> Collection:
        try:
            return read_collection(content, service)
        except ProblemRaised:
            return Collection([])

    patch.setattr(sync.graph_client, "require_json", lambda _answer, _service: None)
    patch.setattr(sync.paging, "read_collection", reads_anything)


def _never_stops_paging(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(sync.paging, "MOST_EMPTY_PAGES", 1 << 30)


def _lets_an_unreadable_item_take_its_row_along(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(workplace_app.store.cache_writer, "spare_unreadable", lambda *_: None)


def _crashes_on_odd_items(patch: pytest.MonkeyPatch) -> None:
    def broken(_content: bytes, _service: str) -> Collection:
        raise KeyError("id")

    patch.setattr(sync.paging, "read_collection", broken)


def _sends_again_without_looking(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(sync.delivery.task_comment, "may_have_arrived", lambda _intent: False)


def _takes_any_success_for_done(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(sync.graph_client, "require_json", lambda _answer, _service: None)


def _signs_out_at_any_oddity(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(MsalHttp, "_checked", lambda _self, response: response)


PLANTED = (
    Planted("a client that follows a next link anywhere", _follows_anybody, "next-foreign-calendar-first"),
    Planted("a client that follows a 410 anywhere", _follows_anybody, "410-foreign-people-first"),
    Planted("a cache that is emptied at a 410", _empties_at_410, "410-none-site-news-changes"),
    Planted("a client that asks again at once when it is throttled", _asks_again_at_once, "429-seconds-teams-first"),
    Planted("a client without back-off", _asks_again_at_once, "429-none-calendar-first"),
    Planted("a sign-in page of a network taken for an empty list", _takes_any_page_for_a_list, "portal-people-middle"),
    Planted("a listing that is read for ever", _never_stops_paging, "next-endless-calendar-first"),
    Planted(
        "an unreadable item that takes its row along",
        _lets_an_unreadable_item_take_its_row_along,
        "no-id-people-middle",
    ),
    Planted("an exception that nobody foresaw", _crashes_on_odd_items, "500-once-sites-first"),
    Planted("a wish sent twice after a lost answer", _sends_again_without_looking, "reset-comment-todo-reply"),
    Planted(
        "a wish called done by a network's sign-in page", _takes_any_success_for_done, "portal-complete-todo-change"
    ),
    Planted(
        "a sign-in page of a network that signs the user out", _signs_out_at_any_oddity, "cut-json-sign-in-renewal"
    ),
)
BY_NAME: Mapping[str, Any] = {str(planted): planted for planted in PLANTED}
