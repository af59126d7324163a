"""Whom the CMS believes is decided by the configuration: an issuer of its own, Entra ID, or nobody."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from sync.content_access import ContentAccess
from sync.feeds.registry import FEEDS as ALL_FEEDS
from sync.settings import Settings
from tests.demo.small_parts import small_graph
from tests.demo.town_thread import town_on_thread
from tests.peers.issuers import free_ports
from tests.sync.test_background import ELIN, FEEDS, House
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.cms.part import cms_part
from workplace_app.demo.robot_browser import RobotBrowser
from workplace_app.demo.running import Start
from workplace_app.demo.settings import CmsIdentity
from workplace_app.domain.feed_state import FeedState
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.sign_in import SignInState, SignInStep
from workplace_app.store.content_token_store import load_content_tokens
from workplace_app.store.feed_ledger import FeedLedger
from workplace_app.store.sync_connection import open_for_sync

CMS_FEEDS = ("intranet_news", "disruptions", "pictures")
ISSUER_PAGE = "/issuer/authorize"
Place = Callable[[CmsIdentity], "Staff"]


@dataclass
class Staff(House):
    """A computer whose sync reads the CMS's feeds beside those of the other tests."""

    @property
    def settings(self) -> Settings:
        feeds = (*FEEDS[:1], *(feed for feed in ALL_FEEDS if feed.name in CMS_FEEDS))
        return replace(super().settings, feeds=feeds, content_access=ContentAccess)

    def of_cms(self) -> list[SignInState]:
        return [state for state in self.listener.sign_in if state.service == "cms"]

    def steps_of_cms(self) -> list[SignInStep]:
        return [state.step for state in self.of_cms()]

    def wait_for_cms(self, step: SignInStep) -> SignInState:
        self.listener.wait_for(lambda: step in self.steps_of_cms())
        return next(state for state in self.of_cms() if state.step is step)

    def asked(self, question: str) -> list[Any]:
        with closing(open_for_sync(self.opened.files, self.opened.key)) as connection:
            return [row[0] for row in connection.execute(question)]

    def state(self, feed: str) -> FeedState:
        with closing(open_for_sync(self.opened.files, self.opened.key)) as connection:
            return FeedLedger(connection).states()[feed]

    def problem(self, feed: str) -> tuple[ProblemKind, str | None] | None:
        problem = self.state(feed).problem
        return None if problem is None else (problem.kind, problem.service)

    def kept_tokens(self) -> str:
        with closing(open_for_sync(self.opened.files, self.opened.key)) as connection:
            return load_content_tokens(connection) or ""

    def wait_for_news(self) -> None:
        self.listener.wait_for(lambda: self.news() > 0)

    def news(self) -> int:
        try:
            return int(self.asked("SELECT COUNT(*) FROM main.articles")[0])
        except sqlite3.Error:
            return 0

    def stop(self) -> None:
        """A connection that is broken off in the middle of its greeting is closed late: let the rounds end."""
        if self.background is not None and self.listener.steps[-1] is not SignInStep.SIGNED_OUT:
            self.wait_until_calm()
        super().stop()

    def wait_until_calm(self) -> None:
        self.listener.wait_for(lambda: self._rounds_ended() >= self._rounds_begun())

    def _rounds_begun(self) -> int:
        first = [each for each in self.listener.progress if each.running and each.current_feed is None]
        return sum(each.feeds_done == 0 for each in first)

    def _rounds_ended(self) -> int:
        return sum(each.ended_at is not None for each in self.listener.progress)

    def sign_ins_at_issuer(self) -> int:
        return int(self.town.look("issuer")["sign_ins"])


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    with ExitStack() as ends:

        def opened(cms_identity: CmsIdentity) -> Staff:
            begin = Start(
                data_dir=tmp_path / "town",
                clock=DemoClock(),
                frozen=True,
                cms_identity=cms_identity,
                callback_ports=free_ports(),
            )
            town = ends.enter_context(town_on_thread(begin, [small_graph, cms_part]))
            staff = Staff(town, tmp_path / "account", RobotBrowser(ELIN).open)
            ends.callback(staff.stop)
            return staff

        yield opened
    assert not [thread for thread in threading.enumerate() if thread.name == "sync"]


def _signed_in(staff: Staff) -> None:
    staff.start().sign_in()
    staff.wait_for_cms(SignInStep.SIGNED_IN)
    staff.wait_for_news()
    staff.wait_until_calm()


def test_one_sign_in_does_for_both_where_the_browser_knows_who_it_is(place: Place) -> None:
    staff = place("broker")
    robot = RobotBrowser(ELIN)
    staff.browser = robot.open
    _signed_in(staff)
    assert robot.wait()
    assert (robot.asked, robot.problem) == (1, None), "nobody was asked a second time"
    told = [(state.service, state.step) for state in staff.listener.sign_in]
    assert told.index((None, SignInStep.SIGNED_IN)) < told.index(("cms", SignInStep.WAITING_FOR_BROWSER))
    steps = [SignInStep.STARTING, SignInStep.WAITING_FOR_BROWSER, SignInStep.FINISHING, SignInStep.SIGNED_IN]
    assert staff.steps_of_cms() == steps
    staff.listener.wait_for(lambda: staff.problem("intranet_news") is None)


def test_the_tokens_are_there_at_the_next_start_and_nobody_is_asked(place: Place) -> None:
    staff = place("broker")
    _signed_in(staff)
    staff.stop()
    staff.browser = _nobody
    before = staff.state("intranet_news").fetched_at
    staff.start(staff.opened).refresh(frozenset({"intranet_news"}))
    staff.listener.wait_for_rounds(1)
    assert staff.problem("intranet_news") is None
    assert staff.state("intranet_news").fetched_at != before
    assert staff.of_cms() == []


def test_where_the_cms_believes_entra_id_one_token_more_is_all(place: Place) -> None:
    staff = place("entra")
    staff.start().sign_in()
    staff.wait_for_news()
    assert staff.problem("intranet_news") is None
    assert staff.of_cms() == []
    assert staff.kept_tokens() == ""


def test_where_the_cms_asks_nobody_who_they_are_it_shows_what_is_open_to_all(place: Place) -> None:
    staff = place("anonymous")
    staff.start().sign_in()
    staff.listener.wait_for_rounds(1)
    assert staff.of_cms() == []
    assert staff.problem("disruptions") is None
    assert staff.news() == 0, "the demo's news are for staff only"


def test_whoever_does_not_want_the_news_has_all_the_rest_and_may_change_their_mind(place: Place) -> None:
    staff = place("broker")
    good, stubborn = RobotBrowser(ELIN), RobotBrowser(ELIN, cancels=True)

    def browser(address: str) -> bool:
        return (stubborn if ISSUER_PAGE in address else good).open(address)

    staff.browser = browser
    background = staff.start()
    background.sign_in()
    failed = staff.wait_for_cms(SignInStep.FAILED)
    assert failed.problem is not None
    assert failed.problem.kind is ProblemKind.SIGN_IN_CANCELLED
    staff.listener.wait_for_rounds(1)
    assert staff.problem("intranet_news") == (ProblemKind.SIGN_IN_NEEDED, "cms")
    assert staff.problem("profile") is None
    stubborn = good
    background.sign_in_to_cms()
    staff.wait_for_cms(SignInStep.SIGNED_IN)
    staff.wait_for_news()
    assert good.problem is None


def test_cancelling_it_in_the_window_leaves_the_account_signed_in(place: Place) -> None:
    staff = place("broker")
    robot = RobotBrowser(ELIN)

    def browser(address: str) -> bool:
        return True if ISSUER_PAGE in address else robot.open(address)

    staff.browser = browser
    background = staff.start()
    background.sign_in()
    staff.wait_for_cms(SignInStep.WAITING_FOR_BROWSER)
    background.cancel_cms_sign_in()
    failed = staff.wait_for_cms(SignInStep.FAILED)
    assert failed.problem is not None
    assert failed.problem.kind is ProblemKind.SIGN_IN_CANCELLED
    background.refresh(frozenset({"profile"}))
    staff.listener.wait_for(lambda: staff.state("profile").fetched_at is not None)
    assert SignInStep.SIGNED_OUT not in staff.listener.steps[1:]


def test_a_session_that_is_ended_at_the_issuer_costs_the_news_only(place: Place) -> None:
    staff = place("broker")
    _signed_in(staff)
    staff.town.order("issuer/end-sessions", user_name=ELIN)
    assert staff.background is not None
    rounds = sum(each.ended_at is not None for each in staff.listener.progress)
    staff.background.refresh(frozenset({"intranet_news", "profile"}))
    staff.listener.wait_for_rounds(rounds + 1)
    assert staff.problem("intranet_news") == (ProblemKind.SIGN_IN_NEEDED, "cms")
    assert staff.problem("profile") is None
    assert staff.kept_tokens() == ""
    assert staff.news() > 0, "what has been read stays"


@pytest.mark.parametrize("online", [True, False])
def test_signing_out_forgets_both_and_tells_the_issuer_if_it_can_be_told(place: Place, *, online: bool) -> None:
    staff = place("broker")
    _signed_in(staff)
    assert staff.kept_tokens() != ""
    assert staff.sign_ins_at_issuer() == 1
    if not online:
        staff.town.order("network", online=False)
    assert staff.background is not None
    staff.background.sign_out()
    assert staff.kept_tokens() == ""
    staff.stop()
    assert staff.sign_ins_at_issuer() == (0 if online else 1)


def test_signing_in_again_asks_nothing_of_an_issuer_whose_tokens_are_here(place: Place) -> None:
    staff = place("broker")
    _signed_in(staff)
    before = len(staff.of_cms())
    assert staff.background is not None
    signed_in = staff.listener.steps.count(SignInStep.SIGNED_IN)
    staff.background.sign_in()
    staff.listener.wait_for(lambda: staff.listener.steps.count(SignInStep.SIGNED_IN) > signed_in)
    assert len(staff.of_cms()) == before


def _nobody(_address: str) -> bool:
    raise AssertionError("the browser was opened")
