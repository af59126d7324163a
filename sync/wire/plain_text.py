"""Takes the words out of HTML: for message lists, notifications, leads and the search index."""

import re
from html import unescape

from sync.visible_text import visible_words

_BLOCKS = {
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr",
    "ul",
}  # fmt: skip
_SILENT = {"script", "style", "template", "noscript", "title", "svg", "math", "iframe", "object", "head"}
_DESCRIBED = {"img", "emoji"}
_TAG = re.compile(r"<(?:[!?]|(/?)([A-Za-z][A-Za-z0-9]*+))([^<>]*+)>")
"""Possessive, and never across another "<": so that text made to be slow is read in linear time (html.parser needs
minutes for a megabyte of "<!--")."""
_ALT = re.compile(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")
_LONGEST = 1_000_000


def plain_text(html: str) -> str:
    """The words, one line per block, without empty lines; entities resolved. Never raises, linear in the length."""
    html = html[:_LONGEST]
    if "<" in html:
        html = _without_tags(_without_comments(html))
    return _tidy(visible_words(unescape(html) if "&" in html else html))


def _without_comments(html: str) -> str:
    if "<!--" not in html:
        return html
    first, *rest = html.split("<!--")
    kept = [first]
    for part in rest:
        _, end, words = part.partition("-->")
        if end:
            kept.append(words)
    return "".join(kept)


def _without_tags(html: str) -> str:
    parts: list[str] = []
    silent_until: str | None = None
    position = 0
    for match in _TAG.finditer(html):
        closing, name, attributes = match.group(1), (match.group(2) or "").lower(), match.group(3)
        if silent_until is not None:
            if closing and name == silent_until:
                silent_until = None
            position = match.end()
            continue
        parts.append(html[position : match.start()])
        position = match.end()
        if name in _SILENT and not closing and not attributes.endswith("/"):
            silent_until = name
        elif name in _BLOCKS:
            parts.append("\n")
        elif name in _DESCRIBED and (alt := _ALT.search(attributes)):
            parts.append(next(group for group in alt.groups() if group is not None))
    if silent_until is None:
        parts.append(html[position:])
    return "".join(parts)


def _tidy(text: str) -> str:
    return _LINES.sub("\n", _SPACES.sub(" ", text)).strip()
