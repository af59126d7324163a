"""Lets many places share a small budget: those never read come first, the others take turns over the rounds."""

from collections.abc import Iterable, Mapping

from workplace_app.domain.page import Page
from workplace_app.domain.problem import Problem, ProblemKind

TURN = "turn"
"""The scope whose bookmark is the name of the place that was asked last."""


def next_in_turn(places: Iterable[str], bookmarks: Mapping[str, str], most: int) -> tuple[list[str], Page | None]:
    """The places to ask this round, and the page that remembers where the turn stands (None when it need not be).

    Places without a bookmark are all asked at once: a first sync is not done in turns.
    """
    in_order = sorted(places)
    new = [place for place in in_order if place not in bookmarks]
    known = [place for place in in_order if place in bookmarks]
    if len(known) <= most:
        return [*new, *known], None
    last = bookmarks.get(TURN, "")
    after = [place for place in known if place > last]
    turn = [*after, *known][:most]
    return [*new, *turn], Page(scope=TURN, bookmark=turn[-1])


def ends_turn(problem: Problem) -> bool:
    """True for a problem after which the others have their turn all the same: those that were asked refuse, and might
    refuse for ever."""
    return problem.kind is ProblemKind.CONSENT_MISSING
