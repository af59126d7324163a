"""The cable is pulled while nothing is being fetched: the strip says so at once, and no longer when it is back."""

import pytest
from PySide6.QtNetwork import QNetworkInformation

from tests.journeys.desk import Desk
from tests.journeys.town import ELIN, Town

Reachability = QNetworkInformation.Reachability


def _strip(desk: Desk) -> str:
    return " ".join(desk.program.workplace.strip.texts)


def _system_says(reachability: QNetworkInformation.Reachability) -> None:
    system = QNetworkInformation.instance()
    if system is None:
        pytest.skip("this system does not say whether there is a network")
    system.reachabilityChanged.emit(reachability)


def test_the_network_goes_and_comes(desk: Desk, town: Town) -> None:
    desk.start(town.municipality)
    desk.sign_in(town.robot(ELIN))
    desk.until_answered("todo")
    desk.until(lambda: _strip(desk).startswith("Uppdaterad "), lambda: _strip(desk))

    town.pull_the_plug()
    _system_says(Reachability.Disconnected)
    desk.until(lambda: _strip(desk).startswith("Inget nät, läget är från "), lambda: _strip(desk))
    desk.go("services")
    assert _strip(desk).startswith("Inget nät, läget är från ")

    town.start()
    _system_says(Reachability.Online)
    desk.until(lambda: _strip(desk).startswith("Uppdaterad "), lambda: _strip(desk))
