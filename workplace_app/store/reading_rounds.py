"""Remembers, for as long as the program runs, what the pages of one reading of a feed have in common."""

from collections import Counter

from workplace_app.domain.page import Page
from workplace_app.domain.problem import ProblemKind

_Key = tuple[str, str]


class ReadingRounds:
    """One reading of each feed at a time, by feed and scope.

    An item that cannot be read may have been damaged on its way only. A delta names it once, so the next round lists
    whole; what cannot be read then either is the source's own, and is passed.
    """

    def __init__(self) -> None:
        self._gone: Counter[_Key] = Counter()
        self._unreadable: set[_Key] = set()
        self._asked_again: set[_Key] = set()
        self._doubted: set[_Key] = set()

    def begin(self, feed: str, scope: str | None = None) -> None:
        """A new reading of a feed begins, or of one of its scopes only."""
        for kept in (self._gone, self._unreadable, self._doubted):
            for key in [key for key in kept if key[0] == feed and scope in (None, key[1])]:
                kept.pop(key) if isinstance(kept, Counter) else kept.remove(key)

    def gone(self, feed: str, scope: str, count: int) -> int:
        """So many more rows of a listing are said to be gone; how many that makes in this reading."""
        self._gone[feed, scope] += count
        return self._gone[feed, scope]

    def doubt(self, feed: str, scope: str) -> None:
        """What this reading has said of a listing is not believed, so its bookmark is not either."""
        self._doubted.add((feed, scope))

    def doubts(self, feed: str, scope: str) -> bool:
        """True when this very reading has said something of a listing that was not believed."""
        return (feed, scope) in self._doubted

    def may_move_on(self, feed: str, page: Page) -> bool:
        """Whether a page's bookmark may be kept."""
        key = (feed, page.scope)
        if any(problem.kind is ProblemKind.UNREADABLE_ITEM for problem in page.problems):
            self._unreadable.add(key)
        if page.bookmark is None:
            return True
        if key in self._doubted:
            return False
        if key not in self._unreadable:
            self._asked_again.discard(key)
            return True
        if key in self._asked_again:
            return True
        self._asked_again.add(key)
        return False
