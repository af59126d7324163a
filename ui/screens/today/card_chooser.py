"""The popover in which cards are shown, hidden and put in order, and everything is reset."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QCheckBox, QWidget

from ui.screens.today.arrangement import Arrangement
from ui.widgets.buttons import Button, icon_button
from ui.widgets.labels import Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.popover import Popover


class CardChooser(Popover):
    """One line per card: shown or not, up, down. ``changed`` is called after each step."""

    def __init__(
        self, parent: QWidget, names: Mapping[str, str], arrangement: Arrangement, changed: Callable[[], None]
    ) -> None:
        self._names = names
        self._arrangement = arrangement
        self._changed = changed
        self._lines = Column(gap=2)
        reset = Button(self.tr("Reset"), "link", small=True)
        hint = Paragraph(
            self.tr("With a card in focus: Ctrl+Shift+arrows move it, Ctrl+Shift+Plus and Minus resize it."),
            "caption",
            "muted",
        )
        head = Row(Label(self.tr("Arrange the cards"), "subtitle"), None, reset, gap=12)
        super().__init__(Column(head, 8, self._lines, 8, hint, margins=(16, 12, 16, 14)), parent, name="")
        self.setAccessibleName(self.tr("Arrange the cards"))
        reset.clicked.connect(self._reset)
        self._fill()

    def _fill(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.deleteLater()
        for card in self._arrangement.cards():
            self._lines.addWidget(self._line(card.card, shown=card.shown))
        self.adjustSize()

    def _line(self, card_id: str, *, shown: bool) -> QWidget:
        name = self._names[card_id]
        box = QCheckBox(name)
        box.setChecked(shown)
        box.toggled.connect(lambda on: self._do(lambda: self._arrangement.show(card_id, shown=on)))
        earlier = icon_button("chevron-up", self.tr("Move {card} earlier").format(card=name))
        later = icon_button("chevron-down", self.tr("Move {card} later").format(card=name))
        earlier.clicked.connect(lambda: self._do(lambda: self._arrangement.move(card_id, -1)))
        later.clicked.connect(lambda: self._do(lambda: self._arrangement.move(card_id, 1)))
        earlier.setEnabled(shown)
        later.setEnabled(shown)
        return panel(Row(box, None, earlier, later, gap=4))

    def _do(self, act: Callable[[], object]) -> None:
        act()
        self._changed()
        self._fill()

    def _reset(self) -> None:
        self._do(self._arrangement.reset)
