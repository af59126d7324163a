"""What the operating system says of the network, told to sync: with a network back, what failed is tried at once."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QNetworkInformation


class NetworkState(QObject):
    """Calls ``changed`` with True or False; says nothing on systems that do not tell."""

    def __init__(self, changed: Callable[[bool], None]) -> None:
        super().__init__()
        self._changed = changed
        if not QNetworkInformation.loadDefaultBackend():
            return
        network = QNetworkInformation.instance()
        if network is not None and network.supports(QNetworkInformation.Feature.Reachability):
            network.reachabilityChanged.connect(self._tell)

    def _tell(self, reachability: QNetworkInformation.Reachability) -> None:
        """Only "disconnected" counts as no network: "site" and "local" reach a municipality's own servers."""
        self._changed(reachability is not QNetworkInformation.Reachability.Disconnected)
