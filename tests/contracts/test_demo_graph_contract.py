"""Every answer of every route of the demo's Graph is as Microsoft describes it, all pages and all delta rounds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contracts.graph_contract import REASON, GraphContract, Json
from tests.contracts.graph_walk import WINDOW, DemoGraph, segment
from workplace_app.demo.staff import STAFF, Staff

pytestmark = pytest.mark.skipif(not GraphContract.available(), reason=REASON)


@pytest.fixture(scope="module")
def contract() -> GraphContract:
    return GraphContract.load()


@pytest.fixture(name="graph")
def _graph(tmp_path: Path, contract: GraphContract) -> Iterator[DemoGraph]:
    graph = DemoGraph.open(tmp_path, contract=contract)
    yield graph
    graph.part.tenant.close()


def assert_as_described(graph: DemoGraph) -> None:
    assert graph.answers > 0
    assert not graph.problems, "\n".join(graph.problems[:20])


@pytest.mark.parametrize("person", STAFF, ids=lambda person: person.role)
def test_profile_and_groups(graph: DemoGraph, person: Staff) -> None:
    graph.signed_in.person = person
    graph.get("/me")
    graph.get("/me?$select=id,displayName,department,mobilePhone")
    graph.get("/me/manager?$select=id,displayName")
    graph.ask("GET", "/me/photo/$value")
    assert len(graph.items("/me/memberOf?$top=5")) > 12
    assert len(graph.items("/me/memberOf/microsoft.graph.group?$select=id,displayName")) > 12
    graph.signed_in.scopes = frozenset({"User.Read"})
    assert graph.items("/me/memberOf")[0]["displayName"] is None
    assert_as_described(graph)


@pytest.mark.parametrize("person", STAFF, ids=lambda person: person.role)
def test_planner(graph: DemoGraph, person: Staff) -> None:
    graph.signed_in.person = person
    tasks = graph.items("/me/planner/tasks?$top=90")
    assert len(tasks) == 300
    for plan_id in sorted({task["planId"] for task in tasks}):
        graph.get(f"/planner/plans/{segment(plan_id)}")
        graph.get(f"/planner/plans/{segment(plan_id)}/buckets")
    for task in tasks[:20]:
        graph.get(f"/planner/tasks/{segment(task['id'])}?$expand=details")
        details = graph.get(f"/planner/tasks/{segment(task['id'])}/details")
        change = {"description": "Klart i morgon."}
        graph.ask("PATCH", f"/planner/tasks/{segment(task['id'])}/details", change, If_Match=details["@odata.etag"])
    graph.ask("PATCH", f"/planner/tasks/{segment(tasks[0]['id'])}", {"percentComplete": 100}, If_Match="W/old")
    graph.ask("GET", "/planner/plans/unknown")
    assert_as_described(graph)


@pytest.mark.parametrize("person", STAFF, ids=lambda person: person.role)
def test_to_do(graph: DemoGraph, person: Staff) -> None:
    graph.signed_in.person = person
    lists, link = graph.round("/me/todo/lists/delta")
    graph.get(link)
    assert len(graph.items("/me/todo/lists?$top=2")) == len(lists) == 5
    for each in lists:
        address = f"/me/todo/lists/{segment(each['id'])}"
        graph.get(address)
        tasks, link = graph.round(f"{address}/tasks/delta?$expand=checklistItems,linkedResources&$top=7")
        graph.get(link)
        graph.items(f"{address}/tasks?$filter=status ne 'completed'")
        one = f"{address}/tasks/{segment(tasks[0]['id'])}"
        graph.get(one)
        graph.get(f"{one}/linkedResources")
        graph.get(f"{one}/checklistItems")
        graph.ask("PATCH", one, {"status": "completed"})
        graph.ask("PATCH", one, {"status": "notStarted"})
    assert_as_described(graph)


@pytest.mark.parametrize("person", STAFF, ids=lambda person: person.role)
def test_what_is_written_on_tasks(graph: DemoGraph, person: Staff) -> None:
    graph.signed_in.person = person
    mine = f"/me/todo/lists/{segment(graph.items('/me/todo/lists')[0]['id'])}/tasks"
    _, link = graph.round(f"{mine}/delta?$expand=linkedResources")
    day = {"dateTime": "2026-10-16T00:00:00.0000000", "timeZone": "Europe/Stockholm"}
    resource = {"applicationName": "Program", "displayName": "Ring", "externalId": "0199"}
    made = graph.ask("POST", mine, {"title": "Ring", "dueDateTime": day, "linkedResources": [resource]})
    assert made.status_code == 201
    graph.ask("PATCH", f"{mine}/{segment(made.json()['id'])}", {"dueDateTime": None})
    graph.ask("POST", mine, {"title": "", "linkedResources": [{"url": "x"}]})
    assert [task["title"] for task in graph.round(link)[0]] == ["Ring"]
    graph.items(f"{mine}?$expand=linkedResources&$top=200&$select=id")
    task = graph.items("/me/planner/tasks")[0]
    group = graph.get(f"/planner/plans/{segment(task['planId'])}")["container"]["containerId"]
    threads = f"/groups/{group}/threads"
    post = {"body": {"contentType": "html", "content": "<p>Hej</p>"}}
    begun = graph.ask("POST", threads, {"topic": task["title"], "posts": [post]})
    assert begun.status_code == 201
    thread = f"{threads}/{segment(begun.json()['id'])}"
    assert graph.ask("POST", f"{thread}/reply", {"post": post}).status_code == 202
    graph.ask("POST", f"{threads}/unknown/reply", {"post": post})
    graph.ask("POST", threads, {"topic": "Tom", "posts": []})
    assert len(graph.items(f"{thread}/posts?$select=id,body,from,receivedDateTime")) == 2
    graph.items(f"{threads}?$select=id,topic&$top=100")
    assert_as_described(graph)


@pytest.mark.parametrize("person", STAFF, ids=lambda person: person.role)
def test_calendar(graph: DemoGraph, person: Staff) -> None:
    graph.signed_in.person = person
    events = graph.items(f"/me/calendarView?{WINDOW}&$top=100", Prefer='outlook.timezone="UTC", IdType="ImmutableId"')
    assert 250 < len(events) < 350
    followed, link = graph.round(f"/me/calendarView/delta?{WINDOW}", Prefer="odata.maxpagesize=60")
    assert len(followed) > len(events)
    invitation = next(event for event in events if event["responseStatus"]["response"] == "notResponded")
    own = next(event for event in events if event["isOrganizer"])
    for event in (invitation, own):
        for action in ("tentativelyAccept", "accept", "decline"):
            graph.ask("POST", f"/me/events/{segment(event['id'])}/{action}", {"sendResponse": True, "comment": "Hej"})
        graph.ask("GET", f"/me/events/{segment(event['id'])}")
    made = {
        "subject": "Egen tid",
        "start": {"dateTime": "2026-10-14T08:00:00", "timeZone": "UTC"},
        "end": {"dateTime": "2026-10-14T09:30:00", "timeZone": "W. Europe Standard Time"},
        "transactionId": "0199e0a4-8a70-7000-8000-000000000001",
    }
    assert graph.ask("POST", "/me/events", made).status_code == 400
    made["end"] = {"dateTime": "2026-10-14T11:30:00", "timeZone": "W. Europe Standard Time"}
    taken = graph.ask("POST", "/me/events", made)
    assert taken.status_code == 201
    address = f"/me/events/{segment(taken.json()['id'])}"
    assert [graph.ask("DELETE", address).status_code for _ in range(2)] == [204, 404]
    graph.get(link)
    graph.ask("GET", "/me/calendarView")
    graph.ask("GET", f"/me/calendarView/delta?{WINDOW}&$select=subject")
    assert_as_described(graph)


@pytest.mark.parametrize("person", STAFF, ids=lambda person: person.role)
def test_mail(graph: DemoGraph, person: Staff) -> None:
    graph.signed_in.person = person
    assert graph.get("/me/mailFolders/inbox?$select=unreadItemCount")["unreadItemCount"] > 0
    graph.get("/me/mailFolders")
    assert len(graph.items("/me/messages?$top=50")) == 120
    flagged = graph.items("/me/messages?$filter=flag/flagStatus eq 'flagged'&$select=subject,flag,from,webLink")
    assert 15 <= len(flagged) <= 20
    graph.items("/me/mailFolders/inbox/messages?$filter=flag/flagStatus eq 'flagged'")
    _, link = graph.round("/me/mailFolders/inbox/messages/delta?$select=subject,flag")
    graph.ask("PATCH", f"/me/messages/{segment(flagged[0]['id'])}", {"flag": {"flagStatus": "complete"}})
    graph.get(f"/me/messages/{segment(flagged[0]['id'])}")
    graph.get(link)
    graph.ask("GET", "/me/messages?$filter=flag/flagStatus eq 'flagged'&$orderby=receivedDateTime desc")
    assert_as_described(graph)


def test_teams_channels_and_every_message(graph: DemoGraph) -> None:
    messages = 0
    channels = 0
    for team in graph.items("/me/joinedTeams"):
        graph.get(f"/teams/{team['id']}")
        for channel in graph.items(f"/teams/{team['id']}/channels"):
            address = f"/teams/{team['id']}/channels/{segment(channel['id'])}"
            graph.get(address)
            threads = graph.items(f"{address}/messages?$top=50&$expand=replies")
            channels += 1
            messages += sum(1 + len(thread["replies"]) for thread in threads)
    assert channels == 60
    assert 2700 < messages < 3300
    one = f"{address}/messages/{threads[0]['id']}"
    graph.get(one)
    graph.items(f"{one}/replies?$top=1")
    graph.ask("POST", f"{address}/messages", {"body": {"content": "Hej alla"}, "subject": "Hej"})
    graph.ask("POST", f"{one}/replies", {"body": {"contentType": "html", "content": "<p>Tack &amp; hej</p>"}})
    graph.ask("POST", f"{one}/replies", {"body": {}})
    graph.ask("GET", f"{address}/messages?$top=51")
    graph.ask("GET", "/teams/unknown/channels")
    assert_as_described(graph)


@pytest.mark.parametrize("person", STAFF, ids=lambda person: person.role)
def test_chats(graph: DemoGraph, person: Staff) -> None:
    graph.signed_in.person = person
    chats = graph.items("/me/chats?$expand=members,lastMessagePreview&$top=4")
    assert len(chats) == 15
    for chat in chats:
        address = f"/chats/{segment(chat['id'])}"
        graph.get(address)
        graph.get(f"{address}/members")
        assert graph.items(f"{address}/messages?$top=10")
    recent = "$orderby=lastModifiedDateTime desc&$filter=lastModifiedDateTime gt 2026-10-12T00:00:00Z"
    graph.items(f"{address}/messages?{recent}")
    graph.ask("POST", f"{address}/messages", {"body": {"content": "Hej"}})
    assert_as_described(graph)


@pytest.mark.parametrize("person", STAFF, ids=lambda person: person.role)
def test_groups_and_their_conversations(graph: DemoGraph, person: Staff) -> None:
    graph.signed_in.person = person
    threads = 0
    for group in graph.items("/me/memberOf/microsoft.graph.group"):
        graph.get(f"/groups/{group['id']}?$select=id,displayName,groupTypes")
        answer = graph.ask("GET", f"/groups/{group['id']}/threads?$top=2")
        if answer.status_code == 200:
            for thread in graph.items(f"/groups/{group['id']}/threads?$top=2"):
                posts = graph.items(f"/groups/{group['id']}/threads/{segment(thread['id'])}/posts")
                graph.get(f"/groups/{group['id']}/threads/{segment(thread['id'])}")
                graph.get(f"/groups/{group['id']}/threads/{segment(thread['id'])}/posts/{segment(posts[0]['id'])}")
                threads += 1
    assert threads > 12
    assert_as_described(graph)


def test_sites_pages_and_every_file(graph: DemoGraph) -> None:
    files = 0
    sites = graph.items("/me/followedSites")
    assert len(sites) == 25
    for site in sites:
        address = f"/sites/{segment(site['id'])}"
        graph.get(address)
        drive = graph.get(f"{address}/drive")
        graph.get(f"{address}/drives")
        found, link = graph.round(f"/drives/{segment(drive['id'])}/root/delta?$top=90")
        files += sum("file" in item for item in found)
        graph.get(link)
        news = graph.items(f"{address}/pages/microsoft.graph.sitePage?$filter=promotionKind eq 'newsPost'&$top=2")
        graph.items(f"{address}/pages")
        graph.get(f"{address}/pages/{news[0]['id']}/microsoft.graph.sitePage?$expand=canvasLayout")
    assert 4600 < files <= 5000
    graph.get(f"/drives/{segment(drive['id'])}/items/{found[-1]['id']}")
    assert_as_described(graph)


def test_people(graph: DemoGraph) -> None:
    people = graph.items("/users?$top=400&$select=id,displayName,department,jobTitle,mobilePhone,officeLocation")
    assert len(people) == 1200
    graph.items("/users?$top=999&$expand=manager($select=id)&$select=id,displayName")
    graph.items("/users?$filter=startswith(displayName,'E')&$count=true")
    _, link = graph.round("/users/delta?$select=displayName,department,manager", Prefer="odata.maxpagesize=500")
    graph.get(link)
    graph.get(f"/users/{people[7]['id']}")
    graph.get("/users/elin.ekhamn@nacka.example")
    graph.get(f"/users/{people[700]['id']}/manager")
    graph.ask("GET", f"/users/{people[7]['id']}/photo/$value")
    graph.ask("GET", "/users/unknown")
    graph.ask("GET", "/users/delta?$top=5")
    graph.signed_in.scopes = frozenset({"User.ReadBasic.All"})
    graph.get("/users?$top=20")
    assert_as_described(graph)


def test_a_batch_and_each_of_its_parts(graph: DemoGraph, contract: GraphContract) -> None:
    requests: list[Json] = [
        {"id": "1", "method": "GET", "url": "/me/joinedTeams"},
        {"id": "2", "method": "GET", "url": "me/planner/tasks?$select=id"},
        {"id": "3", "method": "GET", "url": "/planner/plans/unknown"},
        {"id": "4", "method": "GET", "url": "/me/photo/$value", "dependsOn": ["3"]},
    ]
    answer = graph.ask("POST", "/$batch", {"requests": requests}).json()
    statuses = {each["id"]: each["status"] for each in answer["responses"]}
    assert statuses == {"1": 200, "2": 200, "3": 404, "4": 424}
    urls = {each["id"]: each["url"] for each in requests}
    for each in answer["responses"]:
        assert not contract.check_response("GET", urls[each["id"]], each["status"], each["body"])
    graph.ask("POST", "/$batch", {"requests": []})
    assert_as_described(graph)


def test_all_that_happens_while_the_demo_lives(graph: DemoGraph) -> None:
    bookmarks = [graph.round(f"/me/calendarView/delta?{WINDOW}")[1], graph.round("/me/todo/lists/delta")[1]]
    drives = [graph.get(f"/sites/{segment(site['id'])}/drive")["id"] for site in graph.items("/me/followedSites")]
    bookmarks += [graph.round(f"/drives/{segment(drive)}/root/delta?token=latest")[1] for drive in drives]
    graph.part.service.active.clear()
    graph.part.service.active[STAFF[0].object_id] = STAFF[0]
    told = [graph.part.life.live(graph.part.service.now()) for _ in range(120)]
    assert all(told)
    changed = [item for bookmark in bookmarks for item in graph.round(bookmark)[0]]
    assert any("@removed" in item for item in changed)
    assert any("deleted" in item for item in changed)
    read_all_that_may_have_changed(graph)
    assert_as_described(graph)


def read_all_that_may_have_changed(graph: DemoGraph) -> None:
    team = graph.items("/me/joinedTeams")[0]
    for channel in graph.items(f"/teams/{team['id']}/channels"):
        graph.items(f"/teams/{team['id']}/channels/{segment(channel['id'])}/messages?$top=50&$expand=replies")
    graph.items("/me/planner/tasks")
    graph.items("/me/messages?$top=100")
    graph.items("/me/chats?$expand=lastMessagePreview,members")


def test_a_wrong_property_is_found(graph: DemoGraph) -> None:
    documents = graph.part.tenant.planner.tasks_of(STAFF[0])
    task = documents.all()[0]
    documents.put(task["id"], {**task, "finished": True})
    graph.get("/me/planner/tasks")
    assert any("finished" in problem for problem in graph.problems)
    graph.problems.clear()
    documents.put(task["id"], {**task, "percentComplete": "all"})
    graph.get("/me/planner/tasks")
    assert any("percentComplete" in problem for problem in graph.problems)


def test_a_wrong_request_is_found(contract: GraphContract) -> None:
    assert not contract.check_request("GET", "/me/planner/tasks?$select=id,title", {})
    assert contract.check_request("GET", "/me/planner/tasks?$select=id,finished", {})
    assert contract.check_request("GET", "/me/planner/tasks/delta", {})
    assert contract.check_request("GET", f"/me/calendarView/delta?{WINDOW}&$select=subject", {})
    assert contract.check_request("GET", "/me/calendarView", {})
    assert not contract.check_request("GET", "/me/calendarView/delta?$deltatoken=abc", {})
    assert contract.check_request(
        "PATCH", "/planner/tasks/1", {"Content-Type": "application/json"}, {"percentComplete": 100}
    )
    guarded = {"Content-Type": "application/json", "If-Match": 'W/"1"'}
    assert not contract.check_request("PATCH", "/planner/tasks/1", guarded, {"percentComplete": 100})
    assert contract.check_request("PATCH", "/planner/tasks/1", guarded, {"finished": True})
    inner = {"requests": [{"id": "1", "method": "GET", "url": "/me/joinedTeams?$select=nickname"}]}
    assert contract.check_request("POST", "/$batch", {"Content-Type": "application/json"}, inner)
