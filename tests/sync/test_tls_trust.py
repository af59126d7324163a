"""Whom the client believes: the system's authorities and one file beside them, nobody whom the environment names."""

import asyncio
import os
import socket
import ssl
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import httpx
import pytest
import trustme

from sync.http_client import open_blocking_client, open_client, trust
from sync.problem_translation import problem_from_exception
from tests.sync.listening_proxy import answer_bytes
from workplace_app.domain.problem import ProblemKind
from workplace_app.private_process import keep_private

NOW = datetime.now(UTC)
"""The checking library reads the machine's clock and no other."""
DAY = timedelta(days=1)
TOKEN = "token-that-must-not-leave"
Certificate = Callable[[trustme.CA], trustme.LeafCert]


@pytest.fixture
def authority(tmp_path: Path) -> trustme.CA:
    made = trustme.CA()
    made.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    return made


class Server:
    """Answers one request after the other over TLS, and keeps what it was told."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self.context = context
        self.told: list[bytes] = []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"https://127.0.0.1:{self.socket.getsockname()[1]}/v1.0/me"

    def serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self.socket.accept()
                with connection, suppress(OSError), self.context.wrap_socket(connection, server_side=True) as inside:
                    self.told.append(inside.recv(65536))
                    inside.sendall(answer_bytes(200, b"{}", ("Connection", "close")))


@contextmanager
def serving(context: ssl.SSLContext, certificate: trustme.LeafCert) -> Iterator[Server]:
    certificate.configure_cert(context)
    server = Server(context)
    thread = Thread(target=server.serve, daemon=True)
    thread.start()
    yield server
    with suppress(OSError):
        server.socket.shutdown(socket.SHUT_RDWR)
    server.socket.close()
    thread.join(10)


def modern() -> ssl.SSLContext:
    return ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)


def old_protocol() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    with pytest.warns(DeprecationWarning, match="TLSv1_1"):
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    return context


def problem_with(server: Server, ca_file: str | None) -> ProblemKind:
    async def ask() -> None:
        async with open_client(trust(ca_file)) as client:
            await client.get(server.address, headers={"X-Secret": TOKEN})

    with pytest.raises(httpx.HTTPError) as raised:
        asyncio.run(ask())
    with open_blocking_client(trust(ca_file)) as client, pytest.raises(httpx.HTTPError):
        client.get(server.address, headers={"X-Secret": TOKEN})
    return problem_from_exception(raised.value, "outlook").kind


def of_today(authority: trustme.CA) -> trustme.LeafCert:
    return authority.issue_cert("127.0.0.1")


@pytest.mark.parametrize(
    ("certificate", "context", "kind"),
    [
        (lambda _ca: trustme.CA().issue_cert("127.0.0.1"), modern, ProblemKind.TLS_UNTRUSTED),
        (lambda ca: ca.issue_cert("127.0.0.2"), modern, ProblemKind.TLS_UNTRUSTED),
        (lambda ca: ca.issue_cert("*.nacka.example"), modern, ProblemKind.TLS_UNTRUSTED),
        (
            lambda ca: ca.issue_cert("127.0.0.1", not_before=NOW - 2 * DAY, not_after=NOW - DAY),
            modern,
            ProblemKind.TLS_UNTRUSTED,
        ),
        (
            lambda ca: ca.issue_cert("127.0.0.1", not_before=NOW + DAY, not_after=NOW + 2 * DAY),
            modern,
            ProblemKind.CLOCK_WRONG,
        ),
        (of_today, old_protocol, ProblemKind.TLS_UNTRUSTED),
    ],
    ids=["unknown authority", "other host", "wildcard", "expired", "not yet valid", "TLS 1.1"],
)
def test_whom_nobody_vouches_for_hears_nothing(
    certificate: Certificate,
    context: Callable[[], ssl.SSLContext],
    kind: ProblemKind,
    authority: trustme.CA,
    tmp_path: Path,
) -> None:
    with serving(context(), certificate(authority)) as server:
        assert problem_with(server, str(tmp_path / "ca.pem")) is kind
        assert server.told == []


def test_the_authority_in_the_file_is_believed(authority: trustme.CA, tmp_path: Path) -> None:
    with serving(modern(), of_today(authority)) as server:
        with open_blocking_client(trust(str(tmp_path / "ca.pem"))) as client:
            assert client.get(server.address).status_code == 200
        assert len(server.told) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only OpenSSL's own store listens to the environment")
def test_an_authority_that_the_environment_names_is_not(
    authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control first: without our guard OpenSSL, and truststore with it, would believe it (Linux)."""
    mask = os.umask(0o077)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    with serving(modern(), of_today(authority)) as server:
        with open_blocking_client(trust(None)) as client:
            assert client.get(server.address).status_code == 200
        server.told.clear()
        keep_private()
        os.umask(mask)
        assert problem_with(server, None) is ProblemKind.TLS_UNTRUSTED
        assert server.told == []


def test_no_variable_switches_the_checking_off_or_writes_the_keys_down(
    authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = tmp_path / "keys.log"
    for name, value in {
        "PYTHONHTTPSVERIFY": "0",
        "REQUESTS_CA_BUNDLE": str(tmp_path / "ca.pem"),
        "CURL_CA_BUNDLE": "",
        "NODE_TLS_REJECT_UNAUTHORIZED": "0",
        "SSLKEYLOGFILE": str(keys),
    }.items():
        monkeypatch.setenv(name, value)
    with serving(modern(), of_today(authority)) as server:
        assert problem_with(server, None) is ProblemKind.TLS_UNTRUSTED
        assert server.told == []
        with open_blocking_client(trust(str(tmp_path / "ca.pem"))) as client:
            assert client.get(server.address).status_code == 200
    assert not keys.exists()
