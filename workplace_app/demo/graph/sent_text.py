"""The words of a message that a client sends."""

import re
from html import unescape

from workplace_app.demo.graph.exchange import GraphRequest, bad_request

_TAG = re.compile(r"<[^>]*>")


def plain_words(request: GraphRequest) -> str:
    """The text of the body, without markup. Raises ``Refusal`` when there is none."""
    body = request.body.get("body") if isinstance(request.body, dict) else None
    content = body.get("content") if isinstance(body, dict) else None
    if not isinstance(content, str) or not content.strip():
        raise bad_request("Missing body content")
    if isinstance(body, dict) and body.get("contentType") == "html":
        return unescape(_TAG.sub("", content))
    return content
