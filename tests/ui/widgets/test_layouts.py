"""Layouts written in one line: their air follows the text size and stays exactly as long as it is meant to be."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.look import look
from ui.widgets.layouts import Column, panel


def test_air_that_has_grown_with_the_text_does_not_take_the_room_that_is_left(qtbot: QtBot) -> None:
    column = Column(8, QLabel("a"), 8)
    page = panel(column)
    qtbot.addWidget(page)
    look.change(text_scale=2.0)
    column.restyle()
    page.resize(200, 600)
    page.show()
    column.activate()
    air = column.itemAt(0)
    assert air is not None
    assert air.geometry().height() == look.gap(8)
