"""Påminnelser: what has rung, what waits, what is done; each can be put off, changed, deleted, and taken along."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QMenu, QWidget

from ui.commands import Command
from ui.icons import icon
from ui.reminders.acts import ReminderActs
from ui.reminders.leading import leads_somewhere
from ui.reminders.popover import RemindPopover
from ui.reminders.snooze_menu import fill_snooze_menu
from ui.screen import Screen, ScreenContext
from ui.screens.reminders.calendar_saving import CalendarSaving, CalendarWriter
from ui.screens.reminders.reminder_delegate import DONE, MORE, SNOOZE, ReminderDelegate
from ui.screens.reminders.reminder_rows import ReminderModel, ReminderRow, reminder_rows
from ui.theme import PAGE_MARGIN, RADIUS_CARD
from ui.widgets.buttons import Button
from ui.widgets.headings import PageHead
from ui.widgets.layouts import Column
from ui.widgets.menus import passing_menu
from ui.widgets.notes import EmptyState
from ui.widgets.row_list import RowList
from ui.widgets.surface import Surface
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.reminder import Reminder
from workplace_app.store.reminder_reader import done_reminders, open_reminders

MOST_DONE = 50
"""Of what is done the latest are shown."""
_WORDS_FROM = 900


class RemindersScreen(Screen):
    """E is done, S snooze, Enter opens, F2 or Ctrl+R changes, Delete deletes; each can be undone with Ctrl+Z."""

    kinds: ClassVar = frozenset({ChangeKind.REMINDERS})

    def __init__(self, context: ScreenContext, write_calendar: CalendarWriter) -> None:
        super().__init__(context)
        self._acts = ReminderActs(context, self)
        self._saving = CalendarSaving(context, self, write_calendar)
        self._model = ReminderModel()
        self._list = RowList(self.title(), self._model, ReminderDelegate())
        self._new = Button(self.tr("New reminder"), icon="plus", key="Ctrl+N")
        self._save = Button(self.tr("Save as .ics"), "quiet", icon="download")
        self._head = PageHead(self.title(), " ", self._save, self._new)
        self._card = Surface(
            "surface", radius=RADIUS_CARD, line="line", layout=Column(self._list, margins=(0, 6, 0, 6))
        )
        self._empty = EmptyState(
            "bell",
            self.tr("No reminders"),
            self.tr("Ctrl+R reminds you of what is chosen: an article, a task, a service, a colleague."),
        )
        side = PAGE_MARGIN
        column = Column(self._head, self._card, self._empty, gap=14, margins=(side, 20, side, 20))
        column.setStretch(1, 1)
        column.setStretch(2, 1)
        self.setLayout(column)
        self._connect()

    def _connect(self) -> None:
        self._new.clicked.connect(lambda: self.context.shell.remind(None, self._new))
        self._save.clicked.connect(self._save_all)
        self._list.opened.connect(self._open)
        self._list.part_pressed.connect(self._part_pressed)
        self._list.menu_wanted.connect(self._open_menu)
        self._list.bind("E", lambda: self._part_pressed(self._list.current_row, DONE))
        self._list.bind("S", lambda: self._part_pressed(self._list.current_row, SNOOZE))
        self._list.bind("F2", self.remind)
        self._list.bind("Delete", self._delete_current)

    def title(self) -> str:
        """The name of the page."""
        return self.tr("Reminders")

    # Reading

    def refresh(self, kinds: frozenset[ChangeKind]) -> None:
        """Read the list again; place and choice stay."""
        del kinds
        now, connection = self.context.clock(), self.context.connection
        found = open_reminders(connection)
        rows = reminder_rows((*found, *done_reminders(connection, MOST_DONE)), now)
        self._model.set_rows(rows)
        rung, waiting = sum(row.rung for row in rows), sum(not (row.rung or row.done) for row in rows)
        told = [self.tr("%n has rung", "", rung)] if rung else []
        told += [self.tr("%n waiting", "", waiting)] if waiting else []
        self._head.set_words(self.title(), ", ".join(told) or self.tr("Nothing waits"))
        if not rows and self._list.hasFocus():
            self._new.setFocus(Qt.FocusReason.OtherFocusReason)  # Qt would hand it to the search
        self._card.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._save.setVisible(bool(found))

    def tick(self, now: datetime) -> None:
        """A day may have begun: what was tomorrow is today."""
        del now
        self.refresh(self.kinds)

    # Acts

    def _part_pressed(self, row: ReminderRow | None, part: str) -> None:
        if row is None:
            return
        if part == DONE:
            self._toggle_done(row)
        elif part == SNOOZE and not row.done:
            self._fill_snooze(passing_menu(self), row.reminder).popup(self._below(row))
        elif part == MORE:
            self._open_menu(row, self._below(row))

    def _toggle_done(self, row: ReminderRow) -> None:
        if row.done:
            self._acts.take_up(row.reminder)
        else:
            self._acts.finish(row.reminder)

    def _fill_snooze(self, menu: QMenu, reminder: Reminder) -> QMenu:
        return fill_snooze_menu(menu, self.context.clock(), lambda until: self._acts.snooze(reminder, until))

    def _open(self, row: ReminderRow) -> None:
        if leads_somewhere(row.reminder):
            self._acts.open(row.reminder)
        else:
            self._change(row)

    def _open_menu(self, row: ReminderRow, at: QPoint) -> None:
        menu, reminder = passing_menu(self), row.reminder
        if leads_somewhere(reminder):
            menu.addAction(icon("enter"), self.tr("Open\tEnter"), lambda: self._acts.open(reminder))
        done = self.tr("Not done\tE") if row.done else self.tr("Done\tE")
        menu.addAction(icon("undo" if row.done else "check"), done, lambda: self._toggle_done(row))
        if not row.done:
            self._fill_snooze(menu.addMenu(icon("later"), self.tr("Snooze\tS")), reminder)
        menu.addAction(icon("edit"), self.tr("Change …\tF2"), lambda: self._change(row))
        menu.addAction(icon("download"), self.tr("Save as .ics …"), lambda: self._save_one(reminder))
        menu.addSeparator()
        menu.addAction(self.tr("Delete\tDelete"), lambda: self._acts.delete(reminder))
        menu.popup(at)

    def _change(self, row: ReminderRow) -> None:
        """Ask for other words or another moment, below the row."""
        popover = RemindPopover(self._list, self.context.clock(), reminder=row.reminder)
        popover.chosen.connect(lambda at, text: self._acts.change(row.reminder, text, at))
        popover.show_below(self._list, self._rect(row))

    def _delete_current(self) -> None:
        row: ReminderRow | None = self._list.current_row
        if row is not None:
            self._acts.delete(row.reminder)

    def _save_one(self, reminder: Reminder) -> None:
        self._saving.ask([reminder], reminder.subject.title)

    def _save_all(self) -> None:
        self._saving.ask(open_reminders(self.context.connection), self.title())

    def _rect(self, row: ReminderRow) -> QRect:
        return self._list.visualRect(self._model.index_of(row.id))

    def _below(self, row: ReminderRow) -> QPoint:
        return self._list.viewport().mapToGlobal(self._rect(row).bottomRight() - QPoint(120, 8))

    # Places

    def remind(self) -> None:
        """The chosen reminder is changed: one does not remind oneself of a reminder."""
        row: ReminderRow | None = self._list.current_row
        if row is not None:
            self._change(row)
        else:
            self.context.shell.remind(None, self._new)

    def show_item(self, item_id: str) -> None:
        """Choose one reminder."""
        self._list.choose(item_id)

    def shown_item(self) -> str:
        """The chosen one."""
        row: ReminderRow | None = self._list.chosen_row
        return row.id if row is not None else ""

    def focus_first(self) -> None:
        """The list, or what begins one."""
        (self._list if self._card.isVisibleTo(self) else self._new).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_effective_width(self, width: float) -> None:
        """The buttons lose their words where there is no room."""
        wide = width >= _WORDS_FROM
        self._save.set_words(self.tr("Save as .ics") if wide else "", self.tr("Save as .ics"))
        self._new.set_words(self.tr("New reminder") if wide else "", self.tr("New reminder"))

    def panes(self) -> Sequence[QWidget]:
        """The list, or what begins one."""
        return (self._list if self._card.isVisibleTo(self) else self._new,)

    def commands(self) -> Sequence[Command]:
        """What can be done here."""
        return (
            Command("reminders.new", self.tr("New reminder"), self._new.click, "Ctrl+N", "plus", in_palette=False),
            Command("reminders.save", self.tr("Save all reminders as .ics"), self._save_all, "", "download"),
        )
