"""A card never draws unknown as empty, old as new, and never blinks."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import Button
from ui.widgets.card import Card, CardState, Freshness
from ui.widgets.labels import Paragraph
from ui.widgets.notes import Note
from ui.widgets.skeleton import Skeleton

OLD = CardState(Freshness.OLD, "i går 16:38", "Teams svarar inte just nu.", "Försök igen")
EMPTY = CardState(Freshness.EMPTY, "08:12", "Inget att kvittera. Du är i kapp.")
UNKNOWN = CardState(Freshness.UNKNOWN, "", "Vi vet inte. Intranätet har inte svarat i dag.", "Försök igen")
FRESH = CardState(Freshness.FRESH, "08:12")


@pytest.fixture
def card(qtbot: QtBot) -> Card:
    made = Card("Att kvittera", QLabel("rader"), footer="Alla")
    qtbot.addWidget(made)
    made.show()
    return made


def shown_words(card: Card) -> list[str]:
    return [each.words for each in card.findChildren(Paragraph) if each.isVisible()]


def fire(card: Card, number: int) -> None:
    """Let one of the card's two timers run out (0: the wait before grey rows, 1: how long they stay)."""
    timer = card.findChildren(QTimer)[number]
    assert timer.isActive()
    timer.stop()
    timer.timeout.emit()


def test_fresh_shows_rows_and_age(card: Card) -> None:
    card.show_state(FRESH)
    assert card.body.isVisible()
    assert card.accessibleName() == "Att kvittera, updated 08:12"


def test_old_rows_stay_under_a_note_with_a_way_to_try_again(card: Card, qtbot: QtBot) -> None:
    card.show_state(OLD)
    assert card.body.isVisible()
    assert shown_words(card) == ["Teams svarar inte just nu."]
    button = next(each for each in card.findChildren(Button) if each.text() == "Försök igen")
    with qtbot.waitSignal(card.acted):
        button.click()


def test_empty_and_unknown_look_different_and_say_so(card: Card) -> None:
    card.show_state(EMPTY)
    empty = card.grab().toImage()
    assert shown_words(card) == ["Inget att kvittera. Du är i kapp."]
    assert not card.body.isVisible()
    card.show_state(UNKNOWN)
    assert shown_words(card) == ["Vi vet inte. Intranätet har inte svarat i dag."]
    assert card.grab().toImage() != empty
    assert "unknown" in card.accessibleName()


def test_failed_is_a_red_note_over_what_there_is(card: Card) -> None:
    card.show_state(CardState(Freshness.FAILED, "aldrig", "Du har inte åtkomst.", "Visa IT hur"))
    assert len(card.findChildren(Note)) == 1
    assert card.accessibleName() == "Att kvittera, aldrig"


def test_grey_rows_come_after_a_wait_only(card: Card) -> None:
    card.show_state(CardState(Freshness.FETCHING))
    assert card.findChildren(Skeleton) == []
    fire(card, 0)
    assert len(card.findChildren(Skeleton)) == 1


def test_what_comes_at_once_shows_no_grey_rows(card: Card) -> None:
    card.show_state(CardState(Freshness.FETCHING))
    card.show_state(FRESH)
    assert not card.findChildren(QTimer)[0].isActive()
    assert card.body.isVisible()


def test_grey_rows_stay_long_enough_to_be_seen(card: Card) -> None:
    card.show_state(CardState(Freshness.FETCHING))
    fire(card, 0)
    card.show_state(FRESH)
    assert not card.body.isVisible()
    fire(card, 1)
    assert card.body.isVisible()


def test_fetching_again_keeps_what_is_shown(card: Card) -> None:
    card.show_state(FRESH)
    card.show_state(CardState(Freshness.FETCHING))
    assert card.body.isVisible()
    assert not card.findChildren(QTimer)[0].isActive()
    card.show_state(FRESH)
    assert card.body.isVisible()


def test_the_menu_button_is_there_when_there_is_a_menu(card: Card) -> None:
    assert not [
        each for each in card.findChildren(Button) if "Att kvittera" in each.accessibleName() and each.isVisible()
    ]
    card.set_menu(QMenu(card))
    assert [each for each in card.findChildren(Button) if "Att kvittera" in each.accessibleName() and each.isVisible()]


def test_the_foot_leads_on(card: Card, qtbot: QtBot) -> None:
    foot = next(each for each in card.findChildren(Button) if each.text() == "Alla")
    with qtbot.waitSignal(card.footer_clicked):
        foot.click()


def test_the_shortest_card_gives_the_words_of_its_note_to_its_age(card: Card) -> None:
    card.set_room_for_note(False)
    card.show_state(OLD)
    assert card.note_height == 0
    assert shown_words(card) == []
    assert any("Teams svarar inte" in label.toolTip() for label in card.findChildren(QLabel))
    card.set_room_for_note(True)
    assert card.note_height > 0
    assert shown_words(card) == ["Teams svarar inte just nu."]
