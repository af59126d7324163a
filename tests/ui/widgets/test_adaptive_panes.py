"""Panes stand beside each other as far as there is room, keep their widths, and lead back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shell_parts import Storage
from ui.look import look
from ui.restyling import apply_look
from ui.widgets.adaptive_panes import AdaptivePanes, Pane
from ui.widgets.labels import Label
from ui.widgets.splitter import STEP

WIDE, MIDDLE, NARROW = 1500, 1100, 700


class Three:
    """Choices, a list and a page, each with a field, a label and the way to the one before; and a field elsewhere."""

    def __init__(self, qtbot: QtBot, storage: Storage | None = None) -> None:
        self.ways = [QPushButton("back") for _number in range(3)]
        self.fields = [QLineEdit() for _number in range(3)]
        self.labels = [Label(f"Rubrik {number}", "title") for number in range(3)]
        self.panes = [self.pane(number) for number in range(3)]
        self.choices, self.list, self.page = self.panes
        widths = (250, 330, 0)
        made = [
            Pane(pane, width, way=self.ways[number] if number else None, stop=self.fields[number])
            for number, (pane, width) in enumerate(zip(self.panes, widths, strict=True))
        ]
        self.shown = AdaptivePanes("three", *made, room_from=(900, 1200), memory=storage)
        self.window, self.elsewhere = QWidget(), QLineEdit()
        layout = QVBoxLayout(self.window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.elsewhere)
        layout.addWidget(self.shown)
        qtbot.addWidget(self.window)
        self.resize(WIDE)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def pane(self, number: int) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        for widget in (self.ways[number], self.labels[number], self.fields[number]):
            layout.addWidget(widget)
        return made

    def resize(self, width: int) -> None:
        self.window.resize(width, 400)
        self.shown.set_effective_width(width / look.text_scale)
        QApplication.processEvents()

    @property
    def in_sight(self) -> list[QWidget]:
        return [pane for pane in self.panes if pane.isVisible()]

    @property
    def widths(self) -> list[int]:
        return [pane.width() for pane in self.panes]


@pytest.fixture
def three(qtbot: QtBot) -> Three:
    return Three(qtbot)


def test_there_is_room_for_three_two_or_one(three: Three) -> None:
    assert three.in_sight == three.panes
    three.resize(MIDDLE)
    assert three.in_sight == [three.list, three.page]
    three.resize(NARROW)
    assert three.in_sight == [three.list]
    assert three.list.width() == NARROW
    three.resize(WIDE)
    assert three.in_sight == three.panes


def test_the_ways_back_are_shown_only_where_the_pane_before_is_not_beside(three: Three) -> None:
    assert not any(way.isVisible() for way in three.ways[1:])
    three.resize(MIDDLE)
    assert three.ways[1].isVisible()
    assert not three.ways[2].isVisible()
    three.resize(NARROW)
    three.shown.show_pane(three.page)
    assert three.ways[2].isVisible()


def test_a_pane_without_room_is_shown_alone_and_leads_back(three: Three) -> None:
    three.resize(MIDDLE)
    three.shown.show_pane(three.choices)
    assert three.in_sight == [three.choices]
    three.shown.show_pane(three.list)
    assert three.in_sight == [three.list, three.page]
    assert three.shown.go_back()
    assert three.in_sight == [three.choices]
    assert not three.shown.go_back()


def test_one_at_a_time_goes_back_step_by_step(three: Three) -> None:
    three.resize(NARROW)
    three.shown.show_pane(three.choices)
    three.shown.show_pane(three.list)
    three.shown.show_pane(three.page)
    assert three.in_sight == [three.page]
    assert three.shown.go_back()
    assert three.in_sight == [three.list]
    assert three.shown.go_back()
    assert three.in_sight == [three.choices]
    assert not three.shown.go_back()


def test_going_forward_undoes_going_back_until_another_way_is_taken(three: Three) -> None:
    three.resize(NARROW)
    three.shown.show_pane(three.page)
    assert not three.shown.go_forward()
    three.shown.go_back()
    assert three.shown.go_forward()
    assert three.in_sight == [three.page]
    three.shown.go_back()
    three.shown.show_pane(three.choices)
    assert not three.shown.go_forward()


def test_who_comes_from_elsewhere_is_not_led_to_a_pane_that_was_not_seen(three: Three) -> None:
    three.resize(NARROW)
    three.shown.show_pane(three.page)
    three.shown.forget_way()
    assert not three.shown.go_back()


def test_where_all_are_in_sight_there_is_no_way_back(three: Three) -> None:
    three.shown.show_pane(three.page)
    assert not three.shown.go_back()


@pytest.mark.parametrize("between", [NARROW, MIDDLE, 640])
def test_a_window_that_was_small_gives_the_panes_their_widths_again(three: Three, between: int) -> None:
    before = three.widths
    assert before[:2] == [250, 330]
    three.resize(between)
    three.shown.show_pane(three.choices)
    three.resize(WIDE)
    assert three.widths == before


def test_large_text_widens_the_panes_and_normal_text_gives_everything_back(qapp: QApplication, three: Three) -> None:
    three.resize(2600)
    before = three.widths
    fonts = [label.font().pointSizeF() for label in three.labels]
    look.change(text_scale=2.0)
    apply_look(qapp)
    three.resize(2600)
    assert three.widths[:2] == [500, 660]
    three.resize(WIDE)  # 750 at 100 %: one at a time
    assert three.in_sight == [three.list]
    look.change(text_scale=1.0)
    apply_look(qapp)
    three.resize(2600)
    assert three.widths == before
    assert [label.font().pointSizeF() for label in three.labels] == fonts


def test_a_width_that_was_set_where_there_was_room_for_two_holds_for_three(qtbot: QtBot) -> None:
    storage = Storage()
    three = Three(qtbot, storage)
    three.resize(MIDDLE)
    QTest.keyClick(three.shown.handle(2), Qt.Key.Key_Right)
    three.resize(WIDE)
    assert three.widths[:2] == [250, 330 + STEP]
    assert Three(qtbot, storage).widths[:2] == [250, 330 + STEP]


def test_the_focus_comes_along_with_the_pane(three: Three) -> None:
    three.resize(NARROW)
    three.fields[1].setFocus()
    three.shown.show_pane(three.page)
    assert three.fields[2].hasFocus()
    three.shown.go_back()
    assert three.fields[1].hasFocus()


def test_a_focus_elsewhere_stays_there(three: Three) -> None:
    three.resize(NARROW)
    three.elsewhere.setFocus()
    three.shown.show_pane(three.page)
    assert three.elsewhere.hasFocus()


def test_who_is_at_work_in_the_page_stays_there_when_the_room_is_gone(three: Three) -> None:
    three.fields[2].setFocus()
    three.resize(NARROW)
    assert three.in_sight == [three.page]
    assert three.fields[2].hasFocus()
    assert three.shown.go_back()
    assert three.in_sight == [three.list]


def test_the_room_is_told_when_it_changes(qtbot: QtBot, three: Three) -> None:
    with qtbot.waitSignal(three.shown.rearranged):
        three.resize(NARROW)
    assert three.shown.room == 1
