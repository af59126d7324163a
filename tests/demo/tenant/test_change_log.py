"""The change log outlives the process, a shelf never loses its place, and life never repeats itself in the same way."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from workplace_app.demo.staff import STAFF
from workplace_app.demo.tenant.change_log import open_change_log
from workplace_app.demo.tenant.life import BY_NAME, TenantLife
from workplace_app.demo.tenant.municipality import open_tenant
from workplace_app.demo.tenant.shelf import Shelf

NOW = datetime(2026, 10, 13, 6, 12, tzinfo=UTC)


def test_changes_are_there_after_the_process_was_killed_in_the_middle_of_a_line(tmp_path: Path) -> None:
    log = open_change_log(tmp_path, seed=1, scale=1, now=NOW)
    log.record("tasks", "a", {"title": "En"})
    log.record("tasks", "b", None)
    log.expire_tokens()
    path = tmp_path / "changes.jsonl"
    path.write_text(path.read_text(encoding="utf-8") + '{"shelf": "tas', encoding="utf-8")
    again = open_change_log(tmp_path, seed=1, scale=1, now=NOW + timedelta(hours=1))
    assert (again.generation, again.base, again.revision) == (log.generation, NOW, 3)
    assert again.oldest_valid == 3
    assert [change.document for change in again.since("tasks", 0)] == [{"title": "En"}, None]
    again.record("tasks", "c", {})
    again.close()
    third = open_change_log(tmp_path, seed=1, scale=1, now=NOW + timedelta(hours=1))
    assert third.revision == 4
    third.close()
    log.close()


def test_another_seed_scale_or_day_begins_anew(tmp_path: Path) -> None:
    first = open_change_log(tmp_path, seed=1, scale=1, now=NOW)
    first.record("tasks", "a", {})
    first.close()
    found = []
    for seed, scale, now in ((2, 1, NOW), (2, 5, NOW), (2, 5, NOW + timedelta(hours=13))):
        log = open_change_log(tmp_path, seed=seed, scale=scale, now=now)
        found.append(log.generation)
        assert log.revision == 0
        log.close()
    assert len({first.generation, *found}) == 4


def test_positions_do_not_shift_when_items_come_and_go() -> None:
    log = open_change_log(None, seed=1, scale=1, now=NOW)
    shelf = Shelf("letters", log, lambda: list("abcdef"), lambda number: {"id": "abcdef"[number]})
    first, position = shelf.page(0, 2)
    assert position is not None
    shelf.remove("a")
    shelf.remove("d")
    shelf.put("g", {"id": "g"})
    rest = shelf.page(position, 10)[0]
    assert [item["id"] for item in first + rest] == ["a", "b", "c", "e", "f", "g"]
    assert shelf.ids() == ["b", "c", "e", "f", "g"]
    assert shelf.get("a") is None


def test_everything_that_can_happen_happens_and_is_told_in_a_sentence() -> None:
    tenant = open_tenant(NOW)
    life = TenantLife(tenant, lambda: STAFF[:1])
    for name in BY_NAME:
        before = tenant.log.revision
        told = life.happen(name, STAFF[0], NOW)
        assert told is not None
        assert told.endswith(".")
        assert tenant.log.revision > before


def test_things_happen_to_those_who_are_there() -> None:
    tenant = open_tenant(NOW)
    nobody = TenantLife(tenant, tuple)
    assert nobody.live(NOW)
    life = TenantLife(tenant, lambda: STAFF[4:])
    before = {staff.role: len(tenant.mailboxes.messages_of(staff).ids()) for staff in STAFF}
    for minute in range(60):
        life.live(NOW + timedelta(minutes=minute))
    after = {staff.role: len(tenant.mailboxes.messages_of(staff).ids()) for staff in STAFF}
    assert after["it_administrator"] > before["it_administrator"]
    assert after["case_worker"] == before["case_worker"]
