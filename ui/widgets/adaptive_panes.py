"""Panes beside each other as far as there is room: all, the last two, or one at a time with a way back."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.panes import first_stop
from ui.widgets.splitter import RememberingSplitter
from workplace_app.domain.settings import SettingsStorage


class Pane(NamedTuple):
    """``width`` is the first width at 100 % text, 0 for the pane that takes what is left. ``way`` leads to the pane
    before, and is shown while that one is not beside it. ``stop`` takes the focus that comes along when the pane is
    brought into sight; without it, whatever Tab would reach first."""

    widget: QWidget
    width: int = 0
    way: QWidget | None = None
    stop: QWidget | None = None


class AdaptivePanes(RememberingSplitter):
    """From choices at the left, by a list, to a page at the right. ``room_from`` are the effective widths from which
    there is room for two panes, for three, and so on. ``rearranged`` comes when the room has become another.

    Where there is not room for all, the last ones stand beside each other and those before them are shown alone, on
    demand; going back leads leftwards. All panes always stay in the one splitter, and are hidden: under a style sheet
    Qt gives a widget that moves to another parent the font back that it had when it was first shown, so that a pane
    moved between a splitter and a stack would keep a text size that is no longer chosen.
    """

    rearranged = Signal()

    def __init__(self, name: str, *panes: Pane, room_from: Sequence[int], memory: SettingsStorage | None) -> None:
        self._panes = panes
        self._room_from = tuple(room_from)
        self._room = len(panes)
        self._alone = max(0, len(panes) - 2)
        self._way_back: list[int] = []
        self._way_forward: list[int] = []
        super().__init__(name, tuple(pane.width for pane in panes), *(pane.widget for pane in panes), memory=memory)
        self._arrange()

    @property
    def room(self) -> int:
        """How many panes stand beside each other."""
        return self._room

    def in_sight(self, widget: QWidget) -> bool:
        """True for a pane that is shown where there is room for as many as now."""
        return not widget.isHidden()

    def set_effective_width(self, width: float) -> None:
        """Take the width of the window at 100 % text. Who is at work in the page, and loses the room for the list
        beside it, stays in the page."""
        room = min(len(self._panes), 1 + sum(width >= least for least in self._room_from))
        if room == self._room:
            return
        self._room = room
        last = len(self._panes) - 1
        list_before = max(0, last - 1)
        at_work = room == 1 and self._has_focus(last)
        self._alone = last if at_work else list_before
        self._way_back = [list_before] if at_work else []
        self._way_forward = []
        self._arrange()
        self.rearranged.emit()

    def show_pane(self, widget: QWidget) -> None:
        """Bring a pane into sight; a focus that would be hidden comes along."""
        number = self._number(widget)
        if self.in_sight(widget):
            return
        if number > self._alone:
            self._way_back.append(self._alone)
        self._way_back = [before for before in self._way_back if before < number]
        self._way_forward = []
        self._alone = number
        self._arrange()

    def go_back(self) -> bool:
        """Show what was shown before this pane was; False when there is no step back within these panes."""
        return self._step(self._way_back, self._way_forward)

    def go_forward(self) -> bool:
        """Undo ``go_back``; False when there is nothing to undo."""
        return self._step(self._way_forward, self._way_back)

    def _step(self, way: list[int], other_way: list[int]) -> bool:
        if not way:
            return False
        other_way.append(self._alone)
        self._alone = way.pop()
        self._arrange()
        return True

    def forget_way(self) -> None:
        """The way begins with what is in sight now: one has come from elsewhere."""
        self._way_back.clear()
        self._way_forward.clear()

    def _number(self, widget: QWidget) -> int:
        return next(number for number, pane in enumerate(self._panes) if pane.widget is widget)

    def _has_focus(self, number: int) -> bool:
        focused, pane = QApplication.focusWidget(), self._panes[number].widget
        return focused is not None and (focused is pane or pane.isAncestorOf(focused))

    def _shown(self) -> range:
        beside = len(self._panes) - self._room
        return range(beside, len(self._panes)) if self._alone >= beside else range(self._alone, self._alone + 1)

    def _arrange(self) -> None:
        shown = self._shown()
        leaving = any(self._has_focus(number) for number in range(len(self._panes)) if number not in shown)
        for number in shown:
            pane = self._panes[number]
            if pane.way is not None:
                pane.way.setVisible(number - 1 not in shown)
            pane.widget.show()
        if leaving:  # before the pane is hidden: Qt would give its focus to whatever is next in the window
            self.focus_pane(self._panes[self._alone].widget)
        for number, pane in enumerate(self._panes):
            pane.widget.setVisible(number in shown)
        self.fit()

    def focus_pane(self, widget: QWidget) -> None:
        """Give the focus to the stop of a pane that is in sight."""
        stop = self._panes[self._number(widget)].stop or first_stop(widget)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
