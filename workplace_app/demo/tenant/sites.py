"""SharePoint sites: those of the teams and those that inform; each with one document library."""

from dataclasses import dataclass
from datetime import timedelta

from workplace_app.demo.staff import STAFF, Staff
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.dice import drive_id, guid
from workplace_app.demo.tenant.moments import whole_second
from workplace_app.demo.tenant.teams import Teams, nickname
from workplace_app.demo.tenant.texts_files import FOLDERS
from workplace_app.demo.tenant.texts_workspaces import SITES_BY_ROLE, SITES_FOR_ALL
from workplace_app.demo.tenant.world import SHAREPOINT, World

HOST = SHAREPOINT.removeprefix("https://")


@dataclass(frozen=True, slots=True)
class Site:
    """One site; ``role`` is whose work it belongs to, ``folders`` the top folders of its library."""

    id: str
    name: str
    description: str
    role: str | None
    drive_id: str
    folders: tuple[str, ...]

    @property
    def address(self) -> str:
        """Where it is opened."""
        return f"{SHAREPOINT}/sites/{nickname(self.name)}"


class Sites:
    """All sites; each member of staff follows twenty-five."""

    def __init__(self, world: World, teams: Teams) -> None:
        self._world = world
        self._of: dict[str, list[Site]] = {}
        for staff in STAFF:
            behind = [
                self._site(team.name, team.description, team.role, tuple(channel.name for channel in team.channels))
                for team in teams.of(staff)
            ]
            informing = [self._site(name, text, None, FOLDERS) for name, text in SITES_FOR_ALL]
            own = [self._site(name, text, staff.role, FOLDERS) for name, text in SITES_BY_ROLE[staff.role]]
            self._of[staff.role] = [*behind, *informing, *own]
        self.by_id = {site.id: site for sites in self._of.values() for site in sites}
        self.by_drive = {site.drive_id: site for site in self.by_id.values()}

    def followed_by(self, staff: Staff) -> list[Site]:
        """The sites that somebody follows."""
        return self._of[staff.role]

    def readers(self, site: Site) -> list[Staff]:
        """Those of the five who follow a site."""
        return [staff for staff in STAFF if site in self._of[staff.role]]

    def site_document(self, site: Site) -> Json:
        """A site."""
        return {
            "id": site.id,
            "createdDateTime": whole_second(self._world.moments.base - timedelta(days=900 - len(site.name))),
            "lastModifiedDateTime": whole_second(self._world.moments.ago(len(site.name) * 97)),
            "description": site.description,
            "name": nickname(site.name),
            "webUrl": site.address,
            "displayName": site.name,
            "root": {},
            "siteCollection": {"hostname": HOST},
        }

    def drive_document(self, site: Site) -> Json:
        """A site's document library."""
        owner = {"group": {"displayName": site.name, "id": guid("site owner", site.id)}}
        return {
            "createdDateTime": whole_second(self._world.moments.base - timedelta(days=900 - len(site.name))),
            "description": "",
            "id": site.drive_id,
            "lastModifiedDateTime": whole_second(self._world.moments.ago(len(site.name) * 97)),
            "name": "Dokument",
            "webUrl": f"{site.address}/Delade%20dokument",
            "driveType": "documentLibrary",
            "createdBy": {"user": {"displayName": "Systemkonto"}},
            "owner": owner,
            "quota": {
                "deleted": 0,
                "remaining": 27_487_790_694_400 - 3_221_225_472,
                "state": "normal",
                "total": 27_487_790_694_400,
                "used": 3_221_225_472,
            },
        }

    def _site(self, name: str, description: str, role: str | None, folders: tuple[str, ...]) -> Site:
        seed = self._world.seed
        site_id = f"{HOST},{guid(seed, 'site', name)},{guid(seed, 'web', name)}"
        return Site(site_id, name, description, role, drive_id(seed, name), folders)
