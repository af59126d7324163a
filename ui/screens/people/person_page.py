"""The page of one colleague: who they are, how to reach them, whom they work with."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.look import look
from ui.models.person_model import PersonModel, PersonRow, person_row
from ui.opening import Link, checked
from ui.reminders.subjects import of_person
from ui.screen import ScreenContext
from ui.screens.people.contact import call_address, chat_address, contact_text, mail_address
from ui.screens.people.large_avatar import LargeAvatar
from ui.widgets.buttons import Button
from ui.widgets.headings import section_heading
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.person_delegate import PersonDelegate
from ui.widgets.row_list import RowList
from ui.widgets.surface import Rule
from workplace_app.domain.person import Person
from workplace_app.store.person_reader import people, person

COLLEAGUES_SHOWN = 6
READING_WIDTH = 672
_INSET = 16


class PersonPage(QWidget):
    """Made for one person; ``shown_wanted`` carries the id of another, ``unit_wanted`` the name of a unit."""

    shown_wanted = Signal(str)
    unit_wanted = Signal(str)

    def __init__(self, context: ScreenContext, shown: Person) -> None:
        super().__init__()
        self._context = context
        self.person = shown
        self.setAccessibleName(shown.name)
        # The plates of the colleagues' rows reach further out than the words above them.
        words = Column(self._head(), 16, self._acts(), 16, margins=(_INSET, 0, _INSET, 0))
        for part in (*self._reach(), *self._belongs()):
            words.addWidget(part)
        self.setLayout(Column(panel(words), *self._colleagues(), None))
        self.restyle()

    def restyle(self) -> None:
        """Lines are no longer than the eye follows."""
        self.setMaximumWidth(look.px(READING_WIDTH))

    def _head(self) -> QWidget:
        words = Column(None, Paragraph(self.person.name, "heading", leading=115), 2)
        if self.person.title:
            words.addWidget(Paragraph(self.person.title, "reading", "muted", leading=125))
        words.addStretch(1)
        row = Row(LargeAvatar(self.person.name), panel(words), gap=18)
        row.setStretch(1, 1)
        return panel(row)

    def _acts(self) -> QWidget:
        self.chat_button = Button(self.tr("Chat in Teams"), "primary", icon="chat")
        self.chat_button.setEnabled(bool(self.person.mail))
        self.chat_button.clicked.connect(self.chat)
        copy = Button(self.tr("Copy contact"), icon="copy", tip=self.tr("Copy name and contact details (Ctrl+C)"))
        copy.clicked.connect(self.copy_contact)
        bell = Button(self.tr("Remind me"), icon="bell", tip=self.tr("Remind me (Ctrl+R)"))
        bell.clicked.connect(lambda: self._context.shell.remind(of_person(self.person), bell))
        return panel(Row(self.chat_button, copy, bell, None))

    # How to reach them

    def _reach(self) -> list[QWidget]:
        shown = self.person
        rows = [
            self._line("phone", self.tr("Phone"), shown.phone, self.tr("Call"), call_address(shown.phone)),
            self._line("phone", self.tr("Mobile"), shown.mobile, self.tr("Call"), call_address(shown.mobile)),
            self._line("mail", self.tr("Mail"), shown.mail, self.tr("Send mail"), mail_address(shown.mail)),
        ]
        known = [row for row in rows if row is not None]
        if not known:
            words = self.tr("The directory has no phone number and no mail address.")
            unknown = Row(IconLabel("help", 20), Paragraph(words, colour="muted"), gap=14, margins=(0, 10, 0, 10))
            unknown.setStretch(1, 1)
            known = [panel(unknown)]
        return _ruled(known)

    def _line(self, icon: str, name: str, value: str, act: str, address: str) -> QWidget | None:
        if not value:
            return None
        button = Button(act, small=True)
        button.setAccessibleName(f"{act}: {value}")
        button.setEnabled(isinstance(checked(address), Link))
        button.clicked.connect(lambda: self._context.shell.open_address(address))
        return _fact(icon, name, value, button)

    # Where they belong

    def _belongs(self) -> list[QWidget]:
        parts: list[QWidget] = []
        manager = person(self._context.connection, self.person.manager_id) if self.person.manager_id else None
        if self.person.unit:
            show = Button(self.tr("Show the unit"), small=True)
            show.clicked.connect(lambda: self.unit_wanted.emit(self.person.unit))
            parts.append(_fact("people", self.tr("Unit"), self.person.unit, show))
        if self.person.place:
            parts.append(_fact("pin", self.tr("Place of work"), self.person.place))
        if manager is not None:
            manager_id = manager.id
            show = Button(self.tr("Show manager"), small=True)
            show.setAccessibleName(self.tr("Show {name}").format(name=manager.name))
            show.clicked.connect(lambda: self.shown_wanted.emit(manager_id))
            parts.append(_fact("person", self.tr("Manager"), manager.name, show))
        return _ruled(parts)

    def _colleagues(self) -> list[QWidget]:
        if not self.person.unit:
            return []
        # One more than is shown: the person is among them.
        found = people(self._context.connection, limit=COLLEAGUES_SHOWN + 1, unit=self.person.unit).rows
        others = [replace(person_row(each), under=each.title) for each in found if each.id != self.person.id]
        if not others:
            return []
        model = PersonModel()
        model.set_rows(others[:COLLEAGUES_SHOWN])
        self.colleagues = RowList(self.tr("Colleagues in the same unit"), model, PersonDelegate(), fit=True)
        model.setParent(self.colleagues)
        self.colleagues.opened.connect(self._colleague_opened)
        self.colleagues.clicked.connect(lambda index: self._colleague_opened(model.row_at(index)))
        heading = panel(
            Row(section_heading(self.tr("Colleagues in the same unit")), None, margins=(_INSET, 18, _INSET, 4))
        )
        return [heading, self.colleagues]

    def _colleague_opened(self, row: PersonRow | None) -> None:
        if row is not None:
            self.shown_wanted.emit(row.id)

    # Acts

    def chat(self) -> None:
        """Open a chat in Teams."""
        if self.person.mail:
            self._context.shell.open_address(chat_address(self.person.mail))

    def call(self) -> None:
        """Call the number at work, else the mobile."""
        number = self.person.phone or self.person.mobile
        if number:
            self._context.shell.open_address(call_address(number))

    def mail(self) -> None:
        """Begin a mail."""
        if self.person.mail:
            self._context.shell.open_address(mail_address(self.person.mail))

    def copy_contact(self) -> None:
        """Put name, role and contact details on the clipboard."""
        QApplication.clipboard().setText(contact_text(self.person))
        self._context.shell.say(self.tr("The contact details are copied."), icon="copy")


def _fact(icon: str, name: str, value: str, act: QWidget | None = None) -> QWidget:
    """A detail with its name above it, which can be marked and copied."""
    words = Label(value, digits=True, wrap=True)
    words.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    words.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    words.setAccessibleName(f"{name}: {value}")
    row = Row(IconLabel(icon, 20), panel(Column(Label(name, "caption", "muted"), 1, words)), gap=14)
    row.setStretch(1, 1)
    if act is not None:
        row.addWidget(act)
    row.setContentsMargins(0, 8, 0, 8)
    return panel(row)


def _ruled(rows: list[QWidget]) -> list[QWidget]:
    """Each with a line above it."""
    return [part for row in rows for part in (Rule(), row)]
