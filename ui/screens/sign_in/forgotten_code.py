"""For whoever has forgotten the code: what is lost, and the way to begin anew."""

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from ui.screen import ScreenContext
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.flow import Flow
from ui.widgets.labels import Label, Paragraph
from ui.widgets.layouts import Column, panel
from workplace_app.domain.person_here import PersonHere

WIDTH = 540
translate = QCoreApplication.translate


class ForgottenCounts(QObject):
    """Plurals: the extraction of words knows them in ``tr`` only, which needs a QObject."""

    def unsent(self, count: int) -> str:
        return self.tr("When it was locked %n thing(s) had not been sent.", "", count)


class ForgottenCode(Dialog):
    """Nothing is removed before the person has signed in, so nobody removes what is somebody else's. The focus
    begins on "stay"."""

    def __init__(self, context: ScreenContext, opener: QWidget, person: PersonHere) -> None:
        self._context, self._person = context, person
        title = translate("ForgottenCode", "Without the lock code it cannot be opened")
        lost = translate(
            "ForgottenCode",
            "Neither we nor IT can bring the lock code back. You can begin anew: you sign in, what is kept here is "
            "removed, and all that is in Microsoft 365 is fetched again. What is only here is lost: what has not been "
            "sent, texts that you have begun, and reminders.",
        )
        known = ForgottenCounts().unsent(person.waiting) if person.waiting else ""
        self.spoken = " ".join(part for part in (f"{title}.", lost, known) if part)
        self.stay = Button("", "secondary", key="Esc")
        self.begin = Button("", "danger")
        column = Column(
            Label(title, "title", wrap=True),
            12,
            Paragraph(lost, colour="muted", leading=125),
            *((10, Paragraph(known, leading=125)) if known else ()),
            18,
            panel(Flow(self.stay, self.begin)),
            margins=(28, 24, 28, 20),
        )
        super().__init__(opener, column, name=title, width=WIDTH)
        self.setAccessibleDescription(self.spoken)
        self.stay.set_words(self.tr("Back to the lock code"))
        self.begin.set_words(self.tr("Sign in and begin anew"))
        self.stay.clicked.connect(self.leave)
        self.begin.clicked.connect(self._begin)

    def _begin(self) -> None:
        self.leave()
        self._context.people.start_anew(self._person)
