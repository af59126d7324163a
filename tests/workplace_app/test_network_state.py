"""What the operating system says of the network reaches sync: only "disconnected" is no network."""

import pytest
from PySide6.QtNetwork import QNetworkInformation
from pytestqt.qtbot import QtBot

from workplace_app.network_state import NetworkState

Reachability = QNetworkInformation.Reachability


@pytest.fixture
def system(qtbot: QtBot) -> QNetworkInformation:
    """The system's own, which every system that the program is made for has."""
    assert qtbot
    if not QNetworkInformation.loadDefaultBackend():
        pytest.skip("this system does not say whether there is a network")
    return QNetworkInformation.instance()


@pytest.mark.parametrize(
    ("reachability", "reachable"),
    [
        (Reachability.Disconnected, False),
        (Reachability.Online, True),
        (Reachability.Site, True),
        (Reachability.Local, True),
        (Reachability.Unknown, True),
    ],
)
def test_what_the_system_says_is_told(
    system: QNetworkInformation, reachability: QNetworkInformation.Reachability, reachable: bool
) -> None:
    told: list[bool] = []
    state = NetworkState(told.append)
    system.reachabilityChanged.emit(reachability)
    assert told == [reachable]
    state.deleteLater()


def test_nothing_is_told_before_anything_changes(system: QNetworkInformation) -> None:
    told: list[bool] = []
    state = NetworkState(told.append)
    assert told == []
    state.deleteLater()
