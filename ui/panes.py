"""F6: the focus goes round the panes of the window, to the place in each where it was last."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def first_stop(pane: QWidget) -> QWidget | None:
    """The first thing in a pane that Tab would reach."""
    if _takes_tab(pane):
        return pane
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        if pane.isAncestorOf(widget) and _takes_tab(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and widget.isVisible()


def go_round(panes: Sequence[QWidget], *, backward: bool = False) -> None:
    """Give the focus to the next pane that can take it."""
    focused = QApplication.focusWidget()
    here = -1
    for number, pane in enumerate(panes):
        if focused is not None and (pane is focused or pane.isAncestorOf(focused)):
            here = number
    step = -1 if backward else 1
    for distance in range(1, len(panes) + 1):
        stop = first_stop(panes[(here + step * distance) % len(panes)])
        if stop is not None:
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
