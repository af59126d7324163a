"""Whatever keeps somebody from signing in is told in one clear sentence, with the next step beside it."""

import pytest

from tests.journeys.desk import Desk, translate
from tests.journeys.town import ELIN, Town

AGAIN = "Logga in igen"
RETRY = "Försök igen"


def _begin(desk: Desk) -> None:
    desk.press(translate("Welcome", "Sign in with your work account"))


def test_cancelled_in_the_browser_it_can_be_tried_again(desk: Desk, town: Town) -> None:
    desk.browser.robot = town.robot(cancels=True)
    desk.start(town.municipality)
    _begin(desk)
    desk.until_it_says("Inloggningen avbröts.", AGAIN)
    desk.browser.robot = town.robot(ELIN)
    desk.press(AGAIN)
    desk.until(lambda: desk.place == "today")


def test_cancelled_in_the_window(desk: Desk, town: Town) -> None:
    desk.start(town.municipality)
    _begin(desk)
    desk.press(translate("Stage", "Cancel"))
    desk.until_it_says("Inloggningen avbröts.", AGAIN)


def test_without_a_network_what_is_open_to_all_can_still_be_used(desk: Desk, town: Town) -> None:
    town.order("network", online=False)
    desk.start(town.municipality)
    _begin(desk)
    desk.until_it_says("Det finns inget nät.", RETRY)
    desk.go("services", "ansok-om-plats-i-forskola-och-pedagogisk-omsorg")
    desk.until_it_says("Ansök om plats i förskola och pedagogisk omsorg", "Öppna på nacka.se")


@pytest.mark.parametrize("seconds", [-3600, 3600])
def test_with_a_clock_that_is_an_hour_off(desk: Desk, town: Town, seconds: int) -> None:
    town.order("clock", shift_seconds=seconds)
    desk.browser.robot = town.robot(ELIN)
    desk.start(town.municipality)
    _begin(desk)
    desk.until_it_says("Datorns klocka går fel.", AGAIN)
