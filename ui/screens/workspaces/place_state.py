"""How old what is said in one place is, what went wrong when it was read, and what can be done about it."""

from typing import ClassVar

from ui.dates import moment_words
from ui.feeds_state import KNOWN_EMPTY, FeedsState
from ui.freshness import Fetched, as_it_stands
from ui.offline_note import is_offline
from ui.restyling import is_leaving
from ui.screen import ScreenContext
from workplace_app.domain.problem import ProblemKind
from workplace_app.domain.progress import SyncProgress
from workplace_app.store.feed_state_reader import feed_states, place_state

_READ_ON_DEMAND = ("channel:", "chat:", "group:")


class PlaceState(FeedsState):
    """Of a channel, a chat or a group. Its feed's age is no answer: that is the age of the place that was read last."""

    on_demand: ClassVar = True

    def __init__(self, context: ScreenContext, place_id: str = "") -> None:
        super().__init__(context, frozenset())
        self.place_id = place_id
        self._offline = is_offline(context)
        self._owed = False

    @property
    def turned_off(self) -> bool:
        """True where IT has decided that what people say is not read: nothing of it is fetched, kept or shown."""
        return not self._context.municipality.teams_reading

    @property
    def can_be_read(self) -> bool:
        """False while no place is chosen, for a whole team, of which only the channels are read, and where IT has
        turned it off."""
        return not self.turned_off and self.place_id.startswith(_READ_ON_DEMAND)

    def age(self) -> str:
        """When it was read last, in words; "" when it never was."""
        at = self.together().at
        return moment_words(at, self._context.clock()) if at is not None else ""

    def together(self) -> Fetched:
        """What is known of the place."""
        connection = self._context.connection
        state = as_it_stands(place_state(connection, self.place_id), feed_states(connection))
        return Fetched(state.fetched_at, state.problem, never=state.fetched_at is None)

    def fetch(self) -> None:
        """Read it now."""
        if self.can_be_read:
            self._context.requests.open_conversation(self.place_id)

    def _progress(self, progress: SyncProgress) -> None:
        """Rounds in the background do not read it, but they know whether there is a network again: then what was asked
        for without one is read, once."""
        if is_leaving(self) or progress.running:
            return
        if self._offline and not progress.offline:
            self._owed = self._found_no_network()
        self._offline = progress.offline
        if self._shown is not None:
            self.show_for(empty=self._empty, empty_words=self._empty_words, empty_icon=self._empty_icon)

    def show_for(self, *, empty: bool, empty_words: str, empty_icon: str = KNOWN_EMPTY) -> None:
        """Tell how what is said stands. What is owed is read as soon as somebody looks."""
        super().show_for(empty=empty, empty_words=empty_words, empty_icon=empty_icon)
        page = self.parentWidget()
        if self._owed and page is not None and page.isVisible():
            self._owed = False
            if self._found_no_network():
                self.fetch()

    def _found_no_network(self) -> bool:
        problem = place_state(self._context.connection, self.place_id).problem
        return problem is not None and problem.kind is ProblemKind.OFFLINE
