"""Somebody whose intranet is away presses "Kontrollera datorn", is told so, and goes on working."""

from tests.journeys.desk import Desk, translate
from tests.journeys.town import ELIN, Town


def test_what_is_away_is_named_and_the_rest_is_well(desk: Desk, town: Town) -> None:
    desk.start(town.municipality)
    desk.sign_in(town.robot(ELIN))
    town.order("network", origin="cms", online=False)
    desk.go("settings", "about")
    desk.press(translate("CheckupPanel", "Check this computer"))
    desk.until_it_says(
        translate("checkup", "It cannot be reached: its name is not known here, or nobody answers."),
    )
    desk.until_it_says(translate("CheckupPanel", "Copy for IT"))
    desk.go("today")
