"""Ids come from outside and go into addresses, alone and in batches: whatever stands in them, each stays one segment of
the path it belongs to, and no question ends up elsewhere."""

import asyncio
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import httpx
import pytest

from sync.answer import Usage
from sync.clients import Clients
from sync.feeds.registry import FEEDS
from sync.service_gates import ServiceGates
from tests.sync.fakes import FakeClock, GivenTokens, MemoryLedger
from workplace_app.domain.article import Picture
from workplace_app.domain.configuration import CmsSource, Municipality
from workplace_app.domain.problem import ProblemRaised
from workplace_app.domain.workspace import Workspace, WorkspaceKind

HOSTILE = ("..", ".", "a/b", "../../me", "?x=1", "#top", "%2e%2e", "%2F..%2F", "a\nb", "a b", "å", "\\..\\", "a;b&c=d")
UP = ("../../me", "\\..\\")
"""Those that lead up where a server resolves an encoded slash first: the guard refuses such an address, which costs
that item only; a part of a batch goes to Graph itself."""
GRAPH = "https://graph.town.example/v1.0"
CMS = "https://cms.town.example/api/episerver/v3.0"
FEED = {feed.name: feed for feed in FEEDS}
ASKED = {
    "planner": (
        "planner/tasks/{}",
        "planner/tasks/{}/details",
        "planner/plans/{}",
        "planner/plans/{}/buckets",
        "users/{}",
    ),
    "todo": ("me/todo/lists/{}/tasks/delta",),
    "calendar": ("me/events/{}",),
    "teams": ("teams/{}/channels",),
    "channel_messages": ("teams/team/channels/{}/messages",),
    "chats": ("chats/{}/messages",),
    "group_conversations": ("groups/{}/threads", "groups/{}/threads/{}/posts"),
    "site_files": ("sites/{}/drives", "drives/{}/root/delta"),
    "site_news": ("sites/{}/pages/microsoft.graph.sitePage", "sites/{}/pages/{}/microsoft.graph.sitePage"),
    "intranet_news": ("content/{}/children",),
}
"""Every place where a feed puts an id into a path."""
WITHOUT_IDS = {
    *("profile", "mail", "groups", "sites", "people", "services", "public_news", "disruptions", "pictures", "remarks")
}
"""These ask under fixed addresses; disruptions as intranet_news, by a number of the configuration."""
FIXED = ("me/planner/tasks", "me/todo/lists/delta", "me/calendarView/delta", "me/joinedTeams", "$batch")


class Knowing:
    """What other feeds have stored: a site with this id."""

    def __init__(self, identity: str) -> None:
        self._site = Workspace(f"site:{identity}", WorkspaceKind.SITE, "Bygglov")

    def workspaces(self, kind: WorkspaceKind) -> tuple[Workspace, ...]:
        return (self._site,) if kind is WorkspaceKind.SITE else ()

    def missing_pictures(self, limit: int) -> tuple[Picture, ...]:
        del limit
        return ()

    def my_name(self) -> str:
        return "Elin"

    def waits_for_answers(self) -> bool:
        return False

    def picture_refused(self, key: str) -> None:
        del key


def thing(identity: str) -> dict[str, Any]:
    """Something that every feed takes for one of its own."""
    return {
        "id": identity,
        "displayName": "Sak",
        "title": "Sak",
        "planId": identity,
        "bucketId": identity,
        "percentComplete": 0,
        "createdDateTime": "2026-10-12T06:00:00Z",
        "lastModifiedDateTime": "2026-10-12T06:00:00Z",
        "lastDeliveredDateTime": "2026-10-12T06:00:00Z",
        "assignments": {"me": {"assignedBy": {"user": {"id": identity}}, "assignedDateTime": "2026-10-12T06:00:00Z"}},
        "hasDescription": True,
        "type": "occurrence",
        "seriesMasterId": identity,
        "start": {"dateTime": "2026-10-12T08:00:00", "timeZone": "UTC"},
        "end": {"dateTime": "2026-10-12T09:00:00", "timeZone": "UTC"},
        "promotionKind": "newsPost",
        "webUrl": "https://nacka.sharepoint.example/sida",
        "topic": "Sak",
        "preview": "Hej",
    }


def asked_by(feed: str, identity: str) -> list[str]:
    """The paths below the root of every question, as they were sent."""
    asked: list[str] = []

    def answer(address: str) -> dict[str, Any]:
        path = httpx.URL(address).raw_path.decode().partition("?")[0]
        asked.append(path.removeprefix("/v1.0/").removeprefix("/api/episerver/v3.0/"))
        listing: dict[str, Any] = {"value": [thing(identity)]}
        return {**listing, "@odata.deltaLink": f"{GRAPH}/delta?token=1"} if path.endswith("/delta") else listing

    def serve(request: httpx.Request) -> httpx.Response:
        if not request.url.path.endswith("/$batch"):
            return httpx.Response(200, json=answer(str(request.url)))
        parts = json.loads(request.content)["requests"]
        bodies = [{"id": each["id"], "status": 200, "body": answer(GRAPH + each["url"])} for each in parts]
        return httpx.Response(200, json={"responses": bodies})

    asyncio.run(_read(feed, identity, serve))
    return asked


async def _read(feed: str, identity: str, serve: Callable[[httpx.Request], httpx.Response]) -> None:
    clock = FakeClock()
    municipality = Municipality("Nacka", graph=GRAPH, cms=CmsSource(CMS, identity, identity))
    targets = {
        "channel_messages": f"channel:team/{identity}",
        "chats": f"chat:{identity}",
        "group_conversations": f"group:{identity}",
    }
    async with httpx.AsyncClient(transport=httpx.MockTransport(serve)) as http:
        clients = Clients(municipality, http, ServiceGates(MemoryLedger(), clock), GivenTokens(), clock)
        bookmarks: dict[str, str] = {}
        for _ in range(2):  # the second time some ask for what has changed
            context = clients.context(FEED[feed], Usage(), Knowing(identity), "me", targets.get(feed), asked=True)
            try:
                async for page in FEED[feed].function(context, bookmarks):
                    if page.bookmark is not None:
                        bookmarks[page.scope or ""] = page.bookmark.replace("06:00:00Z", "05:00:00Z")
            except ProblemRaised:
                continue  # what is made of odd answers is told elsewhere


def fits(path: str, template: str, identity: str) -> bool:
    """True for the template with the id, read as a server reads it, in each of its gaps."""
    named = identity.replace(".", "%2E") if identity in (".", "..") else identity
    wanted = [named if part == "{}" else part for part in template.split("/")]
    return [unquote(part) for part in path.split("/")] == wanted


@pytest.mark.parametrize("identity", HOSTILE, ids=ascii)
@pytest.mark.parametrize("feed", ASKED)
def test_a_hostile_id_stays_where_it_belongs(feed: str, identity: str) -> None:
    paths = asked_by(feed, identity)
    strays = [
        path
        for path in paths
        if path not in (*FIXED, "delta") and not any(fits(path, template, identity) for template in ASKED[feed])
    ]
    assert not strays
    missing = [each for each in ASKED[feed] if not any(fits(path, each, identity) for path in paths)]
    assert not missing or identity in UP, f"never asked, so nothing is shown: {missing}"


def test_every_feed_is_among_them_or_puts_no_id_into_a_path() -> None:
    assert ASKED.keys() | WITHOUT_IDS == FEED.keys()
