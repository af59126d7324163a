"""Pages of the Content Delivery API (v1 to v4, flattened or not) and the articles and disruptions they are to us."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from sync.wire.addresses import absolute_https, canonical_address
from sync.wire.dates import UNDATED, moment
from sync.wire.html_cleaning import CleanHtml, clean_html, picture_of
from sync.wire.plain_text import plain_text
from sync.wire.reading import RawItem, UnreadableItemError, array_items, without_byte_order_mark
from workplace_app.domain.article import Article, ArticleSource, Picture
from workplace_app.domain.disruption import Disruption
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

_TITLE = ("heading", "title", "pageTitle", "metaTitle")
_LEAD = ("mainIntro", "teaserText", "intro", "preamble", "lead", "metaDescription")
_BODY = ("mainBody", "body", "text", "description")
_BLOCKS = ("mainContentArea", "contentArea")
_PICTURE = ("mainImage", "pageImage", "image", "teaserImage", "backgroundImage")
_ZONE = ZoneInfo("Europe/Stockholm")


@frozen
class CmsPage:
    """One content item with its properties unwrapped, asked by name without regard to case."""

    properties: Mapping[str, Any]
    base: str

    @property
    def id(self) -> str:
        """The GUID, the only identity that survives a move; the number where a server leaves the GUID out."""
        link = self.get("contentLink")
        values = _folded(link) if isinstance(link, dict) else {}
        identity = values.get("guidvalue") or values.get("id")
        if not identity or not isinstance(identity, str | int):
            raise UnreadableItemError("contentLink is missing")
        return str(identity)

    @property
    def changed(self) -> str:
        """When it was last changed, as it was written: what tells one version from another."""
        return next((value for value in (self.get("changed"), self.get("saved")) if isinstance(value, str)), "")

    def get(self, *names: str) -> Any:
        """The first of these properties that holds something."""
        for name in names:
            value = self.properties.get(name.casefold())
            if value is not None and value not in ("", []):
                return value
        return None

    def text(self, *names: str) -> str:
        """The first of these properties that holds text, as plain words."""
        for value in map(self.get, names):
            if isinstance(value, str) and (words := plain_text(value)):
                return words
        return ""

    def moment(self, name: str) -> datetime | None:
        """A property as a moment in UTC."""
        value = self.get(name)
        return moment(value) if isinstance(value, str) else None

    def words(self, *names: str) -> tuple[str, ...]:
        """A property that lists words: text, or objects with a name (categories)."""
        value = self.get(*names)
        if isinstance(value, str):
            return tuple(part for part in (word.strip() for word in value.split(",")) if part)
        if not isinstance(value, list):
            return ()
        found = (_folded(word).get("name") if isinstance(word, dict) else word for word in value)
        return tuple(word.strip() for word in found if isinstance(word, str) and word.strip())

    def rich_text(self, *names: str) -> str:
        """A property as HTML; with the option HtmlAndStructured it is an object that holds the HTML."""
        for value in map(self.get, names):
            html = _folded(value).get("html") if isinstance(value, dict) else value
            if isinstance(html, str) and html.strip():
                return html
        return ""


def cms_items(content: bytes, service: str) -> list[RawItem]:
    """The items of an answer: an array, a search result ("results", in any case), or one item alone.

    Raises UNREADABLE_ANSWER.
    """
    text = without_byte_order_mark(content).strip()
    try:
        if text.startswith(b"["):
            return array_items(text)
        decoded = msgspec.json.decode(text, type=dict[str, msgspec.Raw])
        envelope = {name.casefold(): value for name, value in decoded.items()}
        if "results" in envelope:
            return array_items(bytes(envelope["results"]))
        if "contentlink" in envelope:
            return [text]
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise ProblemRaised(Problem(ProblemKind.UNREADABLE_ANSWER, service=service, detail="not JSON")) from error
    raise ProblemRaised(Problem(ProblemKind.UNREADABLE_ANSWER, service=service, detail="no content in the answer"))


def cms_page(item: RawItem, origin: str) -> CmsPage:
    """Decode one item. ``origin`` completes the addresses of a server that writes relative ones."""
    decoded = msgspec.json.decode(item)
    if not isinstance(decoded, dict):
        raise UnreadableItemError("not an object")
    properties = {name: _unwrapped(value) for name, value in _folded(decoded).items()}
    url = properties.get("url") or _folded(properties.get("contentlink") or {}).get("url")
    address = absolute_https(url, origin) if isinstance(url, str) else None
    page = CmsPage(properties, address or origin)
    page.id  # noqa: B018 - an item without identity is unreadable, whatever it is used for
    return page


def article_from_cms(page: CmsPage) -> Article:
    """A page as an article."""
    title = page.text(*_TITLE, "name")
    if not title:
        raise UnreadableItemError("name is missing")
    body = _body(page)
    lead = page.text(*_LEAD)
    url = page.get("url")
    address = absolute_https(url, page.base) if isinstance(url, str) else None
    picture = _main_picture(page)
    pictures = {kept.key: kept for kept in (*((picture,) if picture else ()), *body.pictures)}
    return Article(
        id=f"intranet:{page.id}",
        source=ArticleSource.INTRANET,
        title=title,
        lead=lead,
        body_html=body.html,
        published=page.moment("startPublish") or page.moment("created") or page.moment("changed") or UNDATED,
        language=_language(page),
        changed=page.moment("changed") or page.moment("saved"),
        stop_publish=page.moment("stopPublish"),
        author=page.text("author") or None,
        publisher=page.text("publisher", "unit") or None,
        topics=page.words("topics", "category"),
        audience=page.words("audience"),
        picture=picture,
        pictures=tuple(pictures.values()),
        acknowledge_by=_day(page, "acknowledgeBy"),
        deadline=_day(page, "deadline"),
        deadline_label=page.text("deadlineLabel"),
        address=address,
        canonical_address=canonical_address(address) if address else None,
    )


def disruption_from_cms(page: CmsPage) -> Disruption:
    """A page below the disruption root; it ends at the latest when its publication does."""
    title = page.text(*_TITLE, "name")
    if not title:
        raise UnreadableItemError("name is missing")
    ends, withdrawn = page.moment("ends"), page.moment("stopPublish")
    shown_from = page.moment("startPublish") or page.moment("created") or page.moment("changed") or UNDATED
    url = page.get("url")
    return Disruption(
        id=f"disruption:{page.id}",
        title=title,
        text=plain_text(page.rich_text("text", "mainBody", "mainIntro")),
        shown_from=shown_from,
        starts=page.moment("starts"),
        ends=min((end for end in (ends, withdrawn) if end is not None), default=None),
        planned=page.get("planned") is True,
        public=page.get("public") is True,
        address=absolute_https(url, page.base) if isinstance(url, str) else None,
        changed=page.moment("changed"),
    )


def _folded(value: object) -> dict[str, Any]:
    return {name.casefold(): content for name, content in value.items()} if isinstance(value, dict) else {}


def _unwrapped(value: object) -> Any:
    """A property that is not flattened holds ``value`` beside ``propertyDataType`` (any case, v1 is Pascal's), and
    after ``expand`` the same as ``expandedValue``, which says more."""
    if not isinstance(value, dict):
        return value
    wrapper = _folded(value)
    wrapped = "propertydatatype" in wrapper and {"value", "expandedvalue"} & wrapper.keys()
    if not wrapped and wrapper.keys() != {"value"}:
        return value
    expanded = wrapper.get("expandedvalue")
    return expanded if expanded is not None else wrapper.get("value")


def _language(page: CmsPage) -> str:
    name = _folded(page.get("language")).get("name")
    return name if isinstance(name, str) and name else "sv"


def _day(page: CmsPage, name: str) -> date | None:
    value = page.moment(name)
    return value.astimezone(_ZONE).date() if value else None


def _body(page: CmsPage) -> CleanHtml:
    """The text, followed by the text of the blocks beside it when the server has expanded them."""
    parts = [page.rich_text(*_BODY), *_block_texts(page.get(*_BLOCKS), page.base)]
    return clean_html("\n".join(part for part in parts if part), page.base)


def _block_texts(blocks: object, base: str) -> Iterable[str]:
    for block in blocks if isinstance(blocks, list) else []:
        if not isinstance(block, dict):
            continue
        folded = {name: _unwrapped(value) for name, value in _folded(block).items()}
        inner = CmsPage(folded, base)
        text = inner.rich_text(*_BODY)
        if text:
            title = inner.text(*_TITLE)
            yield (f"<h2>{title.replace('&', '&amp;').replace('<', '&lt;')}</h2>" if title else "") + text


def _main_picture(page: CmsPage) -> Picture | None:
    value = page.get(*_PICTURE)
    if isinstance(value, dict):
        folded = _folded(value)
        value = folded.get("url") or _folded(folded.get("contentlink")).get("url")
    picture = picture_of(value, page.base) if isinstance(value, str) else None
    if picture is None:
        return None
    return replace(picture, alt=page.text("imageAlt", "imageAltText"), caption=page.text("imageCaption"))
