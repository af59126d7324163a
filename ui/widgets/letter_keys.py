"""Single letters that work while anything in a pane has the focus, as long as the user has not turned them off."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.widgets.row_list import RowList


class LetterKeys(QObject):
    """For a reader or a page beside a list, whose buttons name the same letters as the list's rows do.

    Keys come here from whatever has the focus in the pane and has no use for them, so that a field keeps its letters.
    """

    def __init__(self, pane: QWidget, acts: Mapping[str, Callable[[], None]]) -> None:
        super().__init__(pane)
        self._acts = dict(acts)
        pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do what the letter stands for."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and RowList.single_letter_keys:
            act = self._acts.get(QKeySequence(event.keyCombination()).toString())
            if act is not None:
                act()
                return True
        return super().eventFilter(watched, event)
