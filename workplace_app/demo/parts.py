"""How Graph and the CMS plug into the demo municipality."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol

from starlette.routing import BaseRoute


class LivingPart(Protocol):
    """Something that happens by itself in the municipality while the demo runs."""

    def live(self, now: datetime) -> str | None:
        """Let one thing happen (a message arrives, a task changes, a news item is published) and say in one Swedish
        sentence what it was; None when nothing happened this time. Called on the event loop: returns at once."""


class OrderRefused(ValueError):
    """An order to a part that it cannot follow; the words say what is wrong with it."""


PartOrder = Callable[[Mapping[str, Any]], str]
"""Follows an order of the control and says in one Swedish sentence what happened. Raises ``OrderRefused``."""


@dataclass(frozen=True, slots=True)
class CardButton:
    """A button of the control page: ``order`` with these fields; ``spoken`` is its whole name for who cannot see."""

    order: str
    words: str
    spoken: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PartCard:
    """Something on the control page that only the part knows: lines of text with their buttons."""

    title: str
    lines: Sequence[tuple[str, Sequence[CardButton]]]


class Notices:
    """Where a part tells what somebody did; nobody hears it until the town listens."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[str], object]] = []

    def listen(self, listener: Callable[[str], object]) -> None:
        """From now on this is called with each sentence."""
        self._listeners.append(listener)

    def tell(self, what: str) -> None:
        """Say in one Swedish sentence what somebody did."""
        for listener in self._listeners:
            listener(what)


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
    ``configuration`` adds to the JSON with which the demo announces itself, for what only the part knows. ``orders``
    are commands of the control beside its own, by their names, ``cards`` what the control page shows of the part,
    ``views`` what the control can be asked to show as JSON, and ``notices`` tell what people did through its routes.
    """

    origin: Literal["graph", "cms"]
    routes: Sequence[BaseRoute]
    living: Sequence[LivingPart] = ()
    closers: Sequence["Closer"] = ()
    configuration: Mapping[str, Any] = field(default_factory=dict)
    orders: Mapping[str, PartOrder] = field(default_factory=dict)
    views: Mapping[str, Callable[[], dict[str, Any]]] = field(default_factory=dict)
    cards: Sequence[Callable[[], PartCard]] = ()
    notices: Notices = field(default_factory=Notices)


class Closer(Protocol):
    """Something that must be put away when the demo ends, such as an open file."""

    def close(self) -> None:
        """Put it away; called once, after the last request."""
