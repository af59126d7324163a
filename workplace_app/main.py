"""The composition root: which parts there are, who is given what, what happens first; it reads from top to bottom.

Before the first frame: folders, one instance, the key (fetched beside everything else) and an empty window. Then the
window is furnished and the account opened. Sync comes last, imported on a thread of its own.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.application import Application, make_qt_application
from ui.painting_watch import after_next_paint
from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.clock import now_utc
from workplace_app.configuration_file import find_configuration
from workplace_app.folders import Folders, system_folders
from workplace_app.single_instance import SingleInstance
from workplace_app.start_marks import mark

if TYPE_CHECKING:
    from sync.background import Background
    from ui.screen import Screen, ScreenContext, ScreenFactory
    from ui.workplace import Floating, Workplace
    from workplace_app.account_switching import AccountSwitching
    from workplace_app.demo_process import DemoProcess
    from workplace_app.domain.account import Account
    from workplace_app.domain.configuration import Municipality
    from workplace_app.domain.problem import Problem
    from workplace_app.requests_to_sync import RequestsToSync
    from workplace_app.store.connection_type import Connection

EXIT_ALREADY_RUNNING = 3


def run(configuration: Path | None, *, demo: bool, scale: int) -> int:
    """Open the window and stay until it is closed; the exit status of the program."""
    folders = system_folders().for_demo() if demo else system_folders()
    instance = SingleInstance(folders.data)
    if not instance.acquire():
        return EXIT_ALREADY_RUNNING
    town = _start_demo(folders, scale) if demo else None
    municipality = town.municipality if town is not None else find_configuration(configuration, folders)
    program = Program(folders, municipality)
    status = program.run()
    if town is not None:
        town.stop()
    instance.release()
    return status


def _start_demo(folders: Folders, scale: int) -> "DemoProcess":
    from workplace_app.demo_process import DemoProcess

    return DemoProcess.start(folders.demo / f"scale-{scale}", "--scale", str(scale))


class Program(QObject):
    """One run: the empty window, the furnished window, the account in it, the work behind it; at the end in reverse."""

    _sync_imported = Signal(object)

    def __init__(self, folders: Folders, municipality: "Municipality") -> None:
        super().__init__()
        from sync.identity.key_vault import KeyVault
        from workplace_app.account_switching import KeyFetch

        self._folders = folders
        self._municipality = municipality
        self._stores = AccountStores(folders, KeyVault())
        self._key = KeyFetch(self._stores)
        self._background: Background | None = None
        self._switching: AccountSwitching | None = None
        self._sync_imported.connect(self._start_sync, Qt.ConnectionType.QueuedConnection)

    def run(self) -> int:
        """Show the window, stay in the event loop, end in reverse."""
        from ui.user_settings import SettingsFile

        self._key.start()
        app = make_qt_application(["nacka-arbetsplats"])
        self._application = Application(app, SettingsFile(str(self._folders.data / "window.ini")))
        self._application.window.first_painted.connect(self._furnish, Qt.ConnectionType.QueuedConnection)
        self._application.window.show()
        status = app.exec()
        self._end()
        return status

    def _furnish(self) -> None:
        """The empty window has been painted: put everything into it, and the account as soon as its key is there."""
        mark("first frame")
        from ui.sign_in_browser import SignInBrowser
        from ui.workplace import Workplace
        from workplace_app.account_switching import AccountSwitching
        from workplace_app.requests_to_sync import RequestsToSync

        self._requests = RequestsToSync(self._sign_out)
        self._workplace = Workplace(self._application, now_utc, screens(), floating())
        self._browser = SignInBrowser(self._workplace.open_sign_in_page)
        window = FurnishedWindow(self._workplace, self._municipality, self._requests)
        self._switching = AccountSwitching(window, self._stores, make_public, migrate)
        self._workplace.watcher.sign_in.connect(self._switching.sign_in_changed)
        self._switching.entered.connect(self._entered)
        self._key.tell(self._switching.begin)

    def _entered(self, _opened: OpenedAccount) -> None:
        if self._background is None:
            after_next_paint(self._workplace.window, self._painted)

    def _painted(self) -> None:
        mark("dashboard")
        Thread(target=self._import_sync, name="import", daemon=True).start()

    def _import_sync(self) -> None:
        """Importing the network's libraries takes a quarter of a second: not on the window's thread."""
        from sync.attendant import Settings
        from sync.background import Background
        from sync.feeds.registry import FEEDS

        switching = self._switching
        if switching is None:
            return
        self._sync_imported.emit(
            Background(
                Settings(
                    municipality=self._municipality,
                    listener=self._workplace.watcher,
                    open_account=switching.open_account,
                    open_browser=self._browser.open,
                    feeds=FEEDS,
                )
            )
        )

    def _start_sync(self, background: "Background") -> None:
        if self._background is not None or self._switching is None:
            return
        from workplace_app.crash_report import install
        from workplace_app.logging_setup import set_up_logging
        from workplace_app.network_state import NetworkState

        set_up_logging(self._folders.logs)
        install()
        self._background = background
        background.start(self._switching.opened)
        self._requests.attach(background)
        self._network = NetworkState(background.network_changed)

    def _sign_out(self) -> None:
        if self._background is not None and self._switching is not None:
            self._switching.sign_out(self._background.sign_out)

    def _end(self) -> None:
        if self._switching is not None:
            self._switching.leave()
        if self._background is not None:
            self._background.stop()
        self._stores.close_session()


class FurnishedWindow:
    """The window as the accounts see it."""

    def __init__(self, workplace: "Workplace", municipality: "Municipality", requests: "RequestsToSync") -> None:
        self._workplace = workplace
        self._municipality = municipality
        self._requests = requests

    def enter(self, connection: "Connection", account: "Account") -> None:
        """Show this account's things."""
        self._workplace.enter(connection, account, self._municipality, self._requests)

    def leave(self) -> None:
        """Drop all that belongs to the account that is shown."""
        self._workplace.leave()

    def say_problem(self, problem: "Problem") -> None:
        """Tell what is wrong and what to do."""
        from ui.problem_wording import problem_words

        self._workplace.say(problem_words(problem, now_utc()).whole, icon="warning")


def make_public(opened: OpenedAccount) -> None:
    """Fill the store of nobody with the catalogue that the program brings along, until a server has done so."""
    from workplace_app.built_in_catalogue import store_built_in_catalogue
    from workplace_app.store.cache_writer import CacheWriter
    from workplace_app.store.sync_connection import open_for_sync

    connection = open_for_sync(opened.files, opened.key)
    writer = CacheWriter(connection)
    if not writer.bookmarks("services"):
        store_built_in_catalogue(writer, now_utc())
    connection.close()


def migrate(opened: OpenedAccount) -> None:
    """Bring the files of an older version up to date."""
    from workplace_app.store.sync_connection import open_for_sync

    open_for_sync(opened.files, opened.key).close()


def screens() -> "Mapping[str, ScreenFactory]":
    """The screens; each is imported when it is first visited."""
    from ui import places

    def today(context: "ScreenContext") -> "Screen":
        from ui.screens.today.today_screen import TodayScreen

        return TodayScreen(context)

    def news(context: "ScreenContext") -> "Screen":
        from ui.screens.news.news_screen import NewsScreen

        return NewsScreen(context)

    def workspaces(context: "ScreenContext") -> "Screen":
        from ui.screens.workspaces.workspaces_screen import WorkspacesScreen

        return WorkspacesScreen(context)

    def services(context: "ScreenContext") -> "Screen":
        from ui.screens.services.services_screen import ServicesScreen

        return ServicesScreen(context)

    def people(context: "ScreenContext") -> "Screen":
        from ui.screens.people.people_screen import PeopleScreen

        return PeopleScreen(context)

    def settings(context: "ScreenContext") -> "Screen":
        from ui.screens.settings.settings_screen import SettingsScreen

        return SettingsScreen(context)

    def sign_in(context: "ScreenContext") -> "Screen":
        from ui.screens.sign_in.sign_in_screen import SignInScreen

        return SignInScreen(context)

    factories: tuple[tuple[str, Callable[[ScreenContext], Screen]], ...] = (
        (places.TODAY, today),
        (places.NEWS, news),
        (places.WORKSPACES, workspaces),
        (places.SERVICES, services),
        (places.PEOPLE, people),
        (places.SETTINGS, settings),
        (places.SIGN_IN, sign_in),
    )
    return dict(factories)


def floating() -> "Mapping[str, Floating]":
    """What floats over the window."""

    def palette(context: "ScreenContext", window: QWidget) -> None:
        from ui.screens.search.palette import show_palette

        show_palette(context, window)

    return {"palette": palette}
