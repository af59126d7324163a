"""Acknowledges what had to be read: the mark at once, the wish that tells the municipality, and the way back."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from ui.dialogue.ways import has_interface
from ui.screen import ScreenContext
from ui.taking_back import take_back
from ui.widgets.toast import HOLD
from workplace_app.domain.as_seen import ArticleAsSeen
from workplace_app.domain.own_things import ArticleMark
from workplace_app.store.own_things import article_marks


class Acknowledging(QObject):
    """``changed`` is called when the marks are others than before."""

    def __init__(self, context: ScreenContext, screen: QObject, changed: Callable[[], None]) -> None:
        super().__init__(screen)
        self._context, self._changed = context, changed

    def acknowledge(self, seen: ArticleAsSeen | None) -> None:
        """The user has read it. Where the municipality has no interface the mark stays on this computer."""
        if seen is None or seen.article.acknowledge_by is None or seen.acknowledged_at is not None:
            return
        connection, now, article = self._context.connection, self._context.clock(), seen.article
        undo: Callable[[], None]
        if has_interface(self._context):
            filed = article_marks.acknowledge_and_tell(connection, article.id, article.title, now, HOLD)
            self._context.requests.refresh(frozenset())
            undo = partial(self._take_back, filed.id)
        else:
            undo = partial(self._restore, article_marks.acknowledge(connection, [article.id], now))
        self._changed()
        self._context.shell.say(self.tr("You have acknowledged the article."), icon="check-circle", undo=undo)

    def _take_back(self, intent_id: str) -> None:
        if not take_back(self._context, intent_id):
            words = self.tr("It has already been sent. An acknowledgement cannot be taken back.")
            self._context.shell.say(words, icon="info")
        self._changed()

    def _restore(self, before: Sequence[ArticleMark]) -> None:
        article_marks.restore(self._context.connection, before)
        self._changed()
