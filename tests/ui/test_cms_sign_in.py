"""Signing in for the news goes on beside the work: it is told, can be left out, and can be begun where they lack."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.opened import Opened, open_window
from tests.ui.shell_parts import ELIN, NOW
from ui.cms_sign_in import CmsSignInTelling
from ui.freshness import Fetched, fetched, freshness
from ui.remedy import remedy
from ui.screens.news.news_screen import NewsScreen
from ui.screens.settings.cms_row import CmsRow
from ui.screens.settings.settings_screen import SettingsScreen
from ui.screens.today.today_screen import TodayScreen
from ui.widgets.buttons import Button
from ui.widgets.card import Freshness
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.configuration import CmsSource, Municipality
from workplace_app.domain.content_identity import ContentIdentity
from workplace_app.domain.feed_state import FeedState
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.sign_in import SignInState, SignInStep
from workplace_app.store.feed_ledger import FeedLedger

IDENTITY = ContentIdentity("https://tenant.eu.issuer.example/", "the-workplace")
WITH_ISSUER = Municipality("Nacka", cms=CmsSource("https://cms.nacka.example/api", "5", "6", identity=IDENTITY))
LACKING = Problem(ProblemKind.SIGN_IN_NEEDED, service="cms")
ACCOUNT_LACKING = Problem(ProblemKind.SIGN_IN_NEEDED, service="identity")


@pytest.fixture
def shown(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    screens = {"settings": SettingsScreen, "news": NewsScreen, "today": TodayScreen}
    made = open_window(qapp, tmp_path, screens, municipality=WITH_ISSUER, size=(1200, 760))
    telling = CmsSignInTelling(made.workplace, made.requests, made.clock)
    made.workplace.watcher.cms_sign_in.connect(telling.tell)
    yield made
    made.close()


def step(shown: Opened, kind: SignInStep, problem: Problem | None = None) -> None:
    shown.workplace.watcher.sign_in_changed(SignInState(kind, problem=problem, service="cms"))
    QApplication.processEvents()


def fail(shown: Opened, feed: str, problem: Problem) -> None:
    ledger = FeedLedger(shown.sync)
    ledger.succeed(feed, NOW - timedelta(hours=3))
    ledger.fail(feed, problem, NOW)
    shown.workplace.pages.changed(frozenset({ChangeKind.FEED_STATE}))
    shown.workplace.watcher.changes.emit(frozenset({ChangeKind.FEED_STATE}))


def toast(shown: Opened) -> str:
    return shown.workplace._toasts.current_text


def press(shown: Opened, words: str) -> None:
    buttons = [each for each in shown.application.window.findChildren(Button) if each.text() == words]
    visible = [each for each in buttons if each.isVisible()]
    assert visible, words
    visible[0].click()


def test_the_way_to_the_browser_is_told_and_can_be_given_up(shown: Opened) -> None:
    step(shown, SignInStep.WAITING_FOR_BROWSER)
    assert toast(shown) == "Continue in the browser to sign in for the news."
    press(shown, "Cancel")
    assert shown.requests.asked == ["cancel cms sign in"]


def test_how_it_ends_is_told(shown: Opened) -> None:
    step(shown, SignInStep.SIGNED_IN)
    assert toast(shown) == "You are signed in for the news."
    step(shown, SignInStep.FAILED, Problem(ProblemKind.SIGN_IN_CANCELLED))
    assert toast(shown) == "You are not signed in for the news. Everything else works."
    step(shown, SignInStep.FAILED, Problem(ProblemKind.SIGN_IN_TIMED_OUT))
    assert toast(shown).startswith("You are not signed in for the news. The sign-in took too long")
    press(shown, "Sign in for the news")
    assert shown.requests.asked == ["sign in to cms"]


def test_the_accounts_sign_in_hears_nothing_of_it(shown: Opened) -> None:
    heard: list[SignInState] = []
    shown.workplace.watcher.sign_in.connect(heard.append)
    step(shown, SignInStep.FAILED, Problem(ProblemKind.SIGN_IN_CANCELLED))
    assert heard == []
    shown.workplace.watcher.sign_in_changed(SignInState(SignInStep.SIGNED_OUT))
    QApplication.processEvents()
    assert [state.step for state in heard] == [SignInStep.SIGNED_OUT]
    assert shown.workplace.watcher.cms_step is None, "the next account begins anew"


@pytest.mark.parametrize(("place", "words"), [("today", "Sign in"), ("news", "Sign in for the news")])
def test_where_the_news_lack_one_button_signs_in_for_them_and_nothing_else(
    shown: Opened, place: str, words: str
) -> None:
    shown.workplace.go(place)
    fail(shown, "intranet_news", LACKING)
    QApplication.processEvents()
    press(shown, words)
    assert shown.requests.asked[-1] == "sign in to cms"
    assert "sign in" not in shown.requests.asked


def test_the_words_say_who_wants_it_and_how_old_the_news_are() -> None:
    state = freshness(Fetched(NOW - timedelta(hours=3), LACKING), NOW, empty=False, empty_words="", fetching=False)
    assert (state.freshness, state.action) == (Freshness.OLD, "Sign in for the news")
    assert state.words == "The intranet wants you to sign in."
    assert state.age


def test_the_account_goes_first_since_it_leads_on_to_the_news(shown: Opened) -> None:
    states = {
        "intranet_news": FeedState("intranet_news", NOW, NOW, LACKING),
        "site_news": FeedState("site_news", NOW, NOW, ACCOUNT_LACKING),
    }
    together = fetched(states, states)
    assert together.problem == ACCOUNT_LACKING
    remedy(shown.context, together, lambda: None, shown.application.window, shown.application.window)
    assert shown.requests.asked == ["sign in"]


def test_the_account_page_says_how_it_stands_and_offers_the_way(shown: Opened) -> None:
    shown.workplace.go("settings", "account")
    (row,) = shown.application.window.findChildren(CmsRow)
    assert "of its own" in row.words
    fail(shown, "intranet_news", LACKING)
    assert row.button is not None
    assert row.button.text() == "Sign in for the news"
    row.button.click()
    step(shown, SignInStep.WAITING_FOR_BROWSER)
    assert row.words == "Continue in the browser."
    assert row.button is not None
    row.button.click()
    assert shown.requests.asked[-2:] == ["sign in to cms", "cancel cms sign in"]


def test_a_municipality_without_such_an_issuer_has_no_such_row(qapp: QApplication, tmp_path: Path) -> None:
    made = open_window(qapp, tmp_path, {"settings": SettingsScreen}, account=ELIN)
    made.workplace.go("settings", "account")
    assert made.application.window.findChildren(CmsRow) == []
    made.close()
