"""How Graph and the CMS plug into the demo municipality."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol

from starlette.routing import BaseRoute


class LivingPart(Protocol):
    """Something that happens by itself in the municipality while the demo runs."""

    def live(self, now: datetime) -> str | None:
        """Let one thing happen (a message arrives, a task changes, a news item is published) and say in one Swedish
        sentence what it was; None when nothing happened this time. Called on the event loop: returns at once."""


@dataclass(frozen=True)
class Part:
    """What one origin serves.

    Before a route is called the bearer token has been checked:

    * ``graph``: every request carries a valid token; ``request.state.user`` is a ``Staff`` and
      ``request.state.scopes`` a ``frozenset[str]`` such as ``{"User.Read", "Tasks.ReadWrite"}``. Consent has been
      checked too, also for the inner requests of ``$batch``; faults have been applied, also to inner requests.
    * ``cms``: content that everyone may read needs no token; ``request.state.user`` is then None and the scopes are
      empty. A token that is sent is checked.

    ``living`` are the things that may happen; ``closers`` are closed once when the process ends.
    ``configuration`` adds to the JSON with which the demo announces itself, for what only the part knows.
    """

    origin: Literal["graph", "cms"]
    routes: Sequence[BaseRoute]
    living: Sequence[LivingPart] = ()
    closers: Sequence["Closer"] = ()
    configuration: Mapping[str, Any] = field(default_factory=dict)


class Closer(Protocol):
    """Something that must be put away when the demo ends, such as an open file."""

    def close(self) -> None:
        """Put it away; called once, after the last request."""
