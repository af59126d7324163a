"""All open tasks by urgency, in the same rows as on the card, read by pages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.dates import local
from ui.feeds_state import FeedsState
from ui.look import look
from ui.models.task_model import TaskModel, TaskRow, task_row
from ui.offline_note import is_offline
from ui.screen import ScreenContext
from ui.screens.today.task_acts import TaskActs
from ui.theme import RADIUS_CARD
from ui.widgets.buttons import Button
from ui.widgets.headings import PageHead
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.row_list import RowList
from ui.widgets.surface import Surface
from ui.widgets.task_delegate import TaskDelegate
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.listing import Cursor, Listing
from workplace_app.store.task_reader import count_open, open_tasks

ALL_TASKS = "all-tasks"
"""By this name Idag shows the list."""
_MOST_LOOKED_AT = 5_000
"""Rows that are read for one that is sought: nobody has so many open tasks, and more would hold the window up."""
_WORDS_FROM = 640
"""Pixels at 100 % from which the button has words."""
TASK_KINDS = frozenset({ChangeKind.TASKS, ChangeKind.OUTBOX, ChangeKind.FEED_STATE})
TASK_FEEDS = frozenset({"planner", "todo", "mail"})


class AllTasks(QWidget):
    """``back_wanted`` leads to the cards; ``new`` is the button that asks for a new task."""

    back_wanted = Signal()

    def __init__(self, context: ScreenContext, new: Button) -> None:
        super().__init__()
        self._context = context
        self._tasks = TaskModel()
        self.rows = RowList(self.tr("All my tasks"), self._tasks, TaskDelegate())
        self._acts = TaskActs(context, self.rows, self._tasks, self.read)
        self._state = FeedsState(context, TASK_FEEDS)
        self._back = Button(self.tr("Back to the cards"), "quiet", icon="chevron-left")
        self._back.clicked.connect(self.back_wanted)
        self._head = PageHead(self.tr("All my tasks"), " ", self._back, new)
        listed = Surface("surface", radius=RADIUS_CARD, line="line", layout=Column(6, self._state, self.rows, 6))
        self.setLayout(Column(panel(Row(self._head)), 12, listed, margins=(28, 14, 28, 14)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button loses its words where there is no room."""
        super().resizeEvent(event)
        words, wide = self.tr("Back to the cards"), event.size().width() >= look.px(_WORDS_FROM)
        self._back.set_words(words if wide else "", self.tr("Back to the cards (Alt+Left)"))

    def read(self) -> None:
        """Read the list again; place and choice stay. While a ticked task lingers nothing moves."""
        if self._acts.lingers:
            return
        now = local(self._context.clock())
        offline = is_offline(self._context)
        counts = count_open(self._context.connection, now)
        self._tasks.set_counts(counts)

        def fetch(after: Cursor | None) -> Listing[TaskRow]:
            found = open_tasks(self._context.connection, now, after)
            return Listing(tuple(task_row(seen, now, offline=offline) for seen in found.rows), found.after)

        self._tasks.set_source(fetch)
        late = self.tr("%n of them late", "", counts.late) if counts.late else ""
        words = ", ".join(part for part in (self.tr("%n open task(s)", "", counts.open), late) if part)
        self._head.set_words(self.tr("All my tasks"), words)
        self._state.show_for(empty=counts.open == 0, empty_words=self.tr("No task waits for you."))

    def choose(self, task_id: str) -> bool:
        """Choose a task, reading on until it is there; False when it is not among the open ones."""
        return self._tasks.read_until(task_id, _MOST_LOOKED_AT) and self.rows.choose(task_id)

    def focus_list(self) -> None:
        """Give the focus to the list."""
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
