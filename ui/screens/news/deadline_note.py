""" "Glöm inte": the last day that an editor has given, with the button that reminds of it."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from ui.models.article_model import deadline_words
from ui.reminders.subjects import of_article
from ui.screen import ScreenContext
from ui.widgets.buttons import Button
from ui.widgets.layouts import Row
from ui.widgets.notes import Note
from workplace_app.domain.as_seen import ArticleAsSeen


class DeadlineNote(QWidget):
    """In sight while the article that is shown has a last day that is not over."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._seen: ArticleAsSeen | None = None
        self._button = Button(self.tr("Remind me"), icon="bell", small=True)
        self._button.clicked.connect(self._remind)
        offered = [self._button] if context.reminds else []
        self._note = Note("info", "", *offered, icon="clock")
        self.setLayout(Row(self._note, margins=(20, 10, 20, 0)))
        self.hide()

    def show_for(self, seen: ArticleAsSeen | None, now: datetime) -> None:
        """Say what this article's editor does not want forgotten."""
        self._seen = seen
        words = ""
        if seen is not None and seen.withdrawn_at is None:
            words = deadline_words(seen.article.deadline, seen.article.deadline_label, now)
        self._note.set_words(words)
        self.setVisible(bool(words))

    def _remind(self) -> None:
        if self._seen is not None:
            self._context.shell.remind(of_article(self._seen.article), self._button)
