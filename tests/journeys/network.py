"""Takes the network away from a desk and gives it back, as system and town both see it; and a clock to wind on."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtNetwork import QNetworkInformation

from tests.journeys.desk import Desk
from tests.journeys.town import Town
from workplace_app.clock import now_utc

_WORKED_WITH = ("planner", "todo", "calendar", "intranet_news", "groups")
Reachability = QNetworkInformation.Reachability


class Watch:
    """The clock of a desk: the machine's own, and as far ahead as somebody has wound it."""

    def __init__(self) -> None:
        self._ahead = timedelta(0)

    def __call__(self) -> datetime:
        """This moment in UTC, by this clock."""
        return now_utc() + self._ahead

    def wind_on(self, by: timedelta) -> None:
        """Let so much time pass."""
        self._ahead += by


def strip(desk: Desk) -> str:
    """What the status strip says."""
    return ", ".join(desk.program.workplace.strip.texts)


def until_settled(desk: Desk) -> None:
    """Wait until everything that people work with has been fetched."""
    for feed in _WORKED_WITH:
        desk.until_answered(feed)
    desk.until(
        lambda: strip(desk).startswith("Uppdaterad ") and desk.program.workplace.watcher.at_rest is not None,
        lambda: strip(desk),
    )


def lose_network(desk: Desk, town: Town) -> None:
    """There is no network from now on, and the window says so."""
    town.order("network", online=False)
    _system_says(Reachability.Disconnected)
    desk.until(lambda: strip(desk).startswith("Inget nät"), lambda: strip(desk))


def find_network(town: Town) -> None:
    """The network is back."""
    town.order("network", online=True)
    _system_says(Reachability.Online)


def _system_says(reachability: QNetworkInformation.Reachability) -> None:
    system = QNetworkInformation.instance()
    if system is None:
        pytest.skip("this system does not say whether there is a network")
    system.reachabilityChanged.emit(reachability)
