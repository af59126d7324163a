"""What holds for every test: repeatable examples, no window, and no way out of this machine."""

import os
import sys

import pytest
from hypothesis import settings

# Before the first import of Qt: a developer who wants to see windows says QT_QPA_PLATFORM=xcb.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No deadline: a slow second on a busy machine is not a finding. In CI the same examples every time, so that a red run
# means the change and not the dice; by hand new ones, so that they are still looked for.
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("by_hand", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "by_hand")

LOOPBACK = ("127.", "::1", "localhost", "::ffff:127.")


class OutsideWorldReachedError(RuntimeError):
    """A test tried to leave this machine; not an OSError, since code under test may rightly survive those."""


def is_loopback(host: object) -> bool:
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    return host is None or (isinstance(host, str) and (host == "" or host.lower().startswith(LOOPBACK)))


def refuse_the_outside_world(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: sees every connection and every name look-up of this process, whichever library makes it."""
    if event == "socket.getaddrinfo" and not is_loopback(arguments[0]):
        raise OutsideWorldReachedError(f"a test looked up {arguments[0]!r}")
    if event in {"socket.connect", "socket.sendto"}:
        address = arguments[1]
        if isinstance(address, tuple) and not is_loopback(address[0]):
            raise OutsideWorldReachedError(f"a test connected to {address!r}")


sys.addaudithook(refuse_the_outside_world)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--real-desktop",
        action="store_true",
        help="also run what changes this machine or takes minutes: the package in a clean Debian",
    )
