"""What can be asked for a task besides ticking it: another last day, and a comment; each can be undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from PySide6.QtCore import QObject, QRect

from ui.dates import local, long_day
from ui.drafts import comment_draft
from ui.models.task_model import TaskModel, TaskRow, due_words, sending_words
from ui.offline_note import is_offline
from ui.screen import ScreenContext
from ui.screens.today.comment_popover import CommentPopover
from ui.screens.today.due_popover import DuePopover
from ui.taking_back import undo_wish
from ui.widgets.row_list import RowList
from ui.widgets.toast import HOLD
from workplace_app.domain.draft import Draft
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.task import urgency
from workplace_app.domain.wishes import Comment, DueChange
from workplace_app.store.drafts import Drafts
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.outbox_undo import Undone

_FORENOON = time(10, tzinfo=UTC)
"""Within the day all over Europe, as the store has it."""


class TaskWishes(QObject):
    """``sent`` is called when a wish has been filed, ``read_again`` when one was undone."""

    def __init__(
        self,
        context: ScreenContext,
        rows: RowList,
        model: TaskModel,
        sent: Callable[[], None],
        read_again: Callable[[], None],
    ) -> None:
        super().__init__(rows)
        self._context, self._rows, self._model = context, rows, model
        self._sent, self._read_again = sent, read_again

    @property
    def _offline(self) -> bool:
        return is_offline(self._context)

    # Another day

    def ask_due(self, row: TaskRow) -> DuePopover:
        """Ask for the day, below the row."""
        today = local(self._context.clock()).date()
        popover = DuePopover(self._rows, row.task.title, today, _day_of(row))
        popover.chosen.connect(partial(self.change_due, row))
        popover.show_below(self._rows, self._place_of(row))
        return popover

    def change_due(self, row: TaskRow, due: date | None) -> None:
        """File it and show it at once; the row stays where it is until the list is read again."""
        seen = _day_of(row)
        if due == seen:
            return
        intent = self._file(row, IntentKind.CHANGE_DUE, DueChange(due, seen))
        self._show_due(row, due)
        self._sent()
        words = self.tr("The task no longer has a date.")
        if due is not None:
            words = self.tr("The task is due {day}.").format(day=long_day(due))
        self._context.shell.say(words, icon="calendar", undo=partial(self._undo_due, row, intent))

    def _undo_due(self, row: TaskRow, intent_id: str) -> None:
        """Withdraw the wish if it still waits, else wish the opposite."""
        undo_wish(self._context, intent_id)
        self._show_due(row, _day_of(row))
        self._read_again()

    def _show_due(self, row: TaskRow, due: date | None) -> None:
        moment = datetime.combine(due, _FORENOON) if due is not None else None
        task = replace(row.task, due=moment, due_is_a_day=True)
        now = local(self._context.clock())
        self._model.replace(
            replace(
                row,
                task=task,
                urgency=urgency(moment, now),  # no longer late, if it was, though it stays in its place
                due_words=due_words(task, now),
                pending_words=sending_words(offline=self._offline),
            )
        )

    # A comment

    def ask_comment(self, row: TaskRow) -> CommentPopover:
        """Ask for the words, below the row."""
        drafts = Drafts(self._context.connection)
        popover = CommentPopover(self._rows, row.task, drafts, comment_draft(row.id), offline=self._offline)
        popover.written.connect(partial(self.comment, row))
        popover.show_below(self._rows, self._place_of(row))
        popover.write_in()
        return popover

    def comment(self, row: TaskRow, text: str) -> None:
        """File it; for some seconds it can be taken back whether there is a network or not."""
        intent = self._file(row, IntentKind.COMMENT_TASK, Comment(text), hold=HOLD, draft=comment_draft(row.id))
        self._model.replace(replace(row, pending_words=sending_words(offline=self._offline)))
        self._sent()
        take_back = partial(self._undo_comment, row, intent, text)
        sent = self.tr("The comment is sent.")
        words = self.tr("The comment is sent when the network is back.") if self._offline else sent
        self._context.shell.say(words, icon="chat", undo=take_back)

    def _undo_comment(self, row: TaskRow, intent_id: str, text: str) -> None:
        shell = self._context.shell
        if undo_wish(self._context, intent_id, Draft(comment_draft(row.id), text)) is Undone.WITHDRAWN:
            shell.say(self.tr("The comment is taken back. Its words are kept as a draft."), icon="undo")
        else:
            shell.say(self.tr("It was too late: the comment has been sent."), icon="info")
        self._read_again()

    def _file(
        self,
        row: TaskRow,
        kind: IntentKind,
        wish: DueChange | Comment,
        *,
        hold: timedelta = timedelta(),
        draft: str = "",
    ) -> str:
        context, about = self._context, row.task.title
        filed = file_intent(
            context.connection, kind, row.id, context.clock(), wish, about=about, hold=hold, draft=draft
        )
        return filed.id

    def _place_of(self, row: TaskRow) -> QRect | None:
        index = self._model.index_of(row.id)
        if not index.isValid():
            return None
        return self._rows.visualRect(index).intersected(self._rows.viewport().rect())


def _day_of(row: TaskRow) -> date | None:
    return local(row.task.due).date() if row.task.due is not None else None
