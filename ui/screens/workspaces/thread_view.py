"""What was said: messages under each other, with who and when, and when they were fetched."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.dates import moment_words
from ui.look import look
from ui.widgets.labels import Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.marks import Avatar
from workplace_app.domain.workspace import Message


class MessageView(QWidget):
    """One message as plain words: formatting and pictures are one key away, in Teams."""

    def __init__(self, message: Message, now: datetime) -> None:
        super().__init__()
        when = moment_words(message.sent, now)
        text = self.tr("The message has been removed.") if message.deleted else message.text
        head = Row(Label(message.author_name, "strong", elide=True), Label(when, "caption", "muted", digits=True), None)
        words = Column(head, gap=2)
        if message.subject:
            words.addWidget(Label(message.subject, "strong", wrap=True))
        words.addWidget(Paragraph(text, colour="muted" if message.deleted else "text", leading=135))
        row = Row(panel(Column(Avatar(message.author_name), None)), panel(words), gap=12)
        row.setStretch(1, 1)
        self.setLayout(row)
        self.setAccessibleName(f"{message.author_name}, {when}: {text}")


class ThreadView(QWidget):
    """Messages, the oldest first."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(look.gap(18))
        self._shown: tuple[Message, ...] = ()

    def show_messages(self, messages: Sequence[Message], now: datetime) -> None:
        """Show these; nothing is made anew when nothing has changed."""
        if tuple(messages) == self._shown:
            return
        self._shown = tuple(messages)
        while (item := self._layout.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for message in messages:
            self._layout.addWidget(MessageView(message, now))
