"""Delta: a round, what changed since, tombstones, restarts and tokens that no longer hold."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.contracts.graph_walk import BASE, NOW, WINDOW, DemoGraph, segment
from workplace_app.demo.staff import STAFF

ELIN = STAFF[0]
CALENDAR = f"/me/calendarView/delta?{WINDOW}"


def drive_of(graph: DemoGraph, site_name: str) -> str:
    site = next(site for site in graph.items("/me/followedSites") if site["displayName"] == site_name)
    drive_id: str = graph.get(f"/sites/{segment(site['id'])}/drive")["id"]
    return drive_id


def test_a_round_with_nothing_new_is_one_empty_page(graph: DemoGraph) -> None:
    _, link = graph.round(CALENDAR)
    found, again = graph.round(link)
    assert found == []
    assert graph.round(again)[0] == []


def test_what_changes_while_a_client_reads_comes_with_the_next_round(graph: DemoGraph) -> None:
    drive = drive_of(graph, "Bygglovsenheten")
    site = graph.part.tenant.sites.by_drive[drive]
    first = graph.get(f"/drives/{segment(drive)}/root/delta?$top=50")
    known = first["value"][20]["id"]
    added = graph.part.tenant.libraries.add(site, "Ny.docx", graph.part.tenant.directory.colleague(9), NOW)
    graph.part.tenant.libraries.items_of(site).remove(known)
    rest, link = graph.round(first["@odata.nextLink"])
    changed, _ = graph.round(link)
    assert {item["id"] for item in changed} == {known, added["id"]}
    assert next(item for item in changed if item["id"] == known)["deleted"] == {"state": "deleted"}
    assert len(rest) >= 150


def test_a_page_never_splits_a_series(graph: DemoGraph) -> None:
    for page in graph.pages(CALENDAR, Prefer="odata.maxpagesize=25"):
        masters = {item["id"] for item in page["value"] if item.get("type") == "seriesMaster"}
        occurrences = [item for item in page["value"] if item.get("type") == "occurrence"]
        assert all(item["seriesMasterId"] in masters for item in occurrences)
        assert all("subject" not in item for item in occurrences)


def test_a_moved_occurrence_comes_whole_as_an_exception(graph: DemoGraph) -> None:
    found, link = graph.round(CALENDAR, Prefer='IdType="ImmutableId"')
    occurrence = next(item for item in found if item.get("type") == "occurrence")
    graph.part.tenant.calendars.move(ELIN, occurrence["id"], timedelta(minutes=30), NOW)
    (changed,), _ = graph.round(link, Prefer='IdType="ImmutableId"')
    assert changed["type"] == "exception"
    assert changed["subject"]
    assert changed["@odata.etag"] != occurrence["@odata.etag"]


def test_an_event_outside_the_window_is_told_as_removed(graph: DemoGraph) -> None:
    _, link = graph.round(CALENDAR)
    by = graph.part.tenant.directory.colleague(30)
    graph.part.tenant.calendars.invite(ELIN, "Långt bort", by, NOW + timedelta(days=80), timedelta(hours=1), NOW)
    (removed,), _ = graph.round(link)
    assert removed["@removed"] == {"reason": "deleted"}


def test_tokens_hold_over_a_restart_and_then_tell_what_changed_in_between(tmp_path: Path) -> None:
    before = DemoGraph.open(tmp_path)
    drive = drive_of(before, "Mallar och rutiner")
    links = [before.round(CALENDAR)[1], before.round(f"/drives/{segment(drive)}/root/delta")[1]]
    unchanged = before.get("/me/planner/tasks?$select=id")
    before.part.tenant.close()
    later = DemoGraph.open(tmp_path, now=NOW + timedelta(hours=2))
    site = later.part.tenant.sites.by_drive[drive]
    later.part.tenant.libraries.add(site, "Beslutsmall.docx", later.part.tenant.directory.colleague(4), NOW)
    assert later.round(links[0])[0] == []
    assert [item["name"] for item in later.round(links[1])[0]] == ["Beslutsmall.docx"]
    assert later.get("/me/planner/tasks?$select=id") == unchanged
    later.part.tenant.close()
    third = DemoGraph.open(tmp_path, now=NOW + timedelta(hours=3))
    assert [item["name"] for item in third.round(links[1])[0]] == ["Beslutsmall.docx"]
    third.part.tenant.close()


def test_a_new_day_brings_new_content_and_old_tokens_expire(tmp_path: Path) -> None:
    before = DemoGraph.open(tmp_path)
    link = before.round(CALENDAR)[1]
    before.part.tenant.close()
    after = DemoGraph.open(tmp_path, now=NOW + timedelta(days=1))
    answer = after.ask("GET", link)
    assert (answer.status_code, answer.json()["error"]["code"]) == (410, "syncStateNotFound")
    after.part.tenant.close()


def test_each_workload_has_its_own_way_to_say_that_a_token_has_expired(graph: DemoGraph) -> None:
    drive = drive_of(graph, "Bygglovsenheten")
    bookmarks = {
        "calendar": graph.round(CALENDAR)[1],
        "todo": graph.round("/me/todo/lists/delta")[1],
        "drive": graph.round(f"/drives/{segment(drive)}/root/delta?token=latest")[1],
        "users": graph.round("/users/delta", Prefer="odata.maxpagesize=999")[1],
    }
    graph.part.tenant.log.expire_tokens()
    answers = {name: graph.ask("GET", link) for name, link in bookmarks.items()}
    assert {name: answer.status_code for name, answer in answers.items()} == dict.fromkeys(bookmarks, 410)
    assert answers["calendar"].json()["error"]["code"] == "syncStateNotFound"
    assert "location" not in answers["todo"].headers
    assert answers["drive"].json()["error"]["code"] == "resyncChangesApplyDifferences"
    found, _ = graph.round(answers["drive"].headers["location"])
    assert len(found) == 200
    assert answers["users"].headers["location"].startswith(f"{BASE}/users/delta")


@pytest.mark.parametrize("damage", ["", "x", "!!"])
def test_a_token_that_was_never_given_out_is_refused(graph: DemoGraph, damage: str) -> None:
    _, link = graph.round("/me/todo/lists/delta")
    answer = graph.ask("GET", f"{link[:-8]}{damage}")
    assert answer.status_code == 400


def test_many_changes_come_in_pages_of_their_own(graph: DemoGraph) -> None:
    drive = drive_of(graph, "Bygglovsenheten")
    site = graph.part.tenant.sites.by_drive[drive]
    link = graph.round(f"/drives/{segment(drive)}/root/delta?token=latest&$top=10")[1]
    by = graph.part.tenant.directory.colleague(4)
    for number in range(25):
        graph.part.tenant.libraries.add(site, f"{number}.pdf", by, NOW)
    pages = list(graph.pages(link))
    assert [len(page["value"]) for page in pages] == [10, 10, 5]
    assert [item["name"] for page in pages for item in page["value"]] == [f"{number}.pdf" for number in range(25)]


def test_select_is_carried_by_the_token(graph: DemoGraph) -> None:
    found, link = graph.round("/users/delta?$select=displayName,manager", Prefer="odata.maxpagesize=500")
    assert set(found[700]) == {"id", "displayName", "manager@delta"}
    person = graph.part.tenant.directory.shelf.get(found[700]["id"])
    assert person is not None
    graph.part.tenant.directory.shelf.put(person["id"], {**person, "displayName": "Nytt Namn"})
    assert graph.round(link)[0] == [{**found[700], "displayName": "Nytt Namn"}]
