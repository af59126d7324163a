"""A desk, a town and a real keyring for each cell."""

from collections.abc import Iterator

import pytest

from tests.journeys.conftest import ONE_SOCKET_TOO_LONG, _no_stray_window, _sockets_are_collected_here, desk, town
from tests.keyring.ring import RealRing
from tests.sync.identity.conftest import PrivateKeyring, session_bus

__all__ = ["_no_stray_window", "_sockets_are_collected_here", "desk", "keyring", "session_bus", "town"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """keyring 25.7 leaves the bus connection of a locked collection open (``SecretService.Keyring`` closes it where it
    has an answer only); Python closes it when it collects it, and warns."""
    for item in items:
        if "keyring" in item.path.parts:
            for words in ONE_SOCKET_TOO_LONG:
                item.add_marker(pytest.mark.filterwarnings(words))


@pytest.fixture
def keyring(session_bus: PrivateKeyring) -> Iterator[RealRing]:
    """The desk's keyring: GNOME's own."""
    ring = RealRing(session_bus)
    yield ring
    ring.stop()
