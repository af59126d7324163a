"""Feed: the teams that the signed-in person has joined, and their channels; at most once a day (Microsoft's terms)."""

from collections.abc import AsyncGenerator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import msgspec

from sync.feed import FeedContext
from sync.feeds.batch_listing import listed_together
from sync.feeds.bookmark_text import read_bookmark, written
from sync.feeds.closed_places import CLOSED
from sync.feeds.listing import fingerprint
from sync.paging import linked_pages
from sync.query import segment
from sync.wire.reading import RawItem, read_items
from sync.wire.teams import CHANNEL_FIELDS, TEAM_FIELDS, channel_from_graph, workspace_from_team
from workplace_app.domain.page import Fact, Page
from workplace_app.domain.problem import Problem, ProblemRaised
from workplace_app.domain.workspace import Channel, Workspace, WorkspaceKind

_SERVICE = "teams"
_YOUNG = timedelta(hours=12)
_CHANNEL_SCOPE = "Channel.ReadBasic.All"


class TeamsBookmark(msgspec.Struct):
    """What the teams and the channels were like, and when the channels were read."""

    teams: str
    channels: str
    read: datetime


async def teams(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """Teams in one request; all their channels in $batch, unless the teams are the same and their channels were read
    half a day ago or less. One generation, stored when anything differs."""
    known = read_bookmark(bookmarks.get(""), TeamsBookmark)
    items: list[RawItem] = []
    async for linked in linked_pages(context.graph, "/me/joinedTeams", {"$select": TEAM_FIELDS}):
        items += linked.items
    joined = fingerprint([bytes(item) for item in items])
    if known is not None and known.teams == joined and context.now() - known.read < _YOUNG:
        return
    found = read_items(items, workspace_from_team, _SERVICE)
    contents: list[bytes] = []
    facts: list[Fact] = []
    problems: list[Problem] = list(found.problems)
    before = {team.id: team.address for team in context.known.workspaces(WorkspaceKind.TEAM)}
    by_team = {
        team.id.removeprefix("team:"): replace(team, address=team.address or before.get(team.id))
        for team in found.facts
    }
    urls = {team_id: f"/teams/{segment(team_id)}/channels?$select={CHANNEL_FIELDS}" for team_id in by_team}
    asking = replace(context, graph=context.graph.expecting(_CHANNEL_SCOPE))
    try:
        async for team_id, channel_items, problem in listed_together(asking, urls):
            contents += map(bytes, channel_items)
            channels = read_items(channel_items, partial(channel_from_graph, team_id=team_id), _SERVICE)
            facts += [_addressed(by_team[team_id], channels.facts), *channels.facts]
            problems += channels.problems
            if problem is not None:
                problems.append(problem)
    except ProblemRaised:
        # The teams are known, their channels are not: those that were stay, and so does the bookmark.
        yield Page(tuple(by_team.values()), begins_generation=True, problems=tuple(found.problems))
        raise
    if any(problem.kind not in CLOSED for problem in problems):
        # What could not be read may still be there: it stays, and so does the bookmark.
        yield Page(tuple(facts), begins_generation=True, problems=tuple(problems))
        return
    bookmark = TeamsBookmark(joined, fingerprint(contents), context.now())
    if known is not None and (known.teams, known.channels) == (bookmark.teams, bookmark.channels):
        yield Page(bookmark=written(bookmark))
    else:
        yield Page(
            tuple(facts),
            bookmark=written(bookmark),
            begins_generation=True,
            ends_generation=True,
            problems=tuple(problems),
        )


def _addressed(team: Workspace, channels: list[Channel]) -> Workspace:
    """joinedTeams leaves the team's address out; its first channel opens the team."""
    address = next((channel.address for channel in channels if channel.address), team.address)
    return replace(team, address=address)
