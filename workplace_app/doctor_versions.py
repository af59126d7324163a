"""Which versions of what are at work, for the doctor's report."""

import platform
import ssl
from importlib.metadata import PackageNotFoundError, version

from sqlcipher3 import dbapi2

from workplace_app import __version__
from workplace_app.domain.checkup import Area, Check, CheckState, Finding

_PACKAGES = (
    "PySide6-Essentials",
    "httpx",
    "msal",
    "keyring",
    "truststore",
    "sqlcipher3",
    "sqlite-utils",
    "cryptography",
    "certifi",
)


def version_check() -> Check:
    """Always well: facts for IT."""
    facts = {
        "program": __version__,
        "system": platform.platform(),
        "python": platform.python_version(),
        "openssl": ssl.OPENSSL_VERSION,
        "sqlite": dbapi2.sqlite_version,
        "sqlcipher": _cipher_version(),
    }
    facts |= {name: found for name in _PACKAGES if (found := _version(name))}
    return Check(Area.PROGRAM, "", CheckState.OK, Finding.VERSIONS, facts)


def _version(package: str) -> str:
    """ "" for a package without its papers, as an application folder may be made."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _cipher_version() -> str:
    connection = dbapi2.connect(":memory:")
    try:
        row = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    return str(row[0]) if row else ""
