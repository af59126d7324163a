"""What a server answered, and the two ways in which an answer interrupts a feed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workplace_app.domain.frozen import frozen

_LONGEST_VALIDATOR = 1024


@frozen
class Answer:
    """One complete answer. ``address`` is where it came from; names in ``headers`` are lower case; ``content`` is the
    body without transfer and content coding, at most as large as the client's cap."""

    address: str
    status: int
    content: bytes
    headers: Mapping[str, str] = field(default_factory=dict)

    def validator(self, name: str) -> str | None:
        """A header that is kept to be sent back when the same is asked for again; None for one that could not be sent
        (RFC 9110, 5.5: what is visible in US-ASCII), or every later question would fail."""
        value = self.headers.get(name, "")
        return value if value and len(value) <= _LONGEST_VALIDATOR and value.isascii() and value.isprintable() else None


@dataclass(slots=True)
class Usage:
    """What one feed has cost in one round; ``bytes`` are those that came over the wire."""

    requests: int = 0
    bytes: int = 0


class BookmarkExpired(Exception):
    """The server no longer knows a delta or page link (410, or ``syncStateNotFound`` with another status).

    ``location`` is where the server wants the new listing to begin, already checked to lie on the allowed origin; None
    means the collection's own beginning. Whoever reads by bookmark begins a whole listing (a new generation) there.
    A feed that lets it escape is run again by the engine without its bookmarks.
    """

    def __init__(self, location: str | None = None) -> None:
        super().__init__("the bookmark has expired")
        self.location = location
