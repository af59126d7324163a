"""No feed is forgotten: each is declared once, agreed upon, budgeted, permitted and tried."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

import sync.feeds
from sync.feed import Feed
from sync.feeds.registry import FEEDS
from sync.service_gates import SERVICE_BUDGETS
from workplace_app.domain.configuration import GRAPH_SCOPES, SAYING_FEEDS, SAYING_SCOPES

AGREED = {
    "profile", "groups", "planner", "todo", "calendar", "mail", "intranet_news", "site_news", "public_news",
    "disruptions", "teams", "channel_messages", "chats", "group_conversations", "sites", "site_files", "people",
    "services", "pictures", "remarks",
}  # fmt: skip
FOLDER = Path(sync.feeds.__file__).parent
TESTS = Path(__file__).parent


def test_the_feeds_are_those_that_were_agreed() -> None:
    names = [feed.name for feed in FEEDS]
    assert set(names) == AGREED
    assert len(names) == len(set(names))


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.name)
def test_a_feed_is_one_module_of_its_name_with_a_budget_and_permissions(feed: Feed) -> None:
    assert (FOLDER / f"{feed.name}.py").read_text(encoding="utf-8").startswith('"""Feed')
    assert feed.service in SERVICE_BUDGETS
    assert feed.changes
    assert set(feed.scopes) <= set(GRAPH_SCOPES)
    assert timedelta(minutes=5) <= feed.interval <= timedelta(hours=24)
    assert feed.needs_sign_in or not feed.scopes
    assert set(feed.after) <= AGREED


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.name)
def test_a_feed_is_tried_by_a_test(feed: Feed) -> None:
    read = re.compile(rf'read\(\s*"{feed.name}"')
    assert any(read.search(file.read_text(encoding="utf-8")) for file in TESTS.glob("test_*.py")), feed.name


def test_what_is_said_in_teams_is_never_polled() -> None:
    """Microsoft's terms: one look a day, or when somebody opens the view (teams-api-overview)."""
    for feed in FEEDS:
        if feed.service == "teams":
            assert feed.on_demand or feed.interval >= timedelta(hours=24)


def test_what_it_can_turn_off_is_every_feed_that_reads_what_people_say() -> None:
    reading = {feed.name for feed in FEEDS if SAYING_SCOPES & set(feed.scopes)}
    assert reading == SAYING_FEEDS == {feed.name for feed in FEEDS if feed.on_demand}
    assert {scope for feed in FEEDS if feed.name in SAYING_FEEDS for scope in feed.scopes} == SAYING_SCOPES
