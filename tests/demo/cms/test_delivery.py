"""The Content Delivery API of the demo pages, hides, refuses and shapes as Optimizely's does."""

from typing import Any

import pytest

from tests.demo.cms.newsreader import CASE_WORKER, HOME_CARE, V2, V3, V3_FLAT, Cms

FIRST = f"{V3}/content/210/children?top=50"


def walked(cms: Cms, path: str, between: Any = None) -> list[dict[str, Any]]:
    """All pages of a listing; ``between`` is called after the first."""
    answer = cms.get(path)
    items: list[dict[str, Any]] = answer.json()
    while token := answer.headers.get("x-epi-continuation"):
        if between is not None:
            between()
            between = None
        answer = cms.get(path, x_epi_continuation=token)
        assert answer.status_code == 200
        items += answer.json()
    return items


def guids(items: list[dict[str, Any]]) -> list[str]:
    return [item["contentLink"]["guidValue"] for item in items]


def test_pages_together_are_the_whole_listing_newest_first(cms: Cms) -> None:
    paged, whole = walked(cms, FIRST), cms.json(f"{V3}/content/210/children")
    assert guids(paged) == guids(whole)
    assert len(set(guids(paged))) == len(paged) >= 590
    starts = [item["startPublish"] for item in paged]
    assert starts == sorted(starts, reverse=True)


def test_the_last_page_has_no_token_and_a_full_listing_none_either(cms: Cms) -> None:
    assert "x-epi-continuation" not in cms.get(f"{V3}/content/210/children").headers
    assert "x-epi-continuation" not in cms.get(f"{V3}/content/320/children?top=100").headers


def test_news_that_come_between_two_pages_neither_hide_nor_repeat_an_article(cms: Cms) -> None:
    before = guids(cms.json(f"{V3}/content/210/children"))

    def publish() -> None:
        assert cms.part.living[0].live(cms.pass_time(minutes=1))

    assert guids(walked(cms, FIRST, between=publish)) == before
    assert len(cms.json(f"{V3}/content/210/children")) == len(before) + 1


@pytest.mark.parametrize("top", ["0", "-1", "many", "99999", "2.5"])
def test_an_impossible_page_size_is_refused(cms: Cms, top: str) -> None:
    answer = cms.get(f"{V3}/content/210/children?top={top}")
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("application/problem+json")


@pytest.mark.parametrize("token", ["nonsense", "YWZ0ZXI6OTk5OTk5OTk5", "YmVmb3JlOjE="])
def test_a_token_that_was_never_given_is_refused(cms: Cms, token: str) -> None:
    assert cms.get(FIRST, x_epi_continuation=token).status_code == 400


def test_a_token_without_the_page_size_is_refused(cms: Cms) -> None:
    token = cms.get(FIRST).headers["x-epi-continuation"]
    assert cms.get(f"{V3}/content/210/children", x_epi_continuation=token).status_code == 400


def test_staff_news_need_a_token_and_open_drift_information_does_not(cms: Cms) -> None:
    assert cms.get(f"{V3}/content/210/children", user=None).status_code == 403
    assert cms.get(f"{V3}/content/1000", user=None).status_code == 403
    open_to_all = cms.disruptions(user=None)
    assert open_to_all
    assert all(item["public"]["value"] for item in open_to_all)
    assert len(cms.disruptions()) > len(open_to_all)


def test_an_article_for_one_unit_is_missing_for_another_and_refused_when_asked_for(cms: Cms) -> None:
    mine = {item["name"]: item for item in cms.news(CASE_WORKER)}
    theirs = {item["name"] for item in cms.news(HOME_CARE)}
    (only_mine,) = [name for name in mine if name.startswith("Till dig på Bygglovsenheten")]
    assert set(mine) - theirs == {only_mine}
    assert cms.get(f"{V3}/content/{mine[only_mine]['contentLink']['id']}", HOME_CARE).status_code == 403


@pytest.mark.parametrize("identifier", ["1000", "1000_4321"])
def test_content_is_found_by_number_work_number_and_guid(cms: Cms, identifier: str) -> None:
    item = cms.json(f"{V3}/content/{identifier}")
    assert cms.json(f"{V3}/content/{item['contentLink']['guidValue'].upper()}") == item


def test_unknown_content_is_not_found_with_problem_details(cms: Cms) -> None:
    answer = cms.get(f"{V3}/content/987654")
    assert answer.status_code == 404
    assert answer.json()["title"] == "Not Found"


@pytest.mark.parametrize(("language", "found"), [("sv", True), ("sv-SE, en;q=0.5", True), ("*", True), ("en", False)])
def test_there_is_no_fallback_to_another_language(cms: Cms, language: str, found: bool) -> None:
    answer = cms.get(f"{V3}/content/1000", accept_language=language)
    assert (answer.status_code == 200) is found


def test_select_leaves_the_metadata_and_the_properties_asked_for(cms: Cms) -> None:
    item = cms.json(f"{V3}/content/1000?select=Heading,mainIntro")
    assert {"heading", "mainIntro", "changed", "contentLink"} <= set(item)
    assert "mainBody" not in item


def test_expand_brings_the_picture_itself_in_either_shape(cms: Cms) -> None:
    typed = cms.json(f"{V3}/content/1000?expand=mainImage")["mainImage"]
    flat = cms.json(f"{V3_FLAT}/content/1000?expand=*")["mainImage"]
    assert typed["expandedValue"]["mimeType"]["value"] == "image/jpeg"
    assert flat["expanded"]["mimeType"] == "image/jpeg"
    assert "expandedValue" not in cms.json(f"{V3}/content/1000")["mainImage"]


def test_flattening_and_version_are_two_things(cms: Cms) -> None:
    typed, flat, older = (cms.json(f"{base}/content/1000") for base in (V3, V3_FLAT, V2))
    assert typed["heading"] == {"value": flat["heading"], "propertyDataType": "PropertyLongString"}
    assert older["heading"] == typed["heading"]
    assert typed["url"].startswith("https://localhost:50003/medarbetare/nyhetslista/2026/11/")
    assert older["url"].startswith("/medarbetare/nyhetslista/2026/11/")
    assert "link" in older["language"]
    assert "link" not in typed["language"]


def test_version_2_leaves_out_its_own_origin_only(cms: Cms) -> None:
    beginnings = {item["url"].partition("/nyhet")[0] for item in cms.news(base=V2)}
    assert beginnings == {"/medarbetare", "https://www.nacka.se"}


def test_content_is_looked_up_by_address_with_the_resolvers_headers(cms: Cms) -> None:
    address = cms.json(f"{V3}/content/1000")["url"]
    answer = cms.get(f"{V3}/content?ContentUrl={address}")
    assert [item["contentLink"]["id"] for item in answer.json()] == [1000]
    assert answer.headers["x-epi-branch"] == "sv"
    assert cms.json(f"{V3}/content?contentUrl=https://localhost:50003/finns/inte/") == []


def test_several_are_looked_up_by_guid_and_unreadable_ones_are_missing(cms: Cms) -> None:
    wanted = guids(cms.news())[:3]
    named = ",".join([*wanted, "00000000-0000-0000-0000-000000000000"])
    assert guids(cms.json(f"{V3}/content?guids={named}")) == wanted
    assert guids(cms.json(f"{V3}/content?references=1000,1001")) == [
        cms.json(f"{V3}/content/{number}")["contentLink"]["guidValue"] for number in (1000, 1001)
    ]
    assert cms.get(f"{V3}/content").status_code == 400


def test_ancestors_lead_to_the_root(cms: Cms) -> None:
    chain = cms.json(f"{V3}/content/1000/ancestors")
    assert [item["contentLink"]["id"] for item in chain] == [210, 5, 1]


def test_the_site_names_its_start_page(cms: Cms) -> None:
    (site,) = cms.json(f"{V3}/site")
    assert site["contentRoots"]["startPage"]["id"] == 5
    assert cms.json(f"{V3}/site/{site['id']}") == site
    assert cms.get(f"{V3}/site/00000000-0000-0000-0000-000000000000").status_code == 404


def test_answers_may_not_be_kept_by_a_shared_cache(cms: Cms) -> None:
    answer = cms.get(f"{V3}/content/1000")
    assert answer.headers["cache-control"] == "no-cache"
    assert "etag" not in answer.headers
