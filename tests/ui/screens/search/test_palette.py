"""Ctrl+K: one box that finds everything and gives every command."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.opened import Opened, open_window
from tests.ui.shell_parts import NOW
from ui.models.row_model import GroupRow
from ui.screens.search.hit_rows import HitModel, HitRow, heading_of, kind_words
from ui.screens.search.palette import Palette
from ui.widgets.choices import Chips
from ui.widgets.fields import TextField
from ui.widgets.row_list import RowList
from workplace_app.domain.person import Person
from workplace_app.domain.search_hit import HitKind
from workplace_app.domain.service import Service
from workplace_app.domain.task import Task, TaskSource
from workplace_app.domain.tool import Tool, ToolKind

FACTS = (
    Service("service:karta", "Nybyggnadskarta", "Karta", "Bygga, bo & miljö", "Kartor", "https://www.nacka.se/karta"),
    Service("service:lov", "Bygglov", "Lov att bygga", "Bygga, bo & miljö", "Bygglov", "https://www.nacka.se/lov"),
    Task("todo:1/1", TaskSource.TODO, "Granska nybyggnadskarta", "1", "Mina", NOW + timedelta(hours=2), False, False),
    Person("person:jonas", "Jonas Vretlund", "Kartingenjör, frågor om nybyggnadskarta", "Lantmäterienheten"),
    Tool("tool:tid", ToolKind.TOOL, "Tidrapport", "https://tid.nacka.example/", "clock"),
)


@pytest.fixture
def shown(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    made = open_window(qapp, tmp_path, facts=FACTS)
    made.application.window.activateWindow()
    qtbot.waitUntil(made.application.window.isActiveWindow)
    QTest.keyClick(made.application.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    yield made
    made.close()


def palette(shown: Opened) -> Palette:
    found = shown.application.window.findChild(Palette)
    assert found is not None
    return found


def box(shown: Opened) -> TextField:
    found = palette(shown).findChild(TextField)
    assert found is not None
    return found


def ask(shown: Opened, text: str) -> None:
    """Type, and let the newest question be answered."""
    box(shown).setText(text)
    timer = palette(shown).findChild(QTimer)
    assert timer is not None
    timer.stop()
    timer.timeout.emit()


def listed(shown: Opened) -> list[str]:
    hits = palette(shown).findChild(RowList)
    assert hits is not None
    model = hits.model()
    assert isinstance(model, HitModel)
    return [f"[{row.title}]" if isinstance(row, GroupRow) else row.title for row in model.rows]


def test_it_opens_with_the_focus_in_the_box_and_commands_to_give(shown: Opened) -> None:
    assert box(shown).hasFocus()
    assert "Go to News" in listed(shown)


def test_the_best_hit_stands_first_then_groups(shown: Opened) -> None:
    ask(shown, "nybygg")
    assert listed(shown)[0] == "Nybyggnadskarta"
    assert set(listed(shown)[1:]) == {
        "[Tasks and calendar]",
        "Granska nybyggnadskarta",
        "[Colleagues]",
        "Jonas Vretlund",
    }


def test_enter_shows_the_hit_where_it_belongs_and_closes(shown: Opened) -> None:
    ask(shown, "nybygg")
    QTest.keyClick(box(shown), Qt.Key.Key_Return)
    assert shown.workplace.pages.place == "services"
    assert shown.screens["services"].shown == ["service:karta"]


def test_arrows_in_the_box_move_the_choice(shown: Opened) -> None:
    ask(shown, "jonas")
    ask(shown, "nybygg")
    last = listed(shown)[-1]
    for _ in range(5):
        QTest.keyClick(box(shown), Qt.Key.Key_Down)
    QTest.keyClick(box(shown), Qt.Key.Key_Return)
    assert shown.workplace.pages.place == ("people" if last == "Jonas Vretlund" else "today")


def test_ctrl_enter_opens_it_on_the_web(shown: Opened) -> None:
    ask(shown, "bygglov")
    QTest.keyClick(box(shown), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown.addresses == ["https://www.nacka.se/lov"]


def test_a_tool_opens_where_it_lives(shown: Opened) -> None:
    ask(shown, "tidrapport")
    QTest.keyClick(box(shown), Qt.Key.Key_Return)
    assert shown.addresses == ["https://tid.nacka.example/"]


def test_a_command_is_found_and_given(shown: Opened) -> None:
    ask(shown, "larger text")
    assert listed(shown) == ["[Do]", "Larger text"]
    QTest.keyClick(box(shown), Qt.Key.Key_Return)
    assert shown.storage.kept["text_percent"] == "110"


def test_it_is_narrowed_to_one_part(shown: Opened) -> None:
    ask(shown, "nybygg")
    chips = palette(shown).findChild(Chips)
    assert chips is not None
    tasks = next(part for part in chips._values if part.id == "tasks")
    chips.choose(tasks)
    chips.changed.emit(tasks)
    assert listed(shown) == ["Granska nybyggnadskarta"]


def test_nothing_found_is_said_in_words(shown: Opened) -> None:
    ask(shown, "xyzzy")
    assert listed(shown) == []
    assert "xyzzy" in palette(shown)._nothing_words.words
    assert palette(shown)._nothing.isVisible()


def test_only_the_newest_question_is_answered(shown: Opened, qtbot: QtBot) -> None:
    for end in range(1, 7):
        box(shown).setText("nybygg"[:end])
    qtbot.waitUntil(lambda: listed(shown)[:1] == ["Nybyggnadskarta"])


def test_escape_closes_and_gives_the_focus_back(shown: Opened) -> None:
    QTest.keyClick(box(shown), Qt.Key.Key_Escape)
    assert palette(shown).isHidden()


def test_a_second_ctrl_k_does_not_open_a_second(shown: Opened) -> None:
    QTest.keyClick(box(shown), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert len(shown.application.window.findChildren(Palette)) == 1


def test_it_stays_inside_a_small_window(shown: Opened) -> None:
    shown.application.window.resize(640, 480)
    ask(shown, "")
    plate = palette(shown)._plate.geometry()
    assert palette(shown).rect().contains(plate)


@pytest.mark.parametrize("kind", HitKind)
def test_every_kind_has_a_name_and_a_group(qapp: QApplication, kind: HitKind) -> None:
    assert kind_words(kind)
    assert heading_of(kind)


def test_a_row_says_what_it_is(qapp: QApplication) -> None:
    row = HitRow("1", "file", "Karta.pdf", "Bygglovsenheten", "File", False, "Files")
    assert HitModel().spoken(row) == "Karta.pdf, Bygglovsenheten, File"
