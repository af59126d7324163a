"""A title from outside is text in every tool tip; Qt never loads what it names."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, Qt, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.tool_tips import plain_tip

HOSTILE = [
    '<img src="//attacker.example/share/x.png">',
    'Möte <img src="file:///etc/hostname"> i dag',
    "<b>fet</b>",
    "&lt;img src=x&gt;",
    "<a href='https://evil.example'>Logga in</a>",
    "<!-- --><img src=x>",
    "<?xml version='1.0'?><img src=x>",
    "\t\n <table background=x><tr><td>y</table>",
]


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[QWidget]:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(200, 100)
    holder.show()
    yield holder
    QToolTip.hideText()


def words_of(tip: str) -> str:
    """What Qt shows of a tip, guessing as it guesses."""
    if not Qt.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_shown_letter_by_letter(text: str) -> None:
    assert words_of(plain_tip(text)).strip() == text.strip()


@pytest.mark.parametrize("text", ["", "Bygglov & anmälan", "5 < 7", "rad ett\nrad två"])
def test_an_ordinary_text_stays_as_it_is(text: str) -> None:
    assert plain_tip(text) == text


def test_a_picture_in_a_tip_is_not_loaded(shown: QWidget, tmp_path: Path) -> None:
    """The control first: without ``plain_tip`` the picture gives the tip its size."""
    picture = tmp_path / "wide.ppm"
    picture.write_bytes(b"P6 900 40 255\n" + bytes(900 * 40 * 3))
    text = f'<img src="{picture.as_posix()}">'
    assert tip_width(shown, text) >= 900
    assert tip_width(shown, plain_tip(text)) < 900


def tip_width(holder: QWidget, text: str) -> int:
    QToolTip.hideText()
    QToolTip.showText(holder.mapToGlobal(QPoint(5, 5)), text, holder)
    (tip,) = (
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QLabel) and each.objectName() == "qtooltip_label" and each.text() == text
    )
    return tip.sizeHint().width()


@pytest.mark.parametrize("text", HOSTILE[:2])
def test_labels_and_buttons_give_their_tips_as_text(qtbot: QtBot, text: str) -> None:
    label, button = Label(text, elide=True), Button("", tip=text)
    for each in (label, button):
        qtbot.addWidget(each)
    label.resize(20, 20)
    at = QPoint(5, 5)
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, at, at))
    assert words_of(label.toolTip()) == text
    assert words_of(button.toolTip()) == text
    QToolTip.hideText()
