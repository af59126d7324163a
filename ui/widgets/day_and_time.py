"""Fields for a day and for a time: typed, or stepped with the arrows."""

from datetime import date, time

from PySide6.QtCore import QDate, QRectF, QTime
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QDateTimeEdit, QTimeEdit

from ui.look import look
from ui.paint import box, focus_ring, text_width
from ui.theme import RADIUS_CONTROL

_SIDE, _CARET = 8, 8


def _dress(field: QDateTimeEdit, name: str, form: str) -> None:
    """A spin box under a style sheet loses its text with its buttons, so it is painted here, as a text field is."""
    field.setAccessibleName(name)
    field.setDisplayFormat(form)
    field.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
    field.lineEdit().setProperty("bare", "true")
    field.lineEdit().setTextMargins(_SIDE, 0, _SIDE, 0)
    _restyle(field)


def _restyle(field: QDateTimeEdit) -> None:
    field.setFont(look.font("body", digits=True))
    field.setFixedHeight(look.control_height)
    words = text_width(field.text(), field.font())
    field.setMinimumWidth(round(words) + 2 * _SIDE + look.px(_CARET))


def _paint(field: QDateTimeEdit) -> None:
    painter = QPainter(field)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = QRectF(field.rect())
    box(painter, rect, RADIUS_CONTROL, fill="surface", line="edge")
    if field.hasFocus():
        focus_ring(painter, rect, RADIUS_CONTROL)


class DayField(QDateEdit):
    """A day, with the name of its weekday."""

    def __init__(self, name: str, day: date) -> None:
        super().__init__(QDate(day.year, day.month, day.day))
        _dress(self, name, "ddd d MMM yyyy")
        self.setCurrentSection(QDateTimeEdit.Section.DaySection)

    @property
    def day(self) -> date:
        """The day that it shows."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def step_days(self, days: int) -> None:
        """Go so many days on, or back."""
        self.setDate(self.date().addDays(days))

    def restyle(self) -> None:
        """Take font and height from the look."""
        _restyle(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field; the text paints itself."""
        _paint(self)


class TimeField(QTimeEdit):
    """A time of day, to the minute."""

    def __init__(self, name: str, clock: time) -> None:
        super().__init__(QTime(clock.hour, clock.minute))
        _dress(self, name, "HH:mm")

    @property
    def clock(self) -> time:
        """The time that it shows."""
        return time(self.time().hour(), self.time().minute())

    def restyle(self) -> None:
        """Take font and height from the look."""
        _restyle(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field; the text paints itself."""
        _paint(self)
