"""Labels, paragraphs, marks and layouts."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.hyphenation import SOFT_HYPHEN
from ui.look import look
from ui.paint import text_width
from ui.restyling import apply_look
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, Paragraph
from ui.widgets.layouts import Column, Row
from ui.widgets.marks import count_text, initials
from ui.widgets.rail import RailItem
from ui.widgets.status_strip import StatusStrip, StripItem


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Elin Ekhamn", "EE"), ("Elin Maria Ekhamn", "EE"), ("Åsa", "Å"), ("", ""), ("  ", ""), ("Per-Olof Öst", "PÖ")],
)
def test_a_person_is_drawn_by_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(("count", "text"), [(0, ""), (-1, ""), (3, "3"), (99, "99"), (100, "99+")])
def test_a_badge_says_nothing_for_zero_and_99_plus_for_many(count: int, text: str) -> None:
    assert count_text(count) == text


def test_a_label_never_takes_text_for_markup(qtbot: QtBot) -> None:
    label = Label("<b>inte fet</b>")
    qtbot.addWidget(label)
    assert label.text() == "<b>inte fet</b>"
    assert label.sizeHint().width() > Label("inte fet").sizeHint().width()


def test_a_paragraph_shows_foreign_text_as_it_is(qtbot: QtBot) -> None:
    paragraph = Paragraph("<img src='x'> & annat")
    qtbot.addWidget(paragraph)
    assert "&lt;img" in paragraph.text()
    assert paragraph.words == "<img src='x'> & annat"


def test_what_is_cut_has_a_tool_tip(qtbot: QtBot) -> None:
    label = Label("Trafikenheten och parkförvaltningen", elide=True)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    at = QPoint(5, 5)
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, at, at))
    assert label.toolTip() == "Trafikenheten och parkförvaltningen"
    label.resize(600, 20)
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, at, at))
    assert label.toolTip() == ""


def test_air_in_a_layout_follows_the_text_size(qapp: QApplication, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    inner = Row(Label("a"), 10, Label("b"), gap=8)
    holder.setLayout(Column(inner, gap=12, margins=(16, 0, 0, 0)))
    look.change(text_scale=2.0)
    apply_look(qapp)
    layout = holder.layout()
    assert layout is not None
    assert (layout.spacing(), layout.contentsMargins().left(), inner.spacing()) == (18, 24, 12)


def test_a_rail_item_speaks_its_number(qtbot: QtBot, swedish: None) -> None:
    item = RailItem("news", "Nyheter")
    qtbot.addWidget(item)
    item.set_count(3)
    assert item.accessibleName() == "Nyheter, 3 olästa"
    item.set_count(0)
    assert item.accessibleName() == "Nyheter"
    item.set_note("07:12")
    assert item.accessibleName() == "Nyheter, 07:12"


def test_the_strip_is_drawn_anew_only_when_it_says_something_else(qtbot: QtBot) -> None:
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.show_items([StripItem("outbox", "3 väntar", target="outbox")])
    first = strip.findChildren(QWidget)
    strip.show_items([StripItem("outbox", "3 väntar", target="outbox")])
    assert strip.findChildren(QWidget) == first
    assert strip.texts == ["3 väntar"]


def test_the_strip_leads_to_the_outbox(qtbot: QtBot) -> None:
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.show_items([StripItem("outbox", "3 väntar", target="outbox"), StripItem("cloud-check", "Uppdaterad 08:12")])
    buttons = [each for each in strip.findChildren(QWidget) if each.accessibleName() == "3 väntar"]
    with qtbot.waitSignal(strip.opened) as opened:
        buttons[0].click()  # type: ignore[attr-defined]
    assert opened.args == ["outbox"]


def test_words_on_a_button_are_never_cut(qtbot: QtBot) -> None:
    button = Button("Läs och kvittera", key="K", icon="check")
    qtbot.addWidget(button)
    narrow = button.minimumSizeHint().width()
    assert narrow < button.sizeHint().width()
    button.resize(narrow, button.heightForWidth(narrow))
    assert broken_into(button) == ["Läs och", "kvittera"]
    assert button.heightForWidth(narrow) > button.sizeHint().height()
    assert button.heightForWidth(button.sizeHint().width()) == button.sizeHint().height()


def broken_into(button: Button) -> list[str]:
    """The lines that a button paints."""
    return button._lines(button.width())


def test_a_layout_gives_a_button_all_the_width_that_its_words_need(qtbot: QtBot) -> None:
    button, other = Button("Läs och kvittera", icon="check"), Label("Ett ord till", elide=True)
    holder = QWidget()
    holder.setLayout(Row(button, other))
    qtbot.addWidget(holder)
    holder.resize(button.sizeHint().width() + 40, 40)
    holder.show()
    assert button.width() == button.sizeHint().width()


def test_a_long_word_may_be_broken_when_the_text_is_large(qapp: QApplication, qtbot: QtBot) -> None:
    title = Paragraph("Nybyggnadskarta", "heading")
    qtbot.addWidget(title)
    assert SOFT_HYPHEN not in title.text()
    look.change(text_scale=2.0)
    apply_look(qapp)
    large = title.minimumSizeHint().width()
    whole = look.font("heading")
    assert large < text_width("Nybyggnadskarta", whole) / 2
    assert title.words == "Nybyggnadskarta"
    look.change(text_scale=1.0)
    apply_look(qapp)
    assert SOFT_HYPHEN not in title.text()
