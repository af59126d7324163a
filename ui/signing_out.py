"""Signing out removes what is kept here: when some of it is nowhere else, what would be lost is told first."""

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from ui.offline_note import is_offline
from ui.screen import ScreenContext
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.flow import Flow
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.toast import announce
from workplace_app.domain.only_here import OnlyHere
from workplace_app.domain.problem import ProblemRaised
from workplace_app.store.only_here_reader import only_here

WIDTH = 600
translate = QCoreApplication.translate


def sign_out(context: ScreenContext, opener: QWidget) -> "SigningOut | None":
    """Sign out at once when nothing is lost by it; else ask over the window of ``opener``. So it is when nobody can
    count: a damaged store is one more reason to sign out, and none to lose things in silence."""
    lost: OnlyHere | None
    try:
        lost = only_here(context.connection)
    except ProblemRaised:
        lost = None
    if lost is not None and not lost.anything:
        context.requests.sign_out()
        return None
    asked = SigningOut(context, opener, lost)
    asked.open_with(asked.stay)
    announce(asked, asked.spoken)
    return asked


class SigningOut(Dialog):
    """It cannot be undone, hence a question. The focus begins on "stay": whoever presses Enter once too often has lost
    nothing."""

    def __init__(self, context: ScreenContext, opener: QWidget, lost: OnlyHere | None) -> None:
        self._context = context
        title = translate("SigningOut", "This is lost if you sign out")
        lines = _lines(lost)
        follows = _what_follows(lost, offline=lost is not None and is_offline(context))
        self.spoken = ". ".join([title, *(words for _icon, words in lines), follows])
        self.stay = Button("", "secondary", key="Esc")
        self.show_outbox = Button("", "secondary", icon="outbox")
        self.lose = Button("", "danger")
        rows = [item for icon, words in lines for item in (_line(icon, words), 8)]
        column = Column(
            Label(title, "title", wrap=True),
            14,
            *rows,
            6,
            Paragraph(follows, colour="muted", leading=125),
            18,
            panel(Flow(self.stay, self.show_outbox, self.lose)),
            margins=(28, 24, 28, 20),
        )
        super().__init__(opener, column, name=title, width=WIDTH)
        self.setAccessibleDescription(self.spoken)
        self.stay.set_words(self.tr("Stay signed in"))
        self.show_outbox.set_words(self.tr("Show the outbox"))
        self.show_outbox.setVisible(lost is not None and bool(lost.unsent))
        self.lose.set_words(self.tr("Sign out and lose it"))
        self.stay.clicked.connect(self.leave)
        self.show_outbox.clicked.connect(self._go_to_outbox)
        self.lose.clicked.connect(self._sign_out)

    def _go_to_outbox(self) -> None:
        self.leave()
        self._context.shell.commands.run("go.outbox")  # with the focus, which the question had

    def _sign_out(self) -> None:
        self.leave()
        self._context.requests.sign_out()


class LossCounts(QObject):
    """Plurals: the extraction of words knows them in ``tr`` only, which needs a QObject."""

    def unsent(self, count: int) -> str:
        return self.tr("%n thing(s) in the outbox that have not been sent", "", count)

    def drafts(self, count: int) -> str:
        return self.tr("%n text(s) that you have begun", "", count)

    def reminders(self, count: int) -> str:
        return self.tr("%n reminder(s)", "", count)


def _lines(lost: OnlyHere | None) -> list[tuple[str, str]]:
    if lost is None:
        return [("warning", translate("SigningOut", "What is kept here cannot be read: some of it may not be sent"))]
    counts = LossCounts()
    found = (
        ("outbox", lost.unsent, counts.unsent),
        ("edit", lost.drafts, counts.drafts),
        ("bell", lost.reminders, counts.reminders),
    )
    return [(icon, words(number)) for icon, number, words in found if number]


def _line(icon: str, words: str) -> QWidget:
    row = Row(IconLabel(icon, 18), Label(words, "body", wrap=True, digits=True), gap=10)
    row.setStretch(1, 1)
    return panel(row)


def _what_follows(lost: OnlyHere | None, *, offline: bool) -> str:
    if lost is not None and lost.unsent and offline:
        return translate(
            "SigningOut",
            "There is no network, so nothing can be sent now. If you stay signed in it is sent when the network is "
            "back. The outbox can be saved as a file.",
        )
    if lost is not None and lost.unsent:
        return translate(
            "SigningOut",
            "If you stay signed in it is sent as soon as that is possible. The outbox can be saved as a file.",
        )
    return translate("SigningOut", "It is kept on this computer only. In Microsoft 365 nothing changes.")
