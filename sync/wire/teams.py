"""Teams and their channels as Graph describes them, and the workspaces that they are to us."""

import msgspec

from sync.wire.addresses import absolute_https
from sync.wire.graph_envelope import GraphItem
from sync.wire.reading import RawItem, required
from workplace_app.domain.workspace import Channel, Workspace, WorkspaceKind

TEAM_FIELDS = "id,displayName,description,isArchived"
CHANNEL_FIELDS = "id,displayName,description,membershipType,webUrl"


class Team(GraphItem, rename="camel", kw_only=True):
    """A team."""

    display_name: str | None = None
    description: str | None = None
    web_url: str | None = None


class TeamChannel(GraphItem, rename="camel", kw_only=True):
    """A channel."""

    display_name: str | None = None
    description: str | None = None
    membership_type: str | None = None
    web_url: str | None = None


_TEAMS = msgspec.json.Decoder(Team, strict=False)
_CHANNELS = msgspec.json.Decoder(TeamChannel, strict=False)


def workspace_from_team(item: RawItem) -> Workspace:
    """A team as a workspace."""
    team = _TEAMS.decode(item)
    return Workspace(
        id=f"team:{required(team.id, 'id')}",
        kind=WorkspaceKind.TEAM,
        title=(team.display_name or "").strip(),
        description=(team.description or "").strip(),
        address=absolute_https(team.web_url) if team.web_url else None,
    )


def channel_from_graph(item: RawItem, team_id: str) -> Channel:
    """A channel of a team."""
    channel = _CHANNELS.decode(item)
    return Channel(
        id=f"channel:{team_id}/{required(channel.id, 'id')}",
        workspace_id=f"team:{team_id}",
        title=(channel.display_name or "").strip(),
        description=(channel.description or "").strip(),
        private=channel.membership_type == "private",
        address=absolute_https(channel.web_url) if channel.web_url else None,
    )
