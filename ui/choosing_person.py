"""Asks who is to use the computer now: those who have things here, or somebody else."""

import shiboken6
from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.locking import before_switching
from ui.look import look
from ui.paint import box, focus_ring
from ui.screen import ScreenContext
from ui.theme import RADIUS_CONTROL, Weight
from ui.widgets.buttons import Button, PaintedButton
from ui.widgets.dialog import Dialog
from ui.widgets.flow import Flow
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.marks import Avatar
from ui.widgets.toast import announce
from workplace_app.domain.person_here import PersonHere

WIDTH = 480
translate = QCoreApplication.translate


def choose_person(context: ScreenContext, opener: QWidget) -> "ChoosingPerson":
    """Ask over the window of ``opener``."""
    asked = ChoosingPerson(context, opener)
    asked.open_with(asked.lines[0] if asked.lines else asked.somebody_else)
    return asked


def known_name(person: PersonHere) -> str:
    """What somebody is called who may have been noted without a name."""
    return person.display_name or person.user_name or translate("ChoosingPerson", "Somebody whose name is not noted")


def way_in(person: PersonHere) -> str:
    """How this person proves who it is."""
    return (
        translate("ChoosingPerson", "Unlocks with a lock code")
        if person.has_code
        else translate("ChoosingPerson", "Signs in again, needs a network")
    )


class PersonLine(PaintedButton):
    """One person: initials, name, unit, and how the account is unlocked."""

    def __init__(self, person: PersonHere) -> None:
        super().__init__()
        name, way = known_name(person), way_in(person)
        below = f"{person.unit} · {way}" if person.unit else way
        self.setText(name)
        self.setAccessibleName(f"{name}, {below}")
        words = panel(
            Column(Label(name, "body", weight=Weight.MEDIUM, wrap=True), Label(below, "caption", "muted", wrap=True))
        )
        row = Row(Avatar(name, 32), words, IconLabel("lock", 16), gap=12, margins=(10, 8, 10, 8))
        row.setStretch(1, 1)
        self.setLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """As high as its words need."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Long names take more lines."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """So high are the lines in this width."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else -1

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint hover and ring; the rest are labels."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.isDown()
        box(painter, QRectF(self.rect()), RADIUS_CONTROL, fill="hover" if lit else None, line="line")
        if self.shows_focus:
            focus_ring(painter, QRectF(self.rect()), RADIUS_CONTROL)


class ChoosingPerson(Dialog):
    """The list comes from the keyring, a moment after the question stands."""

    def __init__(self, context: ScreenContext, opener: QWidget) -> None:
        self._context, self._opener = context, opener
        title = translate("ChoosingPerson", "Who is going to use the computer?")
        self._note = Paragraph(translate("ChoosingPerson", "We are looking up who is here."), colour="muted")
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(look.gap(6))
        self.somebody_else = Button("", "secondary", icon="person")
        self.stay = Button("", "secondary", key="Esc")
        self.lines: list[PersonLine] = []
        column = Column(
            Label(title, "title", wrap=True),
            12,
            self._note,
            8,
            self._lines,
            14,
            panel(Flow(self.somebody_else, self.stay)),
            margins=(28, 24, 28, 20),
        )
        super().__init__(opener, column, name=title, width=WIDTH)
        self.somebody_else.set_words(self.tr("Somebody else"))
        self.stay.set_words(self.tr("Cancel"))
        self.somebody_else.clicked.connect(lambda: self._switch(None))
        self.stay.clicked.connect(self.leave)
        context.people.ask_who_is_here(self._show)

    def _show(self, people: tuple[PersonHere, ...]) -> None:
        if not shiboken6.isValid(self):
            return  # it has been closed meanwhile
        here = self.tr("Your account is locked meanwhile, and nothing of yours is shown.")
        nobody = self.tr("Nobody else has anything here. Somebody else can sign in.")
        said = here if people else nobody
        if not self._context.reminds and people:
            said = self.tr("They have things on this computer, locked.")
        self._note.set_words(said)
        for person in people:
            line = PersonLine(person)
            line.clicked.connect(lambda _=False, person=person: self._switch(person))
            self._lines.addWidget(line)
            self.lines.append(line)
        self.restyle()
        if self.lines:
            QWidget.setTabOrder(self.lines[-1], self.somebody_else)
            if self.isVisible():
                self.lines[0].setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, " ".join((said, *(line.accessibleName() for line in self.lines))))

    def _switch(self, person: PersonHere | None) -> None:
        self.leave()
        before_switching(self._context, self._opener, lambda: self._context.people.switch_to(person))
