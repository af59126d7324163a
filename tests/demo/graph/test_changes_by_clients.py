"""What a client changes: Planner guarded by etags, To Do, invitations, messages."""

from pathlib import Path

import pytest

from tests.contracts.graph_walk import WINDOW, DemoGraph, segment
from workplace_app.demo.graph.planner_routes import DETAILS_CHANGES, TASK_CHANGES
from workplace_app.demo.parts import OrderRefused
from workplace_app.demo.staff import STAFF


def test_completing_a_planner_task_needs_its_present_etag(graph: DemoGraph) -> None:
    task = graph.get("/me/planner/tasks")["value"][0]
    address = f"/planner/tasks/{segment(task['id'])}"
    done = {"percentComplete": 100}
    assert graph.ask("PATCH", address, done).status_code == 412
    answer = graph.ask("PATCH", address, done, If_Match=task["@odata.etag"])
    assert (answer.status_code, answer.content) == (204, b"")
    assert graph.ask("PATCH", address, done, If_Match=task["@odata.etag"]).status_code == 412
    now = graph.get(address)
    assert now["percentComplete"] == 100
    assert now["completedBy"]["user"]["id"] == STAFF[0].object_id
    reopened = graph.ask(
        "PATCH", address, {"percentComplete": 0}, If_Match=now["@odata.etag"], Prefer="return=representation"
    )
    assert reopened.status_code == 200
    assert reopened.json()["completedDateTime"] is None


def test_details_have_an_etag_of_their_own_and_the_task_counts_them(graph: DemoGraph) -> None:
    task = graph.get("/me/planner/tasks")["value"][0]
    address = f"/planner/tasks/{segment(task['id'])}"
    details = graph.get(f"{address}/details")
    step = {"@odata.type": "#microsoft.graph.plannerChecklistItem", "title": "Ring", "isChecked": False}
    change = {"checklist": {"95e27074-6c4a-447a-aa24-9d718a0b86fa": step}}
    assert graph.ask("PATCH", f"{address}/details", change, If_Match=task["@odata.etag"]).status_code == 412
    assert graph.ask("PATCH", f"{address}/details", change, If_Match=details["@odata.etag"]).status_code == 204
    assert graph.get(address)["checklistItemCount"] == task["checklistItemCount"] + 1
    assert graph.get(address)["@odata.etag"] != task["@odata.etag"]


def test_a_property_that_planner_does_not_know_is_refused(graph: DemoGraph) -> None:
    task = graph.get("/me/planner/tasks")["value"][0]
    address = f"/planner/tasks/{segment(task['id'])}"
    answer = graph.ask("PATCH", address, {"finished": True}, If_Match=task["@odata.etag"])
    assert answer.status_code == 400
    assert not TASK_CHANGES & DETAILS_CHANGES


def test_a_plan_of_somebody_elses_group_may_not_be_read(graph: DemoGraph) -> None:
    others = graph.part.tenant.planner.tasks_of(STAFF[1]).all()
    mine = {task["planId"] for task in graph.get("/me/planner/tasks")["value"]}
    foreign = next(task for task in others if task["planId"] not in mine)
    for address in (f"/planner/plans/{segment(foreign['planId'])}", f"/planner/tasks/{segment(foreign['id'])}"):
        answer = graph.ask("GET", address)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "")


def test_a_to_do_task_gets_and_loses_its_moment_of_completion(graph: DemoGraph) -> None:
    mine = graph.items("/me/todo/lists")[0]
    address = f"/me/todo/lists/{segment(mine['id'])}/tasks"
    _, link = graph.round(f"{address}/delta")
    task = next(task for task in graph.items(address) if task["status"] == "notStarted")
    done = graph.ask("PATCH", f"{address}/{segment(task['id'])}", {"status": "completed"}).json()
    assert done["completedDateTime"]["dateTime"] == "2026-10-13T06:12:00.0000000"
    assert done["@odata.etag"] != task["@odata.etag"]
    (changed,), _ = graph.round(link)
    assert (changed["id"], changed["status"]) == (task["id"], "completed")
    assert (
        "completedDateTime"
        not in graph.ask("PATCH", f"{address}/{segment(task['id'])}", {"status": "notStarted"}).json()
    )


def test_an_invitation_is_accepted_and_a_declined_one_leaves_the_calendar(graph: DemoGraph) -> None:
    events = graph.items(f"/me/calendarView?{WINDOW}&$top=500")
    first, second = [event for event in events if event["responseStatus"]["response"] == "notResponded"][:2]
    assert graph.ask("POST", f"/me/events/{segment(first['id'])}/accept", {"sendResponse": True}).status_code == 202
    assert graph.get(f"/me/events/{segment(first['id'])}")["responseStatus"]["response"] == "accepted"
    graph.ask("POST", f"/me/events/{segment(second['id'])}/decline", {})
    assert graph.ask("GET", f"/me/events/{segment(second['id'])}").status_code == 404


def test_one_cannot_answer_ones_own_meeting(graph: DemoGraph) -> None:
    own = next(event for event in graph.items(f"/me/calendarView?{WINDOW}&$top=500") if event["isOrganizer"])
    assert graph.ask("POST", f"/me/events/{segment(own['id'])}/accept", {}).status_code == 400


def test_the_same_transaction_gives_the_same_event_and_another_one_another(graph: DemoGraph) -> None:
    _, link = graph.round(f"/me/calendarView/delta?{WINDOW}")
    moments = {
        "start": {"dateTime": "2026-10-14T08:00:00", "timeZone": "UTC"},
        "end": {"dateTime": "2026-10-14T09:30:00", "timeZone": "UTC"},
    }

    def made(transaction: str | None) -> str:
        answer = graph.ask("POST", "/me/events", {"subject": "Egen tid", **moments, "transactionId": transaction})
        assert answer.status_code == 201
        return str(answer.json()["id"])

    assert made("a") == made("a")
    assert len({made("a"), made("b"), made(None), made(None)}) == 4
    changed, _ = graph.round(link)
    assert [event["subject"] for event in changed] == ["Egen tid"] * 4


def test_an_event_that_is_deleted_is_gone_and_told_as_removed(graph: DemoGraph) -> None:
    body = {
        "subject": "Egen tid",
        "start": {"dateTime": "2026-10-14T08:00:00", "timeZone": "UTC"},
        "end": {"dateTime": "2026-10-14T09:30:00", "timeZone": "UTC"},
    }
    made = graph.ask("POST", "/me/events", body).json()["id"]
    _, link = graph.round(f"/me/calendarView/delta?{WINDOW}")
    assert [graph.ask("DELETE", f"/me/events/{segment(made)}").status_code for _ in range(2)] == [204, 404]
    changed, _ = graph.round(link)
    assert ["@removed" in event for event in changed] == [True]


def test_a_colleague_moves_cancels_and_takes_away_a_meeting(graph: DemoGraph) -> None:
    orders = graph.part.part.orders
    whose = {"user_name": STAFF[0].user_name}
    orders["meetings/invite"]({**whose, "title": "Samråd om allt"})
    order = {**whose, "meeting": "samråd om allt"}
    (meeting,) = [
        each for each in graph.items(f"/me/calendarView?{WINDOW}&$top=500") if each["subject"] == "Samråd om allt"
    ]
    address = f"/me/events/{segment(meeting['id'])}"
    assert orders["meetings/move"]({**order, "minutes": 30}) == "Mötet ”Samråd om allt” flyttades 30 minuter."
    assert graph.get(address)["start"]["dateTime"] > meeting["start"]["dateTime"]
    orders["meetings/cancel"](order)
    assert graph.get(address)["isCancelled"]
    orders["meetings/remove"](order)
    assert graph.ask("GET", address).status_code == 404
    for refused in (order, whose, {"user_name": "nobody"}):
        with pytest.raises(OrderRefused):
            orders["meetings/move"](refused)
    with pytest.raises(OrderRefused):
        orders["meetings/invite"]({**whose, "minutes": "soon"})


def test_the_control_page_offers_the_next_meetings_that_others_have_called(graph: DemoGraph) -> None:
    card = graph.part.meeting_orders.card()
    assert len(card.lines) == 4
    for _, buttons in card.lines:
        for button in buttons:
            graph.part.part.orders[button.order](button.fields)


def test_the_same_words_sent_twice_are_two_messages_and_keep_their_lines(graph: DemoGraph) -> None:
    chat = graph.part.tenant.chats.of(STAFF[0])[1]
    address = f"/chats/{segment(chat.id)}/messages"
    body = {"body": {"contentType": "html", "content": '<div itemprop="x">Ja<br>tack &amp; hej</div>'}}
    first, second = (graph.ask("POST", address, body).json() for _ in range(2))
    assert first["id"] != second["id"]
    assert first["body"]["content"] == "<p>Ja<br>tack &amp; hej</p>"


def test_an_answer_makes_its_thread_the_newest(graph: DemoGraph) -> None:
    team = graph.items("/me/joinedTeams")[1]
    channel = graph.items(f"/teams/{team['id']}/channels")[0]
    address = f"/teams/{team['id']}/channels/{segment(channel['id'])}/messages"
    oldest = graph.items(f"{address}?$top=50")[-1]
    sent = [graph.ask("POST", f"{address}/{oldest['id']}/replies", {"body": {"content": text}}).json() for text in "ab"]
    assert sent[0]["id"] != sent[1]["id"]
    newest = graph.get(f"{address}?$top=1&$expand=replies")["value"][0]
    assert newest["id"] == oldest["id"]
    assert [reply["body"]["content"] for reply in newest["replies"][:2]] == ["<p>b</p>", "<p>a</p>"]


def test_a_chat_is_unread_when_somebody_else_wrote_last(graph: DemoGraph) -> None:
    chats = graph.part.tenant.chats
    chat = chats.of(STAFF[0])[1]
    chats.post(chat, chat.members[1], "Hej!", graph.part.service.now())

    def unread() -> bool:
        document = graph.get(f"/chats/{segment(chat.id)}?$expand=lastMessagePreview")
        seen: str = document["viewpoint"]["lastMessageReadDateTime"]
        return bool(seen < document["lastMessagePreview"]["createdDateTime"])

    chats.post(chat, chat.members[0], "Hej själv!", graph.part.service.now())
    assert not unread()


def test_a_to_do_task_is_made_with_what_it_links_to_and_its_day_is_kept_in_utc(graph: DemoGraph) -> None:
    mine = f"/me/todo/lists/{segment(graph.items('/me/todo/lists')[0]['id'])}/tasks"
    _, link = graph.round(f"{mine}/delta")
    day = {"dateTime": "2026-10-30T00:00:00.0000000", "timeZone": "Europe/Stockholm"}
    resource = {"applicationName": "Program", "displayName": "Ring", "externalId": "wish-1"}
    made = graph.ask("POST", mine, {"title": "Ring", "dueDateTime": day, "linkedResources": [resource]}).json()
    assert made["dueDateTime"] == {"dateTime": "2026-10-29T23:00:00.0000000", "timeZone": "UTC"}
    (listed,) = [task for task in graph.items(f"{mine}?$expand=linkedResources") if task["id"] == made["id"]]
    assert listed["linkedResources"][0]["externalId"] == "wish-1"
    assert [task["id"] for task in graph.round(link)[0]] == [made["id"]]
    for wrong in ({"title": ""}, {"title": "Ring", "finished": True}, {"title": "Ring", "linkedResources": [{"u": 1}]}):
        assert graph.ask("POST", mine, wrong).status_code == 400


def test_a_to_do_task_heeds_an_etag_that_is_sent_and_asks_for_none(graph: DemoGraph) -> None:
    mine = f"/me/todo/lists/{segment(graph.items('/me/todo/lists')[0]['id'])}/tasks"
    task = graph.items(mine)[0]
    address = f"{mine}/{segment(task['id'])}"
    assert graph.ask("PATCH", address, {"title": "Ett"}).status_code == 200
    assert graph.ask("PATCH", address, {"title": "Två"}, If_Match=task["@odata.etag"]).status_code == 412
    assert graph.get(address)["title"] == "Ett"


def test_a_member_begins_a_thread_and_others_go_on_with_it_also_after_a_restart(tmp_path: Path) -> None:
    graph = DemoGraph.open(tmp_path)
    task = graph.items("/me/planner/tasks")[0]
    threads = f"/groups/{graph.get('/planner/plans/' + task['planId'])['container']['containerId']}/threads"
    post = {"body": {"contentType": "html", "content": '<div id="m">Hej &amp; h\u00e5</div>'}}
    begun = graph.ask("POST", threads, {"topic": "Fråga", "posts": [post]}).json()
    address = f"{threads}/{segment(begun['id'])}"
    assert graph.ask("POST", f"{address}/reply", {"post": post}).status_code == 202
    graph.part.tenant.close()
    graph = DemoGraph.open(tmp_path)
    posts = graph.items(f"{address}/posts")
    assert [post["body"]["content"].count('<div id="m">') for post in posts] == [1, 1]
    assert posts[0]["from"]["emailAddress"]["address"] == STAFF[0].user_name
    assert graph.items(threads)[0]["preview"] == "Hej & hå"
    graph.signed_in.person = STAFF[1]
    assert graph.ask("POST", threads, {"topic": "Fråga", "posts": [post]}).status_code == 403
    graph.part.tenant.close()
