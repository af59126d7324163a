"""Turns the plain lines of a story into the HTML that an editor's text field would hold."""

import re
from collections.abc import Sequence
from html import escape
from itertools import groupby

_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_NUMBERED = re.compile(r"\d+\. ")


def html_from(lines: Sequence[str]) -> str:
    """``## `` begins a heading, ``- `` a list item, ``1. `` a numbered one, ``> `` a quotation; else a paragraph."""
    return "\n".join(_block(kind, list(group)) for kind, group in groupby(lines, _kind))


def _kind(line: str) -> str:
    if line.startswith("## "):
        return "h2"
    if line.startswith("- "):
        return "ul"
    if line.startswith("> "):
        return "blockquote"
    return "ol" if _NUMBERED.match(line) else "p"


def _block(kind: str, lines: list[str]) -> str:
    if kind == "p":
        return "\n".join(f"<p>{_inline(line)}</p>" for line in lines)
    texts = [_inline(line.split(" ", 1)[1]) for line in lines]
    if kind == "h2":
        return "\n".join(f"<h2>{text}</h2>" for text in texts)
    if kind == "blockquote":
        return "\n".join(f"<blockquote><p>{text}</p></blockquote>" for text in texts)
    return f"<{kind}>\n" + "\n".join(f"<li>{text}</li>" for text in texts) + f"\n</{kind}>"


def _inline(text: str) -> str:
    written = _PICTURE.sub(r'<img src="\2" alt="\1" />', escape(text))
    return _LINK.sub(r'<a href="\2">\1</a>', written)
