"""What every list's model does: headings, pages, changes that leave the rest in place, words for the screen reader."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.plain_rows import PlainModel, PlainRow
from ui.models.row_model import ROW_ROLE, GroupRow
from workplace_app.domain.listing import Cursor, Listing

NOTHING = QModelIndex()


def plain(*names: str) -> list[PlainRow]:
    return [PlainRow(name, f"Rad {name}") for name in names]


def keys(model: PlainModel) -> list[str]:
    return [row.title if isinstance(row, GroupRow) else row.id for row in model.rows]


def pages_of(rows: list[PlainRow], size: int) -> Callable[[Cursor | None], Listing[PlainRow]]:
    """A reader of a long list: ``size`` rows at a time."""

    def read(after: Cursor | None) -> Listing[PlainRow]:
        start = int(after.keys[0] or 0) if after else 0
        end = start + size
        return Listing(tuple(rows[start:end]), Cursor((end,)) if end < len(rows) else None)

    return read


def test_qt_finds_no_fault_with_the_model(qtmodeltester: object, qapp: QApplication) -> None:
    model = PlainModel()
    model.set_rows([PlainRow("1", "Ett", "I dag"), PlainRow("2", "Två", "I dag"), PlainRow("3", "Tre", "Senare")])
    qtmodeltester.check(model)  # type: ignore[attr-defined]


def test_a_heading_stands_before_each_group(qapp: QApplication) -> None:
    model = PlainModel()
    model.set_rows([PlainRow("1", "Ett", "I dag"), PlainRow("2", "Två", "I dag"), PlainRow("3", "Tre", "Senare")])
    assert keys(model) == ["I dag", "1", "2", "Senare", "3"]
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
    assert model.row_at(model.index(0)) is None


def test_the_screen_reader_is_told_all_that_the_row_shows(qapp: QApplication) -> None:
    model = PlainModel()
    model.set_rows([PlainRow("1", "Svara", "Försenat", "Planner", "i går")])
    assert model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole) == "Svara, Planner, i går"
    assert model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole) == "Försenat"
    assert model.data(model.index(1)) == "Svara"
    assert model.data(model.index(1), ROW_ROLE) == PlainRow("1", "Svara", "Försenat", "Planner", "i går")


def test_a_long_list_is_read_page_by_page(qapp: QApplication) -> None:
    model = PlainModel()
    model.set_source(pages_of(plain(*(str(number) for number in range(500))), 200))
    assert model.rowCount() == 200
    model.fetchMore(NOTHING)
    assert model.rowCount() == 400
    model.fetchMore(NOTHING)
    assert model.rowCount() == 500
    assert not model.canFetchMore(NOTHING)


def test_a_group_that_goes_on_over_a_page_has_one_heading(qapp: QApplication) -> None:
    model = PlainModel()
    rows = [PlainRow(str(number), "Rad", "I dag" if number < 3 else "Senare") for number in range(5)]
    model.set_source(pages_of(rows, 2))
    model.fetchMore(NOTHING)
    model.fetchMore(NOTHING)
    assert keys(model) == ["I dag", "0", "1", "2", "Senare", "3", "4"]


def test_reading_again_reads_as_many_pages_as_are_shown(qapp: QApplication) -> None:
    rows = plain(*(str(number) for number in range(10)))
    model = PlainModel()
    model.set_source(pages_of(rows, 3))
    model.fetchMore(NOTHING)
    rows.insert(0, PlainRow("ny", "Ny rad"))
    model.reload()
    assert keys(model) == ["ny", "0", "1", "2", "3", "4"]
    assert model.canFetchMore(NOTHING)


def test_a_row_that_comes_leaves_the_others_untouched(qtbot: QtBot) -> None:
    model = PlainModel()
    model.set_rows(plain("a", "b", "c"))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsInserted) as inserted:
        model.set_rows(plain("a", "ny", "b", "c"))
    assert inserted.args is not None
    assert inserted.args[1:] == [1, 1]


def test_a_row_that_moves_leaves_the_others_untouched(qapp: QApplication) -> None:
    model = PlainModel()
    model.set_rows(plain("a", "b", "c", "d"))
    kept = QPersistentModelIndex(model.index_of("c"))
    model.set_rows(plain("d", "b", "c", "e"))
    assert keys(model) == ["d", "b", "c", "e"]
    assert kept.isValid()
    assert kept.row() == 2


def test_a_row_that_changes_is_told_as_a_change(qtbot: QtBot) -> None:
    model = PlainModel()
    model.set_rows(plain("a", "b"))
    with (
        qtbot.assertNotEmitted(model.rowsInserted),
        qtbot.assertNotEmitted(model.rowsRemoved),
        qtbot.waitSignal(model.dataChanged) as changed,
    ):
        model.set_rows([PlainRow("a", "Rad a"), PlainRow("b", "Annat")])
    assert changed.args is not None
    assert changed.args[0].row() == 1


def test_the_same_rows_again_say_nothing(qtbot: QtBot) -> None:
    model = PlainModel()
    model.set_rows(plain("a", "b"))
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.rowsInserted):
        model.set_rows(plain("a", "b"))


def test_a_row_is_found_by_its_key(qapp: QApplication) -> None:
    model = PlainModel()
    model.set_rows([PlainRow("1", "Ett", "I dag"), PlainRow("2", "Två", "I dag")])
    assert model.index_of("2").row() == 2
    assert not model.index_of("3").isValid()


_names = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(before=_names, after=_names)
def test_whatever_changes_the_list_becomes_what_was_read(before: list[str], after: list[str]) -> None:
    model = PlainModel()
    model.set_rows(plain(*before))
    counted = {"rows": len(before)}
    model.rowsInserted.connect(lambda _p, first, last: counted.update(rows=counted["rows"] + last - first + 1))
    model.rowsRemoved.connect(lambda _p, first, last: counted.update(rows=counted["rows"] - last + first - 1))
    model.set_rows(plain(*after))
    assert keys(model) == after
    assert counted["rows"] == len(after)
