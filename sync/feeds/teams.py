"""Feed: the teams that the signed-in person has joined, and their channels; at most once a day (Microsoft's terms)."""

from collections.abc import AsyncGenerator, Mapping
from dataclasses import replace
from functools import partial

from sync.feed import FeedContext
from sync.feeds.batch_listing import listed_together
from sync.feeds.listing import fingerprint
from sync.paging import linked_pages
from sync.wire.reading import ReadItems, read_items
from sync.wire.teams import CHANNEL_FIELDS, TEAM_FIELDS, channel_from_graph, workspace_from_team
from workplace_app.domain.page import Fact, Page
from workplace_app.domain.problem import Problem
from workplace_app.domain.workspace import Channel, Workspace

_SERVICE = "teams"


async def teams(context: FeedContext, bookmarks: Mapping[str, str]) -> AsyncGenerator[Page, None]:
    """Teams in one request, all their channels in $batch; one generation, stored when anything differs."""
    contents: list[bytes] = []
    found: ReadItems[Workspace] = ReadItems()
    async for linked in linked_pages(context.graph, "/me/joinedTeams", {"$select": TEAM_FIELDS}):
        contents += map(bytes, linked.items)
        read = read_items(linked.items, workspace_from_team, _SERVICE)
        found.facts += read.facts
        found.problems += read.problems
    facts: list[Fact] = []
    problems: list[Problem] = list(found.problems)
    by_team = {team.id.removeprefix("team:"): team for team in found.facts}
    urls = {team_id: f"/teams/{team_id}/channels?$select={CHANNEL_FIELDS}" for team_id in by_team}
    async for team_id, items, problem in listed_together(context, urls):
        contents += map(bytes, items)
        channels = read_items(items, partial(channel_from_graph, team_id=team_id), _SERVICE)
        facts += [_addressed(by_team[team_id], channels.facts), *channels.facts]
        problems += channels.problems
        if problem is not None:
            problems.append(problem)
    bookmark = fingerprint(contents)
    if bookmark != bookmarks.get(""):
        yield Page(
            tuple(facts), bookmark=bookmark, begins_generation=True, ends_generation=True, problems=tuple(problems)
        )


def _addressed(team: Workspace, channels: list[Channel]) -> Workspace:
    """joinedTeams leaves the team's address out; its first channel opens the team."""
    address = team.address or next((channel.address for channel in channels if channel.address), None)
    return replace(team, address=address)
