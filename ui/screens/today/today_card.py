"""The base of Idag's cards: which feeds it shows, how it is read, how its age and its problem are told."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, ClassVar

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.freshness import Fetched, fetched, freshness
from ui.look import look
from ui.models.row_model import GroupRow, RowModel
from ui.remedy import remedy
from ui.restyling import is_leaving
from ui.screen import ScreenContext
from ui.widgets.card import Card, Freshness
from ui.widgets.row_delegate import RowDelegate
from ui.widgets.row_list import RowList
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.feed_state import FeedState
from workplace_app.domain.frozen import frozen
from workplace_app.domain.own_things import CardHeight
from workplace_app.domain.problem import ProblemKind

UNIT = 106
"""Height in pixels at 100 % of a short card; a middle one is two of them and the gap between, a long one four."""
GAP = 16
UNITS = {CardHeight.SHORT: 1, CardHeight.MEDIUM: 2, CardHeight.LONG: 4}
_FRAME = 44
"""Pixels of a card's head and lower margin; the foot is measured apart."""
_FOOT = 30


def height_of(units: int) -> int:
    """Pixels of a card of so many units."""
    return look.px(UNIT * units + GAP * (units - 1))


@frozen
class Reading:
    """What a card is read with: the moment (UTC), how the feeds stand, whether sync is at work."""

    now: datetime
    states: Mapping[str, FeedState]
    fetching: bool


class TodayCard(Card):
    """A subclass gives its name, its feeds and kinds, and ``read``."""

    card_id: ClassVar[str] = ""
    kinds: ClassVar[frozenset[ChangeKind]] = frozenset()
    feeds: ClassVar[frozenset[str]] = frozenset()
    columns: ClassVar[int] = 1
    height_at_first: ClassVar[CardHeight] = CardHeight.MEDIUM

    menu_opened = Signal()

    def __init__(self, context: ScreenContext, title: str, body: QWidget, *, footer: str = "") -> None:
        super().__init__(title, body, footer=footer)
        self.context = context
        self.name = title
        self.units = UNITS[self.height_at_first]
        self._reading: Reading | None = None
        self._together: Fetched | None = None
        self._refit_soon = QTimer(self, singleShot=True, interval=0)
        self._refit_soon.timeout.connect(self.refit)
        self.acted.connect(self._act)
        self.note_changed.connect(self._refit_soon.start)

    def read(self, reading: Reading) -> bool:
        """Fill the body; False when there is nothing to show."""
        raise NotImplementedError

    def empty_words(self) -> str:
        """What to say when it is known that there is nothing."""
        return self.tr("There is nothing here.")

    def refresh(self, reading: Reading) -> None:
        """Read again and tell how things stand."""
        self._reading = reading
        shown = self.read(reading)
        if not self.feeds:
            return
        together = fetched(reading.states, filter(self.context.municipality.asks, self.feeds))
        self._together = together
        state = freshness(
            together, reading.now, empty=not shown, empty_words=self.empty_words(), fetching=reading.fetching
        )
        if state.freshness is Freshness.OLD and together.problem is not None:
            offline = together.problem.kind is ProblemKind.OFFLINE
            state = state._replace(words="", action="") if offline else state  # the page says it, once for all cards
        self.show_state(state)

    def refit(self) -> None:
        """The size has changed: show as many rows as there is room for."""
        if self._reading is not None and not is_leaving(self):
            self.read(self._reading)
            # When a list has moved down and become shorter, Qt leaves its old rows standing where it was.
            QTimer.singleShot(0, self, self.update)

    def room_for_rows(self) -> int:
        """Pixels that the rows may take."""
        return height_of(self.units) - look.px(_FRAME) - look.px(_FOOT) - self.note_height

    def set_units(self, units: int) -> None:
        """Take a height; the user's choice, never the content's."""
        self.units = units
        self.setFixedHeight(height_of(units))
        self.set_room_for_note(units > 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for other rows; the layout must have come to rest first."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._refit_soon.start()

    def _act(self) -> None:
        if self._together is not None:
            remedy(self.context, self._together, self._fetch, self.action, self)

    def _fetch(self) -> None:
        self.context.requests.refresh(self.feeds)


class ListCard(TodayCard):
    """A card whose body is a list; it shows the rows for which there is room."""

    def __init__(
        self,
        context: ScreenContext,
        title: str,
        model: RowModel[Any],
        delegate: RowDelegate,
        *,
        footer: str = "",
    ) -> None:
        self.rows = RowList(title, model, delegate, fit=True)
        super().__init__(context, title, self.rows, footer=footer)
        self._model = model
        self._delegate = delegate

    def open_with(self, act: Callable[[Any], None]) -> None:
        """Enter or a press opens a row; moving through the rows by key opens nothing."""

        def pressed(index: QModelIndex) -> None:
            row = self._model.row_at(index)
            if row is not None:
                act(row)

        self.rows.opened.connect(act)
        self.rows.clicked.connect(pressed)

    def fitting(self, rows: list[Any]) -> list[Any]:
        """The first of these, as many as there is room for."""
        width, room = float(max(self.width() - 2, look.px(260))), float(self.room_for_rows())
        shown: list[Any] = []
        heading: GroupRow | None = None
        for row in rows:
            group = self._model.group(row)
            needed = self._delegate.height(row, width)
            if group is not None and group != heading:
                needed += self._delegate.group_height(group)
            if needed > room and shown:
                break
            room -= needed
            heading = group
            shown.append(row)
        return shown

    def show_rows(self, rows: list[Any]) -> int:
        """Show the first of these that fit; how many that is. Once for each reading: a row that is taken away and put
        back has lost the focus, and the next key would act on another."""
        shown = self.fitting(rows)
        self._model.set_rows(shown)
        return len(shown)
