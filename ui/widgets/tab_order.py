"""Where Tab comes to what is made later: to its place on the page, not to the end of the window."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def keep_in_tab_order(place: QWidget) -> None:
    """Let Tab come to what stands in ``place`` after what stands before it. Qt puts a widget that is added to a window
    behind all that the window had, also behind its foot."""
    stops = [each for each in _round(place) if place.isAncestorOf(each)]
    before = next((each for each in _round(place, backward=True) if not place.isAncestorOf(each)), None)
    for stop in stops:
        if before is not None:
            QWidget.setTabOrder(before, stop)
        before = stop


def _round(place: QWidget, *, backward: bool = False) -> Iterator[QWidget]:
    """Everything that takes Tab in the window, from this place on."""
    each = place.previousInFocusChain() if backward else place.nextInFocusChain()
    while each is not None and each is not place:
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield each
        each = each.previousInFocusChain() if backward else each.nextInFocusChain()
