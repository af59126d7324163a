"""Paints a colleague: initials, name, title and unit."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.look import look
from ui.models.person_model import PersonRow
from ui.paint import CENTRE, box, write
from ui.theme import ColourRole, Weight
from ui.widgets.marks import initials
from ui.widgets.row_delegate import Ink, RowDelegate

_DISC = 32
_AIR = 8


class PersonDelegate(RowDelegate):
    """Two lines; one for somebody of whom only the name is known."""

    def height(self, row: PersonRow, width: float) -> float:
        """The disc or the two lines, whichever is higher."""
        del row, width
        words = look.text_height() + look.text_height("caption") + look.gap(2)
        return max(words, look.px(_DISC)) + look.gap(_AIR * 2)

    def paint_row(self, painter: QPainter, rect: QRectF, row: PersonRow, ink: Ink, *, active: bool) -> None:
        """Paint the disc and the lines."""
        del active
        side = look.px(_DISC)
        disc = QRectF(rect.x(), rect.center().y() - side / 2, side, side)
        # On the plate of a chosen row the disc would vanish: there it is a hole in the plate.
        box(painter, disc, side / 2, fill="surface" if ink.selected else "selected")
        letters: ColourRole = "text" if ink.selected else "on_selected"
        write(painter, disc, initials(row.name), look.font("caption", Weight.SEMIBOLD), letters, CENTRE)
        words = rect.adjusted(side + look.gap(12), 0, 0, 0)
        name = QRectF(words.x(), 0, words.width(), look.text_height())
        under = QRectF(words.x(), 0, words.width(), look.text_height("caption"))
        whole = name.height() + (look.gap(2) + under.height() if row.under else 0)
        name.moveTop(rect.center().y() - whole / 2)
        under.moveTop(name.bottom() + look.gap(2))
        write(painter, name, row.name, look.font("body", Weight.MEDIUM), ink.text)
        write(painter, under, row.under, look.font("caption"), ink.muted)

    def tool_tip(self, row: PersonRow, width: float) -> str:
        """The whole name, title and unit."""
        del width
        return f"{row.name}\n{row.under}" if row.under else row.name
