"""Buttons beside each other, and on the next line where there is no more room."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.layouts import panel


def shown(qtbot: QtBot, flow: Flow, width: int) -> QWidget:
    root = panel(flow)
    qtbot.addWidget(root)
    root.resize(width, flow.heightForWidth(width))
    root.show()
    return root


def test_all_stand_on_one_line_where_there_is_room(qtbot: QtBot) -> None:
    buttons = [Button(f"Knapp {number}") for number in range(3)]
    root = shown(qtbot, Flow(*buttons), 600)
    assert {each.mapTo(root, each.rect().topLeft()).y() for each in buttons} == {0}
    assert buttons[0].geometry().right() < buttons[1].geometry().left()


def test_a_narrow_place_has_more_lines_and_cuts_nothing(qtbot: QtBot) -> None:
    buttons = [Button(f"Knapp {number}") for number in range(3)]
    flow = Flow(*buttons)
    root = shown(qtbot, flow, buttons[0].sizeHint().width() + 4)
    assert len({each.y() for each in buttons}) == 3
    assert all(each.width() == each.sizeHint().width() for each in buttons)
    assert buttons[-1].geometry().bottom() < root.height()


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    first, hidden, last = Button("Ett"), Button("Två"), Button("Tre")
    hidden.hide()
    root = shown(qtbot, Flow(first, hidden, last), 600)
    assert last.mapTo(root, last.rect().topLeft()).x() == first.geometry().right() + 1 + 8


def test_the_last_may_stand_at_the_end(qtbot: QtBot) -> None:
    first, last = Button("Ett"), Button("Tre")
    root = shown(qtbot, Flow(first, last, last_at_end=True), 600)
    assert last.geometry().right() == root.width() - 1
