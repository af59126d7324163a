"""Bookmarks of a Graph that has moved are as good as expired: listed anew, and nothing goes to the old place."""

import pytest

from tests.sync.feeds.conftest import Municipality
from tests.sync.feeds.reader import FeedReader
from workplace_app.domain.event import Event
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.task import Task
from workplace_app.domain.workspace import SiteFile

KINDS = {"calendar": Event, "todo": Task, "site_files": SiteFile}
ELSEWHERE = "https://localhost:9/v1.0"


def move(reader: FeedReader) -> int:
    """Make every stored link one of the place where Graph used to be; how many bookmarks that changed."""
    change = "UPDATE main.listings SET bookmark = REPLACE(bookmark, ?, ?) WHERE INSTR(bookmark, ?)"
    graph = reader.municipality.graph
    return int(reader.connection.execute(change, (graph, ELSEWHERE, graph)).rowcount)


@pytest.mark.parametrize("feed", KINDS)
def test_what_was_kept_of_the_old_place_is_listed_anew_and_nothing_is_sent_there(
    municipality: Municipality, reader: FeedReader, feed: str
) -> None:
    reader.read("sites")
    first = reader.read(feed).of(KINDS[feed])
    assert move(reader) > 0
    again = []
    for _ in range(4):  # the drives take turns
        reading = reader.read(feed)
        assert reading.raised is None
        assert all(str(request.url).startswith(reader.municipality.graph) for request in reading.asked)
        again += reading.of(KINDS[feed])
    assert {fact.id for fact in again} == {fact.id for fact in first}
    assert not reader.read(feed).facts
    assert move(reader) > 0, "the bookmarks are those of the new place"


def test_what_is_shown_stays_while_the_new_place_does_not_answer(
    municipality: Municipality, reader: FeedReader
) -> None:
    reader.read("calendar")
    count = "SELECT COUNT(*) FROM main.events"
    before = reader.connection.execute(count).fetchone()
    move(reader)
    municipality.town.order("faults", kind="reset", path="*/calendarView/delta", times=9)
    assert reader.read("calendar").raised is not None
    assert reader.connection.execute(count).fetchone() == before


@pytest.mark.parametrize("feed", ["calendar", "todo"])
def test_a_link_of_an_answer_that_leads_elsewhere_is_still_refused(
    municipality: Municipality, reader: FeedReader, feed: str
) -> None:
    municipality.town.order("faults", kind="next_link_foreign", origin="graph", path="*delta", times=1)
    raised = reader.read(feed).raised
    assert raised is not None
    assert raised.kind is ProblemKind.FOREIGN_ADDRESS
