"""Utkorg: what the user has done, in the order in which it is sent, and what can still be taken back."""

from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt

from ui.dates import local
from ui.icons import icon
from ui.offline_note import OfflineNote
from ui.restyling import is_leaving
from ui.screen import Screen, ScreenContext
from ui.screens.outbox.intent_delegate import TRY_AGAIN, WITHDRAW, IntentDelegate
from ui.screens.outbox.intent_rows import IntentModel, IntentRow, intent_row
from ui.theme import PAGE_MARGIN, RADIUS_CARD
from ui.widgets.headings import PageHead
from ui.widgets.layouts import Column
from ui.widgets.menus import passing_menu
from ui.widgets.notes import EmptyState
from ui.widgets.row_list import RowList
from ui.widgets.surface import Surface
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.domain.progress import SyncProgress
from workplace_app.store.feed_state_reader import feed_states
from workplace_app.store.outbox_filing import try_again, withdraw
from workplace_app.store.outbox_reader import pending_intents, sent_intents
from workplace_app.store.task_reader import task


class OutboxScreen(Screen):
    """Reached from the strip. Delete takes the chosen wish back."""

    kinds: ClassVar = frozenset({ChangeKind.OUTBOX, ChangeKind.TASKS, ChangeKind.FEED_STATE})

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._model = IntentModel()
        self._list = RowList(self.title(), self._model, IntentDelegate())
        self._note = OfflineNote(context)
        head = PageHead(self.title(), self.tr("What you have done and what is on its way"))
        self._card = Surface(
            "surface", radius=RADIUS_CARD, line="line", layout=Column(self._list, margins=(0, 6, 0, 6))
        )
        self._empty = EmptyState(
            "cloud-check", self.tr("Everything is sent"), self.tr("Nothing waits on this computer.")
        )
        side = PAGE_MARGIN
        column = Column(head, self._note, self._card, self._empty, gap=14, margins=(side, 20, side, 20))
        column.setStretch(2, 1)
        column.setStretch(3, 1)
        self.setLayout(column)
        self._connect()

    def _connect(self) -> None:
        self._list.part_pressed.connect(self._act)
        self._list.menu_wanted.connect(self._open_menu)
        self._list.bind("Delete", lambda: self._act(self._list.current_row, WITHDRAW))
        # After the note, which decides whether there is a network, has heard of it.
        self.context.watcher.progress.connect(self._progressed)
        if self.context.watcher.at_rest is not None:
            self._progressed(self.context.watcher.at_rest)

    def title(self) -> str:
        """The name of the page."""
        return self.tr("Outbox")

    def refresh(self, kinds: frozenset[ChangeKind]) -> None:
        """Read what is on its way and what was sent today."""
        del kinds
        now = self.context.clock()
        connection = self.context.connection
        began = local(now).replace(hour=0, minute=0, second=0, microsecond=0)
        self._note.show_for(feed_states(connection))
        intents = [*pending_intents(connection), *sent_intents(connection, began)]
        self._model.set_rows([self._row(intent, now) for intent in intents])
        self._card.setVisible(bool(intents))
        self._empty.setVisible(not intents)

    def _row(self, intent: Intent, now: datetime) -> IntentRow:
        seen = task(self.context.connection, intent.target_id, local(now))
        return intent_row(intent, seen.task if seen is not None else None, now, offline=self._note.offline)

    def _progressed(self, progress: SyncProgress) -> None:
        if is_leaving(self):
            return
        if not progress.running:
            self.refresh(self.kinds)

    def _act(self, row: IntentRow | None, act: str) -> None:
        if row is None:
            return
        connection, now = self.context.connection, self.context.clock()
        if act == TRY_AGAIN:
            if try_again(connection, row.id, now):
                self.context.requests.refresh(frozenset())
        elif act == WITHDRAW and row.can_be_withdrawn:
            if withdraw(connection, row.id, now):
                self.context.shell.say(self.tr("It is taken back. It was not sent."))
            else:
                self.context.shell.say(self.tr("It was too late: it is already on its way."), icon="info")
        self.refresh(self.kinds)
        self.context.shell.update_numbers()

    def _open_menu(self, row: IntentRow, at: QPoint) -> None:
        menu = passing_menu(self)
        if row.state is IntentState.NEEDS_YOU:
            menu.addAction(icon("refresh"), self.tr("Try again"), lambda: self._act(row, TRY_AGAIN))
        if row.can_be_withdrawn:
            menu.addAction(icon("undo"), self.tr("Take back\tDelete"), lambda: self._act(row, WITHDRAW))
        if not menu.isEmpty():
            menu.popup(at)

    def focus_first(self) -> None:
        """The list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
