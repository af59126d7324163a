"""Answers an invitation with words to whoever called the meeting."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent

from ui.drafts import KEPT_AFTER_MS, answer_draft
from ui.invitation_words import ANSWERS, act_words
from ui.look import look
from ui.screen import ScreenContext
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import IconLabel, Label
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.popover import SHADOW, Popover
from ui.widgets.row_list import RowList
from ui.widgets.writing_area import WritingArea
from workplace_app.domain.event import Event, Response
from workplace_app.store.drafts import Drafts

WIDTH, HEIGHT = 344, 96
_SIDE = (10, 4, 10, 4)


class AnswerPopover(Popover):
    """``chosen`` carries the answer and the words. Esc closes it and keeps what is written."""

    chosen = Signal(object, str)

    def __init__(self, context: ScreenContext, rows: RowList, event: Event) -> None:
        name = self.tr("Answer with words")
        self.field = WritingArea(self.tr("Words to {name}").format(name=event.organizer or event.title))
        self._drafts, self._meant_for = Drafts(context.connection), answer_draft(event.id)
        self.field.setPlainText(self._drafts.text(self._meant_for))
        buttons = []
        for response in ANSWERS:
            button = Button(act_words(response), small=True)
            button.clicked.connect(lambda _=False, each=response: self._choose(each))
            buttons.append(button)
        column = Column(
            Row(IconLabel("calendar", 18, "accent"), Label(name, "strong"), None, margins=_SIDE),
            panel(Row(Label(event.title, "caption", "muted", elide=True), margins=_SIDE)),
            panel(Row(self.field, margins=_SIDE)),
            panel(Row(panel(Flow(*buttons)), margins=_SIDE)),
            margins=(6, 6, 6, 6),
        )
        super().__init__(column, rows, name=name)
        self._soon = QTimer(self, singleShot=True, interval=KEPT_AFTER_MS)
        self._soon.timeout.connect(self._keep)
        self.field.textChanged.connect(self._soon.start)
        self.field.setFixedHeight(look.px(HEIGHT))
        self.setFixedWidth(look.px(WIDTH) + 2 * SHADOW)

    def _choose(self, response: Response) -> None:
        self._keep()
        self.chosen.emit(response, self.field.toPlainText().strip())
        if not self._drafts.text(self._meant_for):  # filed, or nothing to file; else they stay where they were written
            self.field.clear()
            self.close()

    def _keep(self) -> None:
        self._soon.stop()
        self._drafts.keep(self._meant_for, self.field.toPlainText())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what has not been sent."""
        self._keep()
        super().closeEvent(event)
