"""Words keep their room: notes beside their buttons, links within their ring, popovers within their window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look import look
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.layouts import Column
from ui.widgets.notes import Note
from ui.widgets.popover import SHADOW, Popover

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LONG = "Ärendesystemet är stängt under helgen för uppdatering. Spara det du arbetar med före fredag kl. 17. " * 2


class Noted:
    """A note with a button, in a window of a width."""

    def __init__(self, qtbot: QtBot, words: str, width: int) -> None:
        self.button = Button("Mer om detta", small=True)
        self.note = Note("warning", words, self.button)
        self.holder = QWidget()
        layout = QVBoxLayout(self.holder)
        layout.addWidget(self.note)
        layout.addStretch(1)
        self.holder.resize(width, 500)
        qtbot.addWidget(self.holder)
        self.holder.show()
        QApplication.processEvents()

    @property
    def button_is_below(self) -> bool:
        return self.button.mapTo(self.note, self.button.rect().topLeft()).y() >= self.note._words.geometry().bottom()


def test_buttons_stand_below_words_that_would_be_a_sliver_beside_them(qtbot: QtBot) -> None:
    noted = Noted(qtbot, LONG, 420)
    assert noted.button_is_below
    assert noted.note._words.width() > 330


def test_buttons_stay_beside_words_that_have_room(qtbot: QtBot) -> None:
    assert not Noted(qtbot, "Inget nät.", 420).button_is_below
    assert not Noted(qtbot, LONG, 1_100).button_is_below


def test_the_ring_of_a_link_does_not_cut_its_words(qtbot: QtBot) -> None:
    link = Button("Logga in", "flush", small=True)
    qtbot.addWidget(link)
    link.show()
    link.activateWindow()
    qtbot.waitUntil(link.isActiveWindow)
    link.setFocus(Qt.FocusReason.TabFocusReason)
    picture = link.grab().toImage()
    middle = picture.height() // 2
    clear = [picture.pixelColor(x, middle) for x in (3, picture.width() - 4)]
    focus, ink = look.colour("focus"), look.colour("accent")
    assert all(colour not in (focus, ink) for colour in clear)


def test_a_popover_ends_where_its_window_ends(qtbot: QtBot) -> None:
    window = QWidget()
    layout = QHBoxLayout(window)
    layout.addStretch(1)
    opener = QPushButton("Ordna")
    layout.addWidget(opener)
    window.setGeometry(50, 50, 500, 300)
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()
    shown = Popover(Column(Label("x" * 40), margins=(16, 16, 16, 16)), opener, name="Ordna")
    qtbot.addWidget(shown)
    shown.show_below(opener)
    plate = shown.geometry().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
    assert plate.right() <= window.geometry().right()
    assert plate.left() >= 0
    shown.close()
