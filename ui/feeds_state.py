"""The place over a list where it says that it is old, empty or unknown, with what can be done about it."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from ui.freshness import Fetched, fetched, freshness
from ui.remedy import remedy
from ui.restyling import is_leaving
from ui.screen import ScreenContext
from ui.widgets.buttons import Button
from ui.widgets.card import CardState, Freshness
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.notes import Note, StateLine
from workplace_app.domain.progress import SyncProgress
from workplace_app.store.feed_state_reader import feed_states

KNOWN_EMPTY = "check-circle"
"""The tick: all is done. Other icons where emptiness is no achievement."""


class FeedsState(QWidget):
    """Takes no room while what is shown is fresh."""

    on_demand: ClassVar[bool] = False
    """True for what nothing but the user asks for."""

    def __init__(self, context: ScreenContext, feeds: frozenset[str]) -> None:
        super().__init__()
        self._context = context
        self._feeds = frozenset(filter(context.municipality.asks, feeds))
        self._fetching = False
        self._together: Fetched | None = None
        self._empty, self._empty_words, self._empty_icon = False, "", KNOWN_EMPTY
        self._shown: CardState | None = None
        self._place = Column(margins=(0, 4, 0, 4))
        self.setLayout(self._place)
        self.hide()
        context.watcher.progress.connect(self._progress)

    @property
    def state(self) -> CardState | None:
        """How things stand."""
        return self._shown

    def show_for(self, *, empty: bool, empty_words: str, empty_icon: str = KNOWN_EMPTY) -> None:
        """Tell how what is shown stands; ``empty_words`` say that there is nothing, once that is known."""
        self._empty, self._empty_words, self._empty_icon = empty, empty_words, empty_icon
        together = self._together = self.together()
        state = freshness(
            together,
            self._context.clock(),
            empty=empty,
            empty_words=empty_words,
            fetching=self._fetching,
            on_demand=self.on_demand,
        )
        if state != self._shown:
            self._shown = state
            self._show(state)

    def together(self) -> Fetched:
        """What the feeds together say."""
        return fetched(feed_states(self._context.connection), self._feeds)

    def fetch(self) -> None:
        """Ask for them again."""
        self._context.requests.refresh(self._feeds)

    def _progress(self, progress: SyncProgress) -> None:
        if is_leaving(self):
            return
        if progress.running != self._fetching:
            self._fetching = progress.running
            if self._shown is not None:
                self.show_for(empty=self._empty, empty_words=self._empty_words, empty_icon=self._empty_icon)

    def _show(self, state: CardState) -> None:
        while (item := self._place.takeAt(0)) is not None:
            old: QWidget | None = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        line = self._line(state)
        if line is not None:
            self._place.addWidget(line)
        self.setVisible(line is not None)

    def _line(self, state: CardState) -> QWidget | None:
        if state.freshness in (Freshness.OLD, Freshness.FAILED):
            tone = "danger" if state.freshness is Freshness.FAILED else state.tone
            return panel(Row(Note(tone, state.words, *self._actions(state)), margins=(12, 0, 12, 0)))
        if state.freshness is Freshness.EMPTY:
            found = self._empty_icon == KNOWN_EMPTY
            return StateLine(self._empty_icon, state.words, ink="success" if found else "muted")
        if state.freshness is Freshness.UNKNOWN:
            return StateLine("help", state.words, *self._actions(state), muted=True)
        if state.freshness is Freshness.FETCHING:
            return StateLine("refresh", self.tr("Fetching for the first time."), muted=True)
        return None

    def _actions(self, state: CardState) -> list[QWidget]:
        if not state.action:
            return []
        button = Button(state.action, small=True)
        button.clicked.connect(lambda: self._act(button))
        return [button]

    def _act(self, button: QWidget) -> None:
        if self._together is not None:
            remedy(self._context, self._together, self.fetch, button, self)
