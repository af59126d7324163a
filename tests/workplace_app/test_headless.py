"""The report of a round in words."""

from sync.round_report import FeedReport, RoundReport
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.headless import report_lines

PROBLEM = Problem(ProblemKind.UNREADABLE_ITEM)


def test_each_feed_has_a_line_and_the_last_sums_up() -> None:
    report = RoundReport(
        (FeedReport("planner", 9, 404, 345 * 1024, 590), FeedReport("mail", 1, 19, 12 * 1024, 294)),
    )
    head, planner, mail, together = report_lines(report)
    assert head.split() == ["feed", "items", "requests", "kB", "ms", "problems"]
    assert planner.split() == ["planner", "404", "9", "345", "590"]
    assert mail.split() == ["mail", "19", "1", "12", "294"]
    assert together.split() == ["together", "423", "10", "357"]


def test_the_first_problems_are_named_and_the_rest_counted() -> None:
    report = RoundReport((FeedReport("mail", 1, 5, 0, 1, Problem(ProblemKind.THROTTLED), (PROBLEM,) * 4),))
    line = list(report_lines(report))[1]
    assert line.endswith("throttled, unreadable_item, unreadable_item (+2)")
