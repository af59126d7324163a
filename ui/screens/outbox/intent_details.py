"""All there is to know of one wish: what is written in it, how it stands, what has been tried, and what can be done."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.dates import moment_words, running_words
from ui.look import look
from ui.problem_wording import problem_words
from ui.screens.outbox.conflict_words import ConflictWords, VersionWords
from ui.screens.outbox.intent_acts import IntentAct
from ui.screens.outbox.intent_rows import IntentRow
from ui.screens.outbox.intent_words import beginning
from ui.theme import RADIUS_CARD, RADIUS_CONTROL
from ui.widgets.buttons import Button, icon_button
from ui.widgets.flow import Flow
from ui.widgets.headings import section_heading
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.surface import Surface
from workplace_app.domain.intent import Attempt, IntentState

translate = QCoreApplication.translate
WIDTH = 380
_STEPS: dict[IntentState, Callable[[], str]] = {
    IntentState.WAITING: lambda: translate("outbox", "Waits"),
    IntentState.SENDING: lambda: translate("outbox", "Being sent"),
    IntentState.UNKNOWN: lambda: translate("outbox", "No answer came"),
    IntentState.CONFIRMED: lambda: translate("outbox", "Arrived"),
    IntentState.NEEDS_YOU: lambda: translate("outbox", "Needs you"),
    IntentState.WITHDRAWN: lambda: translate("outbox", "Taken back"),
}


def step_words(attempt: Attempt, now: datetime, *, first: bool) -> str:
    """One step of the history: when, what became of it, and the problem that led there."""
    state = translate("outbox", "Saved on the computer") if first else _STEPS[attempt.state]()
    why = f". {problem_words(attempt.problem, now).happened}" if attempt.problem is not None else ""
    return f"{moment_words(attempt.at, now)}  {state}{why}"


class IntentDetails(Surface):
    """Beside the list, or in its place where there is no room; ``closed`` gives the room back."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__("surface", radius=RADIUS_CARD, line="line")
        self.row: IntentRow | None = None
        self._shown: tuple[object, ...] = ()
        self._page = ScrollPage(QWidget())
        self.setLayout(Column(self._page, margins=(1, 1, 1, 1)))

    def show_row(
        self,
        row: IntentRow,
        history: Sequence[Attempt],
        acts: Sequence[IntentAct],
        versions: ConflictWords | None,
        now: datetime,
    ) -> None:
        """Show this one; nothing is made anew when nothing has changed."""
        self.row = row
        shown = (row, tuple(history), versions)
        if shown == self._shown:
            return
        had_focus = self._page.isAncestorOf(self.window().focusWidget() or self)
        self._shown = shown
        self._page.setWidget(self._made(row, history, acts, versions, now))
        self.setAccessibleName(row.title)
        if had_focus:
            self.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the room back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        """The first thing that can be done."""
        for button in self._page.findChildren(Button):
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def _made(
        self,
        row: IntentRow,
        history: Sequence[Attempt],
        acts: Sequence[IntentAct],
        versions: ConflictWords | None,
        now: datetime,
    ) -> QWidget:
        close = icon_button("close", self.tr("Close"))
        close.clicked.connect(self.closed)
        head = Row(Label(row.heading, "subtitle", wrap=True), panel(Column(close, None)), gap=8)
        head.setStretch(0, 1)
        filed = self.tr("You did this {time}").format(time=running_words(row.intent.filed_at, now))
        column = Column(head, 4, Label(row.place, "body", "muted", wrap=True), 2, gap=0, margins=(18, 14, 12, 18))
        column.addWidget(Label(filed, "caption", "muted", digits=True, wrap=True))
        column.addSpacing(look.gap(12))
        column.addWidget(self._state(row))
        if row.text:
            column.addSpacing(look.gap(12))
            column.addWidget(_plate(beginning(row.text), "reading" if row.has_words else "body"))
        if versions is not None:
            conflict = row.intent.conflict
            told_above = row.has_words and (conflict is None or conflict.gone or not conflict.fields)
            for version in (versions.theirs,) if told_above else (versions.mine, versions.theirs):
                column.addSpacing(look.gap(12))
                column.addWidget(_version(version))
        column.addSpacing(look.gap(14))
        column.addWidget(panel(Flow(*(self._button(each) for each in acts))))
        column.addSpacing(look.gap(16))
        column.addWidget(section_heading(self.tr("What has happened")))
        for number, attempt in enumerate(history):
            words = step_words(attempt, now, first=not number)
            column.addSpacing(look.gap(6))
            column.addWidget(Label(words, "caption", "muted", digits=True, wrap=True))
        column.addStretch(1)
        return panel(column)

    @staticmethod
    def _state(row: IntentRow) -> QWidget:
        told = row.standing
        words = Column(Label(told.words, "strong", told.tone, wrap=True), gap=2)
        if told.more:
            words.addWidget(Paragraph(told.more, leading=125))
        line = Row(panel(Column(IconLabel(told.icon, 18, told.tone), None)), panel(words), gap=10)
        line.setStretch(1, 1)
        return panel(line)

    @staticmethod
    def _button(act: IntentAct) -> Button:
        button = Button(act.text, icon=act.icon, small=True)
        button.clicked.connect(lambda _checked=False, run=act.run: run())
        return button


def _plate(text: str, role: str) -> Surface:
    words = Paragraph(text, "reading" if role == "reading" else "body", leading=135)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)  # by key it is copied whole
    words.setAccessibleName(text)
    return Surface("sunken", radius=RADIUS_CONTROL, line="line", layout=Column(words, margins=(12, 10, 12, 10)))


def _version(version: VersionWords) -> QWidget:
    """A version that is kept to be read: in a row that needs the user, and in one that was let go."""
    who = Label(version.who, "caption", "muted", digits=True, wrap=True)
    column = Column(Label(version.title, "strong"), who, gap=2)
    for each in version.fields:
        column.addWidget(Label(f"{each.name}: {each.value}", "body", wrap=True, digits=True))
    return panel(column)
