"""The frame of a card: title, age, menu, body, foot; and the six ways in which what it shows can stand."""

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

import shiboken6
from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from ui.look import look
from ui.theme import RADIUS_CARD, SKELETON_AFTER_MS, ColourRole
from ui.widgets.buttons import Button, icon_button
from ui.widgets.labels import IconLabel, Label
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.notes import Note, NoteTone, StateLine
from ui.widgets.skeleton import Skeleton
from ui.widgets.surface import Surface
from ui.widgets.tool_tips import plain_tip


class Freshness(Enum):
    """How what is shown stands. Unknown is never drawn as empty, old never as new."""

    FETCHING = "fetching"
    FRESH = "fresh"
    OLD = "old"
    FAILED = "failed"
    EMPTY = "empty"
    UNKNOWN = "unknown"


class CardState(NamedTuple):
    """What the frame says. ``age`` stands in the head ("08:12"), ``words`` in a note (old, failed) or in place of the
    rows (empty, unknown); ``action`` is the word on the button of the note, "" for none."""

    freshness: Freshness
    age: str = ""
    words: str = ""
    action: str = ""
    short_action: str = ""
    """The same where it stands in a card, which may be narrow; "" where ``action`` is short enough."""
    tone: NoteTone = "warning"


_MARKS: dict[Freshness, ColourRole] = {Freshness.OLD: "warning", Freshness.FAILED: "danger"}


class Card(Surface):
    """One card. The user chooses its height, its content never does.

    ``acted`` is emitted when the button of the note is pressed; by default that means: fetch again. ``note_changed``
    says that the body has more room than before, or less.
    """

    acted = Signal()
    note_changed = Signal()
    footer_clicked = Signal()

    def __init__(self, title: str, body: QWidget, *, footer: str = "", skeleton_rows: int = 3) -> None:
        super().__init__("surface", radius=RADIUS_CARD, line="line")
        self._title = title
        self._skeleton_rows = skeleton_rows
        self._state: CardState | None = None
        self._waiting: CardState | None = None
        self._body = body
        self._line_is_right = False
        self._has_room_for_note = True
        self._menu: QMenu | None = None
        self._action: Button | None = None
        self._delay = self._timer(self._show_skeleton)
        self._hold = self._timer(self._skeleton_was_seen)
        self._build(footer)

    def _timer(self, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=SKELETON_AFTER_MS)
        timer.timeout.connect(act)
        return timer

    def _build(self, footer: str) -> None:
        self._mark = IconLabel("warning", 16, "warning")
        self._mark.hide()
        self._age = Label("", "caption", "muted", digits=True)
        self._more = icon_button("more", self.tr("Menu of the card {title}").format(title=self._title))
        self._more.clicked.connect(self._open_menu)
        self._more.hide()
        self._heading = Label(self._title, "subtitle", elide=True)
        self._air = panel(Column(margins=(4, 0, 0, 0)))  # in place of the menu's button
        head = Row(self._heading, self._mark, self._age, self._more, self._air, gap=6, margins=(16, 8, 8, 2))
        head.setStretch(0, 1)
        self._note_place = Column(margins=(10, 2, 10, 4))
        self._note_panel = panel(self._note_place)
        self._note_panel.hide()
        self._note: Note | None = None
        self._line: QWidget | None = None
        self._stack = QStackedLayout()
        self._foot = Button(footer, "link", small=True)
        self._foot.clicked.connect(self.footer_clicked)
        self._foot_row = panel(Row(self._foot, None, margins=(7, 0, 8, 0)))
        if not footer:
            self._foot_row.hide()
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.setContentsMargins(0, 0, 0, look.gap(8))
        self._head = panel(head)
        self._head.setMinimumHeight(look.small_control_height + look.gap(10))
        layout.addWidget(self._head)
        layout.addWidget(self._note_panel)
        layout.addLayout(self._stack, 1)
        self._stack.addWidget(self._body)  # now that it has a parent: it is shown at once, and would be a window
        layout.addWidget(self._foot_row)

    @property
    def body(self) -> QWidget:
        """What the card holds."""
        return self._body

    @property
    def state(self) -> CardState | None:
        """What the frame was last told."""
        return self._waiting or self._state

    @property
    def action(self) -> QWidget:
        """The button of the note or the line, for what opens beside it; the card itself where there is none."""
        return self._action if self._action is not None and shiboken6.isValid(self._action) else self

    @property
    def note_height(self) -> int:
        """What the note takes of the card's height."""
        if self._note_panel.isHidden():
            return 0
        wrapped = self._note_panel.heightForWidth(self.width())
        return wrapped if wrapped >= 0 else self._note_panel.sizeHint().height()

    def set_room_for_note(self, room: bool) -> None:
        """In the shortest card a note would press the content together: there the age in the head has its words."""
        if room != self._has_room_for_note:
            self._has_room_for_note = room
            if self._state is not None:
                self._set_note(self._state)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title = title
        self._heading.setText(title)

    def set_footer(self, text: str) -> None:
        """Show another link at the foot, or none."""
        self._foot.set_words(text)
        self._foot_row.setVisible(bool(text))

    def set_menu(self, menu: QMenu) -> None:
        """What "…", Shift+F10 and the menu key open."""
        self._menu = menu
        self._more.show()
        self._air.hide()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: menu.popup(self.mapToGlobal(at)))

    def _open_menu(self) -> None:
        if self._menu is not None:
            self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def show_state(self, state: CardState) -> None:
        """Show how things stand. Grey rows come after 300 ms only, and then stay for 300 ms, so that nothing blinks."""
        if self._hold.isActive():
            self._waiting = state
            return
        self._waiting = None
        if state.freshness is Freshness.FETCHING:
            unknown = self._state is None or self._state.freshness is Freshness.UNKNOWN
            if not self._delay.isActive() and unknown:
                self._delay.start()
            self._head_words(state.age or self.tr("fetching …"), None)
            return
        self._delay.stop()
        self._apply(state)

    def _show_skeleton(self) -> None:
        self._line_is_right = False
        self._show_line(Skeleton(self._skeleton_rows))
        self._hold.start()

    def _skeleton_was_seen(self) -> None:
        if self._waiting is not None:
            state, self._waiting = self._waiting, None
            self.show_state(state)

    def _apply(self, state: CardState) -> None:
        if state == self._state and self._line_is_right:
            self._head_words(state.age, _MARKS.get(state.freshness))
            return
        self._state = state
        unknown = self.tr("unknown") if state.freshness is Freshness.UNKNOWN else ""
        self._head_words(state.age or unknown, _MARKS.get(state.freshness))
        self._set_note(state)
        if state.freshness is Freshness.EMPTY:
            self._show_line(StateLine("check-circle", state.words, *self._actions(state), ink="success"))
        elif state.freshness is Freshness.UNKNOWN:
            self._show_line(StateLine("help", state.words, *self._actions(state), muted=True))
        else:
            self._show_line(None)
        self._line_is_right = True

    def _head_words(self, age: str, mark: ColourRole | None) -> None:
        self._age.setText(age)
        self._mark.setVisible(mark is not None)
        if mark is not None:
            self._mark.set_icon("warning", mark)
        spoken = self.tr("{title}, updated {age}") if age and mark is None else "{title}, {age}" if age else "{title}"
        self.setAccessibleName(spoken.format(title=self._title, age=age))

    def _set_note(self, state: CardState) -> None:
        if self._note is not None:
            self._note.deleteLater()
            self._note = None
        warns = bool(state.words) and state.freshness in _MARKS
        for part in (self._mark, self._age):
            part.setToolTip(plain_tip(state.words) if warns else "")
            part.setAccessibleDescription(state.words if warns else "")
        wanted = warns and self._has_room_for_note
        self._note_panel.setVisible(wanted)
        if wanted:
            tone: NoteTone = "danger" if state.freshness is Freshness.FAILED else state.tone
            self._note = Note(tone, state.words, *self._actions(state))
            self._note_place.addWidget(self._note)
            self._note.show()
        self.note_changed.emit()

    def _actions(self, state: CardState) -> list[QWidget]:
        if not state.action:
            return []
        button = Button(state.short_action or state.action, small=True)
        button.setAccessibleName(state.action)
        button.clicked.connect(self.acted)
        self._action = button
        return [button]

    def _show_line(self, line: QWidget | None) -> None:
        """Show something in place of the rows; None shows the rows."""
        if self._line is not None:
            self._stack.removeWidget(self._line)
            self._line.deleteLater()
        self._line = line
        if line is None:
            self._stack.setCurrentWidget(self._body)
            return
        self._line = panel(Column(line, None))
        self._stack.addWidget(self._line)
        self._stack.setCurrentWidget(self._line)
