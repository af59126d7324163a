"""Locks by hand; whoever has no code, or no keyring, is told first what that means."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.choosing_code import choose_code
from ui.screen import ScreenContext
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.flow import Flow
from ui.widgets.labels import Label, Paragraph
from ui.widgets.layouts import Column, panel
from ui.widgets.toast import announce
from workplace_app.domain.keyring import Keyring

WIDTH = 520
translate = QCoreApplication.translate


def lock(context: ScreenContext, opener: QWidget) -> "LeavingOpen | None":
    """Lock at once for whoever has a code; else ask over the window of ``opener``."""
    return _leave(context, opener, context.people.lock)


def before_switching(context: ScreenContext, opener: QWidget, switch: Callable[[], None]) -> "LeavingOpen | None":
    """The same before somebody else's things are shown."""
    return _leave(context, opener, switch)


def _leave(context: ScreenContext, opener: QWidget, go: Callable[[], None]) -> "LeavingOpen | None":
    if not context.reminds or (context.people.has_code and context.keyring is not Keyring.NONE):
        go()
        return None
    asked = LeavingOpen(context, opener, go)
    asked.open_with(asked.stay)
    announce(asked, asked.spoken)
    return asked


class LeavingOpen(Dialog):
    """Without a code the way back is a sign-in, which needs a network; without a keyring what is here ends with the
    program. The focus begins on "stay"."""

    def __init__(self, context: ScreenContext, opener: QWidget, go: Callable[[], None]) -> None:
        self._context, self._opener, self._go = context, opener, go
        passing = context.keyring is Keyring.NONE
        title = translate("LeavingOpen", "Unlocking needs a sign-in")
        lead = translate(
            "LeavingOpen",
            "You have no lock code, so unlocking takes a sign-in with your work account, and that needs a network. "
            "With a lock code you unlock at once, without a network too.",
        )
        if passing:
            title = translate("LeavingOpen", "What is here ends with the app")
            lead = translate(
                "LeavingOpen",
                "This computer has no keyring, so what is kept here lasts only until the app is closed, locked or not. "
                "What has not been sent is then lost. You unlock by signing in, which needs a network.",
            )
        self.spoken = f"{title}. {lead}"
        self.stay = Button("", "secondary", key="Esc")
        self.choose = Button("", "secondary", icon="lock")
        self.go_on = Button("", "secondary")
        column = Column(
            Label(title, "title", wrap=True),
            12,
            Paragraph(lead, colour="muted", leading=125),
            18,
            panel(Flow(self.stay, self.choose, self.go_on)),
            margins=(28, 24, 28, 20),
        )
        super().__init__(opener, column, name=title, width=WIDTH)
        self.setAccessibleDescription(self.spoken)
        self.stay.set_words(self.tr("Stay"))
        self.choose.set_words(self.tr("Choose a lock code"))
        self.choose.setVisible(not passing)
        self.go_on.set_words(self.tr("Lock all the same"))
        self.stay.clicked.connect(self.leave)
        self.choose.clicked.connect(self._choose)
        self.go_on.clicked.connect(self._lock)

    def _choose(self) -> None:
        self.leave()
        choose_code(self._context, self._opener, self._go)

    def _lock(self) -> None:
        self.leave()
        self._go()
