"""The demo's own certificate authority, kept between starts, and the certificates of its https origins."""

import ssl
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import trustme

from workplace_app.demo.whole_files import write_whole

HOST_NAMES = ("localhost", "127.0.0.1")
LONG_EXPIRED = datetime(2020, 1, 2, tzinfo=UTC)


class CertificateKind(StrEnum):
    """Which certificate an origin shows: the right one, or one that a client must refuse."""

    GOOD = "good"
    UNKNOWN_AUTHORITY = "unknown_authority"
    EXPIRED = "expired"
    WRONG_HOST = "wrong_host"


class Certificates:
    """Makes the TLS contexts; ``authority_file`` is what a client trusts."""

    def __init__(self, folder: Path) -> None:
        self.authority_file = folder / "ca.pem"
        key_file = folder / "ca.key"
        if self.authority_file.exists() and key_file.exists():
            self._authority = trustme.CA.from_pem(self.authority_file.read_bytes(), key_file.read_bytes())
        else:
            self._authority = trustme.CA(organization_name="Nacka kommun (demo)")
            write_whole(key_file, self._authority.private_key_pem.bytes())
            write_whole(self.authority_file, self._authority.cert_pem.bytes(), secret=False)

    def context(self, kind: CertificateKind = CertificateKind.GOOD) -> ssl.SSLContext:
        """A server context with a fresh certificate of that kind. Speaks HTTP/1.1 only, as uvicorn does."""
        if kind is CertificateKind.UNKNOWN_AUTHORITY:
            certificate = trustme.CA().issue_cert(*HOST_NAMES)
        elif kind is CertificateKind.EXPIRED:
            certificate = self._authority.issue_cert(*HOST_NAMES, not_after=LONG_EXPIRED)
        elif kind is CertificateKind.WRONG_HOST:
            certificate = self._authority.issue_cert("intranet.nacka.example")
        else:
            certificate = self._authority.issue_cert(*HOST_NAMES)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.set_alpn_protocols(["http/1.1"])
        certificate.configure_cert(context)
        return context
