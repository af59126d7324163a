"""The palette: Ctrl+K, one box over everything, over whatever is on the screen."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.look import look
from ui.screen import ScreenContext
from ui.screens.search.going import go_to
from ui.screens.search.hit_delegate import HitDelegate
from ui.screens.search.hit_rows import PARTS, HitModel, HitRow, rows_of
from ui.theme import Weight
from ui.widgets.buttons import icon_button
from ui.widgets.choices import Chips
from ui.widgets.fields import TextField
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Row, panel
from ui.widgets.marks import KeyHint
from ui.widgets.popover import SHADOW, Raised, Veil, rise
from ui.widgets.row_list import RowList
from ui.widgets.surface import Rule
from ui.widgets.toast import announce
from workplace_app.store.search import Search

WIDTH = 760
TOP = 72
FOOT = 40
AIR = 4
MOST_HITS = 50
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def open_palette(context: ScreenContext, window: QWidget) -> None:
    """Open it over the window; when it is open already its box gets the focus."""
    found = [each for each in window.findChildren(Palette) if not each.isHidden()]  # a hidden one is leaving
    if found:
        found[0].focus_box()
        return
    palette = Palette(context, window)
    palette.show()
    palette.focus_box()


class Palette(QWidget):
    """Covers the window with a veil. Every key that is typed asks anew; only the newest question is answered."""

    def __init__(self, context: ScreenContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._search = Search(context.connection)
        self._before = QApplication.focusWidget()
        self._commands = context.shell.commands.offered()
        self._part = PARTS[0]
        self._model = HitModel()
        self._delegate = HitDelegate()
        self._newest = QTimer(self, singleShot=True, interval=0)
        self._newest.timeout.connect(self._answer)
        self.setAccessibleName(self.tr("Search everything"))
        self._veil = Veil(self)
        self._plate = self._make_plate()
        window.installEventFilter(self)
        self._cover(window)
        self._answer()
        rise(self._plate)
        self._application = QApplication.instance()
        if isinstance(self._application, QApplication):
            self._application.focusChanged.connect(self._focus_moved)

    # Building

    def _make_plate(self) -> Raised:
        self._box = TextField(self.tr("Search everything"), self.tr("Search tasks, news, services, colleagues …"))
        self._box.setProperty("bare", "true")
        self._box.setFont(look.font("title", Weight.NORMAL))
        self._box.textChanged.connect(lambda _text: self._newest.start())
        self._box.installEventFilter(self)
        self._count = Label("", "caption", "muted", digits=True)
        close = icon_button("close", self.tr("Close"))
        close.clicked.connect(self.leave)
        head = Row(IconLabel("search", 24, "accent"), self._box, self._count, close, gap=12, margins=(18, 10, 10, 8))
        head.setStretch(1, 1)
        chips = Chips(self.tr("Narrow to"), [(part, part.text()) for part in PARTS], self._part)
        chips.changed.connect(self._narrow)
        QWidget.setTabOrder(self._box, chips)  # the foot promises it
        QWidget.setTabOrder(chips, close)
        self._list = RowList(self.tr("Hits"), self._model, self._delegate)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.clicked.connect(lambda index: self._take(self._model.row_at(index)))
        self._nothing_words = Paragraph(leading=125)
        nothing = Row(IconLabel("search", 20), self._nothing_words, gap=10, margins=(18, 12, 18, 12))
        nothing.setStretch(1, 1)
        self._nothing = panel(nothing)
        self._nothing.hide()
        layout = QVBoxLayout()
        layout.setSpacing(0)
        narrowing, foot = panel(Row(chips, None, margins=(12, 0, 12, 8))), self._make_foot()
        self._fixed_parts = (panel(head), narrowing, foot)
        layout.addWidget(self._fixed_parts[0])
        layout.addWidget(narrowing)
        layout.addWidget(Rule())
        layout.addSpacing(AIR)
        layout.addWidget(self._list)
        layout.addWidget(self._nothing)
        layout.addSpacing(AIR)
        layout.addWidget(Rule())
        layout.addWidget(foot)
        return Raised(layout, self)

    def _make_foot(self) -> QWidget:
        def said(text: str) -> Label:
            return Label(text, "caption", "muted")

        return panel(
            Row(
                KeyHint("↑"),
                KeyHint("↓"),
                said(self.tr("Choose")),
                8,
                KeyHint("Enter"),
                said(self.tr("Show")),
                8,
                KeyHint("Tab"),
                said(self.tr("Narrow")),
                8,
                KeyHint("Esc"),
                said(self.tr("Close")),
                None,
                said(self.tr("{key} opens on the web").format(key="Ctrl+Enter")),
                gap=6,
                margins=(16, 8, 16, 8),
            )
        )

    def restyle(self) -> None:
        """Take the font of the box from the look."""
        self._box.setFont(look.font("title", Weight.NORMAL))

    # Asking and answering

    def focus_box(self) -> None:
        """Give the box the focus, with its text selected."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.selectAll()

    def _narrow(self, part: object) -> None:
        self._part = next(each for each in PARTS if each is part)
        self._answer()

    def _answer(self) -> None:
        """Read what answers the text that stands in the box now."""
        typed = self._box.text().strip()
        kinds = self._part.kinds
        only_commands = kinds is not None and not kinds
        hits = () if only_commands or not typed else self._search.find(typed, kinds, MOST_HITS)
        commands = self._commands if kinds is None or only_commands else []
        self._delegate.typed = typed
        rows = rows_of(hits, commands, typed, self._context.clock(), narrowed=kinds is not None)
        self._model.set_rows(rows)
        self._list.choose_first()
        self._list.scrollToTop()
        self._tell(len(hits), typed, any_rows=bool(rows))
        self._fit()

    def _tell(self, hits: int, typed: str, *, any_rows: bool) -> None:
        many = hits >= MOST_HITS
        words = self.tr("%n hit(s)", "", hits) if not many else self.tr("at least {count} hits").format(count=hits)
        self._count.setText(words if typed and (hits or not any_rows) else "")
        self._list.setVisible(any_rows)
        self._nothing.setVisible(not any_rows)
        if not any_rows:
            self._say_nothing_found(typed)
        elif typed and (row := self._list.current_row) is not None:
            announce(self._box, f"{words}, {self._model.spoken(row)}")

    def _say_nothing_found(self, typed: str) -> None:
        if self._part is PARTS[0]:
            words = self.tr("Nothing on the computer matches “{words}”. Try fewer or other words.").format(words=typed)
        else:
            pattern = self.tr("Nothing under {part} matches “{words}”. Look under {everything}.")
            words = pattern.format(part=self._part.text(), words=typed, everything=PARTS[0].text())
        self._nothing_words.set_words(words)
        announce(self._box, words)

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The box hands its arrows to the list; the window tells its size."""
        if watched is self._box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._box_key(event)
        if watched is self.parent() and event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._cover(watched)
        return super().eventFilter(watched, event)

    def _box_key(self, event: QKeyEvent) -> bool:
        if event.key() in _MOVES:
            self._list.keyPressEvent(event)
            if (row := self._list.current_row) is not None:
                announce(self._box, self._model.spoken(row))
            return True
        if event.key() in _ENTER:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._take(self._list.current_row, on_web=control)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: object) -> None:
        """A press beside the plate closes."""
        del event
        self.leave()

    def _take(self, row: HitRow | None, *, on_web: bool = False) -> None:
        if row is None:
            return
        self.leave()
        shell = self._context.shell
        if row.hit is None:
            shell.commands.run(row.command)
        elif on_web:
            shell.open_address(row.hit.address)
        else:
            go_to(row.hit, shell)

    def leave(self) -> None:
        """Close, and give the focus back to where it was."""
        if isinstance(self._application, QApplication):
            self._application.focusChanged.disconnect(self._focus_moved)
        self.hide()
        self.deleteLater()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Whoever goes elsewhere (Ctrl+2) is done here."""
        if new is not None and not self.isAncestorOf(new):
            self._before = new
            self.leave()

    # Place and size

    def _cover(self, window: QWidget) -> None:
        self.setGeometry(window.rect())
        self._veil.setGeometry(self.rect())
        self._fit()

    def _fit(self) -> None:
        """As high as the hits need, inside the window; the top stays where it is."""
        top = look.gap(TOP) if self.height() > look.px(TOP) * 6 else 0
        width = min(look.px(WIDTH) + 2 * SHADOW, self.width())
        rest = sum(part.sizeHint().height() for part in self._fixed_parts) + 2 * (SHADOW + AIR + look.line_width)
        room = max(look.row_height, self.height() - top - look.px(FOOT) - rest + 2 * SHADOW)
        self._plate.setFixedWidth(width)
        if self._nothing.isVisibleTo(self._plate):
            tall = self._nothing_words.heightForWidth(width - 2 * SHADOW - look.px(80)) + look.gap(24)
        else:
            tall = min(self._list.content_height(), room)
            self._list.setFixedHeight(tall)
        self._plate.setFixedHeight(rest + tall)
        self._plate.move((self.width() - width) // 2, max(0, top - SHADOW))
