"""Walking a collection: links are followed whole, expired ones begin anew, endless ones end."""

from typing import Any

import pytest

from sync.answer import BookmarkExpired
from sync.paging import MOST_EMPTY_PAGES, LinkedPage, linked_pages
from tests.demo.town_thread import Town
from tests.sync.fakes import GivenTokens
from tests.sync.town_clients import Desk, ask, token_of
from workplace_app.domain.problem import ProblemKind, ProblemRaised

TASKS = "/me/planner/tasks"


def walk(town: Town, bookmark: str | None = None, **fault: Any) -> list[LinkedPage]:
    token = token_of(town)
    if fault:
        town.order("faults", origin="graph", **fault)

    async def pages(desk: Desk) -> list[LinkedPage]:
        return [page async for page in linked_pages(desk.graph(), TASKS, {"$select": "id"}, bookmark=bookmark)]

    return ask(town, pages, GivenTokens([token]))


def test_a_listing_of_one_page_begins_and_ends_a_generation(town: Town) -> None:
    (page,) = walk(town)
    assert len(page.items) == 6
    assert (page.begins_generation, page.ends_generation) == (True, True)


def test_from_a_bookmark_there_is_no_generation(town: Town) -> None:
    (page,) = walk(town, bookmark=f"{town.graph}{TASKS}?$deltatoken=1")
    assert (page.begins_generation, page.ends_generation) == (False, False)


@pytest.mark.parametrize("location", ["good", "none"])
def test_an_expired_bookmark_begins_a_whole_listing(town: Town, location: str) -> None:
    (page,) = walk(town, f"{town.graph}{TASKS}?$deltatoken=1", kind="resync", location=location, times=1)
    assert (page.begins_generation, page.ends_generation) == (True, True)
    assert len(page.items) == 6


def test_a_server_that_forgets_everything_is_asked_twice(town: Town) -> None:
    with pytest.raises(BookmarkExpired):
        walk(town, f"{town.graph}{TASKS}?$deltatoken=1", kind="sync_state_not_found", times=9)


@pytest.mark.parametrize("kind", ["next_link_self", "next_link_loop", "next_link_endless"])
def test_a_listing_without_an_end_is_ended(town: Town, kind: str) -> None:
    with pytest.raises(ProblemRaised) as raised:
        walk(town, kind=kind, times=None)
    assert raised.value.problem.kind is ProblemKind.UNREADABLE_ANSWER
    assert town.look("requests")["total"] < MOST_EMPTY_PAGES + 10


def test_a_next_link_to_another_host_is_not_followed(town: Town) -> None:
    with pytest.raises(ProblemRaised) as raised:
        walk(town, kind="next_link_foreign", times=1)
    assert raised.value.problem.kind is ProblemKind.FOREIGN_ADDRESS


@pytest.mark.parametrize("kind", ["byte_order_mark", "utf_16", "unknown_fields", "duplicate_items"])
def test_odd_but_readable_pages_are_read(town: Town, kind: str) -> None:
    (page,) = walk(town, kind=kind, times=1)
    assert page.items


@pytest.mark.parametrize("kind", ["cut_json", "list", "null", "empty_body", "not_a_number"])
def test_a_page_that_is_no_page_is_never_taken_for_an_empty_one(town: Town, kind: str) -> None:
    with pytest.raises(ProblemRaised) as raised:
        walk(town, kind=kind, times=1)
    assert raised.value.problem.kind is ProblemKind.UNREADABLE_ANSWER
