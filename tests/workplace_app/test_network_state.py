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
    told: list[tuple[bool, bool]] = []
    state = NetworkState(lambda *words: told.append(words))
    told.clear()
    system.reachabilityChanged.emit(reachability)
    assert [word for word, _metered in told] == [reachable]
    state.deleteLater()


def test_a_network_that_is_paid_by_use_is_told_beside_it(system: QNetworkInformation) -> None:
    if not system.supports(QNetworkInformation.Feature.Metered):
        pytest.skip("this system does not say what its network costs")
    told: list[tuple[bool, bool]] = []
    state = NetworkState(lambda *words: told.append(words))
    told.clear()
    system.isMeteredChanged.emit(True)
    system.reachabilityChanged.emit(Reachability.Disconnected)
    system.isMeteredChanged.emit(False)
    assert told == [(True, True), (False, True), (False, False)]
    state.deleteLater()


def test_nothing_is_told_before_anything_changes_but_that_the_network_is_metered(system: QNetworkInformation) -> None:
    told: list[tuple[bool, bool]] = []
    state = NetworkState(lambda *words: told.append(words))
    assert told == ([(True, True)] if system.isMetered() else [])
    state.deleteLater()
