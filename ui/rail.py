"""The navigation rail: where one can go, what is unread, who one is or how to sign in; wide, or narrow."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import paint_icon
from ui.look import look
from ui.paint import LEFT, RIGHT, box, focus_ring, write
from ui.places import Place
from ui.theme import LEAST_NARROW_RAIL, RADIUS_CONTROL, WIDE_RAIL, Weight
from ui.widgets.buttons import PaintedButton
from ui.widgets.labels import IconLabel, Label
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.marks import Avatar
from ui.widgets.rail import RailItem
from ui.widgets.surface import Rule, Surface
from ui.widgets.tool_tips import plain_tip


class Pinned(NamedTuple):
    """Something that the user has pinned to the rail."""

    icon: str
    text: str
    place: str
    item_id: str


class SearchButton(PaintedButton):
    """Looks like a field and opens the palette: one place to search from, always in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.name_it()

    def name_it(self) -> None:
        """Take its words in the language that holds."""
        self.setText(self.tr("Search"))
        self.setAccessibleName(self.tr("Search everything, Ctrl+K"))

    def sizeHint(self) -> QSize:
        """As high as a field."""
        return QSize(look.px(200), look.control_height + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field, the magnifier, the word and the key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        fill = look.colour("hover" if self.underMouse() else "surface")
        box(painter, rect, RADIUS_CONTROL, fill=fill, line="outline")
        if self.shows_focus:
            focus_ring(painter, rect, RADIUS_CONTROL)
        side = look.px(18)
        paint_icon(painter, "search", QRectF(look.px(10), rect.center().y() - side / 2, side, side))
        write(painter, rect.adjusted(look.px(38), 0, 0, 0), self.text(), look.font("body"), "muted", LEFT)
        write(painter, rect.adjusted(0, 0, -look.px(10), 0), "Ctrl+K", look.font("caption"), "muted", RIGHT)


class PersonButton(PaintedButton):
    """Who is signed in; opens the menu of the account."""

    def __init__(self) -> None:
        super().__init__()
        self._avatar = Avatar("", 32)
        self._name = Label("", "body", weight=Weight.MEDIUM, elide=True)
        self._unit = Label("", "caption", "muted", elide=True)
        words = panel(Column(self._name, self._unit, gap=1))
        row = Row(self._avatar, words, IconLabel("chevron-up", 16), gap=10, margins=(6, 6, 8, 6))
        row.setStretch(1, 1)
        self.setLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """As high as the avatar and the two lines need."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def set_person(self, name: str, unit: str) -> None:
        """Show who is signed in."""
        self._avatar.set_person(name)
        self._name.setText(name)
        self._unit.setText(unit)
        self._unit.setVisible(bool(unit))
        self.setAccessibleName(self.tr("Account of {name}").format(name=name))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint hover and ring; the rest are labels."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            box(painter, QRectF(self.rect()), RADIUS_CONTROL, fill="rail_hover")
        if self.shows_focus:
            focus_ring(painter, QRectF(self.rect()), RADIUS_CONTROL)


class Rail(Surface):
    """Emits ``place_wanted`` and ``pinned_wanted``; never changes the place itself."""

    place_wanted = Signal(str)
    pinned_wanted = Signal(object)
    search_wanted = Signal()
    sign_in_wanted = Signal()
    person_wanted = Signal(QWidget)

    def __init__(self, app_name: str) -> None:
        super().__init__("rail")
        self._narrow = False
        self._items: dict[str, RailItem] = {}
        self._pinned: list[RailItem] = []
        self._pinned_things: list[Pinned] = []
        self._head = panel(
            Row(
                IconLabel("app-mark", 24, "accent"), Label(app_name, "strong", elide=True), gap=10, margins=(8, 0, 0, 8)
            )
        )
        self._search = SearchButton()
        self._search.clicked.connect(self.search_wanted)
        self._search_item = self._make_item("search", "", self.search_wanted.emit)
        self._search_item.setCheckable(False)
        self._places = Column(gap=1)
        self._pinned_title = Label("", "caption", "muted")
        self._pinned_title.setContentsMargins(10, 12, 0, 2)
        self._pinned_title.hide()
        self._pinned_column = Column(gap=1)
        self._foot = Column(gap=1)
        self._person_rule = Rule()
        self._sign_in = self._make_item("sign-in", "", self.sign_in_wanted.emit)
        self._sign_in.setCheckable(False)
        self._person = PersonButton()
        self._knows_person, self._offers_sign_in = False, False
        self._person.clicked.connect(lambda: self.person_wanted.emit(self._person))
        self._person_item = self._make_item("person", "", lambda: self.person_wanted.emit(self._person_item))
        self._person_item.setCheckable(False)
        self._person_name = ""
        self._build()

    def _build(self) -> None:
        # In the narrow rail the person scrolls with the places: in a low window with large text little else would fit.
        person = self._person_item
        middle = panel(Column(panel(self._places), self._pinned_title, panel(self._pinned_column), None, person, gap=0))
        scroll = self._scroll = QScrollArea()
        scroll.setViewport(QWidget())  # one of our own: to be given Qt's takes 10 ms, and it would be filled
        scroll.setWidget(middle)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        middle.setAutoFillBackground(False)
        scroll.verticalScrollBar().rangeChanged.connect(lambda *_range: self.restyle() if self._narrow else None)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(2)
        for widget in (self._head, self._search, self._search_item):
            self._layout.addWidget(widget)
        self._layout.addSpacing(8)
        self._layout.addWidget(scroll, 1)
        self._layout.addLayout(self._foot)
        for widget in (self._person_rule, self._sign_in, self._person):
            self._layout.addWidget(widget)
            widget.hide()
        self._name_parts()
        self.set_narrow(narrow=False)

    def _name_parts(self) -> None:
        self.setAccessibleName(self.tr("Places"))
        self._search.name_it()
        self._search_item.setText(self._search.text())
        self._search_item.set_narrow(narrow=self._narrow)
        self._sign_in.setText(self.tr("Sign in"))
        self._sign_in.set_narrow(narrow=self._narrow)
        self._pinned_title.setText(self.tr("Pinned"))
        self._person_item.setText(self.tr("Account"))
        self._name_person()

    @staticmethod
    def _make_item(icon: str, text: str, act: Callable[[], object], key: str = "") -> RailItem:
        item = RailItem(icon, text, key=key)
        item.clicked.connect(act)
        return item

    def set_places(self, places: Sequence[Place]) -> None:
        """Offer these places, in this order, with all names in the language that holds."""
        self._name_parts()
        for item in self._items.values():
            item.hide()
            item.deleteLater()
        self._items.clear()
        for number, place in enumerate(places, start=1):
            key = "Ctrl+," if place.at_foot else f"Ctrl+{number}"
            item = self._make_item(place.icon, place.text(), partial(self._want, place.id), key)
            item.set_narrow(narrow=self._narrow)
            self._items[place.id] = item
            (self._foot if place.at_foot else self._places).addWidget(item)
        self.restyle()

    def _want(self, place: str, _checked: object = None) -> None:
        self.place_wanted.emit(place)

    def _want_pinned(self, pinned: Pinned, _checked: object = None) -> None:
        self.pinned_wanted.emit(pinned)

    def set_pinned(self, pinned: Sequence[Pinned]) -> None:
        """Show what the user has pinned; not in the narrow rail."""
        if list(pinned) == self._pinned_things:
            return
        self._pinned_things = list(pinned)
        for item in self._pinned:
            item.hide()
            item.deleteLater()
        self._pinned = []
        for each in pinned:
            item = self._make_item(each.icon, each.text, partial(self._want_pinned, each))
            item.setCheckable(False)
            self._pinned.append(item)
            self._pinned_column.addWidget(item)
        self._show_pinned()

    def _show_pinned(self) -> None:
        self._pinned_title.setVisible(bool(self._pinned) and not self._narrow)
        for item in self._pinned:
            item.setVisible(not self._narrow)

    def set_current(self, place: str) -> None:
        """Mark the place where one is and bring it into sight; "" marks none."""
        for name, item in self._items.items():
            item.setChecked(name == place)
        if place in self._items:
            self._scroll.ensureWidgetVisible(self._items[place], 0, 0)

    def set_count(self, place: str, count: int) -> None:
        """How many things are unread at a place."""
        if place in self._items:
            self._items[place].set_count(count)

    def set_person(self, name: str, unit: str = "") -> None:
        """Show who is signed in; "" for nobody."""
        self._knows_person, self._person_name = bool(name), name
        self._person.set_person(name, unit)
        self._name_person()
        self._show_person()

    def _name_person(self) -> None:
        self._person_item.set_narrow(narrow=True)
        if self._person_name:
            words = self.tr("Account of {name}").format(name=self._person_name)
            self._person_item.setAccessibleName(words)
            self._person_item.setToolTip(plain_tip(words))

    def offer_sign_in(self, *, offered: bool) -> None:
        """Show the way to sign in where a person would stand."""
        self._offers_sign_in = offered
        self._show_person()
        self.restyle()

    def _show_person(self) -> None:
        shown = self._knows_person and not self._narrow
        self._person.setVisible(shown)
        self._person_item.setVisible(self._knows_person and self._narrow)
        self._sign_in.setVisible(self._offers_sign_in)
        self._person_rule.setVisible(shown or (self._offers_sign_in and not self._narrow))

    @property
    def narrow(self) -> bool:
        """True while the names stand under the icons."""
        return self._narrow

    def set_narrow(self, *, narrow: bool) -> None:
        """Stand wide or narrow."""
        self._narrow = narrow
        self._head.setVisible(not narrow)
        self._search.setVisible(not narrow)
        self._search_item.setVisible(narrow)
        for item in (*self._items.values(), self._search_item, self._sign_in):
            item.set_narrow(narrow=narrow)
        self._show_pinned()
        self._show_person()
        self.restyle()

    def restyle(self) -> None:
        """Take the width from the look."""
        side = 6 if self._narrow else 12
        self._layout.setContentsMargins(side, 10 if self._narrow else 16, side, 10)
        if self._narrow:
            shown = [*self._items.values(), self._person_item, *([self._sign_in] if self._offers_sign_in else ())]
            needed = max((item.narrow_width() for item in shown), default=0) + 2 * side + self._bar_width()
            self.setFixedWidth(max(LEAST_NARROW_RAIL, needed))
        else:
            self.setFixedWidth(look.px(WIDE_RAIL))

    def _bar_width(self) -> int:
        """The room that scrolling takes from the names, in a window that is too low for all of them."""
        bar = self._scroll.verticalScrollBar()
        return bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0
