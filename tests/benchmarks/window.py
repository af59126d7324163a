"""What the window itself costs: going from one view to another, and one frame of a list of 100,000 rows."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QListView, QWidget

from tests.benchmarks.filled_store import NOW, fill
from tests.benchmarks.ratio import Ratio, percentile
from tests.ui.shell_parts import NACKA, Clock, Requests, Storage
from ui.application import Application, make_qt_application
from ui.models.person_model import PersonModel, PersonRow, person_row
from ui.places import NEWS, PEOPLE, SERVICES, TODAY, WORKSPACES
from ui.widgets.person_delegate import PersonDelegate
from ui.widgets.row_list import RowList
from ui.workplace import Workplace
from workplace_app.domain.account import Account
from workplace_app.domain.listing import PAGE_SIZE, Cursor, Listing
from workplace_app.domain.person import Person
from workplace_app.store.connection import open_for_screen
from workplace_app.window_parts import floating, screens

SIZE = (1440, 900)
ROUND_TRIP = (TODAY, NEWS, WORKSPACES, SERVICES, PEOPLE, TODAY)
ROUNDS = 5
MOST_SWITCH_MILLISECONDS, MOST_FRAME_MILLISECONDS = 50.0, 8.0
ROWS, FRAMES = 100_000, 120
WHO = Account("tenant", "prov", "", "prov@nacka.example", "Prov Provsson")


def measure(folder: Path, key: bytes, items: int) -> Iterator[Ratio]:
    """The real window over a filled store, then the real list over rows in memory."""
    application = QApplication.instance()
    app = application if isinstance(application, QApplication) else make_qt_application(["benchmark"])
    with furnished(app, folder, key, items) as workplace:
        first = [switched(workplace, place) for _, place in pairwise(ROUND_TRIP)]
        again = [switched(workplace, place) for _ in range(ROUNDS) for _, place in pairwise(ROUND_TRIP)]
        plain = [repainted(workplace.window) for _ in again]
    bare = "painting the same window"
    slowest = [max(first)]
    yield Ratio("view switch, slowest first visit", items, "ms", slowest, plain, bare, None, MOST_SWITCH_MILLISECONDS)
    yield Ratio("view switch", items, "ms", again, plain, bare, None, MOST_SWITCH_MILLISECONDS)
    yield from frames_of_a_long_list()


@contextmanager
def furnished(app: QApplication, folder: Path, key: bytes, items: int) -> Iterator[Workplace]:
    """The window on Idag, painted."""
    connection = open_for_screen(fill(folder, key, items), key)
    application = Application(app, Storage(language="sv"))
    application.window.resize(*SIZE)
    application.window.show()
    workplace = Workplace(application, Clock(NOW), screens(), floating())
    workplace.enter(connection, WHO, NACKA, Requests())
    settle()
    try:
        yield workplace
    finally:
        workplace.leave()
        application.window.close()
        connection.close()
        settle()


def settle() -> None:
    """Let everything happen that waits to happen."""
    for _ in range(5):
        QApplication.processEvents()


def switched(workplace: Workplace, place: str) -> float:
    """Milliseconds from the wish for a place to its being painted."""
    begun = time.perf_counter()
    workplace.go(place)
    QApplication.sendPostedEvents()
    workplace.window.repaint()
    took = (time.perf_counter() - begun) * 1000
    settle()
    return took


def repainted(window: QWidget) -> float:
    """Milliseconds that one painting of everything takes."""
    begun = time.perf_counter()
    window.repaint()
    return (time.perf_counter() - begun) * 1000


def frames_of_a_long_list() -> Iterator[Ratio]:
    """Scrolling page by page, each frame with the rows that it had to read first, against Qt's own list of words."""
    rows = [
        person_row(Person(f"person:{number}", f"Prov Provsson {number:06}", "Handläggare", "Enhet"))
        for number in range(ROWS)
    ]

    def read(after: Cursor | None) -> Listing[PersonRow]:
        start = int(after.keys[0] or 0) if after else 0
        end = start + PAGE_SIZE
        return Listing(tuple(rows[start:end]), Cursor((end,)) if end < ROWS else None)

    model = PersonModel()
    model.set_source(read)
    ours = scrolled(RowList("Kollegor", model, PersonDelegate()))
    words = QListView()
    words.setModel(QStringListModel([row.name for row in rows[:PAGE_SIZE]]))
    theirs = scrolled(words)
    name, bare = "frame of a long list", "Qt's own, 200 words"
    note = f"{FRAMES} frames, each a page further down; {PAGE_SIZE} rows are read and laid out at a time"
    yield Ratio(name, ROWS, "ms", ours, theirs, bare, None, MOST_FRAME_MILLISECONDS, [note])
    yield Ratio(f"{name}, p99", ROWS, "ms", [percentile(ours, 0.99)], [percentile(theirs, 0.99)], bare)


def scrolled(shown: QListView) -> list[float]:
    """Milliseconds of each frame."""
    shown.resize(440, 800)
    shown.show()
    settle()
    took = []
    for _ in range(FRAMES):
        begun = time.perf_counter()
        bar = shown.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep() if bar.value() < bar.maximum() else 0)
        shown.viewport().repaint()
        took.append((time.perf_counter() - begun) * 1000)
        settle()
    shown.close()
    return took
