"""Query strings as OData wants them: the dollar sign and the comma kept, a space as %20 and never as plus."""

from collections.abc import Mapping
from urllib.parse import quote

_IN_IDS = "!,:=@"
"""What RFC 3986 (3.3) lets stand in a segment and the services' ids have: sites a comma, channels and chats a colon and
an at sign, drives an exclamation mark, Outlook's an equals sign."""


def with_query(address: str, params: Mapping[str, str] | None) -> str:
    """The address with these parameters appended; a link without parameters comes back unchanged."""
    if not params:
        return address
    query = "&".join(f"{quote(name, safe='$')}={quote(value, safe=',:/$()')}" for name, value in params.items())
    return f"{address}{'&' if '?' in address else '?'}{query}"


def segment(identity: str) -> str:
    """An id as one segment of a path, whatever is in it: the one way for an id into an address, alone or in a batch.

    One that says "here" or "one up" would lead elsewhere: httpx takes such segments away, as RFC 3986 (5.2.4) asks,
    and whoever reads a part of a batch may do so too, also when they are quoted (WHATWG). Quoted twice they are the
    name of nothing, which costs that item and no other.
    """
    quoted = quote(identity, safe=_IN_IDS)
    return quoted.replace(".", "%252E") if quoted in (".", "..") else quoted
