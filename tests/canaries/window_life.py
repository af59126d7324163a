"""One life of the whole program with its window, and eyes that read everything in it."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.canaries.marks import OPEN
from tests.canaries.place import Place
from tests.canaries.town import PEOPLE
from tests.crashes.life import Tell
from ui import places
from ui.application import make_qt_application
from workplace_app.demo.robot_browser import RobotBrowser
from workplace_app.domain.reminder import ReminderKind, ReminderSubject
from workplace_app.main import Program
from workplace_app.store.connection_type import Connection
from workplace_app.store.drafts import Drafts
from workplace_app.store.own_things import reminders
from workplace_app.store.task_reader import open_tasks
from workplace_app.watching_over import watch_over

PATIENCE_SECONDS = 20.0
_A_MOMENT = 0.05
_ROWS = 40
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
VISITED = (
    places.TODAY,
    places.NEWS,
    places.WORKSPACES,
    places.SERVICES,
    places.PEOPLE,
    places.REMINDERS,
    places.MY_QUESTIONS,
    places.SETTINGS,
    places.OUTBOX,
)


class WaitedInVain(Exception):
    """The window did not come to where it should."""


def live(place: Place, tell: Tell) -> None:
    """Do the order's steps, look after each, and close the window."""
    app = make_qt_application(["canaries"])
    desk = _Desk(app, place, tell)
    desk.open()
    for step in place.order["steps"]:
        tell("begun", step)
        desk.do(step)
        desk.look()
    desk.close()


class _Desk:
    def __init__(self, app: QApplication, place: Place, tell: Tell) -> None:
        self._app = app
        self._place = place
        self._tell = tell
        self._robot: RobotBrowser | None = None
        self._program = Program(
            place.folders,
            place.municipality(),
            opener=self._open_outside,
            open_vault=lambda: place.drawer,
        )

    def open(self) -> None:
        """Until the first page stands."""
        watch_over(self._place.folders)
        self._program.open(self._app)
        self._until(lambda: self._shown is not None)

    def close(self) -> None:
        """As at the end of a day."""
        self._program.end()

    def do(self, step: str) -> None:
        """One step by its name."""
        name, _, what = step.partition(":")
        if name == "sign in":
            self._sign_in(what)
        elif name == "visit":
            self._program.workplace.go(what)
        elif name == "sign out":
            self._sign_out()
        elif self._letter != OPEN and name in _STEPS:
            _STEPS[name](self)
        self._let_happen(_A_MOMENT)

    def look(self) -> None:
        """Tell whose marks are in the window, on the clipboard and in titles."""
        self._let_happen(0)
        shown = [(widget, text) for widget in QApplication.allWidgets() for text in texts_of(widget)]
        found = {
            (letter, kind, type(widget).__name__)
            for widget, text in shown
            for letter, kind in self._place.marks.found_in(text)
        }
        pasted = self._place.marks.found_in(QApplication.clipboard().text())
        found |= {(letter, kind, "clipboard") for letter, kind in pasted}
        titles = " ".join(widget.windowTitle() for widget in QApplication.topLevelWidgets())
        named = sorted(kind for _letter, kind in self._place.marks.found_in(titles))
        self._tell("seen", self._letter, sorted(map(list, found)), named)

    # Who is here

    @property
    def _letter(self) -> str:
        switching = self._program._switching
        opened = None if switching is None else switching.opened
        return self._place.letter_of(None if opened is None else opened.account_key)

    @property
    def _shown(self) -> QWidget | None:
        workplace = getattr(self._program, "workplace", None)
        return None if workplace is None else workplace.pages.shown

    @property
    def _connection(self) -> Connection:
        assert self._program._switching is not None
        connection = self._program._switching.connection
        assert connection is not None
        return connection

    def _open_outside(self, address: str) -> bool:
        if self._robot is not None and "/authorize" in address:
            self._robot.open(address)
        return True

    def _sign_in(self, letter: str) -> None:
        """Whoever else is here is locked. Who has a code writes it where the page asks for it."""
        if self._letter == letter:
            return
        self._robot = RobotBrowser(PEOPLE[letter].user_name, self._place.municipality().ca_file)
        if not self._unlocked_by_code(letter):
            self._program.people.switch_to(None)
        self._until(lambda: self._letter == letter and self._shown is not None, lambda: self._unlocked_by_code(letter))
        self._until(lambda: bool(open_tasks(self._connection, self._program._clock()).rows))
        opened = self._program._switching.opened if self._program._switching is not None else None
        if opened is not None and opened.session_only:
            self._tell("session", str(opened.files.cache.parent))

    def _unlocked_by_code(self, letter: str) -> bool:
        """Write the code, if the page of who is locked asks this person for it."""
        locked = self._program._switching.locked if self._program._switching is not None else None
        if locked is None or not locked.opens_by_code or self._place.letter_of(locked.person.account_key) != letter:
            return False
        self._program.people.unlock(self._place.marks.of(letter, "lc"), lambda _refused: None)
        return True

    def _lock(self) -> None:
        self._program.people.lock()
        self._until(lambda: self._letter == OPEN and self._shown is not None)

    def _choose_code(self) -> None:
        """Once: the second time it is the same."""
        done: list[object] = []
        code = self._mark("lc")
        self._program.people.change_code(code if self._program.people.has_code else "", code, done.append)
        self._until(lambda: bool(done))

    def _sign_out(self) -> None:
        if self._letter != OPEN:
            self._program.requests.sign_out()
            self._until(lambda: self._letter == OPEN and self._shown is not None)

    # What they do

    def _mark(self, kind: str) -> str:
        return self._place.marks.of(self._letter, kind)

    def _search(self) -> None:
        self._program.workplace._show_palette()
        box = next(each for each in self._program.application.window.findChildren(QLineEdit) if each.isVisible())
        box.setText(self._mark("ti"))

    def _say(self) -> None:
        self._program.workplace.say(f"{self._mark('ti')} är klar", undo=lambda: None)

    def _copy(self) -> None:
        """As every button that copies does."""
        QApplication.clipboard().setText(self._mark("cl"))

    def _draft(self) -> None:
        Drafts(self._connection).keep("remark:intranet:1", self._mark("dr"))

    def _remind(self) -> None:
        now = self._program._clock()
        subject = ReminderSubject(ReminderKind.TEXT, f"Ring {self._mark('rm')}")
        reminders.remind(self._connection, subject, now, now)
        self._program.workplace.update_numbers()

    def _fail(self) -> None:
        words = self._mark("ti")

        def fail() -> None:
            raise ValueError(words)

        QTimer.singleShot(0, fail)

    # Time

    def _until(self, condition: Callable[[], bool], meanwhile: Callable[[], object] = lambda: None) -> None:
        until = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            meanwhile()
            if time.monotonic() > until:
                raise WaitedInVain(f"{self._letter} at {self._shown}")
            self._let_happen(0.01)

    @staticmethod
    def _let_happen(seconds: float) -> None:
        until = time.monotonic() + seconds
        while True:
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            if time.monotonic() >= until:
                return
            time.sleep(0.005)


_STEPS: dict[str, Callable[[_Desk], None]] = {
    "search": _Desk._search,
    "say": _Desk._say,
    "copy": _Desk._copy,
    "choose code": _Desk._choose_code,
    "lock": _Desk._lock,
    "draft": _Desk._draft,
    "remind": _Desk._remind,
    "fail": _Desk._fail,
}


def texts_of(widget: QWidget) -> Iterator[str]:
    """Everything that a widget says, to eyes, to a screen reader, or when it is pointed at; hidden ones too: what is
    left of a former page is as near as the next show()."""
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.whatsThis())
    if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)):
        yield widget.text()
    if isinstance(widget, (QTextEdit, QPlainTextEdit)):
        yield widget.toPlainText()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        for row in range(min(model.rowCount(QModelIndex()), _ROWS)):
            for role in _ROLES:
                said = model.data(model.index(row, 0), role)
                if isinstance(said, str):
                    yield said
