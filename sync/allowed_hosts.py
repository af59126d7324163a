"""No token and no request to any other origin: the one guard that every address passes before a request exists."""

import re
from urllib.parse import urlsplit

from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

_PLAIN = re.compile(r"[!#-;=?-Z\[\]_a-z~]+")
"""Printable ASCII without space, quote, angle brackets, backslash, caret, backtick, braces and bar. Whatever else a
link contains, two parsers may read differently (Python and browsers disagree on a third of the WHATWG's test
addresses), so it is refused rather than interpreted."""
_DOT_SEGMENT = re.compile(r"(?:^|/|%2f|%5c)(?:\.|%2e){1,2}(?:/|%2f|%5c|;|$)", re.IGNORECASE)
"""Also as servers see it that resolve an encoded slash, or cut parameters off a segment, before they walk the path."""
_DEFAULT_PORTS = {"https": 443}


@frozen
class AllowedOrigin:
    """One origin and the path below which its addresses may lie ("" allows all)."""

    host: str
    port: int
    path: str

    @classmethod
    def of(cls, address: str, *, whole_origin: bool = False) -> "AllowedOrigin":
        """The origin of a configured address; with ``whole_origin`` its path does not narrow it."""
        try:
            parts = urlsplit(address)
            port = _DEFAULT_PORTS["https"] if parts.port is None else parts.port
        except ValueError:
            port = 0
        if not port or not _PLAIN.fullmatch(address) or parts.scheme != "https" or not parts.hostname:
            raise ProblemRaised(Problem(ProblemKind.CONFIGURATION_WRONG, detail="an address is not plain https"))
        if parts.username is not None:
            raise ProblemRaised(Problem(ProblemKind.CONFIGURATION_WRONG, detail="an address names a user"))
        return cls(parts.hostname, port, "" if whole_origin else parts.path.rstrip("/"))

    def allows(self, address: str) -> bool:
        """True when the address lies on exactly this origin, below exactly this path."""
        if len(address) > MAXIMUM_ADDRESS_LENGTH or not _PLAIN.fullmatch(address):
            return False
        try:
            parts = urlsplit(address)
            port = parts.port
        except ValueError:
            return False
        if not address.startswith("https://") or "@" in parts.netloc or parts.hostname != self.host:
            return False
        if (port or _DEFAULT_PORTS["https"]) != self.port or _netloc_is_odd(parts.netloc):
            return False
        if _DOT_SEGMENT.search(parts.path) or parts.fragment:
            return False
        return parts.path == self.path or parts.path.startswith(self.path + "/")


MAXIMUM_ADDRESS_LENGTH = 16_384
"""Delta links of Outlook reach a few thousand characters; anything beyond this is not a link."""


def _netloc_is_odd(netloc: str) -> bool:
    """An upper-case host, an empty port, a port with zeroes in front or a percent sign: legal, but never sent by us."""
    host, colon, port = netloc.rpartition(":") if not netloc.endswith("]") else (netloc, "", "")
    if not colon:
        host, port = netloc, ""
    return netloc != netloc.lower() or "%" in host or (bool(colon) and (not port.isdigit() or port != str(int(port))))


class AddressGuard:
    """The origins that one client may speak to."""

    def __init__(self, *allowed: AllowedOrigin) -> None:
        self._allowed = allowed

    def allows(self, address: str) -> bool:
        """True when a request may go there."""
        return any(origin.allows(address) for origin in self._allowed)

    def check(self, address: str, service: str | None = None) -> str:
        """Give the address back when it is allowed; otherwise raise FOREIGN_ADDRESS, naming no part of it."""
        if self.allows(address):
            return address
        raise ProblemRaised(Problem(ProblemKind.FOREIGN_ADDRESS, service=service))
