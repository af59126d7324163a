"""Every content item in the CMS's captured and derived examples is read as an article without loss, and the RSS too."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from sync.wire.cms import article_from_cms, cms_items, cms_page
from sync.wire.rss import articles_from_feed
from workplace_app.domain.article import Article
from workplace_app.domain.problem import ProblemKind, ProblemRaised

EXAMPLES = Path(__file__).resolve().parents[3] / "shared" / "data" / "cms"
pytestmark = pytest.mark.skipif(not EXAMPLES.is_dir(), reason="the CMS's examples are not beside the repository")
ORIGIN = "https://intra.example"
CONTENT = (
    "v1-search-content-musicfestival-sv-en.json",
    "v2-content-page-alloy.json",
    "v3-content-by-url-expanded-dxcloud.json",
    "v3-content-payload-bilingual-abbrev.json",
    "DERIVED-v3-flattened-article.json",
)


def _articles(name: str) -> list[Article]:
    items = cms_items((EXAMPLES / name).read_bytes(), "cms")
    return [article_from_cms(cms_page(item, ORIGIN)) for item in items]


def _examples(name: str) -> list[dict[str, Any]]:
    whole = json.loads((EXAMPLES / name).read_text(encoding="utf-8"))
    if isinstance(whole, list):
        return whole
    results: list[dict[str, Any]] = whole.get("Results", [whole])
    return results


def _any_case(item: dict[str, Any], name: str) -> Any:
    return next((value for key, value in item.items() if key.casefold() == name.casefold()), None)


def _plain(value: Any) -> Any:
    if isinstance(value, dict) and "value" in value:
        return value["value"]
    return value


@pytest.mark.parametrize("name", CONTENT)
def test_each_item_is_an_article_with_identity_title_and_dates(name: str) -> None:
    examples = _examples(name)
    articles = _articles(name)
    assert len(articles) == len(examples)
    for article, example in zip(articles, examples, strict=True):
        link = _any_case(example, "contentLink")
        assert article.id == f"intranet:{_any_case(link, 'guidValue') or _any_case(link, 'id')}"
        titles = {_plain(example.get(key)) for key in ("title", "metaTitle")} | {_any_case(example, "name")}
        assert article.title in titles
        for ours, theirs in (("published", "startPublish"), ("changed", "changed")):
            told = _any_case(example, theirs)
            if told is not None:
                assert getattr(article, ours) == datetime.fromisoformat(told)
        assert article.language == _any_case(_any_case(example, "language"), "name")


def test_a_page_of_version_two_keeps_lead_text_topics_and_its_picture_by_key() -> None:
    (article,) = _articles("v2-content-page-alloy.json")
    assert article.lead == "Project management has never been easier!"
    assert article.topics == ("Plan",)
    assert "Planning is crucial to the success of any project." in article.body_html
    (picture,) = article.pictures
    assert picture.address == f"{ORIGIN}/contentassets/89bccbae16d14665b08fac3525c9a999/alloyplanscreen.png"
    assert f'src="cache:{picture.key}"' in article.body_html
    assert article.address == f"{ORIGIN}/en/alloy-plan/"


def test_an_expanded_page_of_version_three_keeps_the_text_of_its_blocks() -> None:
    (article,) = _articles("v3-content-by-url-expanded-dxcloud.json")
    assert "you are looking for." in article.body_html
    assert "Here’s what you can do." in article.body_html
    assert 'href="https://example.dxcloud.episerver.net/generic/faq/"' in article.body_html
    assert article.picture is not None
    assert article.picture.address.endswith("/background_image.png")


def test_a_flattened_page_says_the_same_as_its_properties() -> None:
    (article,) = _articles("DERIVED-v3-flattened-article.json")
    assert article.body_html == "<p>Text</p>"
    assert article.address == "https://example.test/sv/nyheter/a/"


@pytest.mark.parametrize("name", ["DERIVED-problem-details-404.json", "DERIVED-graph-response.json"])
def test_an_answer_without_content_is_no_empty_listing(name: str) -> None:
    with pytest.raises(ProblemRaised) as raised:
        cms_items((EXAMPLES / name).read_bytes(), "cms")
    assert raised.value.problem.kind is ProblemKind.UNREADABLE_ANSWER


def test_the_rss_keeps_its_entry_whole() -> None:
    read = articles_from_feed((EXAMPLES / "rss-DERIVED-episerver-news.xml").read_bytes(), "https://example.test/rss/")
    assert not read.problems
    (article,) = read.facts
    assert article.title == "Exempel"
    assert article.lead == "Ingress"
    assert article.address == "https://example.test/nyheter-start/2026/02/a/"
    assert article.published == datetime.fromisoformat("2026-02-17T08:00:00+01:00")
    assert article.changed == datetime.fromisoformat("2026-02-17T08:00:00+01:00")
    assert article.publisher == "Nyheter"


def test_a_sitemap_is_no_feed() -> None:
    with pytest.raises(ProblemRaised):
        articles_from_feed((EXAMPLES / "sitemap-DERIVED-geta.xml").read_bytes(), "https://example.test/")
