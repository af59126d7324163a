"""Messages in place: a note (what happened, what it means, what to do), a line of state, an empty view."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui.look import look
from ui.theme import RADIUS_CARD, ColourRole
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.surface import Surface

NoteTone = Literal["info", "offline", "warning", "danger", "success"]

_FILL: dict[NoteTone, ColourRole] = {
    "info": "sunken",
    "offline": "sunken",
    "warning": "warning_soft",
    "danger": "danger_soft",
    "success": "success_soft",
}
_INK: dict[NoteTone, ColourRole] = {
    "info": "muted",
    "offline": "muted",
    "warning": "warning",
    "danger": "danger",
    "success": "success",
}
_ICONS: dict[NoteTone, str] = {
    "info": "info",
    "offline": "offline",
    "warning": "warning",
    "danger": "error",
    "success": "check-circle",
}

_LEAST_WORDS = 170
"""Pixels at 100 % that the words need beside the actions; with less the actions stand below."""
_MOST_LINES = 3
"""Lines of words beside the actions: a longer text would be a sliver there, and has the whole width."""
_LEADING = 120


class Note(Surface):
    """A tinted plate with an icon, words and what can be done. ``markup`` allows <b> in the program's own words."""

    def __init__(self, tone: NoteTone, text: str, *actions: QWidget, icon: str = "", markup: bool = False) -> None:
        fill = _FILL[tone]
        super().__init__(fill, radius=RADIUS_CARD - 2, line="line")
        if fill != "sunken":
            self.outline_only_when_strong()
        self._words = Paragraph(text, leading=_LEADING, markup=markup)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._mark = IconLabel(icon or _ICONS[tone], 20, _INK[tone])
        said = Row(self._mark, self._words, gap=8)
        said.setStretch(1, 1)
        self._row = Row(said, gap=10, margins=(10, 7, 8, 7))
        self._row.setStretch(0, 1)
        self._actions = panel(Row(*actions, gap=6)) if actions else None
        if self._actions is not None:
            self._row.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignRight)
        self.setLayout(self._row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow place what can be done stands under the words."""
        super().resizeEvent(event)
        if self._actions is None:
            return
        room = event.size().width() - self._actions.sizeHint().width() - look.px(20) - look.gap(42)
        lines = look.text_height() * _MOST_LINES * _LEADING / 100
        across = room >= look.px(_LEAST_WORDS) and self._words.heightForWidth(room) <= lines
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom)
        self._row.setStretch(0, 1 if across else 0)  # below each other nothing may grow with the pane

    def set_words(self, text: str) -> None:
        """Say something else."""
        self._words.set_words(text)

    def say(self, tone: NoteTone, text: str) -> None:
        """Say something else in the room that it has: what is below does not move."""
        if text == self.words:
            return
        if self.isVisible():
            self.setMinimumHeight(self.height())
        self._mark.set_icon(_ICONS[tone], _INK[tone])
        self._words.set_words(text)

    def take_room_anew(self) -> None:
        """Nobody is reading what is below: be as high as the words need."""
        self.setMinimumHeight(0)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.words


class StateLine(QWidget):
    """One line that says how things stand, with an icon: "Nothing to acknowledge", "We do not know"."""

    def __init__(self, icon: str, text: str, *actions: QWidget, ink: ColourRole = "muted", muted: bool = False) -> None:
        super().__init__()
        words = Paragraph(text, colour="muted" if muted else "text", leading=125)
        row = Row(IconLabel(icon, 20, ink), words, *actions, gap=10, margins=(16, 4, 12, 4))
        row.setStretch(1, 1)
        self.setLayout(row)


class EmptyState(QWidget):
    """A view or a pane that has nothing to show, and knows it: a quiet icon, why, and what to do."""

    def __init__(self, icon: str, title: str, text: str = "", *actions: QWidget) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        column = Column(gap=6, margins=(24, 24, 24, 24))
        column.addStretch(2)
        column.addWidget(IconLabel(icon, 32, "muted"), 0, centre)
        column.addSpacing(4)
        column.addWidget(Label(title, "subtitle", wrap=False), 0, centre)
        if text:
            words = Paragraph(text, colour="muted")
            words.setAlignment(centre)
            column.addWidget(words)
        if actions:
            column.addSpacing(8)
            column.addWidget(panel(Row(*actions)), 0, centre)
        column.addStretch(3)
        self.setLayout(column)
