"""Certificate authorities whose certificates keep all the rules that browsers know; trustme's keep fewer."""

from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

BEGINS = datetime(2026, 1, 1, tzinfo=UTC)
DURING = BEGINS + timedelta(days=30)
"""A moment at which everything made here holds."""
_LEAF_DAYS, _ROOT_DAYS = 200, 4_000


class Authority:
    """One that signs with a name of its own."""

    def __init__(self, organisation: str) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation)])
        usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)
        built = (
            self._begun(self._name, self._key.public_key(), _ROOT_DAYS)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .add_extension(usage, critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(self._key.public_key()), critical=False)
        )
        self._certificate = built.sign(self._key, SHA256())
        self.pem = self._certificate.public_bytes(Encoding.PEM)

    def chain(self, host: str) -> tuple[bytes, ...]:
        """What a server with that name shows."""
        public = ec.generate_private_key(ec.SECP256R1()).public_key()
        built = (
            self._begun(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)]), public, _LEAF_DAYS)
            .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key()), critical=False)
        )
        leaf = built.sign(self._key, SHA256())
        return (leaf.public_bytes(Encoding.DER), self._certificate.public_bytes(Encoding.DER))

    def _begun(self, subject: x509.Name, public: ec.EllipticCurvePublicKey, days: int) -> x509.CertificateBuilder:
        builder = x509.CertificateBuilder().subject_name(subject).issuer_name(self._name).public_key(public)
        begun = builder.serial_number(x509.random_serial_number()).not_valid_before(BEGINS)
        return begun.not_valid_after(BEGINS + timedelta(days=days))
