"""Teams and channels: twelve teams with about sixty channels for each member of staff, four of them shared by all."""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import quote

from workplace_app.demo.staff import STAFF, Staff
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.dice import digest
from workplace_app.demo.tenant.moments import stamp
from workplace_app.demo.tenant.texts_teams import TEAMS_BY_ROLE, TEAMS_FOR_ALL
from workplace_app.demo.tenant.world import DOMAIN, TEAMS, World

_PLAIN = str.maketrans("åäöÅÄÖ –:", "aaoAAO---")


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel of one team."""

    id: str
    name: str
    private: bool


@dataclass(frozen=True, slots=True)
class Team:
    """One team; ``role`` is whose work it belongs to, None for the teams of all. Its id is also its group's id."""

    id: str
    name: str
    description: str
    role: str | None
    channels: tuple[Channel, ...]

    @property
    def nickname(self) -> str:
        """The name in addresses."""
        return nickname(self.name)


def nickname(name: str) -> str:
    """A title as it stands in addresses: without dots, spaces and colons."""
    return "-".join(part for part in name.translate(_PLAIN).replace("(", "").replace(")", "").split("-") if part)


class Teams:
    """All teams of the tenant."""

    def __init__(self, world: World) -> None:
        self._world = world
        shared = [self._team(None, *each) for each in TEAMS_FOR_ALL]
        self._of = {
            staff.role: [*(self._team(staff.role, *each) for each in TEAMS_BY_ROLE[staff.role]), *shared]
            for staff in STAFF
        }
        self.by_id = {team.id: team for teams in self._of.values() for team in teams}

    def of(self, staff: Staff) -> list[Team]:
        """The teams that somebody has joined, their own unit's first."""
        return self._of[staff.role]

    def members_among_staff(self, team: Team) -> list[Staff]:
        """Those of the five who are in a team."""
        return [staff for staff in STAFF if team.role in {None, staff.role}]

    def team_document(self, team: Team) -> Json:
        """A team as /me/joinedTeams gives it: name and description, all else null."""
        return {
            "id": team.id,
            "createdDateTime": None,
            "displayName": team.name,
            "description": team.description,
            "internalId": None,
            "classification": None,
            "specialization": None,
            "visibility": None,
            "webUrl": None,
            "isArchived": False,
            "tenantId": self._world.tenant_id,
            "memberSettings": None,
            "guestSettings": None,
            "messagingSettings": None,
            "funSettings": None,
        }

    def channel_document(self, team: Team, channel: Channel) -> Json:
        """A channel."""
        plain = quote(channel.id)
        query = f"groupId={team.id}&tenantId={self._world.tenant_id}"
        return {
            "id": channel.id,
            "createdDateTime": stamp(self._world.moments.base - timedelta(days=500 - len(channel.name))),
            "displayName": channel.name,
            "description": team.description if channel.name == "Allmänt" else None,
            "isFavoriteByDefault": None,
            "email": f"{digest(4, channel.id).hex()}.{DOMAIN}@emea.teams.ms",
            "tenantId": self._world.tenant_id,
            "webUrl": f"{TEAMS}/l/channel/{plain}/{quote(channel.name)}?{query}",
            "membershipType": "private" if channel.private else "standard",
            "isArchived": False,
        }

    def _team(self, role: str | None, name: str, description: str, channels: tuple[str, ...]) -> Team:
        made = tuple(
            Channel(
                f"19:{digest(16, self._world.seed, name, channel).hex()}@thread.tacv2", channel, channel in _PRIVATE
            )
            for channel in channels
        )
        return Team(self._world.guid("team", name), name, description, role, made)


_PRIVATE = {"Elevärenden", "Incidenter", "Jour", "Press"}
"""Channels that only some of a team see."""
