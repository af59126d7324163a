"""What Microsoft's services do that a client must know: ids, scopes, limits, refusals, batches."""

import asyncio
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from tests.contracts.graph_walk import ALL_SCOPES, BASE, NOW, ORIGIN, WINDOW, DemoGraph, SignedIn, segment
from workplace_app.demo.graph.part import GraphPart
from workplace_app.demo.settings import Addresses, DemoSettings
from workplace_app.demo.staff import STAFF

ELIN = STAFF[0]


def test_ids_of_outlook_are_mutable_unless_immutable_ones_are_preferred(graph: DemoGraph) -> None:
    mutable = graph.get("/me/messages?$select=id")["value"][0]["id"]
    answer = graph.ask("GET", "/me/messages?$select=id", Prefer='IdType="ImmutableId"')
    assert answer.headers["preference-applied"] == 'IdType="ImmutableId"'
    immutable = answer.json()["value"][0]["id"]
    assert mutable != immutable
    subjects = {graph.get(f"/me/messages/{segment(each)}")["subject"] for each in (mutable, immutable)}
    assert len(subjects) == 1


def test_events_come_in_the_zone_that_is_preferred(graph: DemoGraph) -> None:
    address = f"/me/calendarView?{WINDOW}&$top=100"
    (utc,) = [event for event in graph.items(address) if event["subject"] == "Ärendegenomgång"]
    (local,) = [
        event
        for event in graph.items(address, Prefer='outlook.timezone="Europe/Stockholm"')
        if event["subject"] == "Ärendegenomgång"
    ]
    assert utc["start"] == {"dateTime": "2026-10-13T08:30:00.0000000", "timeZone": "UTC"}
    assert local["start"] == {"dateTime": "2026-10-13T10:30:00.0000000", "timeZone": "Europe/Stockholm"}


def test_without_mail_read_there_are_no_bodies(graph: DemoGraph) -> None:
    assert "bodyPreview" in graph.get("/me/messages")["value"][0]
    graph.signed_in.scopes = frozenset({"Mail.ReadBasic"})
    message = graph.get("/me/messages")["value"][0]
    assert not {"body", "bodyPreview"} & set(message)
    assert message["subject"]


def test_the_basic_profile_of_others_has_neither_title_nor_telephone(graph: DemoGraph) -> None:
    address = "/users?$select=id,displayName,jobTitle,businessPhones&$top=5"
    assert all(person["jobTitle"] for person in graph.get(address)["value"])
    graph.signed_in.scopes = frozenset({"User.ReadBasic.All"})
    basic = graph.get(address)["value"]
    assert all(person["jobTitle"] is None and person["businessPhones"] == [] for person in basic)
    assert graph.get("/me?$select=jobTitle")["jobTitle"] == "Bygglovshandläggare"


def test_flagged_mail_has_a_mirror_among_the_to_do_lists(graph: DemoGraph) -> None:
    (mirror,) = [each for each in graph.items("/me/todo/lists") if each["wellknownListName"] == "flaggedEmails"]
    tasks = graph.items(f"/me/todo/lists/{segment(mirror['id'])}/tasks?$expand=linkedResources")
    assert "Läs remissvar från Trafikenheten" in {task["title"] for task in tasks}
    assert all(task["linkedResources"] for task in tasks)


@pytest.mark.parametrize(
    "address",
    [
        "/me/calendarView",
        f"/me/calendarView/delta?{WINDOW}&$select=subject",
        f"/me/calendarView/delta?{WINDOW}&$orderby=subject",
        "/users/delta?$top=5",
        "/users?$top=1000",
        "/me/messages?$filter=flag/flagStatus eq 'flagged'&$orderby=receivedDateTime",
        "/me/messages?$filter=contains(subject,'a')",
        "/me/nothing",
    ],
)
def test_what_microsoft_refuses_is_refused(graph: DemoGraph, address: str) -> None:
    answer = graph.ask("GET", address)
    assert answer.status_code == 400
    assert answer.json()["error"]["innerError"]["request-id"]


def test_every_answer_names_its_request(graph: DemoGraph) -> None:
    answer = graph.ask("GET", "/me", client_request_id="84b2cbd0-3b5f-4f9f-8b39-8f0a37e3a2c1")
    assert answer.headers["client-request-id"] == "84b2cbd0-3b5f-4f9f-8b39-8f0a37e3a2c1"
    assert answer.headers["request-id"]
    assert answer.headers["content-type"].startswith("application/json;odata.metadata=minimal")


def test_a_method_that_a_path_does_not_have_is_named_so(graph: DemoGraph) -> None:
    assert graph.ask("DELETE", "/me/planner/tasks").status_code == 405


def test_links_to_further_pages_stay_at_the_same_origin_and_keep_the_question(graph: DemoGraph) -> None:
    page = graph.get("/users?$select=displayName&$top=10")
    link = page["@odata.nextLink"]
    assert link.startswith(f"{BASE}/users?")
    assert set(graph.get(link)["value"][0]) == {"displayName"}
    assert graph.ask("GET", f"{BASE}/users?$skiptoken=abc").status_code == 400


def test_no_item_is_missed_when_pages_are_small(graph: DemoGraph) -> None:
    whole = [task["id"] for task in graph.items("/me/planner/tasks")]
    assert [task["id"] for task in graph.items("/me/planner/tasks?$top=7")] == whole
    assert len(set(whole)) == 300


def test_a_batch_answers_each_part_by_itself(graph: DemoGraph) -> None:
    requests = [
        {"id": "a", "method": "GET", "url": "/me?$select=displayName"},
        {"id": "b", "method": "GET", "url": "/planner/plans/none"},
        {"id": "c", "method": "GET", "url": "/me", "dependsOn": ["b"]},
        {"id": "d", "method": "GET", "url": "/me/photo/$value"},
    ]
    answer = graph.ask("POST", "/$batch", {"requests": requests})
    parts = {part["id"]: part for part in answer.json()["responses"]}
    assert {name: part["status"] for name, part in parts.items()} == {"a": 200, "b": 404, "c": 424, "d": 404}
    assert parts["a"]["body"]["displayName"] == "Elin Ekhamn"
    assert [part["id"] for part in answer.json()["responses"]] != ["a", "b", "c", "d"]


def test_a_batch_of_more_than_twenty_is_refused(graph: DemoGraph) -> None:
    requests = [{"id": str(number), "method": "GET", "url": "/me"} for number in range(21)]
    assert graph.ask("POST", "/$batch", {"requests": requests}).status_code == 400


def test_a_mailbox_serves_four_at_a_time(tmp_path: Path) -> None:
    gate = asyncio.Event()

    async def wait(_seconds: float) -> None:
        await gate.wait()

    settings = DemoSettings(Addresses("", ORIGIN, "", ""), tmp_path, lambda: NOW)
    part = GraphPart(settings, pause=wait)
    app = SignedIn(Starlette(routes=list(part.part.routes)), ELIN, ALL_SCOPES)

    async def ask() -> list[httpx.Response]:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=ORIGIN) as client:
            asked = [asyncio.create_task(client.get("/v1.0/me/mailFolders/inbox")) for _ in range(6)]
            _, waiting = await asyncio.wait(asked, return_when=asyncio.FIRST_COMPLETED)
            assert (await client.get("/v1.0/me")).status_code == 200
            gate.set()
            return list(await asyncio.gather(*asked, *waiting))

    answers = asyncio.run(ask())[:6]
    part.tenant.close()
    assert sorted(answer.status_code for answer in answers) == [200] * 4 + [429] * 2
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert refused.json()["error"]["code"] == "ApplicationThrottled"
    assert int(refused.headers["retry-after"]) > 0


def test_one_channel_is_read_once_a_second_in_the_long_run(tmp_path: Path) -> None:
    seconds = [0.0]
    settings = DemoSettings(Addresses("", ORIGIN, "", ""), tmp_path, lambda: NOW)
    part = GraphPart(settings, monotonic=lambda: seconds[0])
    graph = DemoGraph(part, SignedIn(Starlette(routes=list(part.part.routes)), ELIN, ALL_SCOPES))
    team = graph.items("/me/joinedTeams")[0]
    channel = graph.items(f"/teams/{team['id']}/channels")[0]
    address = f"/teams/{team['id']}/channels/{segment(channel['id'])}/messages"
    assert [graph.ask("GET", address).status_code for _ in range(6)] == [200] * 5 + [429]
    seconds[0] += 1
    assert graph.ask("GET", address).status_code == 200
    part.tenant.close()
