"""Kollegor: who somebody is, how to reach them, whom they work with."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.store.many_facts import people as many_people
from tests.ui.opened import Opened, open_window
from tests.ui.shell_parts import NOW
from ui.models.person_model import PersonModel, PersonRow, initial
from ui.models.row_model import GroupRow
from ui.screens.people.contact import contact_text
from ui.screens.people.people_screen import PeopleScreen
from ui.screens.people.person_page import PersonPage
from ui.widgets.buttons import Button
from ui.widgets.fields import SearchField
from ui.widgets.labels import Label, Paragraph
from ui.widgets.notes import Note
from ui.widgets.row_list import RowList
from workplace_app.domain.person import Person
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.store.feed_ledger import FeedLedger

SAMIRA = Person(
    "person:samira", "Samira Tjärnvik", "Enhetschef", "Bygglovsenheten", "Stadshuset", "08-718 80 01", "", "s@n.example"
)
OLOF = Person(
    "person:olof",
    "Olof Ålund",
    "Handläggare",
    "Bygglovsenheten",
    mobile="070-000 00 01",
    mail="olof@nacka.example",
    manager_id="person:samira",
)
ELISE = Person("person:elise", "Élise Östling", "Rektor", "Saltängens skola")
ASA = Person("person:asa", "Åsa Häggmo")


@pytest.fixture
def shown(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    made = open_window(qapp, tmp_path, {"people": PeopleScreen}, facts=(SAMIRA, OLOF, ELISE, ASA))
    made.workplace.go("people")
    yield made
    made.close()


def screen(shown: Opened) -> PeopleScreen:
    found = shown.workplace.pages.shown
    assert isinstance(found, PeopleScreen)
    return found


def directory(shown: Opened) -> RowList:
    return next(each for each in screen(shown).findChildren(RowList) if each.accessibleName() == "Colleagues")


def rows(shown: Opened) -> list[str]:
    model = directory(shown).model()
    assert isinstance(model, PersonModel)
    return [row.title if isinstance(row, GroupRow) else row.name for row in model.rows]


def page(shown: Opened) -> PersonPage:
    return next(each for each in screen(shown).findChildren(PersonPage) if each.person.id == screen(shown).shown_item())


def press(shown: Opened, name: str) -> None:
    next(each for each in page(shown).findChildren(Button) if each.accessibleName() == name).click()


def field(shown: Opened) -> SearchField:
    found = screen(shown).findChild(SearchField)
    assert found is not None
    return found


def look_for(shown: Opened, words: str) -> None:
    field(shown).setText(words)


def test_the_directory_goes_a_to_o_under_its_letters(shown: Opened) -> None:
    assert rows(shown) == ["E", ELISE.name, "O", OLOF.name, "S", SAMIRA.name, "Å", ASA.name]


@pytest.mark.parametrize(("name", "letter"), [("Élise", "E"), ("åsa", "Å"), ("Örjan", "Ö"), ("", "#"), ("3:an", "#")])
def test_a_name_stands_under_its_letter(name: str, letter: str) -> None:
    assert initial(name) == letter


def test_a_row_is_spoken_whole() -> None:
    row = PersonRow("person:1", "Olof Ålund", "Handläggare  ·  Bygglovsenheten", "O")
    assert PersonModel().spoken(row) == "Olof Ålund, Handläggare, Bygglovsenheten"


def test_a_long_directory_is_read_by_pages(qapp: QApplication, tmp_path: Path) -> None:
    made = open_window(qapp, tmp_path, {"people": PeopleScreen}, facts=tuple(many_people(500)))
    made.workplace.go("people")
    model = directory(made).model()
    assert 200 <= model.rowCount() < 300
    assert model.canFetchMore(directory(made).rootIndex())
    made.close()


def test_choosing_a_row_shows_the_person(shown: Opened) -> None:
    directory(shown).choose(OLOF.id)
    assert page(shown).person == OLOF
    assert screen(shown).shown_item() == OLOF.id


def test_a_search_finds_by_title_too(shown: Opened) -> None:
    look_for(shown, "rektor")
    assert rows(shown) == [ELISE.name]


def test_enter_in_the_field_shows_the_best_hit(shown: Opened) -> None:
    look_for(shown, "olof")
    QTest.keyClick(field(shown), Qt.Key.Key_Return)
    assert page(shown).person == OLOF


def test_a_search_without_a_hit_says_so(shown: Opened) -> None:
    look_for(shown, "xyzzy")
    words = [each.words for each in screen(shown).findChildren(Paragraph)]
    assert "Nobody in the directory matches “xyzzy”." in words


@pytest.mark.parametrize(
    ("button", "address"),
    [
        ("Chat in Teams", "https://teams.microsoft.com/l/chat/0/0?users=olof@nacka.example"),
        ("Call: 070-000 00 01", "tel:070-0000001"),
        ("Send mail: olof@nacka.example", "mailto:olof@nacka.example"),
    ],
)
def test_a_colleague_is_reached_through_the_one_door(shown: Opened, button: str, address: str) -> None:
    directory(shown).choose(OLOF.id)
    press(shown, button)
    assert shown.addresses == [address]


def test_without_a_mail_address_there_is_no_chat(shown: Opened) -> None:
    directory(shown).choose(ASA.id)
    assert not page(shown).chat_button.isEnabled()
    assert "The directory has no phone number and no mail address." in [
        each.words for each in page(shown).findChildren(Paragraph)
    ]


def test_ctrl_c_copies_the_contact(shown: Opened) -> None:
    directory(shown).choose(OLOF.id)
    QTest.keyClick(directory(shown), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == contact_text(OLOF)
    assert contact_text(OLOF).splitlines()[1] == "Handläggare, Bygglovsenheten"


def test_the_manager_is_one_press_away(shown: Opened) -> None:
    directory(shown).choose(OLOF.id)
    press(shown, "Show Samira Tjärnvik")
    assert screen(shown).shown_item() == SAMIRA.id


def test_colleagues_are_those_of_the_same_unit(shown: Opened) -> None:
    directory(shown).choose(OLOF.id)
    colleagues = page(shown).findChild(RowList)
    assert colleagues is not None
    assert [colleagues.model().data(colleagues.model().index(0, 0))] == [SAMIRA.name]
    colleagues.choose_first()
    QTest.keyClick(colleagues, Qt.Key.Key_Return)
    assert screen(shown).shown_item() == SAMIRA.id


def test_a_unit_can_be_shown_alone_and_left_again(shown: Opened) -> None:
    directory(shown).choose(OLOF.id)
    press(shown, "Show the unit")
    assert rows(shown) == [OLOF.name, SAMIRA.name]
    everybody = next(each for each in screen(shown).findChildren(Button) if each.text() == "Show everybody")
    everybody.click()
    assert ASA.name in rows(shown)


def test_a_directory_that_was_never_fetched_is_unknown_not_empty(qapp: QApplication, tmp_path: Path) -> None:
    made = open_window(qapp, tmp_path, {"people": PeopleScreen})
    made.workplace.go("people")
    words = [each.words for each in screen(made).findChildren(Paragraph)]
    assert "We do not know yet. Nothing has been fetched." in words
    made.close()


def test_a_failed_fetch_keeps_the_old_directory_with_its_age(shown: Opened) -> None:
    ledger = FeedLedger(shown.sync)
    ledger.succeed("people", NOW - timedelta(hours=3))
    ledger.fail("people", Problem(ProblemKind.OFFLINE), NOW)
    screen(shown).refresh(screen(shown).kinds)
    QApplication.processEvents()
    assert [each.words for each in screen(shown).findChildren(Note) if each.isVisible()] == [
        "There is no network. We try again when the network is back."
    ]
    assert "Directory from 05:12" in [each.text() for each in screen(shown).findChildren(Label)]
    assert len(rows(shown)) == 8


def test_in_a_narrow_window_one_pane_is_shown_at_a_time(shown: Opened) -> None:
    screen(shown).set_effective_width(800)
    assert directory(shown).isVisible()
    screen(shown).show_item(OLOF.id)
    assert page(shown).isVisible()
    assert not directory(shown).isVisible()
    back = next(each for each in screen(shown).findChildren(Button) if each.accessibleName() == "Back to the list")
    back.click()
    assert directory(shown).isVisible()


def test_what_changes_is_shown_and_the_choice_stays(shown: Opened) -> None:
    directory(shown).choose(OLOF.id)
    shown.keep(Person(OLOF.id, OLOF.name, "Enhetschef", OLOF.unit))
    screen(shown).refresh(screen(shown).kinds)
    assert page(shown).person.title == "Enhetschef"
    assert directory(shown).chosen_row is not None
    assert screen(shown).shown_item() == OLOF.id
