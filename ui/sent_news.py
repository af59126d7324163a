"""Says "3 saker skickade 14:02" when what had waited has arrived: after a network came back, and when the window is
opened after that."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from ui.dates import local, moment_words
from ui.places import OUTBOX
from ui.screen import ScreenContext
from ui.sent_burst import Sent, SentBurst
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.progress import SyncProgress
from workplace_app.store.outbox_reader import count_intents, sent_intents
from workplace_app.store.own_things.choices import Choices

_TOLD = "outbox.told_until"
"""Kept with the account, by the name of a setting that nobody chooses."""


class SentNews(QObject):
    """Lives as long as an account is open in the window; told of rounds and of changes by its watcher."""

    def __init__(self, context: ScreenContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._choices = Choices(context.connection)
        self._left = False
        self._made: SentBurst | None = None
        context.watcher.changes.connect(self._changed)
        context.watcher.progress.connect(self._progressed)
        QTimer.singleShot(0, self, self.tell)  # when the page stands

    def leave(self) -> None:
        """Read no more: the connection is about to be closed."""
        self._left = True

    def tell(self) -> None:
        """Say what has arrived since it was last said."""
        if self._left:
            return
        before = self._burst.told_until
        sent = self._burst.over(sent_intents(self._context.connection, before))
        if self._burst.told_until != before:
            self._choices.set_setting(_TOLD, self._burst.told_until.isoformat())
        if sent is not None:
            self._say(sent)

    @property
    def _burst(self) -> SentBurst:
        if self._made is None:
            self._made = SentBurst(self._told_until())
            at_rest = self._context.watcher.at_rest
            if at_rest is not None and at_rest.offline:
                self._made.without_network()
        return self._made

    def _told_until(self) -> datetime:
        kept = self._choices.setting(_TOLD)
        try:
            told = datetime.fromisoformat(kept) if kept else None
        except ValueError:
            told = None
        now = self._context.clock()
        if told is not None and told.tzinfo is not None and told <= now:
            return told
        self._choices.set_setting(_TOLD, now.isoformat())  # what came before the first time is no news
        return now

    def _progressed(self, progress: SyncProgress) -> None:
        if self._left:
            return
        now = self._context.clock()
        if progress.running:
            self._burst.round_began(now)
        elif progress.offline:
            self._burst.without_network()
        else:
            self._burst.with_network(now)
            self.tell()

    def _changed(self, kinds: frozenset[ChangeKind]) -> None:
        """Nothing waits any more: the burst is over though the round still fetches."""
        if self._left or ChangeKind.OUTBOX not in kinds:
            return
        if not count_intents(self._context.connection, self._context.clock()).waiting:
            self.tell()

    def _say(self, sent: Sent) -> None:
        time = moment_words(sent.at, local(self._context.clock()))
        words = self.tr("%n thing(s) sent {time}", "", sent.number).replace("{time}", time)
        shell = self._context.shell
        shell.say(words, icon="send", action_text=self.tr("Show"), action=lambda: shell.go(OUTBOX))
