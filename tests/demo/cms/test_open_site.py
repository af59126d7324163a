"""Feeds, drift information, catalogue, pictures and pages are served to anybody, and conditionally."""

import re
import zlib
from typing import Any

import feedparser
import pytest

from tests.demo.cms.newsreader import Cms
from workplace_app.domain.catalogue import journeys_from_json, services_from_json, tools_from_json

CONDITIONAL = (
    "/nyheter-start/rss/",
    "/nyheter-start/atom/",
    "/stadsutveckling-trafik/nyheter-om-stadsutveckling-och-trafik/rss/",
    "/driftinformation.json",
    "/tjanster.json",
    "/globalassets/nyheter/forest-1.jpg",
)


def entries(cms: Cms, path: str) -> list[Any]:
    parsed = feedparser.parse(cms.get(path, user=None).content)
    assert not parsed.bozo
    return list(parsed.entries)


@pytest.mark.parametrize("path", CONDITIONAL)
def test_an_unchanged_answer_costs_nothing_the_second_time(cms: Cms, path: str) -> None:
    first = cms.get(path, user=None)
    assert first.status_code == 200
    second = cms.get(path, user=None, if_none_match=first.headers["etag"])
    assert (second.status_code, second.content) == (304, b"")
    assert cms.get(path, user=None, if_none_match='"another"').status_code == 200


def test_long_answers_are_compressed_for_those_who_take_it(cms: Cms) -> None:
    for path in ("/tjanster.json", "/nyheter-start/rss/"):
        small, large = (cms.get(path, user=None, accept_encoding=name) for name in ("gzip", "identity"))
        assert small.headers["content-encoding"] == "gzip"
        assert int(small.headers["content-length"]) * 3 < int(large.headers["content-length"])
        assert small.content == large.content


def test_a_feed_can_be_asked_by_date_too(cms: Cms) -> None:
    changed = cms.get("/nyheter-start/rss/", user=None).headers["last-modified"]
    assert cms.get("/nyheter-start/rss/", user=None, if_modified_since=changed).status_code == 304
    assert cms.get("/nyheter-start/rss/", user=None, if_modified_since="yesterday").status_code == 200


def test_rss_and_atom_have_the_same_news_newest_first(cms: Cms) -> None:
    rss, atom = entries(cms, "/nyheter-start/rss/"), entries(cms, "/nyheter-start/atom/")
    assert [entry.title for entry in rss] == [entry.title for entry in atom]
    assert [entry.published_parsed for entry in rss] == [entry.published_parsed for entry in atom]
    moments = [entry.published_parsed for entry in rss]
    assert moments == sorted(moments, reverse=True)
    assert len(rss) > 30


def test_real_headlines_keep_their_addresses_and_have_no_text(cms: Cms) -> None:
    real = {entry.title: entry for entry in entries(cms, "/nyheter-start/rss/")}["Test av brandlarm i Nacka stadshus"]
    assert real.link == "https://www.nacka.se/nyheter-start/2025/08/test-av-brandlarm-i-nacka-stadshus/"
    assert real.summary == ""


def test_some_public_news_are_intranet_articles_in_another_spelling(cms: Cms) -> None:
    def canonical(address: str) -> str:
        return re.sub(r"^https?://(www\.)?", "", address.lower()).partition("?")[0].rstrip("/")

    feed = {canonical(entry.link): entry.link for entry in entries(cms, "/nyheter-start/rss/")}
    intranet = {canonical(item["url"]): item["url"] for item in cms.news()}
    shared = feed.keys() & intranet.keys()
    assert len(shared) == 4
    assert all(feed[key] != intranet[key] for key in shared)


def test_public_drift_information_has_the_cms_ids_and_nothing_internal(cms: Cms) -> None:
    shown = cms.json("/driftinformation.json", user=None)["disruptions"]
    in_cms = {item["contentLink"]["guidValue"]: item for item in cms.disruptions(user=None)}
    assert {item["id"] for item in shown} == set(in_cms)
    assert all(item["public"] for item in shown)
    assert "Ärendesystemet" not in str(shown)
    assert any(item["planned"] for item in shown)
    assert any(item["ends"] is None for item in shown)


def test_a_disruption_leaves_when_it_has_been_over_for_an_hour(cms: Cms) -> None:
    titles = [item["name"] for item in cms.disruptions()]
    assert "Ärendesystemet stängs i kväll 20–22" in titles
    cms.pass_time(hours=14)
    assert "Ärendesystemet stängs i kväll 20–22" not in [item["name"] for item in cms.disruptions()]


def test_the_catalogue_is_read_without_a_problem(cms: Cms) -> None:
    data = cms.json("/tjanster.json", user=None)
    counts = []
    for facts, problems in (services_from_json(data), journeys_from_json(data), tools_from_json(data)):
        assert problems == ()
        counts.append(len(facts))
    assert counts == [96, 13, 45]
    assert len(data["themes"]) == 9


def test_a_hostile_article_cannot_run_in_a_browser_either(cms: Cms) -> None:
    hostile = next(item for item in cms.news() if item["name"] == "Kom och prova vårens lunchmeny")
    answer = cms.get(hostile["url"], user=None)
    assert "<script>" in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_an_article_for_one_unit_has_no_open_page(cms: Cms) -> None:
    restricted = next(item for item in cms.news() if item["name"].startswith("Till dig på Bygglovsenheten"))
    assert cms.get(restricted["url"], user=None).status_code == 404


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("webbsida.png", "image/png"),
        ("ritning.svg", "image/svg+xml"),
        ("enorm.png", "image/png"),
        ("avbruten.jpg", "image/jpeg"),
    ],
)
def test_files_that_are_not_what_they_say_are_served_as_such(cms: Cms, name: str, media_type: str) -> None:
    answer = cms.get(f"/globalassets/nyheter/prov/{name}", user=None)
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media_type


def test_the_enormous_picture_is_small_to_send_and_large_to_unpack(cms: Cms) -> None:
    content = cms.get("/globalassets/nyheter/prov/enorm.png", user=None).content
    assert len(content) < 100_000
    assert int.from_bytes(content[16:20]) * int.from_bytes(content[20:24]) == 900_000_000
    data = content.index(b"IDAT") + 4
    assert len(zlib.decompressobj().decompress(content[data:], 20_000_000)) > 10_000_000


@pytest.mark.parametrize("name", ["finns-inte.jpg", "../pictures.json", "prov/finns-inte.jpg", "forest-1.png"])
def test_only_pictures_are_served_from_the_picture_folder(cms: Cms, name: str) -> None:
    assert cms.get(f"/globalassets/nyheter/{name}", user=None).status_code == 404


def test_the_start_page_lists_the_news(cms: Cms) -> None:
    assert "Vattnet fylls på i nya simhallen" in cms.get("/", user=None).text
