"""A layout that puts its items beside each other and begins a new line where there is no more room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.look import look


class Flow(QLayout):
    """Buttons with words keep their words whole in a narrow pane and with large text: the next line takes them, and one
    that is wider than a whole line breaks its words.

    ``last_at_end`` moves the last one to the right edge of its line.
    """

    def __init__(self, *widgets: QWidget, gap: int = 8, last_at_end: bool = False) -> None:
        super().__init__()
        self._last_at_end = last_at_end
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem, /) -> None:
        """Put an item last."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        """The item at a place; Qt asks until there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        """Give up an item."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """The height of all lines."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect, /) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        across = sum(size.width() for size in sizes) + look.gap(self._gap) * max(0, len(sizes) - 1)
        return QSize(across, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest item, when each takes as little as it can."""
        least = QSize()
        for item in self._items:
            widget = item.widget()
            # Not the item's own minimum: a fixed size policy makes that the whole width.
            least = least.expandedTo(item.minimumSize() if widget is None else widget.minimumSizeHint())
        return least

    def _place(self, rect: QRect, *, move: bool) -> int:
        gap = look.gap(self._gap)
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = _size_within(item, rect.width())
            if line and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + gap, 0
            if move:
                at_end = self._last_at_end and item is self._items[-1]
                left = max(x, rect.right() + 1 - size.width()) if at_end else x
                item.setGeometry(QRect(QPoint(left, y), size))
            x += size.width() + gap
            line = max(line, size.height())
        return y + line - rect.y()


def _size_within(item: QLayoutItem, width: int) -> QSize:
    """The size of an item in a line of its own that is no longer than ``width``."""
    size, widget = item.sizeHint(), item.widget()
    if size.width() <= width or widget is None:
        return size
    across = max(width, widget.minimumSizeHint().width())
    return QSize(across, max(size.height(), widget.heightForWidth(across)))
