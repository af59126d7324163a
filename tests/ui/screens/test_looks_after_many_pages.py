"""Whoever has looked at many pages can still choose another text size: every page takes it, none is left half."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.ui.opened import Opened
from tests.ui.screens.a_day import CHANNEL, CHAT, TEAM
from ui.look import look
from ui.restyling import apply_look


def test_the_text_size_changes_after_many_pages(day: Opened, qapp: QApplication) -> None:
    day.workplace.go("workspaces")
    for _ in range(12):
        for item_id in (TEAM.id, CHAT.id, CHANNEL.id):
            day.workplace.go("workspaces", item_id)
            qapp.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    look.change(text_scale=2.0)
    apply_look(qapp)
