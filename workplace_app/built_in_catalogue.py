"""The public services that the program brings along: there before the first sync, and without any account."""

import json
import logging
from datetime import datetime
from pathlib import Path
from typing import Protocol

from resources.locations import journeys_file, services_file
from workplace_app.domain.catalogue import journeys_from_json, services_from_json
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.page import Page
from workplace_app.domain.problem import Problem

_LOG = logging.getLogger(__name__)
FEED = "services"


class PageStore(Protocol):
    """What is needed of the store's cache writer."""

    def store_page(self, feed: str, page: Page, now: datetime) -> frozenset[ChangeKind]:
        """Commit one page."""


def built_in_page() -> Page:
    """The catalogue as one whole listing, so that a later version of the program replaces it."""
    services, bad_services = services_from_json(_read(services_file()))
    journeys, bad_journeys = journeys_from_json(_read(journeys_file()))
    problems: tuple[Problem, ...] = (*bad_services, *bad_journeys)
    return Page(facts=(*services, *journeys), begins_generation=True, ends_generation=True, problems=problems)


def store_built_in_catalogue(store: PageStore, now: datetime) -> None:
    """Put the catalogue into a store that no server has filled yet."""
    page = built_in_page()
    store.store_page(FEED, page, now)
    for problem in page.problems:
        _LOG.error("the built-in catalogue has an item that cannot be read: %s", problem.item_id)


def _read(path: Path) -> object:
    return json.loads(path.read_text(encoding="utf-8"))
