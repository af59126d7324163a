"""Builds the application around a window: look, language, watcher; main.py gives storage, clock, door and screens."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ui.background_requests import BackgroundRequests
from ui.cache_watcher import CacheWatcher
from ui.icons import icon
from ui.look import apply_look, choose_theme, look, system_wants_contrast, system_wants_dark
from ui.main_window import MainWindow
from ui.numbers import Numbers
from ui.opening import Door
from ui.places import PLACES, SETTINGS, SIGN_IN
from ui.screen import ScreenContext, ScreenFactory
from ui.translation import Translation
from ui.user_settings import UserSettings
from ui.widgets.row_list import RowList
from workplace_app.domain.account import PUBLIC_ACCOUNT, Account
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.settings import (
    DENSITY,
    LANGUAGE,
    LESS_MOTION,
    SINGLE_LETTER_KEYS,
    TEXT_PERCENT,
    THEME,
    SettingsStorage,
)
from workplace_app.store.connection_type import Connection

APP_NAME = "Nacka arbetsplats"
Floating = Callable[[ScreenContext, QWidget], QWidget]
"""Makes what floats over the window (the palette, the table of keys), given the window."""


def make_qt_application(arguments: Sequence[str]) -> QApplication:
    """The one QApplication, in the style that obeys the palette."""
    app = QApplication(list(arguments))
    app.setApplicationName("nacka-arbetsplats")
    app.setApplicationDisplayName(APP_NAME)
    app.setDesktopFileName("nacka-arbetsplats")
    app.setStyle("Fusion")
    return app


class Application(QObject):
    """The window side of the program. ``window`` can be shown at once; ``enter`` opens an account in it.

    ``screens`` makes each place when it is first visited, so that importing a screen costs nothing before that;
    ``floating`` makes "palette" and "keys".
    """

    def __init__(
        self,
        app: QApplication,
        storage: SettingsStorage,
        clock: Callable[[], datetime],
        screens: Mapping[str, ScreenFactory],
        floating: Mapping[str, Floating] | None = None,
        door: Door | None = None,
    ) -> None:
        super().__init__()
        self._app = app
        self._clock = clock
        self._screens = screens
        self._floating = dict(floating or {})
        self._numbers: Numbers | None = None
        self._context: ScreenContext | None = None
        self._public = True
        self.settings = UserSettings(storage)
        self.watcher = CacheWatcher(self)
        self._translation = Translation(app)
        self._translation.use(self.settings.get(LANGUAGE))
        self._take_settings()
        apply_look(app)
        self.window = MainWindow(APP_NAME, self.settings, door or Door())
        self._connect()

    def _connect(self) -> None:
        hints = self._app.styleHints()
        hints.colorSchemeChanged.connect(self._restyle)
        hints.accessibility().contrastPreferenceChanged.connect(self._restyle)
        self.settings.changed.connect(self._setting_changed)
        self.watcher.changes.connect(self.window.pages.changed)
        self.window.palette_wanted.connect(lambda: self._float("palette"))
        self.window.keys_wanted.connect(lambda: self._float("keys"))
        self.window.person_wanted.connect(self._open_person_menu)

    # Accounts

    def enter(
        self,
        connection: Connection,
        account: Account,
        municipality: Municipality,
        requests: BackgroundRequests,
        *,
        first_place: str = "",
    ) -> ScreenContext:
        """Open an account's things in the window; ``PUBLIC_ACCOUNT`` opens what is open to all, at the sign-in page."""
        self.leave()
        self._public = account.key == PUBLIC_ACCOUNT.key
        self._context = ScreenContext(
            connection,
            account,
            municipality,
            requests,
            self._clock,
            self.settings,
            self.watcher,
            self.window,
        )
        self._open(first_place)
        return self._context

    def _open(self, place: str) -> None:
        if self._context is None:
            return
        self.window.enter(self._context, self._screens, public=self._public)
        if self._numbers is None:
            self._numbers = Numbers(self._context, self.window)
        sign_in = SIGN_IN if self._public and SIGN_IN in self._screens else ""
        offered = [each for each in PLACES if each.public or not self._public]
        self.window.go(place or sign_in or self.window.start_place(offered))
        # After the first picture: the numbers are read once the page stands.
        QTimer.singleShot(0, self._numbers, self._numbers.read)

    def leave(self) -> None:
        """Drop what belongs to the open account, before its connection is closed."""
        self.window.leave()
        if self._numbers is not None:
            self._numbers.deleteLater()
            self._numbers = None
        self._context = None

    # Settings take effect at once

    def _take_settings(self) -> None:
        theme = choose_theme(
            self.settings.get(THEME),
            system_dark=system_wants_dark(self._app),
            system_contrast=system_wants_contrast(self._app),
        )
        look.change(
            theme=theme,
            text_scale=self.settings.get(TEXT_PERCENT) / 100,
            density=self.settings.get(DENSITY),
            still=self.settings.get(LESS_MOTION),
        )
        RowList.single_letter_keys = self.settings.get(SINGLE_LETTER_KEYS)

    def _setting_changed(self, name: str) -> None:
        if name == LANGUAGE.name:
            self._change_language()
        else:
            self._restyle()

    def _restyle(self, *_: object) -> None:
        self._take_settings()
        apply_look(self._app)

    def _change_language(self) -> None:
        """Words are set when a widget is made: make the screens anew, at the place where one was."""
        self._translation.use(self.settings.get(LANGUAGE))
        place = self.window.pages.place
        if self._context is not None:
            self._open(place)

    # What floats

    def _float(self, name: str) -> None:
        if self._context is not None and name in self._floating:
            self._floating[name](self._context, self.window)

    def _open_person_menu(self, button: QWidget) -> None:
        if self._context is None:
            return
        menu = QMenu(button)
        menu.addAction(icon("settings"), self.tr("Settings"), lambda: self.window.go(SETTINGS))
        menu.addSeparator()
        menu.addAction(
            icon("sign-in"), self.tr("Sign out and remove what is kept here"), self._context.requests.sign_out
        )
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
