"""Drift information, on Idag and on the sign-in page: what is disturbed now, what is planned, or that nobody knows."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from html import escape

from PySide6.QtWidgets import QWidget

from ui.dates import local, moment_words
from ui.freshness import fetched
from ui.problem_remedy import Remedy
from ui.problem_wording import problem_words, remedy_text
from ui.restyling import take_leave
from ui.screen import ScreenContext
from ui.widgets.buttons import Button
from ui.widgets.layouts import Column
from ui.widgets.notes import Note
from workplace_app.domain.disruption import Disruption
from workplace_app.domain.feed_state import FeedState
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.store.disruption_reader import disruptions

DISRUPTION_FEEDS = frozenset({"disruptions"})
MOST_SHOWN = 1
"""More are one press away: the day's tasks are to be in sight."""
PLANNED_AHEAD = timedelta(days=2)


class DisruptionNotes(QWidget):
    """One note per disruption, the current before the planned; nothing when it is known that there is none.

    When the feed fails a line says so: no note must not read as no disruption.
    """

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[Disruption, ...] = ()
        self._problem: Problem | None = None
        self._column = Column(gap=8, margins=(0, 0, 0, 14))
        self.setLayout(self._column)
        self.hide()

    def refresh(self, now: datetime, states: Mapping[str, FeedState]) -> None:
        """Read again."""
        problem = fetched(states, DISRUPTION_FEEDS).problem
        # That there is no network the page says already.
        problem = None if problem is not None and problem.kind is ProblemKind.OFFLINE else problem
        near = tuple(each for each in disruptions(self._context.connection, now) if _is_near(each, now))
        if (near, problem) != (self._shown, self._problem):
            self._shown, self._problem = near, problem
            self._show(now, MOST_SHOWN)

    def _show(self, now: datetime, most: int) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                take_leave(widget)
        hidden = len(self._shown) - most
        for number, each in enumerate(self._shown[:most]):
            last = number == most - 1
            self._column.addWidget(self._note(each, now, hidden if last else 0))
        if self._problem is not None:
            self._column.addWidget(self._unknown(self._problem, now))
        self.setVisible(bool(self._shown) or self._problem is not None)

    def _unknown(self, problem: Problem, now: datetime) -> Note:
        words = problem_words(problem, now)
        known = self.tr("We do not know whether more is disturbed.") if self._shown else ""
        unknown = known or self.tr("We do not know whether anything is disturbed.")
        if words.remedy is Remedy.SIGN_IN_TO_CMS:
            again = Button(remedy_text(words.remedy), small=True)
            again.clicked.connect(self._context.requests.sign_in_to_cms)
        else:
            again = Button(self.tr("Try again"), small=True)
            again.clicked.connect(lambda: self._context.requests.refresh(DISRUPTION_FEEDS))
        return Note("info", f"{unknown} {words.brief}", again, icon="help")

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
