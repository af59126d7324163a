"""No test leaves this machine: the guard in conftest.py sees connections and look-ups alike."""

import asyncio
import socket

import pytest

# A documentation address (RFC 5737): even without the guard nobody would answer.
ELSEWHERE = "192.0.2.1"


def test_a_connection_to_elsewhere_fails_the_test() -> None:
    with socket.socket() as sock, pytest.raises(RuntimeError, match="a test connected to"):
        sock.connect((ELSEWHERE, 443))


def test_a_look_up_of_a_name_fails_the_test() -> None:
    with pytest.raises(RuntimeError, match="a test looked up"):
        socket.getaddrinfo("graph.example", 443)


def test_asyncio_is_seen_too() -> None:
    with pytest.raises(RuntimeError, match="a test "):
        asyncio.run(asyncio.open_connection(ELSEWHERE, 443))


def test_loopback_is_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname(), timeout=5):
        pass
