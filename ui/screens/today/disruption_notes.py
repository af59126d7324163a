"""Drift information at the head of Idag: what is disturbed now, and what is planned for the next days."""

from datetime import datetime, timedelta
from html import escape

from PySide6.QtWidgets import QWidget

from ui.dates import local, moment_words
from ui.screen import ScreenContext
from ui.widgets.buttons import Button
from ui.widgets.layouts import Column
from ui.widgets.notes import Note
from workplace_app.domain.disruption import Disruption
from workplace_app.store.disruption_reader import disruptions

MOST_SHOWN = 1
"""More are one press away: the day's tasks are to be in sight."""
PLANNED_AHEAD = timedelta(days=2)


class DisruptionNotes(QWidget):
    """One note per disruption, the current before the planned; nothing when there is none."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[Disruption, ...] = ()
        self._column = Column(gap=8, margins=(0, 0, 0, 14))
        self.setLayout(self._column)
        self.hide()

    def refresh(self, now: datetime) -> None:
        """Read again."""
        near = tuple(each for each in disruptions(self._context.connection, now) if _is_near(each, now))
        if near != self._shown:
            self._shown = near
            self._show(now, MOST_SHOWN)

    def _show(self, now: datetime, most: int) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        hidden = len(self._shown) - most
        for number, each in enumerate(self._shown[:most]):
            last = number == most - 1
            self._column.addWidget(self._note(each, now, hidden if last else 0))
        self.setVisible(bool(self._shown))

    def _note(self, disruption: Disruption, now: datetime, hidden: int) -> Note:
        words = f"<b>{escape(disruption.title)}</b> {escape(disruption.text)}"
        if disruption.planned and disruption.starts is not None:
            when = moment_words(disruption.starts, now)
            if local(disruption.starts).date() == local(now).date():
                when = self.tr("today {time}").format(time=when)
            when = when[:1].upper() + when[1:]
            words = f"<b>{escape(when)}:</b> {escape(disruption.title)}. {escape(disruption.text)}"
        actions = []
        if disruption.address:
            more = Button(self.tr("More about this"), "quiet", small=True)
            more.clicked.connect(lambda: self._context.shell.open_address(disruption.address))
            actions.append(more)
        if hidden > 0:
            others = Button(self.tr("%n more", "disruptions", hidden), "link", small=True)
            others.clicked.connect(lambda: self._show(self._context.clock(), len(self._shown)))
            actions.append(others)
        return Note("warning", words, *actions, markup=True)


def _is_near(disruption: Disruption, now: datetime) -> bool:
    return disruption.starts is None or disruption.starts <= now + PLANNED_AHEAD
