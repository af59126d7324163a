"""What a round did, feed by feed, in figures."""

from typing import Any

from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import SIGN_IN_HELPS, Problem, ProblemKind

_NO_NETWORK = {ProblemKind.OFFLINE, ProblemKind.CAPTIVE_PORTAL}


@frozen
class FeedReport:
    """One feed's part of a round. ``problem`` is what ended it (None: it ended well); ``item_problems`` are items that
    could not be read, each of which cost itself only. ``bytes`` came over the wire; ``milliseconds`` are wall time."""

    name: str
    requests: int
    items: int
    bytes: int
    milliseconds: int
    problem: Problem | None = None
    item_problems: tuple[Problem, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All of them, the one that ended the feed first."""
        return (*([self.problem] if self.problem else ()), *self.item_problems)


@frozen
class RoundReport:
    """One round."""

    feeds: tuple[FeedReport, ...] = ()

    @property
    def failed(self) -> bool:
        """True when a feed did not end well."""
        return any(feed.problem is not None for feed in self.feeds)

    @property
    def needs_sign_in(self) -> bool:
        """True when a feed found that the sign-in no longer holds."""
        return any(feed.problem is not None and feed.problem.kind in SIGN_IN_HELPS for feed in self.feeds)

    @property
    def offline(self) -> bool:
        """True when there was no network and nothing came over it; a feed that had nothing to ask proves nothing."""
        return any(feed.problem is not None and feed.problem.kind in _NO_NETWORK for feed in self.feeds) and not any(
            feed.problem is None and (feed.requests > 0 or feed.items > 0) for feed in self.feeds
        )

    @property
    def items(self) -> int:
        """All items that were stored."""
        return sum(feed.items for feed in self.feeds)

    def as_json(self) -> dict[str, Any]:
        """What ``workplace-app sync --once --json`` prints."""
        return {
            "feeds": [
                {
                    "name": feed.name,
                    "requests": feed.requests,
                    "items": feed.items,
                    "bytes": feed.bytes,
                    "ms": feed.milliseconds,
                    "problems": [_as_json(problem) for problem in feed.problems],
                }
                for feed in self.feeds
            ]
        }


def _as_json(problem: Problem) -> dict[str, str]:
    told = {
        "kind": problem.kind.value,
        "service": problem.service,
        "scope": problem.scope,
        "item": problem.item_id,
        "detail": problem.detail,
        "retry_at": problem.retry_at.isoformat() if problem.retry_at else None,
    }
    return {name: value for name, value in told.items() if value is not None}
