"""Says at the head of a page that there is no network and that one can go on: once, and not on every card."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.freshness import is_without_network
from ui.screen import ScreenContext
from ui.widgets.buttons import Button
from ui.widgets.layouts import Column, panel
from ui.widgets.notes import Note
from workplace_app.domain.progress import SyncProgress
from workplace_app.store.feed_state_reader import feed_states


def is_offline(context: ScreenContext) -> bool:
    """What sync said last counts, and before it has said anything how the last attempts ended."""
    told = context.watcher.at_rest
    return is_without_network(feed_states(context.connection)) if told is None else told.offline


class OfflineNote(QWidget):
    """Comes and goes when the page is come to, never while it is in sight, since it would push what is being read:
    until then the strip says that there is no network. When the network is back while the note stands there, the note
    says so in its own room. ``read`` is called when the feeds have changed."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._offline = False
        again = Button(self.tr("Try now"), icon="refresh", small=True)
        again.clicked.connect(lambda: context.requests.refresh(frozenset()))
        words = self.tr("No network. You can go on working: everything is sent in order when it is back.")
        self._away, self._back = words, self.tr("The network is back. What waits is sent in order.")
        self._note = Note("offline", words, again)
        self._room = panel(Column(self._note, margins=(0, 0, 0, 14)))
        self._room.hide()
        self.setLayout(Column(self._room))
        context.watcher.progress.connect(self._progressed)

    @property
    def offline(self) -> bool:
        """True while there is no network, whether or not the note may come now."""
        return self._offline

    @property
    def words(self) -> str:
        """What stands there, "" for nothing."""
        return "" if self._room.isHidden() else self._note.words

    def read(self) -> None:
        """Something has changed: see whether there is a network."""
        self._tell(is_offline(self._context))

    def _progressed(self, progress: SyncProgress) -> None:
        if not progress.running:
            self._tell(progress.offline)

    def _tell(self, offline: bool) -> None:
        self._offline = offline
        if offline:
            self._note.say("offline", self._away)
        elif not self._room.isHidden():
            self._note.say("success", self._back)

    def showEvent(self, event: QShowEvent) -> None:
        """The page has been come to: what is said of the network may come or go."""
        if not event.spontaneous():
            self._tell(is_offline(self._context))
            self._note.take_room_anew()
            self._room.setVisible(self._offline)
            self._lay_out_now()
        super().showEvent(event)

    def _lay_out_now(self) -> None:
        """Before the page is painted: parts within parts would take some turns, and the page would be seen to move."""
        page = self.parentWidget()
        for each in (self._note, self._room, self, page):
            layout = each.layout() if each is not None else None
            if layout is not None:
                layout.invalidate()
                layout.activate()
