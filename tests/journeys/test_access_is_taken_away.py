"""Access ends while somebody works: what is affected says so, and everything that was fetched is still there."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.desk import Desk, words_in
from tests.journeys.town import ELIN, Town
from ui.widgets.card import Card
from workplace_app.domain.problem import ProblemKind
from workplace_app.store.feed_state_reader import feed_state, feed_states
from workplace_app.store.task_reader import open_tasks

TASKS_COME_FROM = ("planner", "todo", "mail")


def _has_tasks(desk: Desk) -> bool:
    return len(open_tasks(desk.connection, desk.page.context.clock()).rows) > 0


def _kind(desk: Desk, feed: str) -> ProblemKind | None:
    problem = feed_state(desk.connection, feed).problem
    return problem.kind if problem is not None else None


def _cards_that_say(desk: Desk, sentence: str) -> list[str]:
    return [card.accessibleName() for card in desk.page.findChildren(Card) if sentence in "\n".join(words_in(card))]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("strict", [False, True], ids=["left_out", "refused"])
def test_a_permission_that_nobody_has_given_costs_one_card(desk: Desk, town: Town, *, strict: bool) -> None:
    """``strict``: the identity provider refuses the scope by name, as Entra does, instead of leaving it out."""
    town.order("consent", scope="Calendars.ReadWrite", granted=False)
    town.order("tokens", strict_consent=strict)
    desk.start(town.municipality)
    desk.sign_in(town.robot(ELIN))
    desk.until(lambda: _has_tasks(desk) and feed_state(desk.connection, "calendar").problem is not None)
    problem = feed_state(desk.connection, "calendar").problem
    assert problem is not None
    assert (problem.kind, problem.scope) == (ProblemKind.CONSENT_MISSING, "Calendars.ReadWrite")
    desk.until_it_says("Du har inte åtkomst till Outlook än.", "Visa IT hur")
    assert len(_cards_that_say(desk, "Du har inte åtkomst till")) == 1
    town.order("requests/reset")
    desk.press("Visa IT hur")
    needed = "Ge appen den delegerade behörigheten Calendars.ReadWrite i Microsoft Graph"
    desk.until_it_says(needed, "scope: Calendars.ReadWrite")
    desk.press("Kopiera till IT")
    assert "scope: Calendars.ReadWrite" in QApplication.clipboard().text()
    assert not [request for request in town.requests() if "calendar" in request["path"].lower()]

    town.order("consent", scope="Calendars.ReadWrite", granted=True)
    desk.program.requests.refresh(frozenset({"calendar"}))
    desk.until(lambda: feed_state(desk.connection, "calendar").problem is None)
    desk.until(lambda: not _cards_that_say(desk, "Du har inte åtkomst till"))


def test_when_the_sign_in_no_longer_holds_everything_stays_and_one_press_renews_it(desk: Desk, town: Town) -> None:
    desk.start(town.municipality)
    desk.sign_in(town.robot(ELIN))
    desk.until(lambda: all(feed_state(desk.connection, feed).fetched_at is not None for feed in TASKS_COME_FROM))
    assert _has_tasks(desk)
    connection = desk.connection

    town.order("challenge", user_name=ELIN, strong=True)
    desk.program.requests.refresh(frozenset(TASKS_COME_FROM))
    desk.until(lambda: all(_kind(desk, feed) is ProblemKind.CLAIMS_CHALLENGE for feed in TASKS_COME_FROM))
    desk.until_it_says("Din arbetsgivare vill att du visar vem du är igen.", "Logga in igen")
    assert _has_tasks(desk)

    desk.browser.robot = town.robot(ELIN)
    desk.press("Logga in igen")
    desk.until(
        lambda: all(_kind(desk, feed) is None for feed in TASKS_COME_FROM),
        lambda: (desk.browser.opened, feed_states(desk.connection), desk.words()),
    )
    assert len(desk.browser.sign_in_pages) == 2
    assert desk.connection is connection, "the page stayed as it was"
    assert desk.place == "today"
