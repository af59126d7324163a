"""Whatever an answer looks like, a feed ends with facts or with one problem, and nothing that was stored is lost."""

import pytest

from sync.feeds.registry import FEEDS
from tests.sync.feeds.conftest import Municipality
from workplace_app.domain.problem import Family, ProblemKind
from workplace_app.domain.workspace import Channel, Workspace

PATHS = {
    "profile": "/v1.0/$batch",
    "groups": "/v1.0/me/memberOf/*",
    "planner": "/v1.0/me/planner/tasks",
    "todo": "/v1.0/me/todo/lists/delta",
    "calendar": "/v1.0/me/calendarView/delta",
    "mail": "/v1.0/$batch",
    "teams": "/v1.0/me/joinedTeams",
    "sites": "/v1.0/me/followedSites",
    "people": "/v1.0/users",
    "intranet_news": "/api/episerver/*",
    "disruptions": "/driftinformation.json",
    "public_news": "/nyheter-start/rss/",
    "services": "/tjanster.json",
    "remarks": "/api/dialog/v1/remarks",
    "site_files": "*/root/delta",
    "site_news": "*/pages/*",
    "pictures": "*",
    "channel_messages": "/v1.0/teams/*/messages",
    "chats": "/v1.0/chats/*/messages",
    "group_conversations": "/v1.0/groups/*/threads",
}
BUILDS_ON = {"site_files": "sites", "site_news": "sites", "pictures": "intranet_news"}
SAID_IN = {
    "channel_messages": ("teams", Channel),
    "chats": ("chats", Workspace),
    "group_conversations": ("groups", Workspace),
}
"""Which feed lists the places whose conversations a feed on demand reads, and as what."""
OF_THE_SITE = {"remarks", "intranet_news", "disruptions", "public_news", "services", "pictures"}
HARMLESS = ("unknown_fields", "byte_order_mark")
ONE_ITEM_EACH = ("items_without_id", "bad_utf_8", "deep")
WHOLE_ANSWER = {
    "empty_body": {ProblemKind.UNREADABLE_ANSWER},
    "null": {ProblemKind.UNREADABLE_ANSWER},
    "list": {ProblemKind.UNREADABLE_ANSWER},
    "cut_json": {ProblemKind.UNREADABLE_ANSWER},
    "not_a_number": {ProblemKind.UNREADABLE_ANSWER},
    "captive_portal": {ProblemKind.CAPTIVE_PORTAL, ProblemKind.UNREADABLE_ANSWER},
    "redirect_foreign": {ProblemKind.CAPTIVE_PORTAL, ProblemKind.FOREIGN_ADDRESS},
    "next_link_foreign": {ProblemKind.FOREIGN_ADDRESS},
    "next_link_self": {ProblemKind.UNREADABLE_ANSWER},
}
ITEMS_CUT = {"items_without_id", "deep"}
"""These leave something that cannot be read in every list; broken UTF-8 may fall on a field that nobody reads."""
GRAPH_LISTS = ("planner", "calendar", "teams", "sites", "people", "groups", "todo")


@pytest.mark.parametrize("fault", [*HARMLESS, *ONE_ITEM_EACH])
def test_a_bent_item_costs_at_most_its_page_items_and_nothing_is_raised(municipality: Municipality, fault: str) -> None:
    reader = municipality.reader()
    whole = {name: len(reading.facts) for name, reading in reader.read_all(GRAPH_LISTS).items()}
    bent = municipality.reader()
    for name in GRAPH_LISTS:
        municipality.town.order("faults", kind=fault, path=PATHS[name], origin="graph", times=1)
        reading = bent.read(name)
        assert [rule["struck"] for rule in municipality.town.look("state")["faults"]] == [1], name
        municipality.town.order("faults/clear")
        assert reading.raised is None, (name, reading.raised)
        if fault in HARMLESS:
            assert len(reading.facts) == whole[name], name
            assert not reading.problems, name
        else:
            assert {problem.kind for problem in reading.problems} <= {ProblemKind.UNREADABLE_ITEM}
            assert reading.problems or fault not in ITEMS_CUT, name


@pytest.mark.parametrize("fault", WHOLE_ANSWER)
def test_an_answer_that_cannot_be_used_is_one_problem_and_keeps_what_is_stored(
    municipality: Municipality, fault: str
) -> None:
    reader = municipality.reader()
    reader.read_all(GRAPH_LISTS)
    for name in GRAPH_LISTS:
        before = reader.writer.bookmarks(name)
        reader.writer.forget_bookmarks(name)
        municipality.town.order("faults", kind=fault, path=PATHS[name], origin="graph", times=5)
        reading = reader.read(name)
        municipality.town.order("faults/clear")
        assert reading.raised is not None, name
        assert reading.raised.kind in WHOLE_ANSWER[fault], (name, reading.raised)
        assert not reading.removed
        assert not any(page.ends_generation for page in reading.pages)
        assert before


def test_every_feed_has_an_answer_to_bend() -> None:
    assert PATHS.keys() == {feed.name for feed in FEEDS}


@pytest.mark.parametrize("name", PATHS)
def test_a_busy_service_is_waited_for_in_the_next_round(municipality: Municipality, name: str) -> None:
    reader = municipality.reader()
    origin = "cms" if name in OF_THE_SITE else "graph"
    if name in BUILDS_ON:
        reader.read(BUILDS_ON[name])
    target = None
    if name in SAID_IN:
        lister, kind = SAID_IN[name]
        target = str(reader.read(lister).of(kind)[0].id)
    municipality.town.order("faults", kind="throttled", path=PATHS[name], origin=origin, retry_after="600", times=50)
    reading = reader.read(name, target)
    assert reading.raised is not None
    assert reading.raised.family is Family.WAIT
    assert reading.raised.retry_at is not None
    municipality.town.order("faults/clear")
    municipality.later(minutes=11)
    again = reader.read(name, target)
    assert again.raised is None
    assert again.facts


@pytest.mark.parametrize("name", ["public_news", "services", "disruptions", "intranet_news"])
@pytest.mark.parametrize("fault", ["empty_body", "captive_portal", "cut_json"])
def test_a_public_document_that_cannot_be_read_keeps_the_one_before(
    municipality: Municipality, name: str, fault: str
) -> None:
    reader = municipality.reader()
    reader.read(name)
    reader.writer.forget_bookmarks(name)
    municipality.town.order("faults", kind=fault, path=PATHS[name], origin="cms", times=1)
    reading = reader.read(name)
    if name == "public_news" and fault == "cut_json" and reading.raised is None:
        assert reading.facts  # a feed that ends in the middle gives what had come
        return
    assert reading.raised is not None
    assert reading.raised.kind in (ProblemKind.UNREADABLE_ANSWER, ProblemKind.CAPTIVE_PORTAL)
    assert not any(page.scope == "public" and page.facts for page in reading.pages)


def test_a_team_that_was_left_out_of_an_answer_keeps_its_channels_and_what_was_said_there(
    municipality: Municipality,
) -> None:
    reader = municipality.reader()
    channels = {channel.id for channel in reader.read("teams").of(Channel)}
    reader.read("channel_messages", min(channels))
    municipality.later(hours=13)
    reader.sign_in()
    municipality.town.order("faults", kind="no_items", path="/v1.0/$batch", times=1)
    reading = reader.read("teams")
    assert {problem.kind for problem in reading.problems} == {ProblemKind.UNREADABLE_ANSWER}
    assert {row[0] for row in reader.connection.execute("SELECT id FROM main.channels")} == channels
    assert reader.connection.execute("SELECT 1 FROM main.messages").fetchone()
    assert not reader.read("teams").problems
