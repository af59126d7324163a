"""Draws the outbox with every kind of wish, the choice between two versions, and what signing out would lose.

python -m tests.ui.outbox_gallery FOLDER
"""

import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from tests.ui.opened import Opened, open_window
from tests.ui.screens.outbox.full_outbox import FACTS, FilledOutbox
from tests.ui.shell_parts import NOW, Storage
from ui.application import make_qt_application
from ui.screens.outbox.conflict_view import open_conflict
from ui.screens.outbox.intent_rows import IntentRow
from ui.screens.outbox.outbox_screen import OutboxScreen
from ui.signing_out import sign_out
from workplace_app.domain.person import Person, Profile
from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.reminder import ReminderKind, ReminderSubject
from workplace_app.store.feed_ledger import FeedLedger
from workplace_app.store.own_things.reminders import remind

ELIN = Profile(Person("person:elin", "Elin Ekhamn", unit="Bygglovsenheten"))
VARIANTS = (
    ("light", "light", 100, (1440, 900)),
    ("dark", "dark", 100, (1440, 900)),
    ("contrast", "contrast", 100, (1440, 900)),
    ("200-percent", "light", 200, (1440, 900)),
    ("1024", "light", 100, (1024, 768)),
    ("640", "light", 100, (640, 480)),
)


def _nothing(_opened: Opened, _filled: FilledOutbox) -> None:
    """The page alone."""


def _choice(number: int) -> Callable[[Opened, FilledOutbox], None]:
    def choose(opened: Opened, _filled: FilledOutbox) -> None:
        screen = opened.workplace.pages.shown
        assert isinstance(screen, OutboxScreen)
        needing = [row for row in screen._model.rows if isinstance(row, IntentRow) and row.conflict is not None]
        open_conflict(opened.context, screen, needing[number].id, lambda: None)

    return choose


def _details(opened: Opened, _filled: FilledOutbox) -> None:
    screen = opened.workplace.pages.shown
    assert isinstance(screen, OutboxScreen)
    shown = next(row for row in screen._model.rows if isinstance(row, IntentRow) and row.has_words)
    screen._list.choose(shown.id)
    screen._show_details(shown)


def _sign_out(opened: Opened, _filled: FilledOutbox) -> None:
    about = ReminderSubject(ReminderKind.TEXT, "Ta med nyckeln till Tallbacken")
    remind(opened.connection, about, NOW + timedelta(hours=2), NOW)
    sign_out(opened.context, opened.workplace.rail)


SCENES: dict[str, Callable[[Opened, FilledOutbox], None]] = {
    "outbox": _nothing,
    "details": _details,
    "due": _choice(0),
    "gone-comment": _choice(1),
    "moved-meeting": _choice(2),
    "signing-out": _sign_out,
}


def draw(app: QApplication, folder: Path, scene: str, variant: tuple[str, str, int, tuple[int, int]]) -> Path:
    """One picture."""
    name, theme, percent, size = variant
    QLocale.setDefault(QLocale("sv_SE"))
    storage = Storage(language="sv", theme=theme, text_percent=str(percent))
    with tempfile.TemporaryDirectory() as store:
        opened = open_window(
            app, Path(store), {"outbox": OutboxScreen}, storage=storage, facts=(*FACTS, ELIN), size=size
        )
        filled = FilledOutbox(opened.connection, opened.sync)
        filled.fill()
        FeedLedger(opened.sync).succeed("planner", NOW - timedelta(minutes=31))
        opened.application.window.activateWindow()
        opened.workplace.watcher.at_rest = SyncProgress(running=False, offline=True)
        opened.workplace.enter(opened.connection, opened.context.account, opened.context.municipality, opened.requests)
        opened.workplace.go("outbox")
        for _ in range(6):
            app.processEvents()
        SCENES[scene](opened, filled)
        for _ in range(6):
            app.processEvents()
        path = folder / f"{scene}-{name}.png"
        opened.application.window.grab().save(str(path))
        opened.application.translation.leave()
        opened.close()
        app.processEvents()
    return path


def main(folder: Path) -> None:
    """Every scene in every variant."""
    folder.mkdir(parents=True, exist_ok=True)
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else make_qt_application(["nacka-arbetsplats"])
    for scene in SCENES:
        for variant in VARIANTS:
            print(draw(app, folder, scene, variant))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
