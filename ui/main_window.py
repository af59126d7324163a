"""The window: rail, page and status strip, and what a screen may ask of them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.commands import Commands
from ui.icons import icon
from ui.look import look
from ui.opening import Door, Refusal
from ui.pages import Pages
from ui.panes import go_round
from ui.places import PLACES, SETTINGS, Place
from ui.rail import Pinned, Rail
from ui.screen import Screen, ScreenContext, ScreenFactory
from ui.user_settings import UserSettings
from ui.widgets.status_strip import StatusStrip, StripItem
from ui.widgets.surface import Rule
from ui.widgets.toast import Toasts
from ui.window_commands import WindowActs, window_commands

WIDE_RAIL_FROM = 1200
LEAST_SIZE = (640, 480)
FIRST_SIZE = (1440, 900)
_GEOMETRY = "window.geometry"
_PLACE = "window.place"


class MainWindow(QWidget):
    """The ``Shell`` of every screen. It can be shown before any account is open: rail and strip stand, the page is
    blank. ``enter`` opens the screens of an account, ``leave`` drops them all.

    ``numbers_wanted`` asks for the numbers of the rail and the strip, ``closing`` says that the user closes it.
    """

    numbers_wanted = Signal()
    palette_wanted = Signal()
    person_wanted = Signal(QWidget)
    keys_wanted = Signal()
    strip_opened = Signal(str)
    closing = Signal()

    def __init__(self, app_name: str, settings: UserSettings, door: Door) -> None:
        super().__init__()
        self._app_name = app_name
        self._settings = settings
        self._door = door
        self._screen_commands: list[str] = []
        self.commands = Commands(self)
        self.setMinimumSize(*LEAST_SIZE)
        self.setAutoFillBackground(True)
        self.setWindowTitle(app_name)
        self.rail = Rail(app_name)
        self.pages = Pages()
        self.strip = StatusStrip()
        self._rail_rule, self._strip_rule = Rule(upright=True), Rule()
        self._lay_out()
        self._toasts = Toasts(self.pages)
        self._connect()
        self._restore_size()

    def _lay_out(self) -> None:
        body = QVBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.pages, 1)
        body.addWidget(self._strip_rule)
        body.addWidget(self.strip)
        layout = QHBoxLayout(self)
        layout.setSpacing(0)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.rail)
        layout.addWidget(self._rail_rule)
        layout.addLayout(body, 1)

    def _connect(self) -> None:
        self.rail.place_wanted.connect(self.go)
        self.rail.pinned_wanted.connect(self._go_to_pinned)
        self.rail.search_wanted.connect(self.palette_wanted)
        self.rail.person_wanted.connect(self.person_wanted)
        self.pages.moved.connect(self._moved)
        self.strip.opened.connect(self.strip_opened)
        self._settings.changed.connect(lambda _name: QTimer.singleShot(0, self, self._fit_width))

    # Accounts

    def enter(self, context: ScreenContext, screens: Mapping[str, ScreenFactory], *, public: bool) -> None:
        """Open the screens of an account; ``public`` offers what is open to those who have not signed in."""
        self.leave()
        self.pages.enter(context, screens)
        places = [place for place in PLACES if place.id in screens and (place.public or not public)]
        self.rail.set_places(places)
        self.commands.add(window_commands(self._acts(), self._settings, tuple(place.id for place in places)))
        self.rail.set_person(context.account.display_name)

    def leave(self) -> None:
        """Drop everything that belongs to an account."""
        self._toasts.clear()
        self._offer_commands_of(None)
        self.commands.remove([command.id for command in self.commands.offered()])
        self.pages.clear()
        self.rail.set_places(())
        self.rail.set_pinned(())
        self.strip.show_items(())

    def start_place(self, places: Sequence[Place]) -> str:
        """Where the user was when the window was closed, else the first place."""
        kept = self._settings.storage.setting(_PLACE)
        offered = [place.id for place in places if self.pages.offers(place.id)]
        return kept if kept in offered and kept != SETTINGS else offered[0] if offered else ""

    # What screens ask

    def go(self, place: str, item_id: str = "") -> None:
        """Show another place, and there the thing with this id."""
        self.pages.go(place, item_id)

    def open_address(self, address: str | None) -> bool:
        """Open a link outside the program; says in the window when it may not be opened."""
        refusal = self._door.open(address)
        if refusal is not None:
            self._toasts.show(self._refusal_words(refusal), icon="warning")
        return refusal is None

    def _refusal_words(self, refusal: Refusal) -> str:
        if refusal is Refusal.NOT_OPENED:
            return self.tr("The computer has no program that opens the link.")
        if refusal is Refusal.EMPTY:
            return self.tr("There is no link to open.")
        return self.tr("The link is not a safe web address and was not opened.")

    def say(
        self,
        text: str,
        *,
        icon: str = "check",
        undo: Callable[[], None] | None = None,
        action_text: str = "",
        action: Callable[[], None] | None = None,
    ) -> None:
        """A toast: only for what was sent or can be undone."""
        self._toasts.show(text, icon=icon, undo=undo, action_text=action_text, action=action)

    def update_numbers(self) -> None:
        """Ask for the numbers of the rail and the strip anew."""
        self.numbers_wanted.emit()

    def _acts(self) -> WindowActs:
        return WindowActs(
            go=self.go,
            back=self.pages.go_back,
            forward=self.pages.go_forward,
            next_pane=lambda: go_round(self._panes()),
            previous_pane=lambda: go_round(self._panes(), backward=True),
            search=self.palette_wanted.emit,
            refresh=self._refresh_screen,
            undo=self._toasts.undo_last,
            can_undo=lambda: self._toasts.can_undo,
            show_keys=self.keys_wanted.emit,
        )

    def _panes(self) -> list[QWidget]:
        screen = self.pages.shown
        return [self.rail, *(screen.panes() if screen is not None else ()), self.strip]

    def _refresh_screen(self) -> None:
        screen = self.pages.shown
        if screen is not None:
            screen.context.requests.refresh(screen.feeds)

    # What follows from moving

    def _go_to_pinned(self, pinned: Pinned) -> None:
        self.go(pinned.place, pinned.item_id)

    def _moved(self, place: str) -> None:
        screen = self.pages.shown
        self.rail.set_current(place)
        fills = screen is not None and screen.fills_window
        for widget in (self.rail, self._rail_rule, self.strip, self._strip_rule):
            widget.setVisible(not fills)
        if screen is not None:
            self.setWindowTitle(f"{screen.title()} – {self._app_name}")
        self._offer_commands_of(screen)
        if not fills:
            self._settings.storage.set_setting(_PLACE, place)

    def _offer_commands_of(self, screen: Screen | None) -> None:
        self.commands.remove(self._screen_commands)
        offered = screen.commands() if screen is not None else ()
        self._screen_commands = [command.id for command in offered]
        self.commands.add(offered)

    def show_status(self, left: Sequence[StripItem], right: Sequence[StripItem] = ()) -> None:
        """What the strip says."""
        self.strip.show_items(left, right)

    def tick(self, now: datetime) -> None:
        """A minute has begun."""
        self.pages.tick(now)
        self.numbers_wanted.emit()

    # Size

    @property
    def effective_width(self) -> float:
        """Width in pixels at 100 % text: large text behaves as a small window."""
        return self.width() / look.text_scale

    def _fit_width(self) -> None:
        narrow = self.effective_width < WIDE_RAIL_FROM
        if narrow != self.rail.narrow:
            self.rail.set_narrow(narrow=narrow)
        self.pages.set_effective_width(self.effective_width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width."""
        super().resizeEvent(event)
        self._fit_width()

    def changeEvent(self, event: QEvent) -> None:
        """Tint the window's icon anew with the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self.setWindowIcon(icon("app-mark", "accent", 64))

    def _restore_size(self) -> None:
        kept = self._settings.storage.setting(_GEOMETRY)
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii", "ignore"))):
            room = self.screen().availableSize()
            self.resize(min(FIRST_SIZE[0], room.width()), min(FIRST_SIZE[1], room.height()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the size; main decides whether the program ends."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self._settings.storage.set_setting(_GEOMETRY, geometry)
        self.closing.emit()
        super().closeEvent(event)

    def keyPressEvent(self, event: object) -> None:
        """Esc that nobody wanted takes the toast away."""
        if getattr(event, "key", lambda: None)() == Qt.Key.Key_Escape:
            self._toasts.clear()
