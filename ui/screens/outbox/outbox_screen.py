"""Utkorg: what the user has done, in the order in which it is sent, and what can still be taken back."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.commands import Command, key_words
from ui.dates import local
from ui.file_saving import FileSaving
from ui.icons import icon
from ui.look import look
from ui.offline_note import OfflineNote
from ui.places import NEEDS_YOU
from ui.restyling import is_leaving
from ui.screen import Screen, ScreenContext
from ui.screens.outbox.conflict_words import ConflictWords, conflict_words
from ui.screens.outbox.intent_acts import IntentActs
from ui.screens.outbox.intent_delegate import CHOOSE, COPY, TRY_AGAIN, UNDO, WITHDRAW, IntentDelegate
from ui.screens.outbox.intent_details import WIDTH, IntentDetails
from ui.screens.outbox.intent_rows import IntentModel, IntentRow, rows_of
from ui.screens.outbox.intent_standing import Part, held_seconds
from ui.screens.outbox.intent_words import readable_wish
from ui.screens.outbox.outbox_file import Kept, to_save
from ui.theme import PAGE_MARGIN, RADIUS_CARD
from ui.widgets.buttons import Button
from ui.widgets.headings import PageHead
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.menus import passing_menu
from ui.widgets.notes import EmptyState
from ui.widgets.row_list import RowList
from ui.widgets.surface import Surface
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.intent import Intent
from workplace_app.domain.progress import SyncProgress
from workplace_app.store.outbox_reader import history, let_go_intents, pending_intents, sent_intents
from workplace_app.store.outbox_undo import undoable
from workplace_app.store.task_reader import tasks_named

_REMEMBERED = timedelta(days=90)
"""How far back words that were let go can be read: as long as the store keeps them (tables.py)."""
_BESIDE_FROM = 1000
"""The effective width from which the details stand beside the list."""
_WORDS_FROM = 640
_TALL_FROM = 320
"""Pixels at 100 % that the page must have for more than its heading and the list."""
_SECOND_MS = 1000


class OutboxScreen(Screen):
    """Reached from the strip. Enter chooses a version or shows the details, Delete takes back, Ctrl+C copies."""

    kinds: ClassVar = frozenset({ChangeKind.OUTBOX, ChangeKind.TASKS, ChangeKind.FEED_STATE})

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._saving = FileSaving(context, self)
        self._beside = True
        self._acts = IntentActs(context, self._acted, self)
        self._model = IntentModel()
        self._list = RowList(self.title(), self._model, IntentDelegate())
        self._note = OfflineNote(context)
        self._second = QTimer(self, interval=_SECOND_MS)
        self._second.timeout.connect(lambda: self.refresh(self.kinds))
        self._save = Button(self.tr("Save as a file"), "quiet", icon="download")
        self._save.clicked.connect(self._save_file)
        self._head = PageHead(self.title(), self.tr("What you have done and what is on its way"), self._save)
        self._card = Surface(
            "surface", radius=RADIUS_CARD, line="line", layout=Column(self._list, margins=(0, 6, 0, 6))
        )
        self._details = IntentDetails()
        self._details.hide()
        self._both = Row(self._card, self._details, gap=16)
        self._both.setStretch(0, 1)
        self._empty = EmptyState(
            "cloud-check", self.tr("Everything is sent"), self.tr("Nothing waits on this computer.")
        )
        side = PAGE_MARGIN
        self._body = panel(self._both)
        column = Column(self._head, 14, self._note, self._body, self._empty, margins=(side, 20, side, 20))
        column.setStretch(3, 1)
        column.setStretch(4, 1)
        self.setLayout(column)
        self._connect()

    def _connect(self) -> None:
        self._list.part_pressed.connect(self._part_pressed)
        self._list.menu_wanted.connect(self._open_menu)
        self._list.opened.connect(self._open)
        self._list.clicked.connect(lambda index: self._show_details(self._model.row_at(index)))
        self._list.chosen.connect(self._follow)
        self._list.bind("Delete", lambda: self._with_current(self._acts.take_back))
        self._list.bind("Ctrl+C", lambda: self._with_current(self._acts.copy))
        self._list.bind("Ctrl+Return", lambda: self._with_current(self._acts.go_to))
        self._details.closed.connect(self._close_details)
        # After the note, which knows whether there is a network, has heard of it.
        self.context.watcher.progress.connect(self._progressed)
        if self.context.watcher.at_rest is not None:
            self._progressed(self.context.watcher.at_rest)

    def title(self) -> str:
        """The name of the page."""
        return self.tr("Outbox")

    # Reading

    def refresh(self, kinds: frozenset[ChangeKind]) -> None:
        """Read what is on its way, what was sent today and what was let go."""
        del kinds
        self._note.read()
        rows = self._rows()
        self._model.show_rows(rows, offline=self._note.offline)
        self._body.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._save.setVisible(bool(rows))
        now = self.context.clock()
        if any(held_seconds(row.intent, now) for row in rows) and self.isVisible():
            self._second.start()
        else:
            self._second.stop()
        shown = self._details.row
        if shown is not None and not self._details.isHidden():
            self._show_details(next((row for row in rows if row.id == shown.id), None))

    def _rows(self) -> list[IntentRow]:
        connection, now = self.context.connection, self.context.clock()
        began = local(now).replace(hour=0, minute=0, second=0, microsecond=0)
        gone = let_go_intents(connection, now - _REMEMBERED)
        sent = sent_intents(connection, began)
        intents = [*pending_intents(connection), *sent, *gone]
        seen = tasks_named(connection, {intent.target_id for intent in intents}, local(now))
        tasks = {task_id: each.task for task_id, each in seen.items()}
        rows = rows_of(intents, tasks, now, offline=self._note.offline, undoable=undoable(connection, sent))
        # A tick that was taken back is news today; words and versions are worth finding for as long as they are kept.
        return [row for row in rows if row.part is not Part.LET_GO or _worth_finding(row) or _since(row.intent, began)]

    def _progressed(self, progress: SyncProgress) -> None:
        if is_leaving(self):
            return
        if not progress.running:
            self.refresh(self.kinds)

    # Acting

    def _acted(self) -> None:
        if is_leaving(self):
            return
        self.refresh(self.kinds)
        self.context.shell.update_numbers()

    def _with_current(self, act: Callable[[IntentRow], None]) -> None:
        row = self._list.current_row
        if row is not None:
            act(row)

    def _part_pressed(self, row: IntentRow | None, part: str) -> None:
        acts = {
            CHOOSE: self._acts.choose,
            TRY_AGAIN: self._acts.try_again,
            COPY: self._acts.copy,
            WITHDRAW: self._acts.take_back,
            UNDO: self._acts.take_back,
        }
        if row is not None and part in acts:
            acts[part](row)

    def _open(self, row: IntentRow) -> None:
        if row.conflict is not None:
            self._acts.choose(row)
            return
        self._show_whole(row)

    def _show_whole(self, row: IntentRow) -> None:
        self._show_details(row)
        self._details.focus_first()

    def _open_menu(self, row: IntentRow, at: QPoint) -> None:
        menu = passing_menu(self)
        for act in self._acts.acts(row):
            key = f"\t{key_words(act.key)}" if act.key else ""
            menu.addAction(icon(act.icon), f"{act.text}{key}", lambda run=act.run: run())
        whole = self.tr("Show all of it")
        whole += f"\t{key_words('Return')}" if row.conflict is None else ""  # else Enter asks for the choice
        menu.addAction(icon("info"), whole, lambda: self._show_whole(row))
        menu.popup(at)

    def _save_file(self) -> None:
        self._saving.ask(to_save(self._kept, self.context.clock()))

    def _kept(self) -> list[Kept]:
        return [Kept(row, history(self.context.connection, row.id)) for row in self._rows()]

    # Details

    def _follow(self, row: IntentRow) -> None:
        if not self._details.isHidden() and self._beside:
            self._show_details(row)

    def _show_details(self, row: IntentRow | None) -> None:
        if row is None:
            self._close_details()
            return
        now = self.context.clock()
        attempts = history(self.context.connection, row.id)
        self._details.show_row(row, attempts, self._acts.acts(row), self._versions(row), now)
        self._details.show()
        self._arrange()

    def _versions(self, row: IntentRow) -> ConflictWords | None:
        if row.intent.conflict is None:
            return None
        attempts = history(self.context.connection, row.id)
        return conflict_words(row.intent, readable_wish(row.intent), row.what, attempts, self.context.clock())

    def _close_details(self) -> None:
        had_focus = self._details.isAncestorOf(self.window().focusWidget() or self._list)
        self._card.show()
        if had_focus:
            self.focus_first()
        self._details.hide()

    def _arrange(self) -> None:
        self._details.setMaximumWidth(look.px(WIDTH) if self._beside else 16_777_215)
        self._details.setMinimumWidth(look.px(WIDTH) if self._beside else 0)
        hides_list = not self._beside and not self._details.isHidden()
        if hides_list and self._list.hasFocus():
            self._details.focus_first()
        self._card.setVisible(not hides_list)

    def restyle(self) -> None:
        """Another text size asks for other widths."""
        self._arrange()

    def set_effective_width(self, width: float) -> None:
        """The details stand beside the list, or in its place."""
        self._beside = width >= _BESIDE_FROM
        self._save.set_words(self.tr("Save as a file") if width >= _WORDS_FROM else "", self.tr("Save as a file"))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window there is a heading and no more; that there is no network the strip says."""
        super().resizeEvent(event)
        for each in (self._head.under, self._note):
            each.setVisible(self.height() >= look.px(_TALL_FROM))

    def go_back(self) -> bool:
        """From the details to the list, where they do not stand beside each other."""
        if self._details.isHidden() or self._beside:
            return False
        self._close_details()
        return True

    # The window

    def show_item(self, item_id: str) -> None:
        """One wish; or what needs the user, which is asked at once when there is a single choice to make."""
        if item_id != NEEDS_YOU:
            if self._list.choose(item_id):
                self.focus_first()
            return
        needing = [row for row in self._model.rows if isinstance(row, IntentRow) and row.part is Part.NEEDS_YOU]
        if not needing:
            return
        self._list.choose(needing[0].id)
        self.focus_first()
        if len(needing) == 1 and needing[0].conflict is not None:
            self._acts.choose(needing[0])

    def focus_item(self) -> None:
        """The row has it already, or the question about it."""

    def focus_first(self) -> None:
        """The list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        """The list, and the details while they are shown."""
        return [each for each in (self._list, self._details) if each.isVisible()] or [self]

    def commands(self) -> Sequence[Command]:
        """What can be done with the outbox as a whole."""
        return (Command("outbox.save", self.tr("Save the outbox as a file"), self._save_file, icon="download"),)

    def leave(self) -> None:
        """Nobody sees the seconds."""
        self._second.stop()


def _worth_finding(row: IntentRow) -> bool:
    return row.has_words or row.intent.conflict is not None


def _since(intent: Intent, moment: datetime) -> bool:
    return intent.since is not None and intent.since >= moment
