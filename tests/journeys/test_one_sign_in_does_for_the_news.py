"""The intranet has a sign-in of its own: it follows in the same browser by itself, and may be left out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.desk import Browser, Desk, bytes_below, translate
from tests.journeys.town import ELIN, Town
from workplace_app.demo.robot_browser import RobotBrowser
from workplace_app.domain.problem import ProblemKind
from workplace_app.store.feed_state_reader import feed_states

ISSUER_PAGE = "/issuer/authorize"
NEVER_IN_PLAIN_TEXT = (b"eyJ0eXAiOi", b"refresh_token", b"access_token", b"waad|")


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    running = Town(tmp_path / "town", "--cms-identity", "broker")
    yield running
    running.pull_the_plug()


class TwoMinds(Browser):
    """A browser whose user signs in to the account, and not (yet) for the news."""

    def __init__(self, account: RobotBrowser, news: RobotBrowser) -> None:
        super().__init__(account)
        self.news = news

    def open(self, address: str) -> bool:
        if ISSUER_PAGE not in address:
            return super().open(address)
        self.opened.append(address)
        return self.news.open(address)


def _sign_in_for_the_news() -> str:
    return translate("problems", "Sign in for the news")


def test_one_sign_in_does_for_the_news_too(desk: Desk, town: Town) -> None:
    robot = town.robot(ELIN)
    desk.start(town.municipality)
    desk.sign_in(robot)
    desk.until_answered("intranet_news")
    assert feed_states(desk.connection)["intranet_news"].problem is None
    assert (robot.asked, robot.problem) == (1, None)
    assert [ISSUER_PAGE in page for page in desk.browser.sign_in_pages] == [False, True]
    for folder in (desk.folders.data, desk.folders.logs):
        for path, content in bytes_below(folder):
            assert not [text for text in NEVER_IN_PLAIN_TEXT if text in content], path

    desk.close()
    desk.browser = Browser()
    desk.start(town.municipality)
    before = feed_states(desk.connection)["intranet_news"].fetched_at
    desk.program.requests.refresh(frozenset({"intranet_news"}))
    desk.until(lambda: feed_states(desk.connection)["intranet_news"].fetched_at != before)
    assert desk.browser.opened == [], "nobody is asked again"


def test_whoever_leaves_it_out_has_all_the_rest_and_a_button_for_it(desk: Desk, town: Town) -> None:
    robot = town.robot(ELIN)
    browser = TwoMinds(robot, town.robot(ELIN, cancels=True))
    desk.start(town.municipality)
    desk.browser = browser  # the robot that signs in is put into it
    desk.sign_in(robot)
    desk.until_answered("planner")

    def lacks_sign_in() -> bool:
        state = feed_states(desk.connection).get("intranet_news")
        problem = state.problem if state is not None else None
        return problem is not None and (problem.kind, problem.service) == (ProblemKind.SIGN_IN_NEEDED, "cms")

    desk.until(lacks_sign_in)
    desk.go("news")
    desk.until_it_says(_sign_in_for_the_news())
    browser.news = robot
    desk.press(_sign_in_for_the_news())
    desk.until_answered("intranet_news")
    assert feed_states(desk.connection)["intranet_news"].problem is None
