"""Query strings as OData wants them: the dollar sign and the comma kept, a space as %20 and never as plus."""

from collections.abc import Mapping
from urllib.parse import quote


def with_query(address: str, params: Mapping[str, str] | None) -> str:
    """The address with these parameters appended; a link without parameters comes back unchanged."""
    if not params:
        return address
    query = "&".join(f"{quote(name, safe='$')}={quote(value, safe=',:/$()')}" for name, value in params.items())
    return f"{address}{'&' if '?' in address else '?'}{query}"


def segment(identity: str, safe: str = "") -> str:
    """An id as one segment of a path, whatever is in it. One that says "here" or "one up" would lead elsewhere: httpx
    takes such segments away, as RFC 3986 (5.2.4) asks."""
    quoted = quote(identity, safe=safe)
    return quoted.replace(".", "%2E") if quoted in (".", "..") else quoted
