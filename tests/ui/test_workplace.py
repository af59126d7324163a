"""The furnished window: places, keys, links, toasts, settings that take effect at once, accounts that leave nothing."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.opened import Opened, open_window
from tests.ui.shell_parts import ELIN, NACKA, PlainScreen, Requests, Storage
from ui.look import look
from ui.rail import PersonButton
from ui.screen import Shell
from ui.theme import DARK
from ui.widgets.buttons import PaintedButton
from ui.widgets.rail import RailItem
from ui.widgets.row_list import RowList
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.keyring import Keyring
from workplace_app.domain.person import Person, Profile
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.settings import LANGUAGE, SINGLE_LETTER_KEYS, TEXT_PERCENT, THEME, Language, ThemeChoice
from workplace_app.domain.task import Task, TaskSource

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def press(opened: Opened, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or opened.application.window, key, modifier)


def rail_items(opened: Opened) -> list[RailItem]:
    return [item for item in opened.workplace.rail.findChildren(RailItem) if item.isVisible()]


def test_the_window_is_what_screens_may_ask(opened: Opened) -> None:
    shell: Shell = opened.workplace
    assert shell is opened.context.shell


def test_the_first_place_is_shown_and_marked(opened: Opened) -> None:
    assert opened.workplace.pages.place == "today"
    assert [item.text() for item in rail_items(opened) if item.isChecked()] == ["Today"]
    assert opened.application.window.windowTitle() == "today – Nacka arbetsplats"


def test_ctrl_and_a_number_goes_to_a_place(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(opened.application.window.isActiveWindow)
    press(opened, Qt.Key.Key_2, CTRL)
    assert opened.workplace.pages.place == "news"
    press(opened, Qt.Key.Key_Comma, CTRL)
    assert opened.workplace.pages.place == "settings"
    press(opened, Qt.Key.Key_Left, ALT)
    assert opened.workplace.pages.place == "news"


def test_whoever_goes_by_key_goes_on_by_key(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(opened.application.window.isActiveWindow)
    press(opened, Qt.Key.Key_2, CTRL)
    assert opened.screens["news"].field.hasFocus()


def test_f5_fetches_what_the_screen_shows(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(opened.application.window.isActiveWindow)
    press(opened, Qt.Key.Key_F5)
    assert opened.requests.asked == ["refresh planner todo"]


def test_f6_goes_round_the_panes(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(opened.application.window.isActiveWindow)
    opened.screens["today"].focus_first()
    places: list[str] = []
    for _ in range(3):
        press(opened, Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        assert focused is not None
        places.append("rail" if opened.workplace.rail.isAncestorOf(focused) else "page")
    assert places == ["rail", "page", "rail"]  # nothing on the strip can be pressed now


def test_a_command_of_a_screen_goes_with_it(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(opened.application.window.isActiveWindow)
    press(opened, Qt.Key.Key_N, CTRL)
    opened.workplace.go("news")
    press(opened, Qt.Key.Key_N, CTRL)
    assert opened.screens["today"].shown == ["ny"]
    assert opened.screens["news"].shown == ["ny"]
    assert opened.workplace.commands.get("today.new") is None


def test_a_change_in_the_store_reaches_screen_and_rail(opened: Opened, qtbot: QtBot) -> None:
    before = len(opened.screens["today"].read)
    due = datetime(2026, 10, 12, 22, tzinfo=UTC)
    opened.keep(Task("todo:1/1", TaskSource.TODO, "Svara", "1", "Mina", due, True, False))
    qtbot.waitUntil(lambda: len(opened.screens["today"].read) > before)
    assert rail_items(opened)[0].accessibleName() == "Today, 1 unread"


def test_the_rail_shows_who_one_is_once_it_is_known(opened: Opened, qtbot: QtBot) -> None:
    opened.keep(Profile(Person("person:elin", "Elin Ekhamn", unit="Bygglovsenheten")), feed="profile")
    qtbot.waitUntil(lambda: "Bygglovsenheten" in [each.text() for each in opened.workplace.rail.findChildren(QLabel)])


def test_in_a_low_window_the_rail_shows_where_one_is(opened: Opened, qapp: QApplication) -> None:
    opened.application.window.resize(640, 480)
    qapp.processEvents()
    opened.workplace.go("reminders")
    qapp.processEvents()
    here = next(item for item in rail_items(opened) if item.isChecked())
    assert here.visibleRegion().boundingRect() == here.rect()


def test_a_link_leaves_through_the_door(opened: Opened) -> None:
    assert opened.workplace.open_address("https://www.nacka.se/bygglov")
    assert opened.addresses == ["https://www.nacka.se/bygglov"]


def test_a_link_that_is_not_safe_is_told_and_not_opened(opened: Opened) -> None:
    assert not opened.workplace.open_address("javascript:alert(1)")
    assert opened.addresses == []
    assert "not opened" in opened.workplace._toasts.current_text


def test_what_was_said_can_be_undone_after_the_toast_too(opened: Opened, qtbot: QtBot) -> None:
    undone: list[str] = []
    opened.workplace.say("Uppgiften är klar", undo=lambda: undone.append("task"))
    assert opened.workplace._toasts.current_text == "Uppgiften är klar"
    opened.workplace._toasts.clear()
    qtbot.waitUntil(opened.application.window.isActiveWindow)
    press(opened, Qt.Key.Key_Z, CTRL)
    press(opened, Qt.Key.Key_Z, CTRL)
    assert undone == ["task"]


def test_one_toast_at_a_time(opened: Opened) -> None:
    opened.workplace.say("Ett")
    opened.workplace.say("Två")
    assert opened.workplace._toasts.current_text == "Två"


def test_text_size_takes_effect_at_once_and_narrows_the_rail(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(opened.application.window.isActiveWindow)
    press(opened, Qt.Key.Key_Plus, CTRL)
    assert look.text_scale == pytest.approx(1.1)
    opened.context.settings.set(TEXT_PERCENT, 200)
    assert opened.workplace.rail.narrow
    assert opened.screens["today"].width_told == 720
    press(opened, Qt.Key.Key_0, CTRL)
    assert not opened.workplace.rail.narrow


def test_the_theme_takes_effect_at_once(opened: Opened, qapp: QApplication) -> None:
    opened.context.settings.set(THEME, ThemeChoice.DARK)
    assert look.theme is DARK
    assert qapp.palette().window().color() == look.colour("canvas")


def test_single_letters_are_turned_off_for_all_lists(opened: Opened) -> None:
    opened.context.settings.set(SINGLE_LETTER_KEYS, False)
    assert not RowList.single_letter_keys


def test_another_language_makes_the_screens_anew_at_the_same_place(opened: Opened) -> None:
    opened.context.settings.set(LANGUAGE, Language.ENGLISH)
    opened.workplace.go("services")
    first = opened.screens["services"]
    opened.context.settings.set(LANGUAGE, Language.SWEDISH)
    assert opened.workplace.pages.place == "services"
    assert opened.screens["services"] is not first


def test_that_there_is_no_network_is_said_in_another_language_too(opened: Opened, qtbot: QtBot) -> None:
    opened.workplace.watcher.progress_changed(SyncProgress(False, offline=True))
    qtbot.waitUntil(lambda: opened.workplace.strip.texts == ["No network, nothing fetched yet"])
    opened.context.settings.set(LANGUAGE, Language.SWEDISH)
    opened.context.settings.set(LANGUAGE, Language.ENGLISH)
    qtbot.waitUntil(lambda: opened.workplace.strip.texts == ["No network, nothing fetched yet"])


def test_leaving_drops_every_screen_and_every_key(opened: Opened) -> None:
    opened.workplace.go("news")
    opened.workplace.say("Uppgiften är klar", undo=lambda: pytest.fail("undone for another account"))
    opened.workplace.leave()
    assert opened.workplace.pages.count() == 1
    assert rail_items(opened) == []
    assert opened.workplace.commands.offered() == []
    opened.workplace._toasts.undo_last()


def test_whoever_has_not_signed_in_sees_what_is_open_to_all(qapp: QApplication, tmp_path: Path) -> None:
    class SignIn(PlainScreen):
        fills_window = True

    made = open_window(qapp, tmp_path, {"sign_in": SignIn}, account=PUBLIC_ACCOUNT)
    assert made.workplace.pages.place == "sign_in"
    assert not made.workplace.rail.isVisible()
    made.workplace.go("services")
    assert made.workplace.rail.isVisible()
    assert [item.text() for item in rail_items(made)] == ["News", "Services", "Settings"]
    made.close()


def _people(made: Opened) -> list[PaintedButton]:
    """The buttons of the account, in either rail."""
    every = made.workplace.rail.findChildren(PaintedButton)
    return [each for each in every if each.isVisible() and (isinstance(each, PersonButton) or each.text() == "Account")]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("size", [(1440, 900), (1000, 700), (640, 480)])
def test_the_account_is_in_the_rail_at_every_width_and_can_be_left_from_there(
    qapp: QApplication, tmp_path: Path, size: tuple[int, int]
) -> None:
    made = open_window(qapp, tmp_path, size=size)
    (person,) = _people(made)
    assert person.accessibleName() == "Account of Elin Ekhamn"
    person.click()
    (menu,) = [each for each in person.findChildren(QMenu) if each.isVisible()]
    assert "Sign out and remove what is kept here" in [each.text() for each in menu.actions()]
    menu.close()
    made.close()


@pytest.mark.parametrize("width", [1440, 1000])
def test_without_an_account_the_way_to_sign_in_stands_in_place_of_a_person(
    qapp: QApplication, tmp_path: Path, width: int
) -> None:
    class SignIn(PlainScreen):
        fills_window = True

    made = open_window(qapp, tmp_path, {"sign_in": SignIn}, account=PUBLIC_ACCOUNT, size=(width, 900))
    made.workplace.enter(made.connection, PUBLIC_ACCOUNT, replace(NACKA, tenant_id="t", client_id="c"), made.requests)
    made.workplace.go("services")
    assert _people(made) == []
    (item,) = [item for item in rail_items(made) if item.text() == "Sign in"]
    item.click()
    assert made.workplace.pages.place == "sign_in"
    made.workplace.enter(made.connection, ELIN, NACKA, made.requests)
    assert [button.accessibleName() for button in _people(made)] == ["Account of Elin Ekhamn"]
    assert "Sign in" not in [item.text() for item in rail_items(made)]
    made.workplace.leave()
    assert _people(made) == []
    made.close()


def test_the_place_and_the_size_are_remembered(qapp: QApplication, tmp_path: Path) -> None:
    storage = Storage(language="en")
    first = open_window(qapp, tmp_path, storage=storage, size=(1100, 700))
    first.workplace.go("services")
    first.close()
    again = open_window(qapp, tmp_path / "other", storage=storage)
    assert again.workplace.pages.place == "services"
    again.close()
    assert "window.geometry" in storage.kept


def test_the_window_stands_before_anything_is_known(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    made = open_window(qapp, tmp_path)
    made.workplace.leave()
    event = QEvent(QEvent.Type.PaletteChange)
    QApplication.sendEvent(made.application.window, event)
    assert made.application.window.isVisible()
    made.workplace.enter(made.connection, ELIN, NACKA, Requests())
    assert made.workplace.pages.place == "today"
    made.close()


def test_the_strip_never_asks_for_more_than_the_least_window_at_twice_the_text(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, swedish: None
) -> None:
    made = open_window(qapp, tmp_path, size=(640, 480))
    made.workplace.watcher.at_rest = SyncProgress(False, offline=True)
    made.workplace.enter(made.connection, ELIN, NACKA, Requests(), keyring=Keyring.NONE)
    made.context.settings.set(TEXT_PERCENT, 200)
    qtbot.waitUntil(lambda: len(made.workplace.strip.texts) == 2)
    assert made.workplace.strip.texts[-1] == "Sparas bara tills du stänger"
    assert made.workplace.strip.minimumSizeHint().width() <= made.workplace.strip.width()
    made.close()
