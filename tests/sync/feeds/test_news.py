"""News from the CMS, disturbances, public news, the catalogue and pictures."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from sync.feeds.intranet_news import NewsBookmark, _missing
from tests.sync.feeds.conftest import Municipality
from tests.sync.feeds.reader import FeedReader
from workplace_app.domain.article import Article, PictureData
from workplace_app.domain.disruption import Disruption
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.service import Service


def test_a_news_item_that_is_published_is_the_only_one_fetched(municipality: Municipality, reader: FeedReader) -> None:
    first = reader.read("intranet_news")
    assert first.raised is None
    assert len(first.of(Article)) > 400
    assert all(article.title and article.id.startswith("intranet:") for article in first.of(Article))
    assert first.pages[0].begins_generation
    assert first.pages[-1].ends_generation
    municipality.later(seconds=1)  # longer, and something planned for this very day might be published too
    sentence = municipality.happen("publish_news")
    second = reader.read("intranet_news")
    (article,) = second.of(Article)
    assert sentence is not None
    assert article.title in sentence
    assert article.body_html
    assert second.requests == 2
    assert not reader.read("intranet_news").facts


def test_a_news_item_that_is_withdrawn_goes_at_once(municipality: Municipality, reader: FeedReader) -> None:
    municipality.happen("publish_news")
    municipality.later(minutes=10)
    municipality.happen("publish_news")
    reader.read("intranet_news")
    municipality.later(hours=12)
    reader.sign_in()
    assert municipality.happen("withdraw_news")
    second = reader.read("intranet_news")
    gone = [*second.removed, *(article.id for article in second.of(Article) if article.stop_publish)]
    assert len(gone) == 1
    assert not reader.read("intranet_news").removed


def test_the_daily_walk_compares_everything_without_fetching_it(municipality: Municipality, reader: FeedReader) -> None:
    articles = reader.read("intranet_news").of(Article)
    municipality.later(hours=25)
    reader.sign_in()
    second = reader.read("intranet_news")
    assert second.raised is None
    assert len(second.of(Article)) <= 10
    assert second.requests <= len(articles) // 100 + 4


def test_what_stood_before_the_last_shared_article_and_is_not_listed_is_missing() -> None:
    before = ["a", "b", "c", "d", "e"]
    assert _missing(before, {"new": "", "a": "", "c": ""}, whole=False) == ["b"]
    assert _missing(before, {"new": "", "b": ""}, whole=False) == ["a"]
    assert _missing(before, {"a": "", "b": ""}, whole=False) == []
    assert _missing(before, {"x": "", "y": ""}, whole=False) == []
    assert _missing(before, {"a": "", "b": ""}, whole=True) == ["c", "d", "e"]
    assert NewsBookmark.__struct_fields__[0] == "changed"


@pytest.mark.parametrize("shape", ["/api/episerver/v3.0", "/api/episerver/v3.0-flat", "/api/episerver/v2.0"])
def test_every_shape_of_the_interface_gives_the_same_news(municipality: Municipality, shape: str) -> None:
    reader = municipality.reader()
    cms = reader.municipality.cms
    assert cms is not None
    reader.municipality = replace(reader.municipality, cms=replace(cms, address=municipality.town.cms_origin + shape))
    reading = reader.read("intranet_news")
    assert reading.raised is None
    articles = reading.of(Article)
    assert len(articles) > 400
    assert sum(bool(article.body_html) for article in articles) > 400
    assert sum(article.picture is not None for article in articles) > 20
    assert any(article.acknowledge_by for article in articles)


def test_a_disturbance_that_begins_is_read_and_one_that_ends_is_ended(
    municipality: Municipality, reader: FeedReader
) -> None:
    first = {one.id for one in reader.read("disruptions").of(Disruption)}
    assert municipality.happen("begin_disruption")
    second = reader.read("disruptions")
    (new,) = {one.id for one in second.of(Disruption)} - first
    assert new.startswith("disruption:")
    assert not reader.read("disruptions").facts


def test_a_cms_that_fails_does_not_hide_what_the_public_list_says(
    municipality: Municipality, reader: FeedReader
) -> None:
    municipality.town.order(
        "faults", kind="status", status=500, origin="cms", path="/api/*", times=100, retry_after="900"
    )
    reading = reader.read("disruptions")
    assert reading.raised is not None
    assert reading.of(Disruption)


def test_public_news_and_catalogue_are_asked_for_conditionally(reader: FeedReader) -> None:
    articles = reader.read("public_news").of(Article)
    assert len({article.id for article in articles}) == len(articles) > 20
    assert all(article.id == f"public:{article.canonical_address}" for article in articles)
    assert len(reader.read("services").of(Service)) > 90
    for name in ("public_news", "services"):
        again = reader.read_all([name])[name]
        assert not again.pages
        assert again.bytes < 500
        assert "if-none-match" in again.asked[0].headers


def test_a_catalogue_without_services_is_refused(municipality: Municipality, reader: FeedReader) -> None:
    reader.read("services")
    reader.writer.forget_bookmarks("services")
    municipality.town.order("faults", kind="list", origin="cms", path="/tjanster.json", times=1)
    reading = reader.read("services")
    assert reading.raised is not None
    assert reading.raised.kind is ProblemKind.UNREADABLE_ANSWER
    assert not reading.facts


def test_pictures_are_fetched_once_and_what_is_none_is_refused_for_the_day(reader: FeedReader) -> None:
    reader.read("intranet_news")
    reader.read("public_news")
    first = reader.read("pictures")
    kept = first.of(PictureData)
    assert kept
    assert all(picture.media_type in ("image/png", "image/jpeg", "image/webp") for picture in kept)
    assert all(0 < picture.width < 8_000 and 0 < picture.height < 8_000 for picture in kept)
    while reader.read("pictures").facts:
        pass
    last = reader.read("pictures")
    assert last.requests == 0
    assert all("authorization" not in request.headers for request in first.asked)


def test_people_teams_and_profile_are_read_whole_and_seldom(municipality: Municipality, reader: FeedReader) -> None:
    profile = reader.read("profile").facts[0]
    fields: Mapping[str, Any] = {name: getattr(profile, name) for name in ("manager_name", "groups", "group_titles")}
    assert all(fields.values())
    assert len(reader.read("people").facts) >= 1_200
    teams = reader.read("teams")
    assert all(getattr(fact, "address", "") for fact in teams.facts)
    assert reader.read("groups").facts
    assert reader.read("people").requests == 0
    assert reader.read("teams").requests == 1
    municipality.later(hours=13)
    reader.sign_in()
    assert reader.read("teams").requests == 2
    people = reader.read("people")
    assert (people.requests, people.facts) == (2, [])
    assert reader.read("people").requests == 0


def test_a_news_item_that_was_listed_and_did_not_come_is_asked_for_again(
    municipality: Municipality, reader: FeedReader
) -> None:
    reader.read("intranet_news")
    municipality.later(seconds=1)
    municipality.happen("publish_news")
    municipality.town.order("faults", kind="no_items", path="*/content", times=1)
    assert not reader.read("intranet_news").facts
    assert len(reader.read("intranet_news").of(Article)) == 1
    assert not reader.read("intranet_news").facts
