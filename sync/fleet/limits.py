"""Microsoft's published limits as a simulated fleet meets them.

Sources: Microsoft Graph "throttling-limits" with its includes for Outlook, Teams and identity (copies of 2025 and
2026), SharePoint's as in ``shared_limits``. Planner publishes none; it is assumed to allow a person what Outlook does.
The CMS and the public pages are the municipality's own: their load is told so that it can be compared with the servers.
"""

from enum import StrEnum

from sync.shared_limits import sharepoint_units
from workplace_app.domain.frozen import frozen

OUTLOOK_CONCURRENT = 4
"""Requests in flight to one mailbox from one application."""
OUTLOOK_IN_TEN_MINUTES = 10_000
"""Requests to one mailbox from one application. Planner is assumed to allow as many."""


class Count(StrEnum):
    """What a limit counts."""

    REQUESTS = "requests"
    UNITS = "units"


@frozen
class Limit:
    """So many of something within so many seconds, for all clients of the tenant together."""

    lane: str
    most: int
    seconds: int
    count: Count


def tenant_limits(clients: int) -> tuple[Limit, ...]:
    """Those that all clients share, for a tenant of as many licences as clients."""
    band = sharepoint_units(clients)
    return (
        # 20, 30 and 60 a second, held over ten: what comes by chance in one second too many is answered with 429 and
        # waited out on the spot.
        Limit("teams:messages", 200, 10, Count.REQUESTS),
        Limit("teams:joined", 300, 10, Count.REQUESTS),
        Limit("teams:channels", 600, 10, Count.REQUESTS),
        Limit("sharepoint", band.a_minute, 60, Count.UNITS),
        Limit("sharepoint", band.a_day, 86_400, Count.UNITS),
        Limit("directory", 8_000, 10, Count.UNITS),
    )
