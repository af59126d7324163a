"""Files, site pages, public feeds, disturbances and pictures."""

import json
import struct
import zlib
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.wire.cms import article_from_cms, cms_page, disruption_from_cms
from sync.wire.disruptions import disruption_from_public, disruption_items
from sync.wire.files import changed_item
from sync.wire.picture_header import PictureHeader, picture_header
from sync.wire.reading import UnreadableItemError, read_items
from sync.wire.rss import articles_from_feed
from sync.wire.sites import article_from_page, site_page
from workplace_app.domain.problem import ProblemKind, ProblemRaised
from workplace_app.domain.workspace import Workspace, WorkspaceKind

SITE = Workspace("site:s,1,2", WorkspaceKind.SITE, "Bygglov", address="https://x.sharepoint.com/sites/bygg")
GUID = "0b9c1a6e-129a-456b-ac3c-5a1b108362e0"


def _item(**fields: Any) -> bytes:
    return json.dumps({"id": "i", "name": "Ritning.pdf", **fields}).encode()


def test_a_file_tells_who_changed_it_and_when() -> None:
    change = changed_item(
        _item(
            lastModifiedDateTime="2026-11-23T08:00:00Z",
            createdDateTime="2026-11-20T08:00:00Z",
            lastModifiedBy={"user": {"id": "u", "displayName": "Eva"}},
            size=2048,
            file={},
        ),
        "site:s",
        "d",
    )
    file = change.file
    assert file is not None
    assert (file.id, file.changed_by, file.changed_by_id, file.size_bytes) == ("file:d/i", "Eva", "u", 2048)
    assert not file.folder


@pytest.mark.parametrize("facet", [{}, {"state": "deleted"}])
def test_a_deleted_facet_means_gone_whatever_it_holds(facet: dict[str, str]) -> None:
    change = changed_item(_item(deleted=facet), "site:s", "d")
    assert change.deleted
    assert change.file is None


def test_the_library_itself_is_neither_file_nor_gone() -> None:
    change = changed_item(_item(root={}, folder={}), "site:s", "d")
    assert not change.deleted
    assert change.file is None


def test_a_size_that_no_file_has_is_unreadable() -> None:
    for size in (-1, 10**40):
        with pytest.raises(UnreadableItemError):
            changed_item(_item(size=size), "site:s", "d")


def _page(**fields: Any) -> bytes:
    return json.dumps({"id": "p", "title": "Nytt", "promotionKind": "newsPost", **fields}).encode()


def test_a_pages_text_is_that_of_its_parts_in_order() -> None:
    layout: dict[str, Any] = {
        "horizontalSections": [
            {"columns": [{"webparts": [{"innerHtml": "<p>ett</p>"}, {"data": {}}, None]}, None]},
            None,
        ],
        "verticalSection": {"webparts": [{"innerHtml": "<p>två<script>x</script></p>"}]},
    }
    page = site_page(_page(canvasLayout=layout, createdDateTime="2026-11-20T08:00:00Z", webUrl="/SitePages/Nytt.aspx"))
    article = article_from_page(page, SITE)
    assert article.body_html == "<p>ett</p>\n<p>två</p>"
    assert article.id == "page:s,1,2/p"
    assert article.publisher == "Bygglov"
    assert article.address == "https://x.sharepoint.com/SitePages/Nytt.aspx"


@pytest.mark.parametrize(
    ("fields", "news"),
    [
        ({}, True),
        ({"publishingState": {"level": "published"}}, True),
        ({"publishingState": {"level": "draft"}}, False),
        ({"promotionKind": "page"}, False),
        ({"promotionKind": None}, False),
    ],
)
def test_only_published_news_posts_are_news(fields: dict[str, Any], news: bool) -> None:
    assert site_page(_page(**fields)).is_news is news


FLAT: dict[str, Any] = {
    "contentLink": {"guidValue": GUID},
    "name": "Namn",
    "heading": "Rubrik",
    "mainIntro": "Ingress",
    "mainBody": '<p>Text <a href="/a">l</a></p>',
    "startPublish": "2026-11-20T08:00:00Z",
    "stopPublish": "2026-12-20T08:00:00Z",
    "acknowledgeBy": "2026-11-26T23:00:00Z",
    "deadline": "2026-12-03T00:00:00Z",
    "deadlineLabel": "Lämna synpunkter",
    "topics": ["Bygglov", " "],
    "audience": ["Bygglovsenheten"],
    "author": "Redaktionen",
    "mainImage": {"url": "/bild.jpg"},
    "imageAlt": "En bild",
    "url": "/nyheter/rubrik/",
}


def _wrapped(item: dict[str, Any], value: str, kind: str) -> dict[str, Any]:
    meta = {"contentLink", "name", "startPublish", "stopPublish", "url"}
    return {
        key: content if key in meta else {value: content, kind: "PropertyLongString"} for key, content in item.items()
    }


@pytest.mark.parametrize(
    "item",
    [
        FLAT,
        _wrapped(FLAT, "value", "propertyDataType"),
        {key[0].upper() + key[1:]: content for key, content in _wrapped(FLAT, "Value", "PropertyDataType").items()},
    ],
    ids=["flattened", "not flattened", "version one"],
)
def test_the_same_page_is_the_same_article_in_every_shape(item: dict[str, Any]) -> None:
    article = article_from_cms(cms_page(json.dumps(item).encode(), "https://intra.example"))
    assert article.id == f"intranet:{GUID}"
    assert (article.title, article.lead, article.author) == ("Rubrik", "Ingress", "Redaktionen")
    assert article.body_html == '<p>Text <a href="https://intra.example/a">l</a></p>'
    assert article.stop_publish == datetime(2026, 12, 20, 8, tzinfo=UTC)
    assert article.acknowledge_by == date(2026, 11, 27)
    assert (article.deadline, article.deadline_label) == (date(2026, 12, 3), "Lämna synpunkter")
    assert (article.topics, article.audience) == (("Bygglov",), ("Bygglovsenheten",))
    assert article.picture is not None
    assert (article.picture.address, article.picture.alt) == ("https://intra.example/bild.jpg", "En bild")
    assert article.canonical_address == "https://intra.example/nyheter/rubrik/"


def test_a_page_without_identity_or_name_is_unreadable() -> None:
    with pytest.raises(UnreadableItemError):
        cms_page(b'{"name":"x"}', "https://intra.example")
    with pytest.raises(UnreadableItemError):
        article_from_cms(cms_page(json.dumps({"contentLink": {"id": 5}}).encode(), "https://intra.example"))


def test_a_disturbance_ends_at_the_latest_when_it_is_withdrawn() -> None:
    item = {
        "contentLink": {"guidValue": GUID},
        "name": "Avbrott",
        "text": "<p>Nätet</p>",
        "planned": True,
        "starts": "2026-11-23T17:00:00Z",
        "ends": "2026-11-23T20:00:00Z",
        "stopPublish": "2026-11-23T19:00:00Z",
    }
    disruption = disruption_from_cms(cms_page(json.dumps(item).encode(), "https://intra.example"))
    assert disruption.ends == datetime(2026, 11, 23, 19, tzinfo=UTC)
    assert (disruption.planned, disruption.public, disruption.text) == (True, False, "Nätet")
    public = disruption_from_public(json.dumps({"id": GUID, "title": "Avbrott"}).encode())
    assert public.id == disruption.id


def test_the_public_list_is_read_with_and_without_its_envelope() -> None:
    for content in (b'[{"id":"a","title":"x"},{"id":"b"}]', b'{"disruptions":[{"id":"a","title":"x"},7]}'):
        read = read_items(disruption_items(content, "public"), disruption_from_public, "public")
        assert (len(read.facts), len(read.problems)) == (1, 1)
    with pytest.raises(ProblemRaised):
        disruption_items(b'{"error":1}', "public")


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Nacka</title><item><title>Ett &amp;amp; två</title><link>/nyheter/ett/?utm_source=rss</link>
<description>&lt;p&gt;Kort&lt;/p&gt;</description><content:encoded><![CDATA[<p>Lång<script>x</script></p>]]></content:encoded>
<pubDate>17 februari 2026 08:00</pubDate><category>Trafik</category>
<enclosure url="https://nacka.example/a.jpg" type="image/jpeg" length="1"/></item>
<item><title>Utan länk</title></item><item><link>https://nacka.example/b/</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Nacka</title><entry><id>urn:x</id><title>Ett</title>
<link href="https://nacka.example/ett"/><updated>2026-02-17T08:00:00+01:00</updated><summary>Kort</summary></entry></feed>"""


def test_an_rss_entry_is_an_article_and_a_broken_one_a_problem() -> None:
    read = articles_from_feed(RSS.encode(), "https://nacka.example/rss/")
    (article,) = read.facts
    assert len(read.problems) == 2
    assert article.id == "public:https://nacka.example/nyheter/ett/"
    assert (article.title, article.lead, article.body_html) == ("Ett & två", "Kort", "<p>Lång</p>")
    assert article.published == datetime(2026, 2, 17, 7, tzinfo=UTC)
    assert article.topics == ("Trafik",)
    assert article.picture is not None
    assert article.picture.address == "https://nacka.example/a.jpg"


def test_an_atom_entry_is_an_article_too() -> None:
    (article,) = articles_from_feed(ATOM.encode(), "https://nacka.example/atom/").facts
    assert (article.title, article.published) == ("Ett", datetime(2026, 2, 17, 7, tzinfo=UTC))


def test_a_feed_that_ends_in_the_middle_gives_what_had_come() -> None:
    read = articles_from_feed(RSS.encode()[: RSS.index("<item><title>Utan") + 20], "https://nacka.example/rss/")
    assert read.facts[0].title == "Ett & två"


@pytest.mark.parametrize("content", [b"", b"/etc/passwd", b"<html><body>Logga in</body></html>", b"{}", b"\x00\xff"])
def test_what_is_no_feed_is_refused(content: bytes) -> None:
    with pytest.raises(ProblemRaised):
        articles_from_feed(content, "https://nacka.example/rss/")


def test_an_entity_does_not_open_a_file() -> None:
    bomb = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;">]>' + RSS.replace("Kort", "&x;&y;")
    read = articles_from_feed(bomb.encode(), "https://nacka.example/rss/")
    assert not any("root:" in article.body_html + article.lead for article in read.facts)


def _png(width: int, height: int) -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))


JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xc0\x00\x11\x08\x00\x20\x00\x40\x03"
    + b"\x00" * 9
)
WEBP = b"RIFF\x00\x00\x00\x00WEBP"


@pytest.mark.parametrize(
    ("content", "header"),
    [
        (_png(64, 32), PictureHeader("image/png", 64, 32)),
        (JPEG, PictureHeader("image/jpeg", 64, 32)),
        (WEBP + b"VP8X" + b"\x00" * 8 + b"\x3f\x00\x00\x1f\x00\x00", PictureHeader("image/webp", 64, 32)),
        (WEBP + b"VP8 " + b"\x00" * 7 + b"\x9d\x01\x2a\x40\x00\x20\x00", PictureHeader("image/webp", 64, 32)),
        (WEBP + b"VP8L" + b"\x00" * 4 + b"\x2f\x3f\xc0\x07\x00" + b"\x00" * 5, PictureHeader("image/webp", 64, 32)),
        (_png(0, 32), None),
        (_png(16_000, 16_000), None),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
        (b"GIF89a" + b"\x00" * 40, None),
        (b"\xff\xd8\xff\xe0", None),
        (b"\xff\xd8\xff\xe0\x00\x00" * 20, None),
        (b"<html>not found", None),
        (b"", None),
    ],
)
def test_a_picture_says_what_it_is_by_its_first_bytes(content: bytes, header: PictureHeader | None) -> None:
    assert picture_header(content) == header


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(RSS)),
            st.integers(0, 20),
            st.sampled_from(
                [b"", b"<", b"&", b"<!", b"<![CDATA[", b"</", b'"', b"\x00", b"&#99999999999;", b"\xff", b"\xe2\x28"]
            ),
        ),
        max_size=6,
    )
)
def test_a_feed_that_is_broken_anywhere_gives_articles_or_one_problem(cuts: list[tuple[int, int, bytes]]) -> None:
    content = RSS.encode()
    for place, length, put in cuts:
        content = content[:place] + put + content[place + length :]
    try:
        articles = articles_from_feed(content, "https://nacka.example/rss/").facts
    except ProblemRaised:
        articles = []
    assert all(article.id.startswith("public:https://") for article in articles)


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "description",
    [b"<!--" * 200_000, b'<a href="' * 60_000, b"&lt;b&gt;" * 80_000, b"<" * 500_000],
    ids=["comments", "links", "bold", "brackets"],
)
def test_a_feed_made_to_be_slow_is_not(description: bytes) -> None:
    item = b"<item><title>a</title><link>https://x.example/1</link><description><![CDATA[%s]]></description></item>"
    feed = b'<rss version="2.0"><channel><title>t</title>' + item % description + b"</channel></rss>"
    assert len(articles_from_feed(feed, "https://x.example/rss").facts) == 1


@pytest.mark.timeout(20)
def test_a_feed_that_is_nested_without_end_is_none() -> None:
    with pytest.raises(ProblemRaised) as raised:
        articles_from_feed(b'<rss version="2.0"><channel><item>' + b"<a>" * 200_000, "https://x.example/rss")
    assert raised.value.problem.kind is ProblemKind.UNREADABLE_ANSWER
