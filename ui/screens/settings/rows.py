"""How a settings page is built: groups of rows, each with what it does and its control."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.look import look
from ui.theme import RADIUS_CARD, Weight
from ui.widgets.headings import section_heading
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.surface import Rule, Surface

PAGE_WIDTH = 760
LEAST_WORDS = 220


class SettingRow(QWidget):
    """What a setting is, what it does, and the control: beside the words, or below them when there is little room."""

    def __init__(self, words: QWidget, control: QWidget) -> None:
        super().__init__()
        self._control = control
        self._row = Row(words, control, gap=16, margins=(18, 11, 16, 11))
        self._row.setStretch(0, 1)
        self.setLayout(self._row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as the width allows."""
        super().resizeEvent(event)
        beside = self.width() - self._control.sizeHint().width() > look.px(LEAST_WORDS)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """No wider than the control."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), self._control.minimumSizeHint().width() + look.gap(34)), least.height())


class PageBody(QWidget):
    """What a page of the settings shows, as high as the words are at the width there is: at the least width they would
    be twice as high, and one could scroll on past the end."""

    def minimumSizeHint(self) -> QSize:
        """The height for this width."""
        least, layout = super().minimumSizeHint(), self.layout()
        if layout is None or self.width() < least.width():
            return least
        return QSize(least.width(), min(least.height(), layout.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


def setting_row(title: str, words: str, control: QWidget | None = None, *, governed: str = "") -> QWidget:
    """A row of a page. ``governed`` says who decides it instead of the user."""
    lines: list[QWidget] = [Label(title, "body", weight=Weight.MEDIUM, wrap=True)]
    if words:
        lines.append(Paragraph(words, "caption", "muted", leading=120))
    if governed:
        lines.append(panel(Row(IconLabel("lock", 14), Label(governed, "caption", "muted"), None, gap=5)))
    column = Column(*lines, gap=2)
    if control is None:
        return panel(Row(panel(column), gap=16, margins=(18, 11, 16, 11)))
    control.setEnabled(not governed)
    return SettingRow(panel(column), control)


def group(title: str, *rows: QWidget) -> QWidget:
    """Rows under a heading, with lines between them."""
    column = Column()
    for number, row in enumerate(rows):
        if number:
            column.addWidget(Rule())
        column.addWidget(row)
    card = Surface("surface", radius=RADIUS_CARD, line="line", layout=column)
    return panel(Column(section_heading(title), card, gap=8))
