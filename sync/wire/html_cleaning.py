"""Makes HTML from outside harmless before it is kept: an allow-list of elements, whole https links, pictures by key."""

import hashlib
import re
from collections.abc import Callable
from html import escape

import nh3

from sync.visible_text import visible_words
from sync.wire.addresses import absolute_https, link_target
from sync.wire.plain_text import plain_text
from workplace_app.domain.article import Picture
from workplace_app.domain.frozen import frozen

CLEANER_VERSION = 2
"""Raised whenever a rule changes, so that whoever keeps cleaned text can know by which rules."""

_TAGS = {
    "a", "b", "blockquote", "br", "caption", "code", "dd", "del", "div", "dl", "dt", "em", "figcaption", "figure", "h1",
    "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "li", "mark", "ol", "p", "pre", "s", "small", "strong",
    "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
}  # fmt: skip
_GONE_WITH_CONTENT = {
    "script", "style", "iframe", "object", "embed", "applet", "noscript", "noembed", "noframes", "template", "svg",
    "math", "title", "textarea", "select", "option", "button", "audio", "video", "canvas", "xmp", "plaintext", "portal",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "ol": {"start"},
}
_SCHEMES = {"https", "http", "mailto", "tel", "cache"}
"""What nh3 lets through to our own filter, which is narrower."""
_CACHED = re.compile(r"cache:[0-9a-f]{64}")
_MOST_CELLS = 40
_LONGEST_HTML = 400_000
_MOST_TAGS = 8_000
"""A long article has some 2,000. nh3 takes 79 s for 200,000 open elements inside each other, and Qt's text layout
descends into nested tables and lists, so a text deeper or larger than any editor writes is kept as plain text."""
_DEEPEST = 40
_DEEPEST_TABLES = 5
"""Qt lays out tables inside each other in time that grows tenfold with every third level: 14 levels take a second, 39
never end."""
_TABLES = re.compile(r"<(/?)table\b")
_LONG_TEXT = re.compile(r"(?:\A|(?<=>))[^<>]{500,}")
_LONG_WORD = re.compile(r"\S{500,}")
_PIECE = re.compile(r"(?:&[#\w]{1,10};|\S){1,500}")
"""A word of 400,000 letters takes Qt half a minute to break into lines; no word has 500."""
_NESTING = re.compile(r"<(/?)(?:table|ul|ol|dl|blockquote|div|figure)\b")
_EMOJI = re.compile(r"<emoji\b[^>]*?\balt=\"([^\"<>]{1,16})\"[^>]*>", re.IGNORECASE)


@frozen
class CleanHtml:
    """Cleaned text, and the pictures that it names as ``cache:<key>``, in their order."""

    html: str
    pictures: tuple[Picture, ...] = ()


def picture_of(address: str, base: str = "", alt: str = "", caption: str = "") -> Picture | None:
    """The picture at an address, named by the address's SHA-256; None when it is not a whole https address."""
    whole = absolute_https(address, base)
    if whole is None:
        return None
    return Picture(key=hashlib.sha256(whole.encode()).hexdigest(), address=whole, alt=alt, caption=caption)


def clean_html(html: str, base: str = "", *, with_pictures: bool = True) -> CleanHtml:
    """Clean a fragment. Relative links and pictures are completed with ``base``, the page's own address.

    What is left holds no script, no handler, no style, no form; links are whole https, mailto: or tel: addresses;
    pictures are ``cache:<key>`` only (or gone, without ``with_pictures``). Cleaning what was cleaned changes nothing.
    """
    html = html[:_LONGEST_HTML]
    if html.count("<") > _MOST_TAGS:
        return CleanHtml(_as_paragraphs(html))
    pictures: dict[str, Picture] = {}
    cleaned = _clean(_EMOJI.sub(r"\1", html), _attribute_filter(base, pictures, with_pictures))
    if _depth(cleaned, _NESTING) > _DEEPEST or _depth(cleaned, _TABLES) > _DEEPEST_TABLES:
        return CleanHtml(_as_paragraphs(cleaned))
    if not with_pictures or "<img" in cleaned:
        cleaned = _without_empty_pictures(cleaned)
    return CleanHtml(_trimmed(cleaned), tuple(_with_alt(picture, cleaned) for picture in pictures.values()))


def _clean(html: str, attribute_filter: Callable[[str, str, str], str | None]) -> str:
    # What is taken out afterwards is no part of markup: every mark-up character in the words is an entity by then.
    return _LONG_TEXT.sub(_with_breaks, visible_words(_cleaned_by_nh3(html, attribute_filter)))


def _with_breaks(text: re.Match[str]) -> str:
    return _LONG_WORD.sub(lambda word: " ".join(_PIECE.findall(word.group())), text.group())


def _cleaned_by_nh3(html: str, attribute_filter: Callable[[str, str, str], str | None]) -> str:
    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags=_GONE_WITH_CONTENT,
        attributes=_ATTRIBUTES,
        attribute_filter=attribute_filter,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def _attribute_filter(
    base: str, pictures: dict[str, Picture], with_pictures: bool
) -> Callable[[str, str, str], str | None]:
    def kept(element: str, attribute: str, value: str) -> str | None:
        if attribute == "href":
            return link_target(value, base)
        if attribute == "src":
            # Frames, films and the like are asked too before they are dropped: only <img> is fetched and shown.
            return cached(value) if with_pictures and element == "img" else None
        if attribute in ("colspan", "rowspan", "start"):
            number = value.strip()
            return number if number.isascii() and number.isdigit() and int(number[:4]) <= _MOST_CELLS else None
        return value if attribute == "alt" else None  # nh3 allows lang and title everywhere

    def cached(address: str) -> str | None:
        if _CACHED.fullmatch(address):
            return address
        picture = picture_of(address, base)
        if picture is None:
            return None
        pictures.setdefault(picture.key, picture)
        return f"cache:{picture.key}"

    return kept


_PICTURE = re.compile(r"<img\b([^>]*)>")
_SOURCE = re.compile(r'\bsrc="cache:([0-9a-f]{64})"')
_ALT = re.compile(r'\balt="([^"]*)"')


def _without_empty_pictures(html: str) -> str:
    """A picture whose address was refused leaves its description behind."""

    def replaced(match: re.Match[str]) -> str:
        if _SOURCE.search(match.group(1)):
            return match.group()
        alt = _ALT.search(match.group(1))
        return alt.group(1).replace("<", "&lt;").replace(">", "&gt;") if alt else ""

    return _PICTURE.sub(replaced, html)


def _with_alt(picture: Picture, html: str) -> Picture:
    for match in _PICTURE.finditer(html):
        source, alt = _SOURCE.search(match.group(1)), _ALT.search(match.group(1))
        if source and alt and source.group(1) == picture.key:
            return Picture(picture.key, picture.address, plain_text(alt.group(1)), picture.caption)
    return picture


def _depth(html: str, nesting: re.Pattern[str]) -> int:
    deepest = depth = 0
    for match in nesting.finditer(html):
        depth += -1 if match.group(1) else 1
        deepest = max(deepest, depth)
    return deepest


def _as_paragraphs(html: str) -> str:
    lines = (line.strip() for line in plain_text(html).splitlines())
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines if line)


def _trimmed(html: str) -> str:
    return html.strip()
