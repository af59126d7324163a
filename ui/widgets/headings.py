"""The head of a page, of a pane and of a section."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.widgets.labels import Label, Paragraph
from ui.widgets.layouts import Column, Row, panel


class PageHead(QWidget):
    """The one heading of a page, a line under it, and the page's actions at the right."""

    def __init__(self, title: str, under: str = "", *actions: QWidget, markup: bool = False) -> None:
        super().__init__()
        self._title = Label(title, "heading", elide=True)
        self.under = Paragraph(under, colour="muted", leading=125, markup=markup)
        if not under:
            self.under.hide()
        words = panel(Column(self._title, self.under, gap=2))
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = Row(words, *actions, gap=8)
        row.setStretch(0, 1)
        self.setLayout(row)

    def set_words(self, title: str, under: str = "") -> None:
        """Show another heading."""
        self._title.setText(title)
        self.under.set_words(under)
        self.under.setVisible(bool(under))


def pane_head(title: str, *actions: QWidget) -> QHBoxLayout:
    """The head of a list pane; its words begin on the same vertical line as the rows below."""
    head = Row(Label(title, "title", elide=True), *actions, gap=4, margins=(16, 14, 8, 8))
    head.setStretch(0, 1)
    return head


def section_heading(title: str) -> Label:
    """The name of a group within a page."""
    return Label(title, "strong")
