"""The head of a page, of a pane and of a section."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from ui.paint import text_width
from ui.widgets.labels import Label, Paragraph
from ui.widgets.layouts import Column, Row, panel


class PageHead(QWidget):
    """The one heading of a page, a line under it, and the page's actions at the right, or below where the heading has
    no room beside them; a heading that is wider than the page takes more lines."""

    def __init__(self, title: str, under: str = "", *actions: QWidget, markup: bool = False) -> None:
        super().__init__()
        self._title = Label(title, "heading", wrap=True)
        self.under = Paragraph(under, colour="muted", leading=125, markup=markup)
        if not under:
            self.under.hide()
        words = panel(Column(self._title, self.under, gap=2))
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._acts = panel(Row(*actions, gap=8))
        self._acts.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._row = Row(words, self._acts, gap=8)
        self._row.setStretch(0, 1)
        self.setLayout(self._row)

    def set_words(self, title: str, under: str = "") -> None:
        """Show another heading."""
        self._title.setText(title)
        self.under.set_words(under)
        self.under.setVisible(bool(under))
        self._fit()

    def _fit(self) -> None:
        title = text_width(self._title.text(), self._title.font())
        across = title + self._row.spacing() + self._acts.sizeHint().width() <= self.width()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom)
        self._row.setStretch(0, 1 if across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other or below."""
        super().resizeEvent(event)
        self._fit()


def pane_head(title: str, *actions: QWidget) -> QHBoxLayout:
    """The head of a list pane; its words begin on the same vertical line as the rows below."""
    head = Row(Label(title, "title", elide=True), *actions, gap=4, margins=(16, 14, 8, 8))
    head.setStretch(0, 1)
    return head


def section_heading(title: str) -> Label:
    """The name of a group within a page."""
    return Label(title, "strong")
