"""The words of a message that a client sends."""

import re
from html import escape, unescape
from typing import Any

from workplace_app.demo.graph.exchange import GraphRequest, bad_request

_TAG = re.compile(r"<[^>]*>")
_NEW_LINE = re.compile(r"<br\s*/?>|</(?:p|div)>\s*(?=<(?:p|div)[\s>])", re.IGNORECASE)


def plain_words(request: GraphRequest) -> str:
    """The text of the body, line by line, without markup: whether Teams keeps a client's attributes is not known, so
    the demo keeps none. Raises ``Refusal`` when there is no text."""
    body = request.body.get("body") if isinstance(request.body, dict) else None
    content = body.get("content") if isinstance(body, dict) else None
    if not isinstance(content, str) or not content.strip():
        raise bad_request("Missing body content")
    if isinstance(body, dict) and body.get("contentType") == "html":
        return unescape(_TAG.sub("", _NEW_LINE.sub("\n", content)))
    return content


def sent_post(post: Any) -> tuple[str, str]:
    """A post's HTML as it is kept, and its words. Raises ``Refusal`` when there are none."""
    body = post.get("body") if isinstance(post, dict) else None
    content = body.get("content") if isinstance(body, dict) else None
    if not isinstance(content, str) or not content.strip():
        raise bad_request("Missing body content", "ErrorInvalidRequest")
    if isinstance(body, dict) and str(body.get("contentType", "")).casefold() == "html":
        return content, " ".join(unescape(_TAG.sub(" ", content)).split())
    return f"<p>{escape(content)}</p>", content
