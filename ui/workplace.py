"""The furnished window: joins rail, pages, strip, toasts and commands, and is the shell of every screen."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.application import APP_NAME, Application
from ui.background_requests import BackgroundRequests
from ui.cache_watcher import CacheWatcher
from ui.commands import Commands
from ui.companion import COMPANION_AFTER_MS, Accompanied, CompanionFactory
from ui.icons import icon
from ui.leaving import close_what_floats
from ui.numbers import Numbers
from ui.opening import Door, Refusal
from ui.pages import Pages
from ui.panes import go_round
from ui.people_acts import PeopleActs
from ui.people_here import NobodyElse, PeopleHere
from ui.places import SETTINGS, SIGN_IN, offered_places
from ui.rail import Rail
from ui.refusal_wording import refusal_words
from ui.screen import Screen, ScreenContext, ScreenFactory
from ui.start_place import remember_place, start_place
from ui.theme import WIDE_RAIL_FROM
from ui.widgets.row_list import RowList
from ui.widgets.status_strip import StatusStrip
from ui.widgets.surface import Rule
from ui.widgets.toast import Toasts
from ui.window_commands import WindowActs, window_commands
from workplace_app.domain.account import PUBLIC_ACCOUNT, Account
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.keyring import Keyring
from workplace_app.domain.locked import Locked
from workplace_app.domain.reminder import ReminderSubject
from workplace_app.domain.settings import LANGUAGE, SINGLE_LETTER_KEYS
from workplace_app.store.connection_type import Connection

Floating = Callable[[ScreenContext, QWidget], None]
"""Shows what floats over the window, given the window."""
BY_THE_USER = frozenset({ChangeKind.OWN_THINGS, ChangeKind.OUTBOX})
"""What a screen itself may change."""


class Workplace(QObject):
    """Made once, when the window has been painted. ``screens`` makes each place when it is first visited, so that
    importing a screen costs nothing before that; ``floating`` shows the "palette"; ``companion`` makes what lives as
    long as an account is open.

    ``enter`` opens the things of an account, ``leave`` drops them all before their connection is closed.
    """

    def __init__(
        self,
        application: Application,
        clock: Callable[[], datetime],
        screens: Mapping[str, ScreenFactory],
        floating: Mapping[str, Floating] | None = None,
        door: Door | None = None,
        companion: CompanionFactory | None = None,
    ) -> None:
        super().__init__()
        application.prepare_controls()
        self._clock = clock
        self._screens = screens
        self._floating = dict(floating or {})
        self._door = door or Door()
        self._context: ScreenContext | None = None
        self._numbers: Numbers | None = None
        self._screen_commands: list[str] = []
        self.settings = application.settings
        self.window = application.window
        self.people = PeopleActs(lambda: self._context, self.window)
        self._accompanied = Accompanied(companion, self.window)
        self.watcher = CacheWatcher(self)
        self.commands = Commands(self.window)
        self.rail, self.pages, self.strip = Rail(APP_NAME), Pages(), StatusStrip()
        self._toasts = Toasts(self.pages)
        self._connect()
        rules = (Rule(upright=True), Rule())
        self.window.furnish(self.rail, self.pages, self.strip, *rules, icon=icon("app-mark", "accent", 64))

    def _connect(self) -> None:
        self.rail.place_wanted.connect(self.go)
        self.rail.pinned_wanted.connect(lambda pinned: self.go(pinned.place, pinned.item_id))
        self.rail.search_wanted.connect(self._show_palette)
        self.rail.person_wanted.connect(self.people.open_menu)
        self.rail.sign_in_wanted.connect(lambda: self.go(SIGN_IN))
        self.pages.moved.connect(self._moved)
        self.strip.opened.connect(lambda target: self.go(*target.split("/", 1)))
        self.watcher.changes.connect(self.pages.changed)
        self.window.resized.connect(self._fit_width)
        self.settings.changed.connect(self._setting_changed)
        RowList.single_letter_keys = self.settings.get(SINGLE_LETTER_KEYS)

    # Accounts

    def enter(
        self,
        connection: Connection,
        account: Account,
        municipality: Municipality,
        requests: BackgroundRequests,
        *,
        keyring: Keyring = Keyring.OPEN,
        locked: Locked | None = None,
        people: PeopleHere | None = None,
        place: str = "",
    ) -> ScreenContext:
        """Open an account's things in the window; ``PUBLIC_ACCOUNT`` opens what is open to all, at the sign-in page,
        which tells who is ``locked``."""
        self.leave()
        ours = (self._clock, self.settings, self.watcher, self)
        self._context = ScreenContext(
            connection, account, municipality, requests, *ours, keyring, locked, people or NobodyElse()
        )
        self._open(self._context, place)
        return self._context

    def _open(self, context: ScreenContext, place: str) -> None:
        public = context.account.key == PUBLIC_ACCOUNT.key
        self.pages.enter(context, self._screens)
        self._accompanied.enter(context)
        places = offered_places(self._screens, context.municipality, public=public)
        self.rail.set_places(places)
        self.rail.set_person(context.account.display_name)
        offered = public and SIGN_IN in self._screens and context.municipality.can_sign_in
        self.rail.offer_sign_in(offered=offered)
        self.commands.add(window_commands(self._acts(), self.settings, tuple(each.id for each in places)))
        self._numbers = Numbers(context, self.rail, self.strip)
        self._numbers.minute_began.connect(self.pages.tick)
        sign_in = SIGN_IN if public and SIGN_IN in self._screens else ""
        # Nobody has pressed a key yet: the focus stays where the window has it.
        self.pages.go(place or sign_in or start_place(self.settings.storage, places))
        if self.pages.shown is not None and self.pages.shown.fills_window:
            self.pages.shown.focus_first()  # without a rail the window has it nowhere
        # The page first: the numbers are read when it stands.
        QTimer.singleShot(0, self._numbers, self._numbers.read)
        QTimer.singleShot(COMPANION_AFTER_MS, self._numbers, self._accompanied.companion)

    def leave(self) -> None:
        """Drop everything that belongs to the open account: nothing of it may be glimpsed by the next."""
        close_what_floats(self.window)
        self._toasts.forget()
        self._offer_commands_of(None)
        self.commands.clear()
        self.pages.clear()
        self.rail.set_places(())
        self.rail.set_pinned(())
        self.rail.set_person("")
        self.rail.offer_sign_in(offered=False)
        self.strip.show_items(())
        self._accompanied.leave()
        if self._numbers is not None:
            self._numbers.leave()
        self._numbers = self._context = None

    # What screens ask

    def go(self, place: str, item_id: str = "") -> None:
        """Show another place, and there the thing with this id, which takes the focus; without one, a focus that was
        left behind comes along."""
        if not item_id:
            self._go_with_focus(lambda: self.pages.go(place))
            return
        self.pages.go(place, item_id)
        if self.pages.shown is not None:
            self.pages.shown.focus_item()

    def _go_with_focus(self, go: Callable[[], None]) -> None:
        """Qt hands the focus of a page that is hidden to whatever is next in the window, which is the search."""
        was_in_page = self.pages.isAncestorOf(QApplication.focusWidget() or self.window)
        before = self.pages.shown
        go()
        focused, shown = QApplication.focusWidget(), self.pages.shown
        if shown is None or (shown is before and focused is not None and shown.isAncestorOf(focused)):
            return
        if focused is None or not focused.isVisible() or was_in_page:
            shown.focus_first()

    def open_address(self, address: str | None) -> bool:
        """Open a link outside the program; says in the window when it may not be opened."""
        return self._was_opened(self._door.open(address))

    def open_sign_in_page(self, address: str) -> bool:
        """Open a page of the identity provider; says in the window when it may not be opened."""
        return self._was_opened(self._door.open_sign_in_page(address))

    def _was_opened(self, refusal: Refusal | None) -> bool:
        if refusal is not None:
            self._toasts.show(refusal_words(refusal), icon="warning")
        return refusal is None

    def remind(self, subject: ReminderSubject | None, opener: QWidget | None = None) -> None:
        """Ask when the user wants to be reminded of it."""
        companion = self._accompanied.companion()
        if companion is not None:
            companion.remind(subject, opener)

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
        """Read the numbers of the rail and the strip anew; other screens read again when they are shown."""
        self.pages.changed_here(BY_THE_USER)
        if self._numbers is not None:
            self._numbers.read()

    # What commands do

    def _acts(self) -> WindowActs:
        return WindowActs(
            go=self._go_by_key,
            offers=self.pages.offers,
            back=lambda: self._go_with_focus(self.pages.go_back),
            forward=lambda: self._go_with_focus(self.pages.go_forward),
            next_pane=lambda: go_round(self._panes()),
            previous_pane=lambda: go_round(self._panes(), backward=True),
            search=self._show_palette,
            remind=self._remind_of_chosen,
            new_reminder=lambda: self.remind(None),
            lock=self.people.lock,
            switch_person=self.people.switch_person,
            refresh=self._refresh_screen,
            undo=self._toasts.undo_last,
            can_undo=lambda: self._toasts.can_undo,
            show_keys=lambda: self.go(SETTINGS, "keyboard"),
        )

    def _go_by_key(self, place: str) -> None:
        """Whoever goes by key wants to go on by key."""
        self.go(place)
        if self.pages.shown is not None:
            self.pages.shown.focus_first()

    def _panes(self) -> list[QWidget]:
        screen = self.pages.shown
        return [self.rail, *(screen.panes() if screen else ()), *self._accompanied.panes(), self.strip]

    def _refresh_screen(self) -> None:
        if self.pages.shown is not None:
            self.pages.shown.context.requests.refresh(self.pages.shown.feeds)

    def _show_palette(self) -> None:
        if self._context is not None and "palette" in self._floating:
            self._floating["palette"](self._context, self.window)

    def _remind_of_chosen(self) -> None:
        if self.pages.shown is not None:
            self.pages.shown.remind()

    # What follows

    def _moved(self, place: str) -> None:
        screen = self.pages.shown
        if screen is None:
            return
        self._toasts.raise_over_page()
        self.rail.set_current(place)
        self.window.show_frame(shown=not screen.fills_window)
        self.window.setWindowTitle(f"{screen.title()} – {APP_NAME}")
        self._offer_commands_of(screen)
        if not screen.fills_window:
            remember_place(self.settings.storage, place)

    def _offer_commands_of(self, screen: Screen | None) -> None:
        self.commands.remove(self._screen_commands)
        offered = screen.commands() if screen is not None else ()
        self._screen_commands = [command.id for command in offered]
        self.commands.add(offered)

    def _fit_width(self, effective_width: float) -> None:
        narrow = effective_width < WIDE_RAIL_FROM
        if narrow != self.rail.narrow:
            self.rail.set_narrow(narrow=narrow)
        self.pages.set_effective_width(effective_width)

    def _setting_changed(self, name: str) -> None:
        if name == SINGLE_LETTER_KEYS.name:
            RowList.single_letter_keys = self.settings.get(SINGLE_LETTER_KEYS)
        elif name == LANGUAGE.name and self._context is not None:
            # Words are set when a widget is made: make the screens anew, at the place where one was.
            context, place = self._context, self.pages.place
            self.leave()
            self._context = context
            self._open(context, place)
        self._fit_width(self.window.effective_width)
