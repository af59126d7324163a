"""The full outbox, its details and the choice between versions, with large text, in a small window, in long words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.opened import Opened, open_window
from tests.ui.screens.outbox.full_outbox import FACTS, FilledOutbox
from tests.ui.shell_parts import Storage
from tests.ui.test_accessibility import LongLanguage, cut
from tests.ui.widgets.accessible import faults
from ui.screens.outbox.conflict_view import open_conflict
from ui.screens.outbox.intent_rows import IntentRow
from ui.screens.outbox.outbox_screen import OutboxScreen

LAYOUTS = [(1440, 900, 100), (1024, 768, 100), (1440, 900, 200), (640, 480, 100)]


@pytest.fixture(params=LAYOUTS, ids=lambda layout: "x".join(str(each) for each in layout))
def filled(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Opened]:
    width, height, percent = request.param
    storage = Storage(language="en", text_percent=str(percent))
    made = open_window(qapp, tmp_path, {"outbox": OutboxScreen}, storage=storage, facts=FACTS, size=(width, height))
    FilledOutbox(made.connection, made.sync).fill()
    long_words = LongLanguage()
    QCoreApplication.installTranslator(long_words)
    made.workplace.enter(made.connection, made.context.account, made.context.municipality, made.requests)
    made.workplace.go("outbox")
    settle()
    yield made
    made.close()
    QCoreApplication.removeTranslator(long_words)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def screen(filled: Opened) -> OutboxScreen:
    shown = filled.workplace.pages.shown
    assert isinstance(shown, OutboxScreen)
    return shown


def rows(filled: Opened) -> list[IntentRow]:
    return [row for row in screen(filled)._model.rows if isinstance(row, IntentRow)]


def whole(window: QWidget) -> None:
    assert faults(window) == []
    assert cut(window) == []


def test_the_list_and_the_details_of_every_row_stand_whole(filled: Opened) -> None:
    for row in rows(filled):
        screen(filled)._show_details(row)
        settle()
        whole(filled.application.window)


def test_every_choice_stands_whole_inside_the_window(filled: Opened) -> None:
    window = filled.application.window
    for row in [each for each in rows(filled) if each.conflict is not None]:
        view = open_conflict(filled.context, screen(filled), row.id, lambda: None)
        assert view is not None
        settle()
        whole(view)
        plate = view._plate.geometry()
        assert plate.height() <= window.height() + 60
        assert view._plate.width() <= window.width() + 60
        view.leave()
