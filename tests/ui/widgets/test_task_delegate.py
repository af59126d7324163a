"""A task that something was done with says so in words, however long its title is."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from tests.ui.screens.a_day import TASKS
from tests.ui.shell_parts import NOW
from ui.models.task_model import TaskRow, task_row
from ui.widgets.row_delegate import PLAIN_INK
from ui.widgets.task_delegate import TaskDelegate
from workplace_app.domain.as_seen import TaskAsSeen
from workplace_app.domain.task import Urgency

TITLE = "Svara på komplettering i ärende 2026-000412 om attefallsbygge vid Tallkottestigen "
LONG = replace(TASKS[0], title=TITLE * 3)


def drawn(row: TaskRow, width: int) -> QImage:
    image = QImage(width, 90, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    TaskDelegate().paint_row(painter, QRectF(0, 0, width, 90), row, PLAIN_INK, active=False)
    painter.end()
    return image


@pytest.mark.parametrize("width", [1000, 700, 420])
def test_the_word_is_there_beside_the_longest_title(qapp: object, width: int) -> None:
    row = task_row(TaskAsSeen(LONG, Urgency.TODAY), NOW)
    said = [drawn(replace(row, pending_words=words), width) for words in ("being sent", "being read", "being sent")]
    assert said[0] == said[2]
    assert said[0] != said[1], "only an icon is seen"


@pytest.mark.parametrize(("offline", "words"), [(False, "being sent"), (True, "waits")])
def test_it_says_whether_it_can_be_sent_now(qapp: object, offline: bool, words: str) -> None:
    seen = TaskAsSeen(TASKS[0], Urgency.TODAY, pending_intent_id="1")
    assert task_row(seen, NOW, offline=offline).pending_words == words
