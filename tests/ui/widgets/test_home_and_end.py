"""Home and End lead to the first and the last row of all, over headings and over pages that have not been read."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.plain_rows import PlainDelegate, PlainModel, PlainRow
from ui.widgets.row_list import RowList
from ui.widgets.way_to_end import MOST_ROWS
from workplace_app.domain.listing import Cursor, Listing

PAGE = 200


def paged(many: int) -> PlainModel:
    """A list of so many rows under headings, read by pages."""

    def fetch(after: Cursor | None) -> Listing[PlainRow]:
        first = int(after.keys[0] or 0) if after is not None else 0
        last = min(many, first + PAGE)
        rows = tuple(PlainRow(str(number), f"Rad {number}", f"Grupp {number // 1000}") for number in range(first, last))
        return Listing(rows, Cursor((last,)) if last < many else None)

    model = PlainModel()
    model.set_source(fetch)
    return model


def shown(qtbot: QtBot, many: int) -> RowList:
    made = RowList("Rader", paged(many), PlainDelegate())
    made.resize(400, 500)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def current(view: RowList) -> str:
    row = view.current_row
    assert isinstance(row, PlainRow)
    return row.id


def at_bottom(view: RowList) -> bool:
    QApplication.processEvents()
    return view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def test_home_leads_to_the_first_row_under_the_first_heading(qtbot: QtBot) -> None:
    view = shown(qtbot, 150)
    view.choose("120")
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert current(view) == "0"
    assert view.chosen_row == view.current_row
    assert view.verticalScrollBar().value() == 0


def test_end_leads_to_the_last_of_all_though_only_the_first_page_was_read(qtbot: QtBot) -> None:
    view = shown(qtbot, 1_200)
    QTest.keyClick(view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: current(view) == "1199")
    assert view.chosen_row == view.current_row
    qtbot.waitUntil(lambda: at_bottom(view))
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert current(view) == "0"


def test_end_of_a_list_that_is_read_is_reached_in_the_next_turn(qtbot: QtBot) -> None:
    view = shown(qtbot, 20)
    QTest.keyClick(view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: current(view) == "19")


def test_the_window_is_alive_on_the_way_and_a_very_long_list_is_read_part_by_part(qtbot: QtBot) -> None:
    view = shown(qtbot, 100_000)
    turns: list[int] = []
    ticking = QTimer(view)
    ticking.timeout.connect(lambda: turns.append(view.model().rowCount()))
    ticking.start(0)
    QTest.keyClick(view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: int(current(view)) >= MOST_ROWS - PAGE, timeout=20_000)
    assert len(set(turns)) >= 5
    assert view.model().rowCount() < 2 * MOST_ROWS
    before = int(current(view))
    QTest.keyClick(view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: int(current(view)) > before, timeout=20_000)


def test_another_key_ends_the_way(qtbot: QtBot) -> None:
    view = shown(qtbot, 5_000)
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Home)
    QApplication.processEvents()
    QApplication.processEvents()
    assert current(view) == "0"
    assert view.model().rowCount() < 1_000


def test_end_in_an_empty_list_does_nothing(qtbot: QtBot) -> None:
    view = shown(qtbot, 0)
    QTest.keyClick(view, Qt.Key.Key_End)
    QApplication.processEvents()
    assert view.current_row is None
