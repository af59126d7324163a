"""What all clients of one tenant share with each other, and how a large fleet stretches its schedule to fit into it.

Source: "Avoid getting throttled or blocked in SharePoint Online" (learn.microsoft.com, the copy in Chinese with the
table of bands, and the change of 2024-07-01): resource units for one application in one tenant, by the tenant's
licences. A newer copy by others names 1,250 and 6,250 a minute for the outermost bands; the smaller figures are used.
"""

from workplace_app.domain.frozen import frozen


@frozen
class ResourceUnits:
    """What SharePoint gives one application in a tenant of up to so many licences (None: any number)."""

    licences: int | None
    a_minute: int
    a_day: int


SHAREPOINT_BANDS = (
    ResourceUnits(1_000, 1_200, 1_200_000),
    ResourceUnits(5_000, 2_400, 2_400_000),
    ResourceUnits(15_000, 3_600, 3_600_000),
    ResourceUnits(50_000, 4_800, 4_800_000),
    ResourceUnits(None, 6_000, 6_000_000),
)
UNITS_A_MINUTE = 0.36
"""What one client asks of SharePoint in its usual rhythm: 7 drives every half-hour, 10 sites of 2 units every three
hours, and once a day what it follows (``sync/feeds/registry.py``; ``tests/sync/fleet`` holds the two together)."""
USED_AT_MOST = 0.6
"""The share of the minute's units that the rhythm plans for: the rest is for mornings, returns and other programs."""


def sharepoint_units(clients: int) -> ResourceUnits:
    """The band for so many clients. Each has a licence, and there may be more licences than clients: never too much."""
    return next(band for band in SHAREPOINT_BANDS if band.licences is None or clients <= band.licences)


def stretch_for(clients: int) -> float:
    """How many times longer a client waits between two readings of what the tenant shares: 1 for a fleet that fits."""
    return max(1.0, clients * UNITS_A_MINUTE / (USED_AT_MOST * sharepoint_units(clients).a_minute))
