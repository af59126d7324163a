"""Keeps the message that is being read where it is while others come above it."""

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QScrollArea

from ui.screens.workspaces.thread_view import MessageView, ThreadView

TURNS = 4
"""So many turns of the loop the words take to find their heights: parts of a page are laid out one within the other."""


class KeptMessage(QObject):
    """Of one thread in one scroll area. ``remember`` is called before the messages change, and no more is needed."""

    def __init__(self, area: QScrollArea, thread: ThreadView) -> None:
        super().__init__(thread)
        self._area, self._thread = area, thread
        self._kept: tuple[str, int] | None = None
        self._turns_left = 0

    def remember(self) -> None:
        """The uppermost message in sight, and how far it stands from the top, once that has been scrolled to."""
        if self._kept is not None or self._area.verticalScrollBar().value() <= 0:
            return
        first = next((each for each in self._messages() if self._top_of(each) + each.height() > 0), None)
        if first is not None:
            self._kept = (first.key, self._top_of(first))
            self._turns_left = TURNS
            QTimer.singleShot(0, self, self._restore)

    def _messages(self) -> list[MessageView]:
        layout = self._thread.layout()
        items = [layout.itemAt(number) for number in range(layout.count())] if layout is not None else []
        return [shown for item in items if item is not None and isinstance(shown := item.widget(), MessageView)]

    def _top_of(self, message: MessageView) -> int:
        return message.mapTo(self._area.viewport(), QPoint()).y()

    def _restore(self) -> None:
        if self._kept is None:
            return
        key, top = self._kept
        found = next((each for each in self._messages() if each.key == key), None)
        if found is not None:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + self._top_of(found) - top)
        self._turns_left -= 1
        if found is not None and self._turns_left:
            QTimer.singleShot(0, self, self._restore)
        else:
            self._kept = None
