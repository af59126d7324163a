"""The addresses that an identity provider's metadata name: refused before anybody, or any secret, is sent there.

MSAL 1.39 takes them from the document as they are (``authority.py``, ``Authority.__init__``, read 2026-11): it compares
the issuer for authorities other than Entra only, and no endpoint at all. A person sent to a foreign authorization
endpoint would see a sign-in page that the program itself has opened. Entra names all of them on the authority's own
host, national clouds too; a federated directory is where Entra's own page sends the browser afterwards.
"""

import re
from collections.abc import Mapping
from typing import Any

from sync.allowed_hosts import AddressGuard
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

_SPOKEN_TO = ("token_endpoint", "device_authorization_endpoint", "tenant_discovery_endpoint", "jwks_uri")
_OPENED = "authorization_endpoint"
_THIS_COMPUTER = ("127.0.0.1", "localhost", "::1")
_PAGE_HERE = re.compile(r"http://(?:127\.0\.0\.1|localhost|\[::1\]):[1-9][0-9]{0,4}/[A-Za-z0-9._/-]*")


def check_endpoints(document: Mapping[str, Any], guard: AddressGuard, host: str) -> None:
    """Raise FOREIGN_ADDRESS when a document from ``host`` names an endpoint that the guard does not allow.

    A provider on this computer itself, which is the demo's, may have its pages on plain http here: no network carries
    them. A document that names no endpoint (a token's answer) passes.
    """
    for name in _SPOKEN_TO:
        if name in document:
            guard.check(str(document[name]), "identity")
    page = str(document.get(_OPENED, ""))
    if _OPENED not in document or guard.allows(page) or (host in _THIS_COMPUTER and _PAGE_HERE.fullmatch(page)):
        return
    raise ProblemRaised(Problem(ProblemKind.FOREIGN_ADDRESS, service="identity"))
