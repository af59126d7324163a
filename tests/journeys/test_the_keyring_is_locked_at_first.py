"""The keyring is locked when the program starts: the page says so, and opens the account when it has been unlocked."""

import pytest

from tests.journeys.desk import Desk
from tests.journeys.town import ELIN, Town
from tests.workplace_app.vault import VaultInMemory
from workplace_app.domain.problem import ProblemKind


@pytest.fixture
def keyring() -> VaultInMemory:
    """One that can be locked."""
    return VaultInMemory()


def test_the_keyring_is_locked_at_first(desk: Desk, town: Town, keyring: VaultInMemory) -> None:
    desk.start(town.municipality)
    desk.sign_in(town.robot(ELIN))
    desk.until_answered("todo")
    desk.close()

    keyring.refuses_with = ProblemKind.KEYRING_LOCKED
    desk.start(town.municipality)
    assert desk.place == "sign_in"
    desk.until_it_says(
        "Datorns nyckelring är låst.", "Där finns nyckeln till det du har sparat. Lås upp nyckelringen och försök igen."
    )
    desk.program.workplace._toasts.clear()
    desk.press("Försök igen")
    desk.until(lambda: desk.program.workplace._toasts.current_text.startswith("Datorns nyckelring är låst."))
    assert desk.place == "sign_in"

    keyring.refuses_with = None
    desk.press("Försök igen")
    desk.until(lambda: desk.place == "today")
    desk.until_it_says("Elin Ekhamn")
    town.order("requests/reset")
    desk.program.requests.refresh(frozenset({"todo"}))
    desk.until(lambda: any(each["path"].startswith("/v1.0/me/todo") for each in town.requests()))


def test_where_nobody_has_been_a_locked_keyring_keeps_nobody_out(
    desk: Desk, town: Town, keyring: VaultInMemory
) -> None:
    keyring.refuses_with = ProblemKind.KEYRING_LOCKED
    desk.start(town.municipality)
    desk.until_it_says("Logga in med arbetskontot")
    keyring.refuses_with = None
    desk.sign_in(town.robot(ELIN))
