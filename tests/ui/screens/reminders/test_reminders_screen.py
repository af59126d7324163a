"""The list of reminders: what has rung first, keys that act, words where it is empty, and a file to take along."""

from datetime import timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.choosing_a_file import choose_file
from tests.ui.opened import Opened
from tests.ui.reminders.ringing import DAY, HOUR, MINUTE, companion, remind, settle
from tests.ui.screens.a_day import ARTICLES, TASKS
from tests.ui.screens.finding import button, part, words
from tests.ui.screens.today.test_today_screen import card
from tests.ui.shell_parts import NOW
from ui.file_saving import FOLDER
from ui.models.row_model import GroupRow
from ui.reminders.popover import RemindPopover
from ui.reminders.subjects import of_article, of_task
from ui.screens.reminders.calendar_saving import file_name
from ui.screens.reminders.reminder_rows import ReminderModel
from ui.screens.reminders.reminders_screen import RemindersScreen
from ui.screens.search.palette import Palette
from ui.widgets.fields import TextField
from ui.widgets.rail import RailItem
from ui.widgets.row_list import RowList
from workplace_app.domain.reminder import Reminder, ReminderKind, ReminderSubject
from workplace_app.store.own_things import reminders
from workplace_app.store.own_things.choices import Choices
from workplace_app.store.reminder_reader import done_reminders, open_reminders, reminder

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def screen(day: Opened) -> RemindersScreen:
    day.workplace.go("reminders")
    shown = day.workplace.pages.shown
    assert isinstance(shown, RemindersScreen)
    return shown


def rows(day: Opened) -> RowList:
    return part(screen(day), RowList, "Reminders")


def listed(day: Opened) -> list[str]:
    model = rows(day).model()
    assert isinstance(model, ReminderModel)
    return [f"[{row.title}]" if isinstance(row, GroupRow) else f"{row.title} {row.when}" for row in model.rows]


def some(day: Opened) -> list[Reminder]:
    """One that has rung, one today, one tomorrow, one later, one that is done."""
    made = [remind(day, NOW + after) for after in (-MINUTE, 2 * HOUR, DAY, 9 * DAY, HOUR)]
    reminders.ring_due(day.connection, NOW)
    reminders.mark_done(day.connection, made[4].id, NOW)
    return made


def press(day: Opened, key: Qt.Key, which: Reminder) -> None:
    shown = rows(day)
    shown.setFocus()
    assert shown.choose(which.id)
    QTest.keyClick(shown, key)


def test_an_empty_list_says_how_to_begin(day: Opened) -> None:
    assert any("Ctrl+R reminds you of what is chosen" in each for each in words(screen(day)))


def test_they_stand_by_what_is_to_be_done(day: Opened) -> None:
    some(day)
    assert listed(day) == [
        "[Have rung]",
        "Ring Pernilla 08:11",
        "[Today]",
        "Ring Pernilla 10:12",
        "[Tomorrow]",
        "Ring Pernilla 08:12",
        "[Later]",
        "Ring Pernilla 22 Oct 08:12",
        "[Done]",
        "Ring Pernilla Done today",
    ]
    assert "1 has rung, 3 waiting" in words(screen(day))


def test_a_day_that_begins_moves_what_was_tomorrow(day: Opened) -> None:
    remind(day, NOW + DAY)
    assert listed(day)[0] == "[Tomorrow]"
    day.clock.pass_time(timedelta(hours=20))
    screen(day).tick(day.clock())
    assert listed(day)[0] == "[Today]"


def test_e_is_done_and_again_not_done_and_delete_deletes(day: Opened, qtbot: QtBot) -> None:
    rung, soon, *_ = some(day)
    press(day, Qt.Key.Key_E, rung)
    assert rung.id in {each.id for each in done_reminders(day.connection)}
    qtbot.waitUntil(lambda: listed(day)[0] == "[Today]")
    press(day, Qt.Key.Key_E, rung)
    assert rung.id in {each.id for each in open_reminders(day.connection)}
    press(day, Qt.Key.Key_Delete, soon)
    assert reminder(day.connection, soon.id) is None
    day.workplace._toasts.undo_last()
    assert reminder(day.connection, soon.id) == soon


def test_when_the_last_one_goes_the_keyboard_stays_on_the_page(day: Opened, qtbot: QtBot) -> None:
    made = remind(day, NOW + HOUR)
    press(day, Qt.Key.Key_Delete, made)
    shown = screen(day)
    qtbot.waitUntil(lambda: button(shown, "New reminder").hasFocus())


def test_s_puts_off(day: Opened) -> None:
    rung, *_ = some(day)
    press(day, Qt.Key.Key_S, rung)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[1].trigger()
    menu.close()
    kept = reminder(day.connection, rung.id)
    assert kept is not None
    assert (kept.at, kept.snoozed, kept.fired_at) == (NOW + HOUR, 1, None)


def test_enter_opens_the_thing_and_words_of_ones_own_are_changed(day: Opened) -> None:
    about = remind(day, NOW + HOUR, of_article(ARTICLES[1]))
    own = remind(day, NOW + 2 * HOUR)
    press(day, Qt.Key.Key_Return, about)
    assert day.workplace.pages.place == "news"
    press(day, Qt.Key.Key_Return, own)
    popover = QApplication.activePopupWidget()
    assert isinstance(popover, RemindPopover)
    popover.close()


def test_ctrl_r_here_changes_words_and_keeps_the_moment(day: Opened) -> None:
    rung, *_ = some(day)
    shown = rows(day)
    shown.setFocus()
    shown.choose(rung.id)
    day.workplace.commands.run("remind")
    popover = QApplication.activePopupWidget()
    assert isinstance(popover, RemindPopover)
    part(popover, TextField).setText("Ring Jonas")
    button(popover, "Save").click()
    kept = reminder(day.connection, rung.id)
    assert kept is not None
    assert (kept.subject.title, kept.at) == ("Ring Jonas", rung.at)
    assert kept.fired_at is not None, "other words do not make it ring again"


def test_the_menu_offers_everything_that_the_keys_do(day: Opened) -> None:
    task = remind(day, NOW + HOUR, of_task(TASKS[1]))
    shown = rows(day)
    shown.setFocus()
    shown.choose(task.id)
    QTest.keyClick(shown, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert offered == ["Open", "Done", "Snooze", "Change …", "Save as .ics …", "Delete"]
    menu.close()


def test_the_rail_counts_what_has_rung(day: Opened, qtbot: QtBot) -> None:
    remind(day, NOW + MINUTE)
    remind(day, NOW + 2 * HOUR)
    companion(day)
    day.clock.pass_time(2 * MINUTE)
    companion(day).alarm.look()
    settle()
    items = day.workplace.rail.findChildren(RailItem)
    qtbot.waitUntil(lambda: "Reminders, 1 unread" in [item.accessibleName() for item in items])


def test_the_palette_finds_one_and_leads_to_its_row(day: Opened) -> None:
    made = remind(day, NOW + DAY, ReminderSubject(ReminderKind.TEXT, "Boka platsbesöket i Tallbacken"))
    day.workplace.commands.run("search")
    palette = day.application.window.findChild(Palette)
    assert palette is not None
    palette._box.setText("platsbesök")
    palette._answer()
    hit = palette._list.current_row
    assert hit is not None
    assert hit.title == made.subject.title
    palette._take(hit)
    assert day.workplace.pages.place == "reminders"
    assert screen(day).shown_item() == made.id


def test_the_card_on_today_says_what_rings_next(day: Opened, qtbot: QtBot) -> None:
    some(day)
    day.workplace.watcher.changed(RemindersScreen.kinds)
    shown = card(day, "reminders")
    model = part(shown, RowList).model()
    qtbot.waitUntil(lambda: model.rowCount() == 4)
    assert isinstance(model, ReminderModel)
    assert [row.when for row in model.rows if not isinstance(row, GroupRow)] == [
        "has rung 08:11",
        "10:12",
        "Wed 08:12",
        "22 Oct 08:12",
    ]


# Files


def test_all_that_is_open_goes_into_one_file_and_the_folder_is_remembered(day: Opened, tmp_path: Path) -> None:
    made = some(day)
    shown = screen(day)
    button(shown, "Save as .ics").click()
    folder = tmp_path / "kalender"
    folder.mkdir()
    choose_file(folder / "alla.ics")
    calendar = Calendar.from_ical((folder / "alla.ics").read_bytes())
    assert {str(event["uid"]) for event in calendar.walk("VEVENT")} == {each.id for each in made[:4]}
    assert day.workplace._toasts.current_text == "4 reminders saved in alla.ics."
    assert Choices(day.connection).setting(FOLDER) == str(folder)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Läs: nya mallar/2026", "Läs-nya-mallar-2026"),
        ("../../etc/passwd", "etc-passwd"),
        ("???", "reminder"),
        ("x" * 200, "x" * 60),
        ("CON", "CON-1"),
        ("lpt9", "lpt9-1"),
        ("Konto", "Konto"),
    ],
)
def test_a_title_makes_a_name_for_every_system(title: str, name: str) -> None:
    assert file_name(title) == name


def test_long_words_get_a_second_line_where_one_has_no_room_for_them(day: Opened, qapp: QApplication) -> None:
    remind(day, NOW + HOUR)
    long = "Ta med nyckeln till Tallbacken och lämna tillbaka den i receptionen före klockan fyra"
    remind(day, NOW + 2 * HOUR, ReminderSubject(ReminderKind.TEXT, long))
    shown = rows(day)

    def heights() -> list[int]:
        qapp.processEvents()
        model = shown.model()
        assert isinstance(model, ReminderModel)
        indexes = [model.index(number) for number in range(model.rowCount())]
        return [shown.visualRect(each).height() for each in indexes if model.row_at(each) is not None]

    short, wide = heights()
    assert short == wide
    day.application.window.resize(640, 480)
    short, narrow = heights()
    assert narrow > short
