"""The heading of a page is never cut: its actions stand below it where there is no room beside it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look import look
from ui.widgets.buttons import Button
from ui.widgets.headings import PageHead


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [1180, 530, 375])
def test_heading_and_actions_are_whole_at_every_width(qtbot: QtBot, width: int, scale: float) -> None:
    look.change(text_scale=scale)
    act = Button("Ny", icon="plus")
    head = PageHead("Tisdag 13 oktober", "Sedan i går 16:40: 2 nya uppgifter.", act)
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.addWidget(head)
    layout.addStretch(1)
    qtbot.addWidget(page)
    page.resize(width, 600)
    page.show()
    for _ in range(3):
        QApplication.processEvents()
    title = next(each for each in page.findChildren(QLabel) if each.text() == "Tisdag 13 oktober")
    needed = title.fontMetrics().boundingRect(title.rect(), Qt.TextFlag.TextWordWrap, title.text())
    assert needed.width() <= title.width()
    assert needed.height() <= title.height() + 1
    over = act.rect().translated(act.mapTo(page, QPoint()))
    assert page.rect().contains(over)
    assert not over.intersects(title.rect().translated(title.mapTo(page, QPoint())))
