"""The list view: keys, pointer, selection, and that nothing jumps."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.plain_rows import PlainDelegate, PlainModel, PlainRow
from ui.look import look
from ui.widgets.row_delegate import RowAction
from ui.widgets.row_list import RowList
from workplace_app.domain.listing import Cursor, Listing

MANY = [PlainRow(str(number), f"Rad {number}") for number in range(60)]
LEFT = Qt.MouseButton.LeftButton
Shown = Callable[..., RowList]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """Makes a list in a window of its own, shown and active."""
    windows: list[QWidget] = []

    def make(rows: list[PlainRow], *actions: RowAction, fit: bool = False, height: int = 400) -> RowList:
        model = PlainModel()
        model.set_rows(rows)
        made = RowList("Uppgifter", model, PlainDelegate(*actions), fit=fit)
        holder = QWidget()
        windows.append(holder)
        layout = QVBoxLayout(holder)
        layout.addWidget(made)
        layout.addStretch(0)
        holder.resize(500, height)
        qtbot.addWidget(holder)
        holder.show()
        holder.activateWindow()
        qtbot.waitUntil(holder.isActiveWindow)
        return made

    return make


def center(view: RowList, row: int) -> QPoint:
    return view.visualRect(view.model().index(row, 0)).center()


def test_the_first_row_is_current_and_nothing_is_chosen(shown: Shown) -> None:
    view = shown([PlainRow("1", "Ett", "I dag"), PlainRow("2", "Två", "I dag")])
    assert view.current_row == PlainRow("1", "Ett", "I dag")
    assert view.chosen_row is None


def test_arrows_choose_and_skip_headings(shown: Shown, qtbot: QtBot) -> None:
    view = shown([PlainRow("1", "Ett", "I dag"), PlainRow("2", "Två", "Senare")])
    view.choose("1")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.chosen_row == PlainRow("2", "Två", "Senare")


def test_enter_opens_the_current_row(shown: Shown, qtbot: QtBot) -> None:
    view = shown(MANY)
    view.choose("3")
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [MANY[3]]


def test_a_bound_letter_acts_and_can_be_turned_off(shown: Shown, qtbot: QtBot) -> None:
    view = shown(MANY)
    done: list[str] = []
    view.bind("E", lambda: done.append("E"))
    view.bind("Ctrl+Return", lambda: done.append("web"))
    QTest.keyClick(view, Qt.Key.Key_E)
    RowList.single_letter_keys = False
    QTest.keyClick(view, Qt.Key.Key_E)
    QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert done == ["E", "web"]


def test_delete_is_no_letter_and_acts_when_letters_are_turned_off(shown: Shown, qtbot: QtBot) -> None:
    view = shown(MANY)
    done: list[str] = []
    view.bind("Delete", lambda: done.append("gone"))
    RowList.single_letter_keys = False
    pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "\x7f")
    QApplication.sendEvent(view, pressed)  # the text that a real keyboard sends with it
    assert done == ["gone"]


def test_escape_clears_the_choice(shown: Shown, qtbot: QtBot) -> None:
    view = shown(MANY)
    view.choose("3")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.chosen_row is None


def test_shift_f10_asks_for_the_menu_of_the_row(shown: Shown, qtbot: QtBot) -> None:
    view = shown(MANY)
    view.choose("2")
    with qtbot.waitSignal(view.menu_wanted) as wanted:
        QTest.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert wanted.args is not None
    assert wanted.args[0] == MANY[2]


def test_a_check_box_is_pressed_without_choosing_the_row(shown: Shown, qtbot: QtBot) -> None:
    view = shown(MANY)
    at = QPoint(look.gap(16) + 9, center(view, 1).y() - 8)
    with qtbot.waitSignal(view.part_pressed) as pressed:
        QTest.mouseClick(view.viewport(), LEFT, pos=at)
    assert pressed.args == [MANY[1], "tick"]
    assert view.chosen_row is None


def test_an_action_at_the_right_is_pressed(shown: Shown, qtbot: QtBot) -> None:
    view = shown(MANY, RowAction("done", "check", "Klart"), RowAction("later", "later", "Senare"))
    right = view.viewport().width() - look.gap(16) - 10
    with qtbot.waitSignal(view.part_pressed) as pressed:
        QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(right, center(view, 0).y()))
    assert pressed.args == [MANY[0], "later"]


def test_a_press_on_the_row_itself_chooses_it(shown: Shown, qtbot: QtBot) -> None:
    view = shown(MANY)
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.mouseClick(view.viewport(), LEFT, pos=center(view, 2))
    assert chosen.args == [MANY[2]]


def test_targets_of_a_row_are_large_enough(shown: Shown) -> None:
    view = shown(MANY, RowAction("done", "check", "Klart"))
    delegate = PlainDelegate(RowAction("done", "check", "Klart"))
    rect = view.visualRect(view.model().index(0, 0)).toRectF()
    for _action, plate in delegate.action_rects(delegate.content(rect), MANY[0]):
        assert min(plate.width(), plate.height()) >= 24


def pixels(view: RowList) -> QImage:
    return view.viewport().grab().toImage()


def test_the_ring_is_shown_to_whoever_uses_keys_only(shown: Shown, qtbot: QtBot) -> None:
    view = shown(MANY)
    QTest.mouseClick(view.viewport(), LEFT, pos=center(view, 2))
    by_pointer = pixels(view)
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Down)
    by_key = pixels(view)
    ring = look.colour("focus").rgb()
    edge = view.visualRect(view.model().index(2, 0)).top() + 2
    assert by_key.pixelColor(250, edge).rgb() == ring
    assert by_pointer.pixelColor(250, edge).rgb() != ring


def test_rows_that_come_above_do_not_move_what_is_read(shown: Shown, qtbot: QtBot) -> None:
    view = shown(MANY)
    model = view.model()
    assert isinstance(model, PlainModel)
    view.scrollTo(model.index_of("30"), RowList.ScrollHint.PositionAtTop)
    before = view.visualRect(model.index_of("31")).top()
    model.set_rows([PlainRow("ny", "Ny rad överst"), *MANY])
    qtbot.waitUntil(lambda: view.visualRect(model.index_of("31")).top() == before)


def test_the_choice_survives_a_reading(shown: Shown) -> None:
    view = shown(MANY)
    model = view.model()
    assert isinstance(model, PlainModel)
    view.choose("5")
    model.set_rows([PlainRow("ny", "Ny"), *MANY[:40]])
    assert view.chosen_row == MANY[5]


def test_a_list_in_a_card_is_as_high_as_its_rows(shown: Shown, qtbot: QtBot) -> None:
    view = shown(MANY[:4], fit=True, height=900)
    qtbot.waitUntil(lambda: view.height() == view.content_height())
    model = view.model()
    assert isinstance(model, PlainModel)
    four = view.height()
    model.set_rows(MANY[:2])
    assert view.height() < four


def test_a_card_forgets_its_choice_when_the_focus_goes_elsewhere(shown: Shown, qtbot: QtBot) -> None:
    view = shown(MANY[:4], fit=True)
    other = QWidget(view.parentWidget())
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    view.setFocus()
    view.choose("2")
    other.setFocus()
    assert view.chosen_row is None


def test_rows_grow_with_the_text(shown: Shown) -> None:
    view = shown(MANY)
    before = view.content_height()
    look.change(text_scale=2.0)
    view.restyle()
    assert view.content_height() > before * 1.5


def test_the_screen_reader_hears_name_and_row(shown: Shown) -> None:
    view = shown([PlainRow("1", "Svara", plan="Planner")])
    spoken = QAccessible.queryAccessibleInterface(view)
    assert spoken.text(QAccessible.Text.Name) == "Uppgifter"
    assert spoken.role() == QAccessible.Role.List
    assert spoken.child(0).text(QAccessible.Text.Name) == "Svara, Planner"


def test_the_part_under_a_point_of_plain_words_is_none(shown: Shown) -> None:
    view = shown(MANY)
    rect = view.visualRect(view.model().index(0, 0)).toRectF()
    assert PlainDelegate().part_at(rect, MANY[0], QPointF(200, rect.center().y())) == ""


def test_rows_stay_in_sight_while_more_are_read(shown: Shown, qtbot: QtBot) -> None:
    view = shown(MANY)
    model = view.model()
    assert isinstance(model, PlainModel)
    rows = [PlainRow(str(number), f"Rad {number}") for number in range(1000)]

    def read(after: Cursor | None) -> Listing[PlainRow]:
        start = int(after.keys[0] or 0) if after else 0
        return Listing(tuple(rows[start : start + 200]), Cursor((start + 200,)) if start < 800 else None)

    model.set_source(read)
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 5000)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    QApplication.processEvents()
    assert model.rowCount() > 200
    below = view.indexAt(QPoint(200, view.viewport().height() - 10))
    assert below.isValid()
    assert below.row() > 150


def test_the_height_of_a_row_is_asked_for_once(shown: Shown) -> None:
    class Counting(PlainDelegate):
        asked = 0

        def height(self, row: PlainRow, width: float) -> float:
            Counting.asked += 1
            return super().height(row, width)

    model = PlainModel()
    model.set_rows(MANY)
    view = RowList("Uppgifter", model, Counting())
    view.resize(500, 400)
    view.content_height()
    first = Counting.asked
    view.content_height()
    assert Counting.asked == first
    look.change(text_scale=2.0)
    view.restyle()
    view.content_height()
    assert Counting.asked > first
