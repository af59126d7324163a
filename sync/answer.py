"""What a server answered, and the two ways in which an answer interrupts a feed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workplace_app.domain.frozen import frozen


@frozen
class Answer:
    """One complete answer. ``address`` is where it came from; names in ``headers`` are lower case; ``content`` is the
    body without transfer and content coding, at most as large as the client's cap."""

    address: str
    status: int
    content: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


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
