"""The demo's news are believable, the same every time, and hold what a reader has to cope with."""

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.demo.cms.newsreader import (
    CASE_WORKER,
    COMMUNICATOR,
    HEAD_TEACHER,
    HOME_CARE,
    IT_ADMINISTRATOR,
    MORNING,
    V3,
    Cms,
)
from workplace_app.demo.cms.articles import slug
from workplace_app.demo.staff import Staff

HOSTILE = ("Kom och prova vårens lunchmeny", "Testa den nya inloggningssidan")
"""Their style sheets have braces of their own."""


def value(item: dict[str, Any], name: str) -> Any:
    return item.get(name, {}).get("value")


def start_of(item: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(item["startPublish"])


def test_there_are_600_articles_over_about_a_year(cms: Cms) -> None:
    items = cms.news()
    assert len(items) == 600
    assert all(start_of(item) <= MORNING for item in items)
    assert timedelta(days=330) < start_of(items[0]) - start_of(items[-1]) < timedelta(days=430)


def test_scale_multiplies_them(tmp_path: Path) -> None:
    assert len(Cms(tmp_path, scale=3).news()) == 1_800


def test_two_starts_on_a_day_give_the_same_news(cms: Cms, tmp_path: Path) -> None:
    assert Cms(tmp_path / "other").news() == cms.news()


def test_tomorrow_yesterdays_articles_are_unchanged_and_new_ones_lie_on_top(cms: Cms) -> None:
    dated = {item["contentLink"]["guidValue"]: item for item in cms.news() if item["contentLink"]["id"] >= 100_000}
    cms.pass_time(days=1)
    cms.start()
    later = {item["contentLink"]["guidValue"]: item for item in cms.news() if item["contentLink"]["id"] >= 100_000}
    kept = dated.keys() & later.keys()
    assert len(kept) > 560
    edited = [guid for guid in kept if dated[guid] != later[guid]]
    assert len(edited) < 5
    assert all(dated[guid]["changed"] < later[guid]["changed"] for guid in edited)
    assert later.keys() - dated.keys()


def test_no_gap_is_left_open_and_no_text_is_empty(cms: Cms) -> None:
    for item in cms.news():
        texts = [item["name"], value(item, "mainIntro"), value(item, "mainBody")]
        assert all(texts), item["name"]
        hostile = item["name"] in HOSTILE
        assert hostile or not re.search(r"\{\w+[:}]", " ".join(texts)), item["name"]
        assert value(item, "publisher")
        assert value(item, "author")
        assert value(item, "topics")


def test_headlines_seldom_repeat(cms: Cms) -> None:
    names = [item["name"] for item in cms.news()]
    assert len(set(names)) > 380
    latest = names[:40]
    assert len(set(latest)) == len(latest)


def test_the_morning_begins_with_the_news_of_the_day(cms: Cms) -> None:
    names = [item["name"] for item in cms.news()[:14]]
    for expected in (
        "Nya beslutsmallar för bygglov gäller från 1 december",
        "Vattnet fylls på i nya simhallen: öppnar efter sportlovet",
        "Trähuset på Järla udde är klart för sina första elever",
        "Ledningsarbete på Hasselrastvägen fortsätter till december",
    ):
        assert expected in names


@pytest.mark.parametrize("person", [CASE_WORKER, HOME_CARE, HEAD_TEACHER, COMMUNICATOR, IT_ADMINISTRATOR])
def test_each_of_the_five_has_something_of_their_own_to_acknowledge(cms: Cms, person: Staff) -> None:
    mandatory = [item for item in cms.news(person) if value(item, "acknowledgeBy")]
    assert len(mandatory) == 8
    assert any(person.unit in (value(item, "audience") or []) for item in mandatory)


def test_one_article_has_a_deadline_that_is_to_come(cms: Cms) -> None:
    (item,) = [item for item in cms.news() if value(item, "deadline")]
    assert value(item, "deadlineLabel") == "Lämna synpunkter på avfallsföreskrifterna"
    days = (datetime.fromisoformat(value(item, "deadline")).date() - MORNING.date()).days
    assert 14 < days < 35


def test_planned_articles_are_published_when_their_time_comes(cms: Cms) -> None:
    before = {item["contentLink"]["id"] for item in cms.news()}
    now = cms.pass_time(hours=23)
    new = [item for item in cms.news() if item["contentLink"]["id"] not in before]
    assert new
    assert all(MORNING < start_of(item) <= now for item in new)


def test_some_articles_will_be_withdrawn_and_some_already_are(cms: Cms) -> None:
    ending = {item["contentLink"]["id"]: item["stopPublish"] for item in cms.news() if item["stopPublish"]}
    assert len(ending) > 10
    first, stop = min(ending.items(), key=lambda item: str(item[1]))
    moment = datetime.fromisoformat(stop)
    assert moment > MORNING
    cms.pass_time(seconds=(moment - MORNING).total_seconds() - 1)
    assert first in [item["contentLink"]["id"] for item in cms.news()]
    cms.pass_time(seconds=1)
    assert first not in [item["contentLink"]["id"] for item in cms.news()]
    assert cms.get(f"{V3}/content/{first}").status_code == 404


def test_three_of_four_articles_have_a_picture_that_is_served_and_described(cms: Cms) -> None:
    items = cms.news()
    pictured = [item for item in items if "mainImage" in item]
    assert 0.6 < len(pictured) / len(items) < 0.9
    addresses = {value(item, "mainImage")["url"] for item in pictured}
    assert len(addresses) > 30
    for address in addresses:
        answer = cms.get(address, user=None)
        assert answer.headers["content-type"] in ("image/png", "image/jpeg")
        assert answer.content[:4] in (b"\x89PNG", b"\xff\xd8\xff\xe0")
    assert all(value(item, "imageAlt") for item in pictured)


def test_there_is_text_that_no_reader_may_show_as_it_is(cms: Cms) -> None:
    bodies = " ".join(value(item, "mainBody") for item in cms.news())
    for danger in ("<script", "<iframe", "onerror=", "javascript:", "file:///", "<form", "<object", "data:image"):
        assert danger in bodies


def test_ordinary_articles_have_subheads_lists_and_quotations_and_nothing_else(cms: Cms) -> None:
    ordinary = [value(item, "mainBody") for item in cms.news() if item["contentLink"]["id"] >= 100_000]
    tags = set(re.findall(r"</?([a-z0-9]+)", " ".join(ordinary)))
    assert tags == {"p", "h2", "ul", "ol", "li", "blockquote"}


def test_an_article_is_found_at_its_own_address_by_hand_too(cms: Cms) -> None:
    item = cms.json(f"{V3}/content/1000")
    answer = cms.get(item["url"], user=None)
    assert answer.status_code == 200
    assert item["name"] in answer.text


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Test av brandlarm på torsdag!", "test-av-brandlarm-pa-torsdag"),
        ("Årets öppna & ärliga möte", "arets-oppna-arliga-mote"),
        ("  –  ", ""),
    ],
)
def test_an_address_is_made_from_the_headline(headline: str, expected: str) -> None:
    assert slug(headline) == expected
