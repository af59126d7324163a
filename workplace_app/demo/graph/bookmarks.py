"""Skip tokens and delta tokens: opaque, sealed, and good for as long as the generation of content they came from."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as BadBase64
from dataclasses import asdict, dataclass, field

from workplace_app.demo.tenant.change_log import ChangeLog
from workplace_app.demo.tenant.dice import digest

_SEAL = 6
"""Bytes of checksum before a token's content."""


class TokenUnknown(Exception):
    """The text is not a token that was given out for this collection."""


class TokenExpired(Exception):
    """The token was good once; what it refers to is gone."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where a client stands in a collection.

    ``collection`` is the path that it belongs to. While a listing goes on, ``position`` is where the next page begins
    and ``revision`` the state of the tenant when the listing began; in a delta token ``position`` is None and
    ``revision`` what the client knows. ``options`` are the query options of the first request, carried on.
    """

    collection: str
    revision: int
    position: int | None = None
    options: dict[str, str] = field(default_factory=dict)


class Bookmarks:
    """Seals bookmarks and opens them again, also those of an earlier process of the same generation."""

    def __init__(self, log: ChangeLog) -> None:
        self._log = log

    def seal(self, bookmark: Bookmark) -> str:
        """The token."""
        content = json.dumps([self._log.generation, asdict(bookmark)], separators=(",", ":")).encode()
        return urlsafe_b64encode(digest(_SEAL, content.hex()) + content).decode().rstrip("=")

    def open(self, token: str, collection: str) -> Bookmark:
        """The bookmark. Raises ``TokenUnknown`` and ``TokenExpired``."""
        try:
            raw = urlsafe_b64decode(token + "=" * (-len(token) % 4))
        except (BadBase64, ValueError) as error:
            raise TokenUnknown from error
        seal, content = raw[:_SEAL], raw[_SEAL:]
        if seal != digest(_SEAL, content.hex()):
            raise TokenUnknown
        generation, facts = json.loads(content)
        bookmark = Bookmark(**facts)
        if bookmark.collection != collection:
            raise TokenUnknown
        if generation != self._log.generation or bookmark.revision < self._log.oldest_valid:
            raise TokenExpired
        return bookmark
