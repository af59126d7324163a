"""The kept list of notifications: by state, by workspace, without what is muted."""

from dataclasses import replace
from functools import partial

from tests.store.many_facts import notifications as many
from tests.store.many_facts import workspaces
from tests.store.stored import NOW, ago, ahead, all_pages, keep
from workplace_app.domain.as_seen import NotificationCounts
from workplace_app.domain.notification import Notification, NotificationKind, NotificationState
from workplace_app.domain.own_things import Mute, MuteScope, PinKind
from workplace_app.domain.workspace import Workspace, WorkspaceKind
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection_type import Connection
from workplace_app.store.notification_reader import (
    count_notifications,
    groups,
    notification,
    notifications,
    notifications_of,
)
from workplace_app.store.own_things import notification_marks as marks
from workplace_app.store.own_things import pins
from workplace_app.store.workspace_reader import workspace
from workplace_app.store.workspace_reader import workspaces as read_workspaces

OPEN, LATER, HANDLED = NotificationState.OPEN, NotificationState.LATER, NotificationState.HANDLED
TEAM = Workspace("team:1", WorkspaceKind.TEAM, "Lovhandläggning")


def _notification(name: str, hours: float = 1, workspace_id: str | None = "team:1") -> Notification:
    kind = NotificationKind.CHANNEL_MESSAGE
    return Notification(name, kind, workspace_id, f"message:{name}", "Samira", "Allmänt", "Hej", ago(hours=hours))


def _ids(connection: Connection, state: NotificationState = OPEN) -> list[str]:
    return [seen.notification.id for seen in notifications(connection, state, NOW).rows]


def test_open_ones_come_newest_first_with_their_workspace(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, TEAM, _notification("old", 5), _notification("new", 1), _notification("alone", 2, None))
    assert _ids(screen) == ["new", "alone", "old"]
    first, second, _ = notifications(screen, OPEN, NOW).rows
    assert (first.workspace_title, first.workspace_kind) == ("Lovhandläggning", WorkspaceKind.TEAM)
    assert (second.workspace_title, second.workspace_kind) == (None, None)


def test_handling_moves_it_and_undo_moves_it_back(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _notification("a"), _notification("b", 2))
    before = marks.mark_handled(screen, ["a"], NOW)
    assert (_ids(screen), _ids(screen, HANDLED)) == (["b"], ["a"])
    marks.restore(screen, before, NOW)
    assert (_ids(screen), _ids(screen, HANDLED)) == (["a", "b"], [])


def test_undo_puts_back_what_was_put_off_with_its_time(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _notification("a"))
    marks.mark_later(screen, ["a"], ahead(hours=3), NOW)
    before = marks.mark_handled(screen, ["a"], NOW)
    marks.restore(screen, before, NOW)
    seen = notification(screen, "a", NOW)
    assert seen is not None
    assert (seen.state, seen.until) == (LATER, ahead(hours=3))


def test_what_was_put_off_comes_back_when_its_time_has_come(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _notification("a"), _notification("b", 2))
    marks.mark_later(screen, ["a"], ahead(hours=2), NOW)
    marks.mark_later(screen, ["b"], ahead(hours=1), NOW)
    assert (_ids(screen), _ids(screen, LATER)) == ([], ["b", "a"])
    back = notifications(screen, OPEN, ahead(hours=1)).rows
    assert [(seen.notification.id, seen.state) for seen in back] == [("b", OPEN)]
    assert count_notifications(screen, ahead(hours=1)) == NotificationCounts(open=1, later=1)


def test_muting_hides_by_kind_workspace_or_sender_and_can_be_undone(writer: CacheWriter, screen: Connection) -> None:
    keep(
        writer,
        TEAM,
        _notification("plain", 1),
        replace(_notification("file", 2, "site:1"), kind=NotificationKind.FILE_CHANGED),
        replace(_notification("from karim", 3, None), who="Karim"),
    )
    for what, hidden in (
        (Mute(MuteScope.KIND, NotificationKind.FILE_CHANGED.value), "file"),
        (Mute(MuteScope.WORKSPACE, "team:1"), "plain"),
        (Mute(MuteScope.SENDER, "Karim"), "from karim"),
    ):
        assert marks.mute(screen, what, NOW)
        assert not marks.mute(screen, what, NOW)
        assert marks.mutes(screen) == (what,)
        assert hidden not in _ids(screen)
        assert count_notifications(screen, NOW) == NotificationCounts(open=2, muted=1)
        assert marks.unmute(screen, what)
        assert not marks.unmute(screen, what)
    assert len(_ids(screen)) == 3


def test_groups_are_the_workspaces_the_newest_first(writer: CacheWriter, screen: Connection) -> None:
    keep(
        writer,
        TEAM,
        _notification("a", 9),
        _notification("b", 3),
        _notification("c", 1, None),
        _notification("d", 5, "x"),
    )
    found = [(each.workspace_id, each.title, each.count, each.newest) for each in groups(screen, OPEN, NOW)]
    assert found == [
        (None, None, 1, ago(hours=1)),
        ("team:1", "Lovhandläggning", 2, ago(hours=3)),
        ("x", None, 1, ago(hours=5)),
    ]
    assert [each.notification.id for each in notifications_of(screen, "team:1", OPEN, NOW).rows] == ["b", "a"]
    assert [each.notification.id for each in notifications_of(screen, None, OPEN, NOW).rows] == ["c"]


def test_a_whole_workspace_is_handled_in_one_go_and_taken_back(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, TEAM, _notification("a"), _notification("b", 2), _notification("c", 3, None))
    before = marks.mark_workspace_handled(screen, "team:1", NOW)
    assert _ids(screen) == ["c"]
    marks.restore(screen, before, NOW)
    assert _ids(screen) == ["a", "b", "c"]
    marks.mark_workspace_handled(screen, None, NOW)
    assert _ids(screen) == ["a", "b"]


def test_each_state_is_paged_without_gaps_or_doubles(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, *many(120))
    marks.mark_handled(screen, [f"notification:{n:08d}" for n in range(0, 120, 3)], NOW)
    for n in range(1, 120, 3):
        marks.mark_later(screen, [f"notification:{n:08d}"], ahead(minutes=1 + n % 7), NOW)
    for state in NotificationState:
        paged = all_pages(partial(notifications, screen, state, NOW, limit=7))
        assert len({seen.notification.id for seen in paged}) == len(paged) == 40
        assert paged == notifications(screen, state, NOW).rows


def test_workspaces_carry_their_unread_and_favourites_lead(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, *workspaces(6), *many(60))
    first = read_workspaces(screen, NOW).rows
    assert [each.workspace.id for each in first] == ["team:0", "site:1", "team:2", "site:3", "team:4", "site:5"]
    assert first[0].unread == 3
    pins.pin(screen, PinKind.WORKSPACE, "team:4")
    pins.pin(screen, PinKind.WORKSPACE, "site:1")
    marks.mute(screen, Mute(MuteScope.WORKSPACE, "team:0"), NOW)
    seen = read_workspaces(screen, NOW).rows
    assert [each.workspace.id for each in seen][:3] == ["team:4", "site:1", "team:0"]
    assert [each.favourite for each in seen] == [True, True, False, False, False, False]
    assert (seen[2].muted, seen[2].unread) == (True, 0)
    only = read_workspaces(screen, NOW, frozenset({WorkspaceKind.SITE}), limit=2)
    rest = read_workspaces(screen, NOW, frozenset({WorkspaceKind.SITE}), only.after, limit=2)
    assert [each.workspace.id for each in only.rows + rest.rows] == ["site:1", "site:3", "site:5"]
    assert workspace(screen, "team:2", NOW) == seen[3]
    assert workspace(screen, "team:99", NOW) is None
