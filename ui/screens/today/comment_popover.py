"""Asks for a comment on a task, below its row: some lines, kept as they are written until they are sent."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.drafts import KEPT_AFTER_MS
from ui.look import look
from ui.widgets.buttons import Button
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.popover import SHADOW, Popover
from ui.widgets.writing_area import WritingArea
from workplace_app.domain.task import Task, TaskSource
from workplace_app.store.drafts import Drafts

WIDTH = 420
_HEIGHT = 110


class CommentPopover(Popover):
    """``written`` carries the text. Esc closes it and keeps the draft, which is there when it is opened again."""

    written = Signal(str)

    def __init__(self, parent: QWidget, task: Task, drafts: Drafts, key: str, *, offline: bool) -> None:
        name = self.tr("Comment on the task")
        self._drafts, self._key = drafts, key
        self._area = WritingArea(self.tr("Your comment"))
        self._area.setFixedHeight(look.px(_HEIGHT))
        self._area.setPlainText(drafts.text(key))
        self._send = Button(self.tr("Send"), "primary", icon="send", key="Ctrl+Enter", small=True)
        super().__init__(self._layout_of(name, task, offline=offline), parent, name=name)
        self.setFixedWidth(look.px(WIDTH) + 2 * SHADOW)
        self._soon = QTimer(self, singleShot=True, interval=KEPT_AFTER_MS)
        self._soon.timeout.connect(self._keep)
        self._area.textChanged.connect(self._changed)
        self._area.sent.connect(self._write)
        self._send.clicked.connect(self._write)
        self._changed()

    def _layout_of(self, name: str, task: Task, *, offline: bool) -> Column:
        said = self.tr("It is added to the task's notes.")
        if task.source is TaskSource.PLANNER:
            said = self.tr("Everybody in the plan can read it.")
        if offline:
            said = self.tr("No network: the comment is sent when it is back. It can be taken back until then.")
        foot = Row(Paragraph(said, "caption", "muted", leading=125), self._send, gap=10)
        foot.setStretch(0, 1)
        return Column(
            Row(IconLabel("chat", 18, "accent"), Label(name, "strong"), None),
            panel(Row(Label(task.title, "caption", "muted", elide=True))),
            6,
            self._area,
            8,
            foot,
            margins=(16, 12, 16, 12),
        )

    def write_in(self) -> None:
        """The focus where one writes, after what stands there already."""
        self._area.moveCursor(self._area.textCursor().MoveOperation.End)
        self._area.setFocus()

    def _changed(self) -> None:
        self._send.setEnabled(bool(self._area.toPlainText().strip()))
        self._soon.start()

    def _keep(self) -> None:
        self._drafts.keep(self._key, self._area.toPlainText())

    def _write(self) -> None:
        text = self._area.toPlainText().strip()
        if not text:
            return
        self._soon.stop()
        self._keep()
        self.written.emit(text)
        if not self._drafts.text(self._key):  # filed; else the words stay where they were written
            self._area.clear()
            self.close()

    def event(self, event: QEvent) -> bool:
        """What was written is kept when it closes, however it closes."""
        if event.type() == QEvent.Type.Close:
            self._soon.stop()
            self._keep()
        return super().event(event)
