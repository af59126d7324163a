"""Panes side by side whose widths the user sets, with the pointer or the keys, and which are remembered."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
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
    takes what is left.

    The widths belong to the panes, not to the moment: a pane that was hidden, squeezed by a small window or drawn with
    large text has its own width again when there is room for it. So they are kept here at 100 % text, and Qt, which
    would go on from whatever the panes had last, is told them anew whenever something has changed.
    """

    def __init__(self, name: str, first: tuple[int, ...], *panes: QWidget, memory: SettingsStorage | None) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._name = f"splitter.{name}"
        self._first = first
        self._memory = memory
        self._parts = panes
        self._widths = self._remembered()
        self.setHandleWidth(GRIP)
        self.setChildrenCollapsible(False)
        for number, pane in enumerate(panes):
            self.addWidget(pane)
            self.setStretchFactor(number, 0 if first[number] else 1)
        self.fit()
        self.splitterMoved.connect(self._remember)

    def createHandle(self) -> QSplitterHandle:
        """Use the handle that keys can move."""
        return _Handle(self)

    def set_first_widths(self) -> None:
        """The widths as they were designed."""
        self._widths = list(self._first)
        self.fit()
        if self._memory is not None:
            self._memory.set_setting(self._name, None)

    def fit(self) -> None:
        """Give every pane in sight its width, and what is left to the one that takes it."""
        shown = [not part.isHidden() for part in self._parts]
        widths = [look.px(width) if here else 0 for width, here in zip(self._widths, shown, strict=True)]
        rest = max(0, self.width() - sum(widths) - GRIP * (sum(shown) - 1))
        self.setSizes(
            [
                rest if here and not first else width
                for width, here, first in zip(widths, shown, self._first, strict=True)
            ]
        )

    def restyle(self) -> None:
        """Widths grow with the text."""
        self.fit()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """In place of Qt's own answer, which would share out what each pane happens to have."""
        self.fit()

    def event(self, event: QEvent) -> bool:
        """A pane may need more room than before, or less."""
        known = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return known

    def _remembered(self) -> list[int]:
        kept = self._memory.setting(self._name) if self._memory is not None else None
        parts = kept.split() if kept else []
        if len(parts) != len(self._first) or not all(part.isdigit() for part in parts):
            return list(self._first)
        return [first and (int(part) or first) for first, part in zip(self._first, parts, strict=True)]

    def _remember(self) -> None:
        for number, (first, size) in enumerate(zip(self._first, self.sizes(), strict=True)):
            if first and not self._parts[number].isHidden():
                self._widths[number] = round(size / look.text_scale)
        if self._memory is not None:
            self._memory.set_setting(self._name, " ".join(str(width) for width in self._widths))
