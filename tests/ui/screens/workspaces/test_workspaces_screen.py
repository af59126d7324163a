"""Ytor: one kept list that is worked through with single keys, each step of which can be taken back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.store.many_facts import notifications as many_notifications
from tests.store.many_facts import workspaces as many_workspaces
from tests.ui.opened import Opened
from tests.ui.screens.a_day import CHANNEL, CHAT, FILE, NOTIFICATIONS, SITE, TEAM
from tests.ui.screens.finding import button, part, words
from tests.ui.shell_parts import NOW
from ui.models.notification_model import NotificationModel, NotificationRow
from ui.models.row_model import GroupRow
from ui.screens.workspaces.notification_page import NotificationPage
from ui.screens.workspaces.workspace_page import WorkspacePage
from ui.screens.workspaces.workspaces_screen import WorkspacesScreen
from ui.widgets.choices import Segmented
from ui.widgets.row_list import RowList
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.notification import NotificationState
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.store.feed_ledger import FeedLedger

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def places(day: Opened) -> Opened:
    day.workplace.go("workspaces")
    return day


def screen(places: Opened) -> WorkspacesScreen:
    found = places.workplace.pages.shown
    assert isinstance(found, WorkspacesScreen)
    return found


def listed(places: Opened) -> RowList:
    return part(screen(places), RowList, "Notifications")


def rows(places: Opened) -> list[NotificationRow]:
    model = listed(places).model()
    assert isinstance(model, NotificationModel)
    return [row for row in model.rows if isinstance(row, NotificationRow)]


def ids(places: Opened) -> set[str]:
    return {row.id for row in rows(places)}


def show(places: Opened, state: NotificationState) -> None:
    segmented = part(screen(places), Segmented)
    segmented.choose(state)
    segmented.changed.emit(state)


def press(places: Opened, item: str, key: Qt.Key) -> None:
    listed(places).choose(item)
    listed(places).setFocus()
    QTest.keyClick(listed(places), key)


def choose_later(places: Opened, item: str, entry: int) -> None:
    press(places, item, Qt.Key.Key_S)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[entry].trigger()
    menu.close()


def test_notifications_stand_under_their_workspace_with_its_number(places: Opened) -> None:
    model = listed(places).model()
    assert isinstance(model, NotificationModel)
    groups = [(row.title, row.note) for row in model.rows if isinstance(row, GroupRow)]
    assert groups == [("Bygglovsenheten", "1 unread"), ("Tasks and calendar", "2 unread"), (SITE.title, "1 unread")]


def test_e_is_done_and_ctrl_z_brings_it_back(places: Opened) -> None:
    press(places, "n:nämnd", Qt.Key.Key_E)
    assert "n:nämnd" not in ids(places)
    show(places, NotificationState.HANDLED)
    assert ids(places) == {"n:nämnd"}
    places.workplace._toasts.undo_last()
    show(places, NotificationState.OPEN)
    assert "n:nämnd" in ids(places)


def test_what_is_put_off_comes_back_when_its_time_has_come(places: Opened) -> None:
    choose_later(places, "n:nämnd", 0)
    assert "n:nämnd" not in ids(places)
    show(places, NotificationState.LATER)
    assert ids(places) == {"n:nämnd"}
    places.clock.pass_time(timedelta(minutes=61))
    show(places, NotificationState.OPEN)
    assert "n:nämnd" in ids(places)


def test_a_minute_that_begins_brings_back_what_is_due(places: Opened) -> None:
    choose_later(places, "n:nämnd", 0)
    places.clock.pass_time(timedelta(minutes=61))
    screen(places).tick(places.clock())
    assert "n:nämnd" in ids(places)


def test_m_mutes_the_kind_and_can_be_taken_back(places: Opened) -> None:
    press(places, "n:fil", Qt.Key.Key_M)
    assert "n:fil" not in ids(places)
    places.workplace._toasts.undo_last()
    assert "n:fil" in ids(places)


def test_the_page_mutes_what_it_shows_whatever_row_is_current(places: Opened) -> None:
    press(places, "n:uppgift", Qt.Key.Key_Return)
    screen(places)._show_notification(next(row for row in rows(places) if row.id == "n:uppgift"))
    listed(places).choose("n:inbjudan")
    screen(places)._show_notification(next(row for row in rows(places) if row.id == "n:uppgift"))
    button(screen(places), "Mute").click()
    assert "n:uppgift" not in ids(places)
    assert "n:inbjudan" in ids(places)


def test_all_can_be_done_at_once_and_taken_back_at_once(places: Opened) -> None:
    button(screen(places), "Mark all done").click()
    assert ids(places) == set()
    assert "Nothing to handle. You are up to date." in words(screen(places))
    places.workplace._toasts.undo_last()
    assert ids(places) == {each.id for each in NOTIFICATIONS}


def test_one_workspace_shows_its_own_and_counts_its_own(places: Opened) -> None:
    part(screen(places), RowList, "Workspaces").choose(SITE.id)
    assert ids(places) == {"n:fil"}
    segmented = part(screen(places), Segmented)
    assert segmented._buttons[0].accessibleName().startswith("To handle")
    assert "1" in segmented._buttons[0].accessibleName()


def test_enter_opens_it_outside_through_the_door(places: Opened) -> None:
    press(places, "n:nämnd", Qt.Key.Key_Return)
    assert places.addresses == [NOTIFICATIONS[0].address]


def test_a_mention_shows_the_thread_it_belongs_to(places: Opened) -> None:
    listed(places).choose("n:nämnd")
    said = words(part(screen(places), NotificationPage))
    assert "Kan du titta på parkeringen?" in said
    assert "Måtten finns i kartan." in said
    assert "The thread has not been fetched. Teams is read only when you ask." in said


def test_fetching_a_thread_asks_for_its_channel_only(places: Opened) -> None:
    listed(places).choose("n:nämnd")
    button(part(screen(places), NotificationPage), "Fetch again").click()
    assert places.requests.asked[-1] == f"open {CHANNEL.id}"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("n:uppgift", ["Svara på komplettering", "Bygglov: ärenden", "Due yesterday"]),
        ("n:inbjudan", ["Ärendegenomgång", "today 10:30–11:00", "Rum Ektorp"]),
    ],
)
def test_a_task_and_an_invitation_tell_what_they_are_about(places: Opened, item: str, expected: list[str]) -> None:
    listed(places).choose(item)
    said = words(part(screen(places), NotificationPage))
    assert set(expected) <= set(said)


def test_a_team_is_read_when_a_channel_is_chosen_and_not_before(places: Opened) -> None:
    screen(places).show_item(TEAM.id)
    assert not [asked for asked in places.requests.asked if asked.startswith("open")]
    part(screen(places), RowList, "Channels").choose(CHANNEL.id)
    assert places.requests.asked[-1] == f"open {CHANNEL.id}"
    assert "Kan du titta på parkeringen?" in words(part(screen(places), WorkspacePage))


def test_a_chat_of_which_nothing_is_kept_is_unknown_and_not_empty(places: Opened) -> None:
    screen(places).show_item(CHAT.id)
    assert "We do not know yet. Nothing has been fetched." in words(part(screen(places), WorkspacePage))


def test_files_of_a_site_open_where_they_are(places: Opened) -> None:
    screen(places).show_item(SITE.id)
    files = part(screen(places), RowList, "Latest files")
    files.choose(FILE.id)
    QTest.keyClick(files, Qt.Key.Key_Return)
    assert places.addresses == [FILE.address]


def test_a_favourite_stands_first_and_can_be_taken_back(places: Opened) -> None:
    screen(places).show_item(SITE.id)
    button(screen(places), "Make a favourite").click()
    choices = part(screen(places), RowList, "Workspaces").model()
    assert [str(choices.index(number, 0).data()) for number in (1, 2)] == ["Favourites", SITE.title]
    places.workplace._toasts.undo_last()
    assert str(choices.index(1, 0).data()) != "Favourites"


def test_nothing_fetched_is_unknown(unknown: Opened) -> None:
    unknown.workplace.go("workspaces")
    assert any(each.startswith("We do not know yet") for each in words(screen(unknown)))
    assert "Nothing to handle. You are up to date." not in words(screen(unknown))


def test_a_problem_is_told_over_what_is_kept(places: Opened) -> None:
    FeedLedger(places.sync).fail("teams", Problem(ProblemKind.SERVICE_UNAVAILABLE), NOW)
    screen(places).refresh(frozenset({ChangeKind.FEED_STATE}))
    assert ids(places) == {each.id for each in NOTIFICATIONS}
    button(screen(places), "Try again").click()
    assert places.requests.asked[-1].startswith("refresh calendar chats")


def test_ten_thousand_notifications_are_read_by_pages(places: Opened) -> None:
    places.keep(*many_workspaces(30))
    places.keep(*many_notifications(10_000))
    screen(places).refresh(frozenset({ChangeKind.NOTIFICATIONS}))
    assert len(rows(places)) == 200
    assert listed(places).model().canFetchMore(listed(places).rootIndex())


@pytest.mark.parametrize("width", [700, 1024, 1440])
def test_every_pane_can_be_reached_at_every_width(places: Opened, width: int) -> None:
    places.application.window.resize(width, 700)
    choices = part(screen(places), RowList, "Workspaces")
    if not choices.isVisible():
        screen(places)._to_choices.click()
    assert choices.isVisible()
    screen(places).show_item("n:nämnd")
    assert part(screen(places), NotificationPage).isVisible()
    if width < 900:
        button(screen(places), "Back to the list").click()
    assert listed(places).isVisible()


def test_a_row_speaks_all_it_shows(places: Opened) -> None:
    model = listed(places).model()
    assert isinstance(model, NotificationModel)
    spoken = model.spoken(rows(places)[0])
    for each in ("open", "Pernilla Åskog mentioned you", "Ord om nämnd", "You are mentioned in", "08:07"):
        assert each in spoken


@pytest.mark.parametrize("first", ["n:nämnd", CHAT.id])
def test_whoever_comes_back_to_a_place_sees_it_whatever_was_shown_in_between(places: Opened, first: str) -> None:
    (between,) = {"n:nämnd", CHAT.id} - {first}
    for place in (first, between, first):
        places.workplace.go("workspaces", place)
        assert screen(places).shown_item() == place
