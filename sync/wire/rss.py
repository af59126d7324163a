"""Entries of RSS and Atom feeds as public sites write them, and the articles that they are to us."""

import io
import re
from collections.abc import Mapping
from typing import Any

import feedparser

from sync.wire.addresses import absolute_https, canonical_address
from sync.wire.dates import UNDATED, feed_date
from sync.wire.html_cleaning import clean_html, picture_of
from sync.wire.plain_text import plain_text
from sync.wire.reading import ReadItems, UnreadableItemError
from workplace_app.domain.article import Article, ArticleSource
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

_MOST_ENTRIES = 1_000
_SERVICE = "public"
_DEEPEST = 20_000
_TAG = re.compile(rb"<(/?)[A-Za-z][^<>]*?(/?)>")
"""feedparser's time grows with the square of the depth: 100,000 open elements in 300 kB take six seconds."""
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_FEEDPARSER_FAULTS = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    RecursionError,
)
_IMAGES = ("image/png", "image/jpeg", "image/webp")


def articles_from_feed(content: bytes, address: str) -> ReadItems[Article]:
    """The entries of a feed, RSS 0.9 to 2.0 or Atom, as articles; ``address`` completes relative links.

    Raises UNREADABLE_ANSWER for what is no feed at all: a broken feed with entries is read as far as it goes.
    """
    feed = _parsed(content, address)
    if not feed.get("version") and not feed.entries:
        raise ProblemRaised(Problem(ProblemKind.UNREADABLE_ANSWER, service=_SERVICE, detail="not a feed"))
    publisher = plain_text(str(feed.feed.get("title", ""))) or None
    language = str(feed.feed.get("language", "") or "sv").partition("-")[0].lower()
    result: ReadItems[Article] = ReadItems()
    for entry in feed.entries[:_MOST_ENTRIES]:
        try:
            result.facts.append(_article(entry, address, publisher, language))
        except UnreadableItemError as error:
            problem = Problem(ProblemKind.UNREADABLE_ITEM, service=_SERVICE, detail=str(error))
            result.problems.append(problem)
    return result


def _depth(content: bytes) -> int:
    """How deep elements lie in each other at most; those that are never closed (<br> in a CDATA section) count too."""
    deepest = depth = 0
    for match in _TAG.finditer(content):
        depth += -1 if match.group(1) else 0 if match.group(2) else 1
        deepest = max(deepest, depth)
    return deepest


def _parsed(content: bytes, address: str) -> Any:
    """Broken bytes and odd numbers make feedparser raise instead of setting ``bozo`` (6.0.12): then the text is put in
    order as far as it can be, and read once more."""
    if _depth(content) > _DEEPEST:
        raise ProblemRaised(Problem(ProblemKind.UNREADABLE_ANSWER, service=_SERVICE, detail="nested without end"))
    plain = _CONTROLS.sub("", content.decode("utf-8", "replace")).encode()
    for attempt in (content, plain):
        try:
            # A stream, since feedparser takes bytes for the name of a file when there is one.
            return feedparser.parse(
                io.BytesIO(attempt),
                response_headers={"content-location": address},
                sanitize_html=False,
                resolve_relative_uris=False,
            )
        except _FEEDPARSER_FAULTS:
            continue
    raise ProblemRaised(Problem(ProblemKind.UNREADABLE_ANSWER, service=_SERVICE, detail="not a feed"))


def _article(entry: Mapping[str, Any], base: str, publisher: str | None, language: str) -> Article:
    address = absolute_https(_text(entry, "link"), base) or absolute_https(_text(entry, "id"))
    canonical = canonical_address(address) if address else None
    if address is None or canonical is None:
        raise UnreadableItemError("link is missing")
    title = plain_text(_text(entry, "title"))
    if not title:
        raise UnreadableItemError("title is missing")
    summary = _text(entry, "summary")
    contents = entry.get("content") or []
    body = clean_html(next((str(part.get("value", "")) for part in contents), "") or summary, address)
    published, updated = feed_date(_text(entry, "published")), feed_date(_text(entry, "updated"))
    enclosures = entry.get("enclosures") or []
    image = next((link for link in enclosures if link.get("type") in _IMAGES and link.get("href")), None)
    picture = picture_of(str(image["href"]), address) if image else (body.pictures[0] if body.pictures else None)
    pictures = {kept.key: kept for kept in (*((picture,) if picture else ()), *body.pictures)}
    return Article(
        id=f"public:{canonical}",
        source=ArticleSource.PUBLIC,
        title=title,
        lead=plain_text(summary),
        body_html=body.html,
        published=published or updated or UNDATED,
        language=language,
        changed=updated,
        author=plain_text(_text(entry, "author")) or None,
        publisher=publisher,
        topics=tuple(plain_text(str(tag.get("term"))) for tag in entry.get("tags") or [] if tag.get("term")),
        picture=picture,
        pictures=tuple(pictures.values()),
        address=address,
        canonical_address=canonical,
    )


def _text(entry: Mapping[str, Any], name: str) -> str:
    # dict's own get: feedparser's lends "updated" the value of "published", with a warning.
    value = dict.get(entry, name) if isinstance(entry, dict) else None
    return value if isinstance(value, str) else ""
