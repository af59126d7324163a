"""The composition root: which parts there are, who is given what, what happens first; it reads from top to bottom.

Before the first frame: folders, one instance and an empty window. Then the key is fetched beside the furnishing of the
window, and the account opened. Sync comes last, imported on a thread of its own. The end is the same in reverse.
"""

import workplace_app.plain_imports  # noqa: F401, I001  first of all: what follows is imported without PySide's detour
import gc
import sys
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ui.application import Application, make_qt_application
from ui.painting_watch import after_next_paint
from ui.settings_file import SettingsFile
from workplace_app import window_parts as parts
from workplace_app.already_running import AlreadyRunning
from workplace_app.clock import now_utc
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.inner_link import InnerLink
from workplace_app.domain.problem import Problem
from workplace_app.folders import Folders, system_folders
from workplace_app.municipality_here import log_ignored, municipality_or_problem
from workplace_app.single_instance import SingleInstance
from workplace_app.start_marks import mark

if TYPE_CHECKING:
    from sync.background import Background
    from workplace_app.account_stores import AccountStores, OpenedAccount
    from workplace_app.account_switching import AccountSwitching
    from workplace_app.early_key import EarlyKey
    from workplace_app.key_entries import KeyVault
    from workplace_app.key_fetch import KeyFetch

_IMPORT_SECONDS = 10.0
_CALM = timedelta(minutes=1)
"""How long a start whose cache is fresh stays without sync, whose libraries cost a quarter of a second and 60 MB."""


def run(
    configuration: Path | None,
    *,
    demo: bool,
    scale: int,
    early_key: "EarlyKey | None" = None,
    link: InnerLink | None = None,
) -> int:
    """Open the window and stay until it is closed; the exit status of the program. ``early_key`` is the key of whoever
    was here last, on its way; ``link`` is shown in the window, in that of the program that runs already if one does.

    Raises ``AlreadyRunning``, and ``ConfigurationError`` for a file that was named or a demo that does not start.
    """
    folders = system_folders().for_demo(scale) if demo else system_folders()
    instance = SingleInstance(folders.data)
    if not instance.acquire():
        if instance.call(link) and link is not None:
            return 0
        raise AlreadyRunning
    with ExitStack() as ends:
        ends.callback(instance.release)
        instance.prepare()
        if link is not None:
            instance.call(link)  # heard like any other, as soon as there is something to show
        if demo:
            from workplace_app.demo_process import DemoProcess

            town = DemoProcess.start(folders.demo / f"scale-{scale}", "--scale", str(scale))
            ends.callback(town.stop)
            if sys.stdout is not None:  # a windowed program on Windows has none
                sys.stdout.write(f"The demo municipality's control page: {town.control}\n")
            municipality, problem = town.municipality, None
        else:
            municipality, problem = municipality_or_problem(configuration, folders)
        app = make_qt_application(["nacka-arbetsplats"])
        program = Program(folders, municipality, problem=problem, early_key=early_key, calm=_CALM)
        program.settled.connect(lambda: _watch_over(folders, municipality))
        program.settled.connect(lambda: program.furnished.hear(instance))
        program.open(app)
        ends.callback(program.end)
        return app.exec()


def _watch_over(folders: Folders, municipality: Municipality) -> None:
    from workplace_app.watching_over import watch_over

    watch_over(folders)
    log_ignored(municipality)


class Program(QObject):
    """One run: the empty window, the furnished window, the account in it, the work behind it; at the end in reverse.

    ``opener`` shows an address outside the program and ``open_vault`` gives the keyring: the system's own, unless a
    test gives others. ``problem`` is what is wrong before anything has begun. ``calm`` is how long sync may wait where
    nothing is to be done.
    """

    settled = Signal()
    """The first account has been painted; what may wait begins now, before sync does."""
    _sync_imported = Signal()

    def __init__(
        self,
        folders: Folders,
        municipality: Municipality,
        *,
        problem: Problem | None = None,
        early_key: "EarlyKey | None" = None,
        calm: timedelta = timedelta(0),
        opener: Callable[[str], bool] | None = None,
        open_vault: "Callable[[], KeyVault] | None" = None,
        clock: Callable[[], datetime] = now_utc,
    ) -> None:
        super().__init__()
        self._folders = folders
        self._municipality = municipality
        self._problem = problem
        self._early_key = early_key
        self._calm = calm
        self._has_settled = False
        self._opener = opener
        self._open_vault = open_vault or parts.system_keyring
        self._clock = clock
        self._stores: AccountStores | None = None
        self._key: KeyFetch | None = None
        self._switching: AccountSwitching | None = None
        self._background: Background | None = None
        self._import = Thread(target=self._import_sync, name="import", daemon=True)
        self._sync_imported.connect(self._start_sync)  # emitted on another thread, so it arrives in turn

    def open(self, app: QApplication) -> None:
        """Show the empty window; everything else follows in the event loop."""
        self.application = Application(app, SettingsFile(str(self._folders.data / "window.ini")))
        self.application.window.first_painted.connect(lambda: QTimer.singleShot(0, self, self._furnish))
        self.application.window.show()

    def end(self) -> None:
        """Once, when the window has been closed: close what is open, in reverse."""
        from workplace_app.crash_report import crash_report

        crash_report.tell = None
        self.application.window.close()
        switching, self._switching = self._switching, None
        if switching is not None:
            self.people.end()
            switching.end()
        if self._import.is_alive():
            self._import.join(_IMPORT_SECONDS)
        if self._background is not None:
            self._background.stop()
        if self._stores is not None:
            self._stores.close_session()

    def _furnish(self) -> None:
        """The empty window has been painted: put everything into it, and the account as soon as its key is there."""
        mark("first frame")
        from workplace_app.account_stores import AccountStores
        from workplace_app.key_fetch import KeyFetch

        self._stores, rules = AccountStores(self._folders, self._open_vault), self._municipality.access
        look = partial(parts.removed_while_locked, self._stores, rules, self._clock)
        self._key = KeyFetch(self._stores, self._early_key, look)
        self._key.start()
        from ui.opening import Door
        from ui.sign_in_browser import SignInBrowser
        from ui.workplace import Workplace
        from workplace_app.account_switching import AccountSwitching
        from workplace_app.crash_report import crash_report
        from workplace_app.furnished_window import FurnishedWindow
        from workplace_app.people_at_desk import PeopleAtDesk
        from workplace_app.requests_to_sync import RequestsToSync

        door = Door() if self._opener is None else Door(self._opener)
        self.requests = RequestsToSync(self._sign_out, self._begin_sync, self._open_again)
        screens = parts.screens(partial(parts.checkup, self._folders, self._municipality, self._open_vault))
        self.workplace = Workplace(self.application, self._clock, screens, parts.floating(), door, parts.companion)
        self._browser = SignInBrowser(self.workplace.open_sign_in_page)
        self.furnished = FurnishedWindow(self.workplace, self._municipality, self.requests, self._clock)
        crash_report.tell = self.furnished.say_problem
        fill, migrate = parts.make_public, parts.migrate
        leave, codes, required = self.requests.leave_account, parts.lock_codes, rules.lock_code_required
        watch = self.access = parts.access_watch(rules, self._clock, self.workplace.watcher)
        self._switching = AccountSwitching(
            self.furnished, self._stores, self._clock, make_public=fill, migrate=migrate, leave_sync=leave, access=watch
        )
        self.unused = parts.unused_accounts(self._folders, self._stores, rules, self._switching, watch, self._clock)
        self.people = PeopleAtDesk(self._switching, self._stores, self.requests, codes, code_required=required)
        self.furnished.meet(self.people)
        self.workplace.watcher.sign_in.connect(self._switching.sign_in_changed)
        self._switching.entered.connect(self._entered)
        self._key.tell(self._switching.begin)

    def _entered(self, opened: "OpenedAccount") -> None:
        if self._background is not None:
            if self._store_to_sync() is not None:
                self._background.take_up(opened)
        elif self._import.ident is None:
            after_next_paint(self.workplace.window, self._painted)
        if self._problem is not None:
            problem, self._problem = self._problem, None
            self.furnished.say_problem(problem)

    def _painted(self) -> None:
        mark("dashboard")
        if self._switching is not None and not self._has_settled:
            self._has_settled = True
            if not gc.isenabled():
                gc.collect()
                gc.freeze()  # what has been imported is not looked through again by every collection
                gc.enable()
            access = self._municipality.access
            self._idleness = parts.watch_idleness(self.application.app, access, self.people.lock_idle, self._switching)
            self.settled.emit()
            if self._calm and self._may_rest():
                QTimer.singleShot(int(self._calm.total_seconds() * 1000), self, self._begin_sync)
            else:
                self._begin_sync()

    def _may_rest(self) -> bool:
        from workplace_app.calm_start import may_rest_with

        connection = self._switching.connection if self._switching is not None else None
        teams_reading = self._municipality.teams_reading
        return connection is not None and may_rest_with(connection, self._clock(), teams_reading=teams_reading)

    def _begin_sync(self) -> None:
        if self._switching is not None and self._import.ident is None:
            self._import.start()

    def _import_sync(self) -> None:
        """Importing the network's libraries takes a quarter of a second: not on the window's thread."""
        import sync.background
        import sync.feeds.registry  # noqa: F401  it is the importing that takes the time

        self._sync_imported.emit()

    def _start_sync(self) -> None:
        if self._switching is None:
            return
        from sync.background import Background
        from sync.clock import SystemClock
        from sync.feeds.registry import FEEDS
        from sync.identity.redirect_receiver import ReturnPages
        from sync.settings import Settings
        from ui.return_pages import return_pages
        from workplace_app.network_state import NetworkState

        window_id = int(self.application.window.winId())
        self._background = Background(
            Settings(
                municipality=self._municipality,
                listener=self.workplace.watcher,
                open_account=self._switching.open_account,
                open_browser=self._browser.open,
                feeds=FEEDS,
                pages=ReturnPages(*return_pages()),
                clock=SystemClock(self._clock),
                window_id=lambda: window_id,
                content_access=parts.content_access(self._municipality),
            )
        )
        self._background.start(self._store_to_sync())
        self.requests.attach(self._background)
        self._network = NetworkState(self._background.network_changed)

    def _store_to_sync(self) -> "OpenedAccount | None":
        """An account that is here is shown, and left alone, while nobody says which tenant it belongs to."""
        opened = self._switching.opened if self._switching is not None else None
        if opened is None or self._municipality.can_sign_in or opened.account_key == PUBLIC_ACCOUNT.key:
            return opened
        return None

    def _open_again(self) -> None:
        if self._key is not None and self._switching is not None:
            self._key.ask_again(self._switching.begin_again)

    def _sign_out(self) -> None:
        if self._switching is not None:
            background = self._background
            self._switching.sign_out(_nothing_to_close if background is None else background.sign_out)


def _nothing_to_close() -> None:
    """Sync has not begun: it has nothing open."""
