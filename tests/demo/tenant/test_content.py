"""The tenant's content: always the same for a seed, as much as is said, of today, and that of the pictures."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from workplace_app.demo.staff import STAFF, Staff
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.municipality import Tenant, open_tenant

TUESDAY = datetime(2026, 10, 13, 6, 12, tzinfo=UTC)
ELIN = STAFF[0]


@pytest.fixture(scope="module")
def tenant() -> Tenant:
    return open_tenant(TUESDAY)


def everything(tenant: Tenant, staff: Staff) -> list[Json]:
    lists = tenant.todo.lists_of(staff).ids()
    tasks = [task for each in lists for task in getattr(tenant.todo.tasks_in(staff, each), "all", list)()]
    return [
        *tenant.planner.tasks_of(staff).all(),
        *tasks,
        *tenant.mailboxes.messages_of(staff).all(),
        *tenant.calendars.events_of(staff).all(),
        *(
            thread
            for team in tenant.teams.of(staff)
            for each in team.channels
            for thread in tenant.channels.newest_first(team, each)
        ),
        *(message for chat in tenant.chats.of(staff) for message in tenant.chats.newest_first(chat)),
        *(item for site in tenant.sites.followed_by(staff) for item in tenant.libraries.items_of(site).all()),
        *(page for site in tenant.sites.followed_by(staff) for page in tenant.pages.pages_of(site).all()),
    ]


def test_the_same_seed_gives_the_same_tenant_and_another_seed_another() -> None:
    first, second = (everything(open_tenant(TUESDAY, seed=7), ELIN) for _ in range(2))
    assert first == second
    assert first != everything(open_tenant(TUESDAY, seed=8), ELIN)


@pytest.mark.parametrize("staff", STAFF, ids=lambda staff: staff.role)
def test_the_amounts_are_those_of_the_issue(tenant: Tenant, staff: Staff) -> None:
    lists = tenant.todo.lists_of(staff).all()
    to_do = sum(
        len(shelf.ids())
        for each in lists
        if each["wellknownListName"] != "flaggedEmails"
        and (shelf := tenant.todo.tasks_in(staff, each["id"])) is not None
    )
    flagged = len(tenant.mailboxes.flagged_ids(staff))
    assert len(tenant.planner.tasks_of(staff).ids()) + to_do + flagged == 400
    events = tenant.calendars.events_of(staff).all()
    window = [event for event in events if "2026-10-06" <= event["start"]["dateTime"] < "2026-12-13"]
    assert 270 <= len(window) <= 330
    teams = tenant.teams.of(staff)
    assert (len(teams), sum(len(team.channels) for team in teams)) == (12, 60)
    threads = [
        thread for team in teams for each in team.channels for thread in tenant.channels.newest_first(team, each)
    ]
    assert 2800 <= sum(1 + len(thread["replies"]) for thread in threads) <= 3200
    sites = tenant.sites.followed_by(staff)
    assert len(sites) == 25
    assert sum(len(tenant.libraries.items_of(site).ids()) for site in sites) == 5000
    assert len(tenant.chats.of(staff)) == 15
    assert len(tenant.directory.shelf.ids()) == 1200


@pytest.mark.parametrize("staff", STAFF, ids=lambda staff: staff.role)
def test_nothing_is_left_unfilled_and_nothing_has_happened_in_the_future(tenant: Tenant, staff: Staff) -> None:
    for document in everything(tenant, staff):
        assert not re.search(r"\{[a-z_]+\}", str(document)), document
        for name in ("receivedDateTime", "lastDeliveredDateTime", "lastModifiedDateTime"):
            assert document.get(name, "") <= "2026-10-13T06:12:00.000Z" or name not in document, document


def test_ids_are_never_given_twice(tenant: Tenant) -> None:
    ids = [
        document["id"]
        for document in everything(tenant, ELIN)
        if "replies" not in document and "chatId" not in document
    ]
    assert len(set(ids)) == len(ids)
    assert len(set(tenant.directory.shelf.ids())) == 1200
    names = {person["userPrincipalName"] for person in tenant.directory.shelf.all()}
    assert len(names) == 1200


def test_a_hundred_thousand_files_cost_nothing_before_they_are_asked_for() -> None:
    tenant = open_tenant(TUESDAY, scale=20)
    sites = tenant.sites.followed_by(ELIN)
    documents, after = tenant.libraries.items_of(sites[3]).page(0, 200)
    assert (len(documents), after) == (200, 200)
    assert len(tenant.libraries.items_of(sites[3]).ids()) * len(sites) == 100_000


def test_everybody_but_one_has_a_manager_who_is_in_the_directory(tenant: Tenant) -> None:
    people = tenant.directory.shelf.all()
    ids = {person["id"] for person in people}
    assert [person["jobTitle"] for person in people if person["_manager"] is None] == ["Stadsdirektör"]
    assert all(person["_manager"] in ids for person in people if person["_manager"])
    manager = tenant.directory.manager_of(ELIN.object_id)
    assert manager is not None
    assert manager["displayName"] == "Samira Tjärnvik"


def test_the_tasks_of_the_picture_wait_for_elin(tenant: Tenant) -> None:
    due = {task["title"]: task["dueDateTime"] for task in tenant.planner.tasks_of(ELIN).all()[:5]}
    assert due["Svara på komplettering i ärende 2026-000412"] == "2026-10-12T09:00:00Z"
    assert due["Skriv beslut om attefallsbygge, Tallkottestigen 8"] == "2026-10-13T09:00:00Z"
    late = [
        task
        for task in tenant.planner.tasks_of(ELIN).all()
        if task["percentComplete"] < 100 and task["dueDateTime"] and task["dueDateTime"] < "2026-10-13"
    ]
    assert 1 <= len(late) <= 8


def test_the_events_of_the_picture_are_today_and_tomorrow(tenant: Tenant) -> None:
    days: dict[str, list[str]] = {}
    for event in tenant.calendars.events_of(ELIN).all():
        days.setdefault(event["subject"], []).append(event["start"]["dateTime"][:16])
    assert days["Platsbesök, Tallkottestigen 8"] == ["2026-10-13T11:00"]
    assert days["Stadsdirektörens e-trappmöte"] == ["2026-10-14T07:00"]
    assert "2026-10-13T06:30" in days["Morgonavstämning"]


def test_pernilla_has_just_mentioned_elin_in_the_channel_for_cases(tenant: Tenant) -> None:
    team = tenant.teams.of(ELIN)[0]
    channel = next(channel for channel in team.channels if channel.name == "Ärenden")
    newest = tenant.channels.newest_first(team, channel)[0]
    assert newest["from"]["user"]["displayName"] == "Pernilla Åskog"
    assert newest["mentions"][0]["mentioned"]["user"]["id"] == ELIN.object_id
    assert '<at id="0">Elin</at>' in newest["body"]["content"]
    assert len(newest["replies"]) == 2


def test_a_day_early_in_the_morning_of_a_sunday_works_too() -> None:
    sunday = open_tenant(datetime(2026, 10, 18, 0, 5, tzinfo=UTC))
    assert len(everything(sunday, ELIN)) > 5000


def test_tasks_and_messages_do_not_flood_whoever_is_new(tenant: Tenant) -> None:
    month_ago = (TUESDAY - timedelta(days=30)).isoformat()
    fresh = [
        task
        for task in tenant.planner.tasks_of(ELIN).all()
        if task["percentComplete"] < 100
        and task["assignments"][ELIN.object_id]["assignedBy"]["user"]["id"] != ELIN.object_id
        and task["assignments"][ELIN.object_id]["assignedDateTime"] > month_ago
    ]
    assert 3 <= len(fresh) <= 25
