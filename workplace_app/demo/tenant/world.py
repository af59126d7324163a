"""What every subject of the tenant is generated from: seed, size, time, log, and where its things live on the web."""

from dataclasses import dataclass

from workplace_app.demo.tenant.change_log import ChangeLog
from workplace_app.demo.tenant.dice import Dice, guid
from workplace_app.demo.tenant.moments import Moments

DOMAIN = "nacka.example"
SHAREPOINT = "https://nacka.sharepoint.example"
TEAMS = "https://teams.microsoft.com"
OUTLOOK = "https://outlook.office365.com"


@dataclass(frozen=True, slots=True)
class World:
    """Shared by all subjects of one tenant; ``scale`` multiplies amounts."""

    seed: int
    scale: int
    tenant_id: str
    moments: Moments
    log: ChangeLog

    def dice(self, *parts: object) -> Dice:
        """A dice of this tenant's own."""
        return Dice(self.seed, *parts)

    def guid(self, *parts: object) -> str:
        """A GUID of this tenant's own."""
        return guid(self.seed, *parts)
