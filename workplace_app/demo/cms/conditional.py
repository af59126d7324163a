"""Answers that a client may ask for conditionally: 304 when what it has is still what there is."""

import hashlib
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response

COMPRESSED = (Middleware(GZipMiddleware, minimum_size=1_000),)
"""For a route whose answers are text: sends them with gzip to whoever takes it."""


def conditional(request: Request, content: bytes, media_type: str, changed: datetime | None = None) -> Response:
    """The content with an ETag (and Last-Modified), or 304 without it (RFC 9110, section 13).

    The ETag is weak, since the same content is sent with and without compression.
    """
    tag = f'W/"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if changed is not None:
        headers["Last-Modified"] = format_datetime(changed.astimezone(UTC).replace(microsecond=0), usegmt=True)
    if _still_valid(request, tag, changed):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media_type, headers=headers)


def _still_valid(request: Request, tag: str, changed: datetime | None) -> bool:
    named = request.headers.get("if-none-match")
    if named is not None:
        return tag in (f"W/{each.strip().removeprefix('W/')}" for each in named.split(","))
    since = request.headers.get("if-modified-since")
    if since is None or changed is None:
        return False
    try:
        return changed.replace(microsecond=0) <= parsedate_to_datetime(since)
    except (TypeError, ValueError):
        return False
