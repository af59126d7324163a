"""Panes side by side whose widths the user sets, with the pointer or the keys, and which are remembered."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from ui.look import look
from workplace_app.domain.settings import SettingsStorage

GRIP = 7
STEP = 24


class _Handle(QSplitterHandle):
    """A line that is easy to catch; focused it is moved with Left and Right, and Home sets the first widths."""

    def __init__(self, splitter: "RememberingSplitter") -> None:
        super().__init__(Qt.Orientation.Horizontal, splitter)
        self._panes = splitter
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Width of the panes"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}.get(Qt.Key(event.key()))
        if step is not None:
            self.moveSplitter(self.pos().x() + step)
        elif event.key() == Qt.Key.Key_Home:
            self._panes.set_first_widths()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._panes.set_first_widths()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), look.colour("surface"))
        lit = self.underMouse() or self.hasFocus()
        width = 2 if lit else look.line_width
        line = QRectF((self.width() - width) / 2, 0, width, self.height())
        painter.fillRect(line, look.colour("focus" if self.hasFocus() else "edge" if lit else "line"))


class RememberingSplitter(QSplitter):
    """``name`` is what the widths are remembered under; ``first`` are the widths at 100 % text, 0 for the pane that
    takes what is left."""

    def __init__(self, name: str, first: tuple[int, ...], *panes: QWidget, memory: SettingsStorage | None) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._name = f"splitter.{name}"
        self._first = first
        self._memory = memory
        self.setHandleWidth(GRIP)
        self.setChildrenCollapsible(False)
        for number, pane in enumerate(panes):
            self.addWidget(pane)
            self.setStretchFactor(number, 0 if first[number] else 1)
        self._set_remembered()
        self.splitterMoved.connect(self._remember)

    def createHandle(self) -> QSplitterHandle:
        """Use the handle that keys can move."""
        return _Handle(self)

    def set_first_widths(self) -> None:
        """The widths as they were designed."""
        rest = max(300, self.width() - sum(look.px(width) for width in self._first))
        self.setSizes([look.px(width) or rest for width in self._first])
        if self._memory is not None:
            self._memory.set_setting(self._name, None)

    def _set_remembered(self) -> None:
        kept = self._memory.setting(self._name) if self._memory is not None else None
        parts = kept.split() if kept else []
        if len(parts) == len(self._first) and all(part.isdigit() for part in parts):
            self.setSizes([int(part) for part in parts])
        else:
            self.setSizes([look.px(width) or 800 for width in self._first])

    def _remember(self) -> None:
        if self._memory is not None:
            self._memory.set_setting(self._name, " ".join(str(width) for width in self.sizes()))
