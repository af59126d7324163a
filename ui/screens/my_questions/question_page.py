"""The page of one remark: what was written, how far it has come, what was answered, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.dates import running_words
from ui.dialogue.wording import ICONS, kind_name, standing
from ui.look import look
from ui.offline_note import is_offline
from ui.problem_wording import problem_words
from ui.screen import ScreenContext
from ui.theme import READING_WIDTH
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.headings import section_heading
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.notes import Note
from ui.widgets.surface import Rule
from workplace_app.domain.intent import IntentState
from workplace_app.domain.remark import RemarkAnswer, RemarkAsSeen


class QuestionPage(QWidget):
    """Made for one remark. The signals carry nothing: they are about this one."""

    about_wanted = Signal()
    more_wanted = Signal()
    take_back_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, context: ScreenContext, remark: RemarkAsSeen) -> None:
        super().__init__()
        self._context = context
        self.remark = remark
        self._stands = standing(remark, context.clock(), offline=is_offline(context))
        self.setAccessibleName(remark.about.title)
        column = Column(self._head(), 14)
        problem = self._problem()
        if problem is not None:
            column.addWidget(problem)
            column.addSpacing(look.gap(14))
        written = running_words(remark.written_at, context.clock())
        column.addWidget(Label(self.tr("You, {time}").format(time=written), "caption", "muted", digits=True))
        column.addSpacing(look.gap(4))
        column.addWidget(_said(remark.text))
        for answer in remark.answers:
            for part in self._answer(answer):
                column.addWidget(part)
        column.addSpacing(look.gap(20))
        column.addWidget(self._acts())
        column.addStretch(1)
        self.setLayout(column)
        self.restyle()

    def stands_as_before(self) -> bool:
        """False when what it says of its state is no longer so (the network has gone)."""
        offline = is_offline(self._context)
        return standing(self.remark, self._context.clock(), offline=offline) == self._stands

    def restyle(self) -> None:
        """Lines are no longer than the eye follows."""
        self.setMaximumWidth(look.px(READING_WIDTH))

    def _head(self) -> QWidget:
        remark = self.remark
        kind = Row(IconLabel(ICONS[remark.kind], 16), Label(kind_name(remark.kind), "caption", "muted"), None, gap=6)
        title = Paragraph(remark.about.title, "heading", leading=115)
        stands = self._stands
        state = Row(IconLabel(stands.icon, 16, stands.tone), Label(stands.words, "body", stands.tone, wrap=True), gap=6)
        state.setStretch(1, 1)
        return panel(Column(panel(kind), 4, title, 8, panel(state)))

    def _problem(self) -> QWidget | None:
        intent = self.remark.intent
        if intent is None or intent.state is not IntentState.NEEDS_YOU or intent.problem is None:
            return None
        if intent.conflict is not None and intent.conflict.gone:
            words = self.tr("The page that this is about has been withdrawn. Your words are kept here.")
            return Note("warning", words)
        again = Button(self.tr("Try again"), icon="refresh", small=True)
        again.clicked.connect(self.again_wanted)
        return Note("warning", problem_words(intent.problem, self._context.clock()).brief, again)

    def _answer(self, answer: RemarkAnswer) -> list[QWidget]:
        who = answer.author or self.tr("The municipality")
        head = Column(Rule(), 16, section_heading(self.tr("Answer")), 2)
        when = running_words(answer.at, self._context.clock())
        head.addWidget(Label(f"{who}  ·  {when}", "caption", "muted", digits=True, wrap=True))
        return [panel(Column(18)), panel(head), panel(Column(4)), _said(answer.text)]

    def _acts(self) -> QWidget:
        flow = Flow()
        about = Button(self.tr("Show what it is about"), icon="link")
        about.clicked.connect(self.about_wanted)
        flow.addWidget(about)
        intent = self.remark.intent
        if intent is None or intent.state is IntentState.CONFIRMED:
            more = Button(self.tr("Write more about it"), "quiet", icon="dialog")
            more.clicked.connect(self.more_wanted)
            flow.addWidget(more)
        elif intent.state in (IntentState.WAITING, IntentState.NEEDS_YOU):
            back = Button(self.tr("Take back"), "quiet", icon="undo", key=self.tr("Delete"))
            back.clicked.connect(self.take_back_wanted)
            flow.addWidget(back)
        return panel(flow)


def _said(text: str) -> QWidget:
    """Words as they were written, with their line breaks; they can be copied."""
    words = Paragraph(text, "reading", leading=145)
    words.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    words.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return words
