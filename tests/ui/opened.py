"""A window over a real store: what tests of the shell, the palette and whole screens drive."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.ui.shell_parts import ELIN, NACKA, NOW, Clock, PlainScreen, Requests, Storage
from ui.application import Application
from ui.opening import Door
from ui.reminders.reminding import Reminding
from ui.screen import ScreenContext, ScreenFactory
from ui.screens.search.palette import open_palette
from ui.workplace import Workplace
from workplace_app.domain.account import Account
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.page import Fact, Page
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection import StoreFiles, open_for_screen
from workplace_app.store.connection_type import Connection
from workplace_app.store.sync_connection import open_for_sync

KEY = bytes(range(32))
PLACES = ("today", "news", "workspaces", "services", "people", "reminders", "settings")


@dataclass
class Opened:
    """The window and everything around it; ``close`` in the reverse order."""

    workplace: Workplace
    application: Application
    context: ScreenContext
    connection: Connection
    sync: Connection
    writer: CacheWriter
    storage: Storage
    clock: Clock
    requests: Requests
    addresses: list[str] = field(default_factory=list)
    """What reached the browser."""
    screens: dict[str, PlainScreen] = field(default_factory=dict)

    def keep(self, *facts: Fact, feed: str = "feed") -> None:
        """Let sync store facts and say so."""
        kinds = self.writer.store_page(feed, Page(facts=facts), NOW)
        self.workplace.watcher.changed(kinds)

    def close(self) -> None:
        self.workplace.leave()
        self.application.window.close()
        self.connection.close()
        self.sync.close()
        self.application.window.deleteLater()


def open_window(
    qapp: QApplication,
    folder: Path,
    factories: Mapping[str, ScreenFactory] | None = None,
    *,
    account: Account = ELIN,
    storage: Storage | None = None,
    facts: tuple[Fact, ...] = (),
    size: tuple[int, int] = (1440, 900),
    municipality: Municipality = NACKA,
) -> Opened:
    """Open it; places without a factory have a screen that remembers what it was told."""
    folder.mkdir(exist_ok=True)
    files = StoreFiles.in_folder(folder)
    sync = open_for_sync(files, KEY)
    writer = CacheWriter(sync)
    if facts:
        writer.store_page("feed", Page(facts=facts), NOW)
    kept, clock, requests = storage or Storage(language="en"), Clock(), Requests()
    addresses: list[str] = []
    screens: dict[str, PlainScreen] = {}

    def plain(name: str) -> ScreenFactory:
        def make(context: ScreenContext) -> PlainScreen:
            screens[name] = PlainScreen(context, name)
            return screens[name]

        return make

    def opener(address: str) -> bool:
        addresses.append(address)
        return True

    application = Application(qapp, kept)
    application.window.resize(*size)
    application.window.show()
    offered = {name: plain(name) for name in PLACES} | dict(factories or {})
    workplace = Workplace(application, clock, offered, {"palette": open_palette}, Door(opener), Reminding)
    connection = open_for_screen(files, KEY)
    context = workplace.enter(connection, account, municipality, requests)
    return Opened(workplace, application, context, connection, sync, writer, kept, clock, requests, addresses, screens)
