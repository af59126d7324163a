"""One toast at a time; it stays while it is used, and undo outlives it."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.look import look
from ui.widgets.buttons import Button
from ui.widgets.toast import Toasts


@pytest.fixture
def pane(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(600, 400)
    qtbot.addWidget(made)
    made.show()
    return made


def run_out(toasts: Toasts) -> None:
    timer = toasts.findChild(QTimer)
    assert timer is not None
    timer.stop()
    timer.timeout.emit()


def button(pane: QWidget) -> Button:
    found = [each for each in pane.findChildren(Button) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def test_it_goes_by_itself(pane: QWidget) -> None:
    toasts = Toasts(pane)
    toasts.show("3 saker skickade 14:02")
    run_out(toasts)
    assert toasts.current_text == ""


def test_it_stays_while_it_has_the_focus(pane: QWidget, qtbot: QtBot) -> None:
    toasts = Toasts(pane)
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    toasts.show("Uppgiften är klar", undo=lambda: None)
    button(pane).setFocus(Qt.FocusReason.TabFocusReason)
    run_out(toasts)
    assert toasts.current_text == "Uppgiften är klar"


def test_it_undoes_once(pane: QWidget) -> None:
    toasts, undone = Toasts(pane), []
    toasts.show("Uppgiften är klar", undo=lambda: undone.append("task"))
    button(pane).click()
    toasts.undo_last()
    assert undone == ["task"]
    assert not toasts.can_undo


def test_another_action_may_stand_in_its_place(pane: QWidget) -> None:
    toasts, shown = Toasts(pane), []
    toasts.show("3 saker skickade 14:02", action_text="Visa", action=lambda: shown.append("outbox"))
    button(pane).click()
    assert shown == ["outbox"]
    assert toasts.current_text == ""


def test_it_stands_at_the_lower_left_and_follows_the_pane(pane: QWidget) -> None:
    toasts = Toasts(pane)
    toasts.show("Uppgiften är klar")
    plate = toasts._toast
    assert plate is not None
    assert plate.geometry().left() < 60
    before = plate.geometry().bottom()
    pane.resize(600, 300)
    assert plate.geometry().bottom() == before - 100


def test_a_long_text_stays_within_the_pane(pane: QWidget) -> None:
    toasts = Toasts(pane)
    pane.resize(300, 300)
    toasts.show("En lång mening som inte får plats på bredden i en så här smal del av fönstret")
    assert toasts._toast is not None
    assert toasts._toast.width() <= 300 + 40


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_in_a_narrow_pane_its_words_take_more_lines_and_are_whole(pane: QWidget, scale: float) -> None:
    look.change(text_scale=scale)
    pane.resize(430, 400)
    text = "Svaret skickas när nätet är tillbaka igen."
    toasts = Toasts(pane)
    toasts.show(text, undo=lambda: None)
    QApplication.processEvents()
    (words,) = [each for each in pane.findChildren(QLabel) if each.text() == text]
    assert words.height() >= words.heightForWidth(words.width())
    assert words.width() >= words.minimumSizeHint().width()
    assert pane.rect().contains(words.rect().translated(words.mapTo(pane, QPoint())))
    undo = button(pane)
    assert pane.rect().contains(undo.rect().translated(undo.mapTo(pane, QPoint())))


@pytest.mark.parametrize("width", [300, 420])
def test_long_words_are_whole_beside_a_button_at_the_first_moment(pane: QWidget, width: int) -> None:
    pane.resize(width, 400)
    words = "Du är inte inloggad för nyheterna. Allt annat fungerar."
    Toasts(pane).show(words, icon="warning", action_text="Logga in för nyheterna", action=lambda: None)
    (label,) = [each for each in pane.findChildren(QLabel) if each.text() == words]
    assert label.height() >= label.heightForWidth(label.width()) > 0
    assert pane.rect().bottom() >= label.mapTo(pane, label.rect().bottomLeft()).y()
    assert label.width() > width // 4, "the words take the room that the button leaves"
