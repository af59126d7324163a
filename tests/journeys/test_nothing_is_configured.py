"""Nobody has told the program which municipality it serves: services are found and opened, and no network is asked."""

import socket
import sys
from collections.abc import Iterator

import pytest

from tests.journeys.desk import Desk
from workplace_app.domain.problem import Problem, ProblemKind

ASKED: list[object] = []
_LISTENING = False


def _note_connections(event: str, arguments: tuple[object, ...]) -> None:
    if _LISTENING and event in {"socket.connect", "socket.getaddrinfo", "socket.sendto"}:
        where = arguments[0] if event == "socket.getaddrinfo" else arguments[1]
        sock = arguments[0]
        if not (isinstance(sock, socket.socket) and sock.family == getattr(socket, "AF_UNIX", None)):
            ASKED.append(where)


sys.addaudithook(_note_connections)


@pytest.fixture
def asked() -> Iterator[list[object]]:
    """Every address that this process asks for."""
    global _LISTENING  # noqa: PLW0603  an audit hook cannot be taken away
    ASKED.clear()
    _LISTENING = True
    yield ASKED
    _LISTENING = False


def test_services_are_found_and_opened_and_no_network_is_asked(desk: Desk, asked: list[object]) -> None:
    desk.start()
    assert desk.place == "sign_in"
    desk.go("services", "ansok-om-plats-i-forskola-och-pedagogisk-omsorg")
    desk.press("Öppna på nacka.se")
    assert desk.browser.opened == [
        "https://www.nacka.se/forskola-skola/forskola-och-pedagogisk-omsorg/ansok-om-forskoleplats/ansok-om-plats/"
    ]
    desk.program.requests.refresh(frozenset())
    desk.close()
    assert asked == []


def test_a_wrong_configuration_is_told_and_the_services_are_there(desk: Desk) -> None:
    desk.start(problem=Problem(ProblemKind.CONFIGURATION_WRONG, detail="graph must be an https address"))
    desk.until_it_says("Appen är inte rätt inställd för din organisation.")
    desk.go("services", "ansok-om-plats-i-forskola-och-pedagogisk-omsorg")
    desk.until_it_says("Öppna på nacka.se")
