"""Idag: the day's heading, what has come since last, disruptions, and the cards."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.commands import Command
from ui.dates import heading_day, local
from ui.disruption_notes import DISRUPTION_FEEDS, DisruptionNotes
from ui.offline_note import OfflineNote
from ui.places import TODAY
from ui.restyling import is_leaving
from ui.screen import Screen, ScreenContext
from ui.screens.today.all_tasks import ALL_TASKS, TASK_FEEDS, TASK_KINDS, AllTasks
from ui.screens.today.arrangement import Arrangement
from ui.screens.today.calendar_card import CalendarCard
from ui.screens.today.card_chooser import CardChooser
from ui.screens.today.card_grid import CardGrid, Size, columns_for
from ui.screens.today.card_menu import CardMenu
from ui.screens.today.chosen_subject import chosen_subject
from ui.screens.today.link_cards import QuickTasksCard, ServicesCard, ToolsCard
from ui.screens.today.new_task import NewTasks
from ui.screens.today.news_cards import AcknowledgeCard, NewsCard
from ui.screens.today.notifications_card import NotificationsCard
from ui.screens.today.reminders_card import RemindersCard
from ui.screens.today.since_words import SinceWords
from ui.screens.today.tasks_card import TasksCard
from ui.screens.today.today_card import UNITS, Reading, TodayCard
from ui.widgets.buttons import Button
from ui.widgets.headings import PageHead
from ui.widgets.layouts import Column, panel
from ui.widgets.scroll_page import ScrollPage
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.own_things import CardHeight, PlacedCard
from workplace_app.domain.progress import SyncProgress
from workplace_app.store.event_reader import event
from workplace_app.store.feed_state_reader import feed_states
from workplace_app.store.task_reader import task


class CardKind(Protocol):
    """A class of cards: what is known of it before there is one, and how to make one."""

    card_id: str
    kinds: frozenset[ChangeKind]
    feeds: frozenset[str]
    columns: int
    height_at_first: CardHeight

    def __call__(self, context: ScreenContext) -> TodayCard:
        """Make the card."""


CARDS: Final[tuple[CardKind, ...]] = (
    TasksCard,
    CalendarCard,
    NotificationsCard,
    NewsCard,
    AcknowledgeCard,
    RemindersCard,
    QuickTasksCard,
    ServicesCard,
    ToolsCard,
)


EVENT_IDS: Final = "event:"
CARDS_PAGE: Final = "cards"
"""By this name Idag shows its cards."""


def first_placing(kind: CardKind) -> PlacedCard:
    """How a card stands until the user has said otherwise."""
    return PlacedCard(kind.card_id, shown=True, columns=kind.columns, height=kind.height_at_first)


class TodayScreen(Screen):
    """One page that scrolls; each card reads for itself, so that none waits for another."""

    kinds: ClassVar = frozenset().union(*(card.kinds for card in CARDS)) | {ChangeKind.DISRUPTIONS, ChangeKind.MAIL}
    feeds: ClassVar = frozenset().union(*(card.feeds for card in CARDS)) | DISRUPTION_FEEDS | {"profile"}

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._arrangement = Arrangement(context.connection, tuple(first_placing(kind) for kind in CARDS))
        self._cards: dict[str, TodayCard] = {}
        self._fetching = False
        self._unread_kinds: frozenset[ChangeKind] = frozenset()
        self._columns = 3
        self._order = Button(self.tr("Arrange the cards"), "quiet", icon="grip")
        self._order.clicked.connect(self._choose_cards)
        self._new_tasks = NewTasks(context, self, lambda: self.refresh(TASK_KINDS))
        self._head = PageHead("", " ", self._order, self._new_tasks.make_button(), markup=True)
        self._since = SinceWords(context)
        self._head.under.linkActivated.connect(self._since.follow)
        self._offline = OfflineNote(context)
        self._disruptions = DisruptionNotes(context)
        self._grid = CardGrid()
        page = Column(self._head, 12, self._offline, self._disruptions, self._grid, None, margins=(28, 14, 28, 14))
        self._page = ScrollPage(panel(page))
        self._all_tasks: AllTasks | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._page)
        context.watcher.progress.connect(self._progress)
        self._arrange()

    def title(self) -> str:
        """The place's name."""
        return self.tr("Today")

    # Reading

    def refresh(self, kinds: frozenset[ChangeKind]) -> None:
        """Read the cards that these kinds concern, or the list of all tasks while that is in sight."""
        if self._shows_all_tasks and self._all_tasks is not None:
            if kinds & TASK_KINDS:
                self._all_tasks.read()
            self._unread_kinds |= kinds
            return
        reading = self._reading()
        for card in self._shown():
            if card.kinds & kinds:
                card.refresh(reading)
        self._offline.read()
        if kinds & {ChangeKind.DISRUPTIONS, ChangeKind.FEED_STATE}:
            self._disruptions.refresh(reading.now, reading.states)
        self._show_head(reading.now)

    def _reading(self) -> Reading:
        return Reading(self.context.clock(), feed_states(self.context.connection), self._fetching)

    def _show_head(self, now: datetime) -> None:
        self._head.set_words(heading_day(local(now).date()), self._since.line(now))

    def _progress(self, progress: SyncProgress) -> None:
        if is_leaving(self):
            return
        if progress.running != self._fetching:
            self._fetching = progress.running
            if self.isVisible():
                self.refresh(frozenset({ChangeKind.FEED_STATE}))

    def tick(self, now: datetime) -> None:
        """Times that are told relative to now."""
        del now
        self.refresh(frozenset({ChangeKind.EVENTS}))

    # All tasks

    @property
    def _shows_all_tasks(self) -> bool:
        return self._all_tasks is not None and self._stack.currentWidget() is self._all_tasks

    def show_item(self, item_id: str) -> None:
        """The cards, the list of all tasks, or one task or event where it stands; outside what stands nowhere here."""
        if item_id == ALL_TASKS:
            self._show_all_tasks()
        elif item_id.startswith(EVENT_IDS):
            self._show_cards()
            self._show_event(item_id)
        elif item_id.partition(":")[0] in TASK_FEEDS:
            self._show_task(item_id)
        else:
            self._show_cards()

    def _show_task(self, task_id: str) -> None:
        self._show_all_tasks()
        if self._all_tasks is not None and not self._all_tasks.choose(task_id):
            found = task(self.context.connection, task_id, self.context.clock())  # done, or gone from the list
            self.context.shell.open_address(found.task.address if found is not None else None)

    def _show_event(self, event_id: str) -> None:
        card = self._cards.get(CalendarCard.card_id)
        if isinstance(card, CalendarCard) and card.isVisibleTo(self) and card.rows.choose(event_id):
            self._focus_card(card)
            return
        found = event(self.context.connection, event_id)
        self.context.shell.open_address(found.event.address if found is not None else None)

    def shown_item(self) -> str:
        """Which of the two, so that the way back leads to the right one."""
        return ALL_TASKS if self._shows_all_tasks else CARDS_PAGE

    def leave(self) -> None:
        """Whoever comes back begins with the cards."""
        self._show_cards()

    def _show_all_tasks(self) -> None:
        if self._all_tasks is None:
            self._all_tasks = AllTasks(self.context, self._new_tasks.make_button())
            self._all_tasks.back_wanted.connect(lambda: self.context.shell.go(TODAY, CARDS_PAGE))
            self._stack.addWidget(self._all_tasks)
        self._stack.setCurrentWidget(self._all_tasks)
        self._all_tasks.read()
        self._all_tasks.focus_list()

    def _show_cards(self) -> None:
        if not self._shows_all_tasks:
            return
        self._stack.setCurrentWidget(self._page)
        missed, self._unread_kinds = self._unread_kinds, frozenset()
        if missed:
            self.refresh(missed)

    # Cards

    def _shown(self) -> list[TodayCard]:
        return [self._cards[placed.card] for placed in self._arrangement.cards() if placed.shown]

    def _card(self, card_id: str) -> TodayCard:
        if card_id not in self._cards:
            kind = next(each for each in CARDS if each.card_id == card_id)
            card = self._cards[card_id] = kind(self.context)
            card.set_menu(CardMenu(card, self._arrangement, self._moved))
        return self._cards[card_id]

    def _arrange(self) -> None:
        placed = [card for card in self._arrangement.cards() if card.shown]
        sized = [(self._card(card.card), Size(card.columns, UNITS[card.height])) for card in placed]
        self._grid.arrange(sized, self._columns)

    def _rearranged(self) -> None:
        self._arrange()
        self.refresh(self.kinds)

    def _moved(self, card_id: str, before: Sequence[PlacedCard]) -> None:
        self._rearranged()
        hidden = all(card.card != card_id or not card.shown for card in self._arrangement.cards())
        if hidden:
            words = self.tr("The card {name} is hidden.").format(name=self._cards[card_id].name)
            self.context.shell.say(words, icon="eye", undo=lambda: self._undo(before))

    def _undo(self, before: Sequence[PlacedCard]) -> None:
        self._arrangement.keep(before)
        self._rearranged()

    def _choose_cards(self) -> None:
        names = {kind.card_id: self._card(kind.card_id).name for kind in CARDS}
        CardChooser(self, names, self._arrangement, self._rearranged).show_below(self._order)

    # Layout

    def set_effective_width(self, width: float) -> None:
        """One to four columns; the button loses its words where there is no room."""
        self._order.set_words(self.tr("Arrange the cards") if width >= 1200 else "", self.tr("Arrange the cards"))
        self._new_tasks.set_effective_width(width)
        columns = columns_for(width)
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def restyle(self) -> None:
        """Another text size: cards take their heights again."""
        self._rearranged()

    def focus_first(self) -> None:
        """The first card that has something to act on, or the list of all tasks."""
        if self._shows_all_tasks and self._all_tasks is not None:
            self._all_tasks.focus_list()
            return
        shown = self._shown()
        if shown:
            self._focus_card(shown[0])

    @staticmethod
    def _focus_card(card: TodayCard) -> None:
        target: QWidget = getattr(card, "rows", card)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        """F6 goes from card to card."""
        if self._shows_all_tasks and self._all_tasks is not None:
            return [self._all_tasks.rows]
        return [getattr(card, "rows", card) for card in self._shown()] or [self]

    def remind(self) -> None:
        """Of the task, the event, the article or the notification on which the keyboard is."""
        self.context.shell.remind(chosen_subject(self.panes()))

    def commands(self) -> Sequence[Command]:
        """What can be done with the page."""
        return (
            self._new_tasks.command(),
            Command("today.all_tasks", self.tr("All my tasks"), self._go_to_all_tasks, icon="list-check"),
            Command("today.arrange", self.tr("Arrange the cards"), self._choose_cards, icon="grip"),
            Command("today.reset", self.tr("Reset the cards"), self._reset_cards, icon="undo"),
        )

    def _go_to_all_tasks(self) -> None:
        self.context.shell.go(TODAY, ALL_TASKS)

    def _reset_cards(self) -> None:
        before = self._arrangement.reset()
        self._rearranged()
        self.context.shell.say(self.tr("The cards are as they were at first."), undo=lambda: self._undo(before))
