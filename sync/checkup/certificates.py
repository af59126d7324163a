"""Who vouches for a server: an authority that everybody trusts, or one that only this computer knows, as an inspecting
proxy's.

The handshake has been checked against the system's trust before anything here is asked (``http_client.trust``): this
only tells where that trust came from. The authorities that everybody trusts are Mozilla's, as certifi brings them.
"""

import re
import ssl
import warnings
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import certifi
import httpx
from cryptography import x509
from cryptography.utils import CryptographyDeprecationWarning
from cryptography.x509.oid import NameOID
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

_PEM = re.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", re.DOTALL)
_DER = 2
"""``_ssl.ENCODING_DER``: how Python 3.11 and 3.12, which have no public name for it, are asked for a certificate."""


def presented_chain(response: httpx.Response) -> tuple[bytes, ...]:
    """The certificates that the server of a response showed, DER, its own first; () where there is no TLS."""
    stream = response.extensions.get("network_stream")
    connection = stream.get_extra_info("ssl_object") if stream is not None else None
    if connection is None:
        return ()
    return _chain(connection) or _own(connection)


def _chain(connection: Any) -> tuple[bytes, ...]:
    """Public since Python 3.13; before, the same question is put to the object behind, as truststore does."""
    asked = getattr(connection, "get_unverified_chain", None) or getattr(
        getattr(connection, "_sslobj", None), "get_unverified_chain", None
    )
    shown = asked() if asked is not None else None
    return tuple(each if isinstance(each, bytes) else each.public_bytes(_DER) for each in shown or ())


def _own(connection: ssl.SSLObject) -> tuple[bytes, ...]:
    shown = connection.getpeercert(binary_form=True)
    return (shown,) if shown else ()


def signer(chain: tuple[bytes, ...]) -> str:
    """The authority that signed the server's certificate, by its organisation, else its name; "" for no certificate."""
    if not chain:
        return ""
    try:
        issuer = x509.load_der_x509_certificate(chain[0]).issuer
    except ValueError:
        return ""
    for kind in (NameOID.ORGANIZATION_NAME, NameOID.COMMON_NAME):
        for attribute in issuer.get_attributes_for_oid(kind):
            return str(attribute.value)[:80]
    return ""


def is_everybodys(chain: tuple[bytes, ...], host: str, now: datetime | None = None, roots: bytes | None = None) -> bool:
    """True when one of the authorities that everybody trusts vouches for ``host``. ``roots`` is PEM; without it they
    are certifi's."""
    store = _everybodys() if roots is None else Store(x509.load_pem_x509_certificates(roots))
    try:
        certificates = [x509.load_der_x509_certificate(each) for each in chain]
        verifier = PolicyBuilder().store(store).time(now or datetime.now(UTC)).build_server_verifier(_subject(host))
        verifier.verify(certificates[0], certificates[1:])
    except (VerificationError, ValueError, IndexError, x509.UnsupportedGeneralNameType):
        return False
    return True


@cache
def _everybodys() -> Store:
    bundle = Path(certifi.where()).read_text(encoding="ascii", errors="replace")
    roots = []
    for block in _PEM.findall(bundle):
        with (
            warnings.catch_warnings(),
            suppress(ValueError),
        ):  # an old root that breaks a rule of today vouches for none
            warnings.simplefilter("ignore", CryptographyDeprecationWarning)
            roots.append(x509.load_pem_x509_certificate(block.encode()))
    return Store(roots)


def _subject(host: str) -> x509.DNSName | x509.IPAddress:
    try:
        return x509.IPAddress(ip_address(host))
    except ValueError:
        return x509.DNSName(host)
