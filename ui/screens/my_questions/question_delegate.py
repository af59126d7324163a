"""Paints a row of Mina frågor: what was written, about what, and how far it has come."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.look import look
from ui.paint import write
from ui.screens.my_questions.question_rows import QuestionRow
from ui.theme import Weight
from ui.widgets.marks_in_rows import UNREAD_DOT, icon_with_words, unread_dot
from ui.widgets.row_delegate import Ink, RowDelegate

_AIR = 9
_DOT_AIR = 8


class QuestionDelegate(RowDelegate):
    """Three lines: the words, what they are about, the state. An unread answer has the dot and the weight."""

    separators = True

    def height(self, row: QuestionRow, width: float) -> float:
        """Three lines and air."""
        del row, width
        return look.text_height() + 2 * look.text_height("caption") + look.gap(2 * _AIR + 4)

    def paint_row(self, painter: QPainter, rect: QRectF, row: QuestionRow, ink: Ink, *, active: bool) -> None:
        """The dot, then the lines under each other."""
        del active
        x = rect.x() + look.px(UNREAD_DOT + _DOT_AIR)
        title = QRectF(x, rect.y() + look.gap(_AIR), rect.right() - x, look.text_height())
        if row.unread:
            unread_dot(painter, rect.x(), title.center().y(), ink.tone("accent"))
        font = look.font("body", Weight.SEMIBOLD if row.unread else Weight.MEDIUM)
        write(painter, title, row.title, font, ink.text)
        caption = look.font("caption", digits=True)
        under = QRectF(x, title.bottom() + look.gap(2), title.width(), look.text_height("caption"))
        write(painter, under, row.under, caption, ink.muted)
        state = QRectF(x, under.bottom() + look.gap(2), title.width(), look.text_height("caption"))
        tone = ink.muted if row.standing.tone == "muted" else ink.tone(row.standing.tone)
        icon_with_words(painter, state, row.standing.icon, row.standing.words, caption, tone, 14)

    def tool_tip(self, row: QuestionRow, width: float) -> str:
        """All of it."""
        del width
        return f"{row.title}\n{row.under}\n{row.standing.words}"
