"""What the operating system says of the network, told to sync: whether there is one, and whether it is metered."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QNetworkInformation


class NetworkState(QObject):
    """Calls ``changed`` with reachable and metered; says nothing on systems that do not tell.

    What holds at the start is told too when it is worth telling: that the network is metered.
    """

    def __init__(self, changed: Callable[[bool, bool], None]) -> None:
        super().__init__()
        self._changed = changed
        self._reachable, self._metered = True, False
        if not QNetworkInformation.loadDefaultBackend():
            return
        network = QNetworkInformation.instance()
        if network.supports(QNetworkInformation.Feature.Reachability):
            network.reachabilityChanged.connect(self._reachability_changed)
        if network.supports(QNetworkInformation.Feature.Metered):
            network.isMeteredChanged.connect(self._metered_changed)
            if network.isMetered():
                self._metered_changed(True)

    def _reachability_changed(self, reachability: QNetworkInformation.Reachability) -> None:
        """Only "disconnected" counts as no network: "site" and "local" reach a municipality's own servers."""
        self._reachable = reachability is not QNetworkInformation.Reachability.Disconnected
        self._tell()

    def _metered_changed(self, metered: bool) -> None:
        self._metered = metered
        self._tell()

    def _tell(self) -> None:
        self._changed(self._reachable, self._metered)
