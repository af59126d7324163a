"""Which rows the list of services shows: those of a choice at the left, or those that a search finds."""

from typing import Final

from ui.models.service_model import ServiceRow, journey_row, service_row
from workplace_app.domain.listing import Cursor, Listing
from workplace_app.domain.own_things import PinKind
from workplace_app.domain.search_hit import HitKind
from workplace_app.store.connection_type import Connection
from workplace_app.store.journey_reader import journey, journeys
from workplace_app.store.own_things import pins
from workplace_app.store.search import Search
from workplace_app.store.service_reader import service, services, services_by_ids, services_of_theme

JOURNEYS: Final = "journeys"
A_TO_Z: Final = "a-z"
PINNED: Final = "pinned"
_MOST_HITS = 40


def found_rows(connection: Connection, search: Search, words: str) -> list[ServiceRow]:
    """Services and journeys that match, the best first."""
    rows = []
    for hit in search.find(words, frozenset({HitKind.SERVICE, HitKind.JOURNEY}), limit=_MOST_HITS):
        if hit.kind is HitKind.SERVICE and (found := service(connection, hit.id)) is not None:
            rows.append(service_row(found))
        elif hit.kind is HitKind.JOURNEY and (way := journey(connection, hit.id)) is not None:
            rows.append(journey_row(way))
    return rows


def rows_of(connection: Connection, choice: str, journeys_heading: str) -> list[ServiceRow]:
    """The rows of a choice that is short: all journeys, what is pinned, one theme."""
    if choice == JOURNEYS:
        return [journey_row(each) for each in journeys(connection)]
    pinned = pins.pinned(connection, PinKind.SERVICE)
    if choice == PINNED:
        return [service_row(each, pinned=True) for each in services_by_ids(connection, pinned)]
    ways = [journey_row(each, heading=journeys_heading) for each in journeys(connection, choice)]
    by_theme = services_of_theme(connection, choice)
    return [service_row(each, pinned=each.id in pinned, heading=each.category) for each in by_theme] + ways


def a_to_z(connection: Connection, after: Cursor | None) -> Listing[ServiceRow]:
    """A page of all services, under their letters."""
    pinned = pins.pinned(connection, PinKind.SERVICE)
    listed = services(connection, after)
    rows = (service_row(each, pinned=each.id in pinned, heading=each.title[:1].upper()) for each in listed.rows)
    return Listing(tuple(rows), listed.after)
