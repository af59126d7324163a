"""Says at the head of a page that there is no network and that one can go on: once, and not on every card."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from ui.freshness import is_without_network
from ui.screen import ScreenContext
from ui.widgets.buttons import Button
from ui.widgets.layouts import Column
from ui.widgets.notes import Note
from workplace_app.domain.feed_state import FeedState
from workplace_app.domain.progress import SyncProgress
from workplace_app.store.feed_state_reader import feed_states


def is_offline(context: ScreenContext) -> bool:
    """What sync said last counts, and before it has said anything how the last attempts ended."""
    told = context.watcher.at_rest
    return is_without_network(feed_states(context.connection)) if told is None else told.offline


class OfflineNote(QWidget):
    """Takes no room while there is a network. ``show_for`` is called with how the feeds stand, when that changes."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._offline = False
        again = Button(self.tr("Try now"), icon="refresh", small=True)
        again.clicked.connect(lambda: context.requests.refresh(frozenset()))
        words = self.tr("No network. You can go on working: everything is sent in order when it is back.")
        self.setLayout(Column(Note("offline", words, again), margins=(0, 0, 0, 14)))
        self.hide()
        context.watcher.progress.connect(self._progressed)

    @property
    def offline(self) -> bool:
        """True while it is shown."""
        return self._offline

    def show_for(self, states: Mapping[str, FeedState]) -> None:
        """Show or hide: what sync said last counts, and before it has said anything how the last attempts ended."""
        told = self._context.watcher.at_rest
        self._show(is_without_network(states) if told is None else told.offline)

    def _progressed(self, progress: SyncProgress) -> None:
        if not progress.running:
            self._show(progress.offline)

    def _show(self, offline: bool) -> None:
        if offline != self._offline:
            self._offline = offline
            self.setVisible(offline)
