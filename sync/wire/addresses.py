"""Which addresses may stand in kept text, and how one article's address is told from another's."""

import re
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

_CONTROLS = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff]")
"""Browsers drop some of these inside a scheme ("java\\tscript:"), and bidirectional marks hide where a link leads."""
_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\]")
_PHONE = re.compile(r"\+?[0-9][0-9().-]{1,24}(;ext=[0-9]{1,8})?")
_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}")
_PLAIN = re.compile(
    r"https://[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?::(?!443/|80/)(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}))?/[A-Za-z0-9/._~!$&'()*+,;=:@%-]*"
    r"(?:\?[A-Za-z0-9/._~!$&'()*+,;=:@%?-]+)?(?:#[A-Za-z0-9/._~!$&'()*+,;=:@%?-]+)?"
)
"""What nearly all addresses look like: there is nothing about them to correct."""
_SAFE = "/:?#[]@!$&'()*+,;=-._~%"
_LONGEST = 4096
_KEPT_QUERY = {"page", "area"}
"""Parts of a query that make another page of the same path; everything else is tracking or decoration."""


def absolute_https(address: str, base: str = "") -> str | None:
    """The address whole, as https, with its odd characters percent-encoded; None when it cannot be that.

    A relative address is completed with ``base``; http becomes https. User information before the host is refused, as
    is every character that two parsers may read differently.
    """
    address = address.strip()
    if len(address) <= _LONGEST and _PLAIN.fullmatch(address):
        return address
    if not address or len(address) > _LONGEST or "\\" in address or _CONTROLS.search(address.replace(" ", "")):
        return None
    try:
        parts = urlsplit(urljoin(base, address) if base else address)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not parts.hostname:
        return None
    host = _ascii_host(parts.hostname)
    if host is None or parts.netloc.endswith(":"):
        return None
    netloc = host if port in (None, 80, 443) else f"{host}:{port}"
    path = quote(parts.path, safe=_SAFE.replace("?", "").replace("#", ""))
    return urlunsplit(("https", netloc, path, quote(parts.query, safe=_SAFE), quote(parts.fragment, safe=_SAFE)))


def link_target(address: str, base: str = "") -> str | None:
    """An address that a reader may follow: https, mailto: or tel:; None for everything else."""
    scheme, colon, rest = address.strip().partition(":")
    if colon and scheme.lower() == "tel":
        number = rest.strip().replace(" ", "").replace("\u00a0", "").replace("%20", "")
        return f"tel:{number}" if _PHONE.fullmatch(number) else None
    if colon and scheme.lower() == "mailto":
        receiver = rest.partition("?")[0].strip()
        return f"mailto:{receiver}" if _MAIL.fullmatch(receiver) else None
    return absolute_https(address, base)


def canonical_address(address: str) -> str | None:
    """One form for one page: lower case, no "www.", a slash at the end, only the parts of the query that count.

    The public site is reached with and without www, by http and https, with and without the last slash.
    """
    whole = absolute_https(address)
    if whole is None:
        return None
    parts = urlsplit(whole)
    path = parts.path.lower().rstrip("/")
    if "." not in path.rpartition("/")[2]:
        path += "/"
    query = [(name.lower(), value) for name, value in parse_qsl(parts.query) if name.lower() in _KEPT_QUERY]
    return urlunsplit(("https", parts.netloc.removeprefix("www."), path, urlencode(sorted(query)), ""))


def _ascii_host(host: str) -> str | None:
    host = host.lower().rstrip(".")
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    if ":" in host:
        host = f"[{host}]"
    return host if _HOST.fullmatch(host) else None
