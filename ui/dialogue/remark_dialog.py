"""Where a question, an idea or a correction is written. What is written is kept at once, and stays until it is sent."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from ui.dialogue.ways import Way, way_of
from ui.dialogue.wording import kind_choice, kind_prompt
from ui.drafts import KEPT_AFTER_MS
from ui.look import look
from ui.offline_note import is_offline
from ui.screen import ScreenContext
from ui.widgets.buttons import Button
from ui.widgets.choices import Segmented
from ui.widgets.dialog import Dialog
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.writing_area import LEAST_LINES, WritingArea
from workplace_app.domain.remark import LONGEST_REMARK, About, RemarkDraft, RemarkKind
from workplace_app.store.own_things.remark_drafts import draft_about, keep_draft

WIDTH = 600
LINES = 8
TALL_FROM = 560
"""Pixels at 100 % that a window must have for all lines."""
COUNTED_FROM = LONGEST_REMARK - 400


class RemarkDialog(Dialog):
    """``send_wanted`` carries the draft; whoever hears it sends it and closes the dialog."""

    send_wanted = Signal(object)

    def __init__(self, opener: QWidget, context: ScreenContext, about: About, kind: RemarkKind) -> None:
        content = Column(margins=(24, 20, 20, 16))
        super().__init__(opener, content, name="", width=WIDTH)
        self._before = opener.window().focusWidget()  # also while another program is in front
        self._context = context
        self.about = about
        self._way = way_of(context)
        kept = draft_about(context.connection, about.id)
        self._kept = kept or RemarkDraft(kind, "")
        self._make_parts(self._kept.kind)
        content.addWidget(panel(self._make_column()))
        self.setAccessibleName(self._title())
        self._keeping = QTimer(self, singleShot=True, interval=KEPT_AFTER_MS)
        self._keeping.timeout.connect(self.keep)
        self._connect()
        self._area.setPlainText(self._kept.text)
        self._area.moveCursor(QTextCursor.MoveOperation.End)
        self._changed()

    def _title(self) -> str:
        return self.tr("Ask, suggest or correct")

    def _make_parts(self, kind: RemarkKind) -> None:
        choices = [(each, kind_choice(each)) for each in RemarkKind]
        self._choice = Segmented(self.tr("What do you want to do?"), choices, kind)
        self._prompt = Label(kind_prompt(kind), "strong")
        self._area = WritingArea(kind_prompt(kind), lines=LINES)
        self._count = Label("", "caption", "muted", digits=True)
        by_mail = self._way is Way.MAIL
        words = self.tr("Write in the mail program") if by_mail else self.tr("Send")
        self._send = Button(words, "primary", icon="mail" if by_mail else "send", key="Ctrl+Enter")
        self._close = Button(self.tr("Close"), "quiet", key="Esc")

    def _make_column(self) -> Column:
        title = Label(self._title(), "title")
        about = Row(IconLabel("link", 16), Label(self.about.title, "body", "muted", wrap=True), gap=6)
        about.setStretch(1, 1)
        reads = Row(IconLabel("eye", 16), Paragraph(self._who_reads(), "caption", "muted", leading=125), gap=6)
        reads.setStretch(1, 1)
        count = Row(self._prompt, None, self._count)
        foot = Row(Label(self.tr("What you write is kept if you close."), "caption", "muted", wrap=True))
        foot.addWidget(self._close)
        foot.addWidget(self._send)
        foot.setStretch(0, 1)
        column = Column(title, 4, panel(about), 14, panel(Row(self._choice, None)), 14, panel(count), 6, self._area, 10)
        column.addWidget(panel(reads))
        if self._way is Way.INTERFACE and is_offline(self._context):
            column.addSpacing(6)
            words = self.tr("There is no network. It is kept here and sent when the network is back.")
            offline = Row(IconLabel("offline", 16), Paragraph(words, "caption", leading=125), gap=6)
            offline.setStretch(1, 1)
            column.addWidget(panel(offline))
        column.addSpacing(14)
        column.addWidget(panel(foot))
        return column

    def _who_reads(self) -> str:
        """Klarspråk about what becomes of the words."""
        if self._way is Way.MAIL:
            return self.tr(
                "Your mail program opens with the text filled in, and nothing is sent before you send it there. "
                "The answer comes to your mail."
            )
        return self.tr(
            "Those who answer for the page read this. Your name goes along, so that they can answer you. "
            "The answer comes to My questions."
        )

    def _connect(self) -> None:
        self._choice.changed.connect(self._kind_changed)
        self._area.textChanged.connect(self._changed)
        self._area.sent.connect(self._sent)
        self._send.clicked.connect(self._sent)
        self._close.clicked.connect(self.leave)

    def fit_to(self, width: int) -> None:
        """In a low window the field is lower, so that all of the dialog is in sight."""
        del width
        self._area.set_lines(LINES if self.height() >= look.px(TALL_FROM) else LEAST_LINES)

    def write(self) -> None:
        """Show it, with the focus in the text."""
        self.open_with(self._area)

    @property
    def draft(self) -> RemarkDraft:
        """What stands there now."""
        return RemarkDraft(self._choice.chosen, self._area.toPlainText())

    def _kind_changed(self, kind: RemarkKind) -> None:
        self._prompt.setText(kind_prompt(kind))
        self._area.setAccessibleName(kind_prompt(kind))
        self._keeping.start()

    def _changed(self) -> None:
        text = self._area.toPlainText()
        self._send.setEnabled(bool(text.strip()) and len(text) <= LONGEST_REMARK)
        counted = len(text) > COUNTED_FROM
        words = self.tr("{count} of {most} characters").format(count=len(text), most=LONGEST_REMARK)
        self._count.setText(words if counted else "")
        self._count.set_colour("danger" if len(text) > LONGEST_REMARK else "muted")
        if self.draft != self._kept:
            self._keeping.start()

    def _sent(self) -> None:
        if self._send.isEnabled():
            self._keeping.stop()
            self.send_wanted.emit(self.draft)

    def keep(self) -> None:
        """Keep what stands there, if that is not kept yet."""
        self._keeping.stop()
        if self.draft != self._kept:
            keep_draft(self._context.connection, self.about.id, self.draft)
            self._kept = self.draft

    def done(self) -> None:
        """It has been sent: close without keeping anything."""
        self._keeping.stop()
        self._kept = self.draft
        self.leave()

    def leave(self) -> None:
        """Close; what has been written stays."""
        if not self.isHidden():
            self.keep()
        super().leave()
