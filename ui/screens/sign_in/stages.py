"""The words and buttons of each step of signing in; the pane at the left shows one of them at a time."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.look import look
from ui.screen import ScreenContext
from ui.screens.services.qr_code import QrCode
from ui.screens.sign_in.tall_button import TallButton
from ui.screens.sign_in.time_left import TimeLeft
from ui.theme import RADIUS_CARD, TypeRole, Weight
from ui.widgets.buttons import Button
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Item, Row, panel
from ui.widgets.surface import Rule, Surface
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.keyring import Keyring
from workplace_app.domain.sign_in import SignInState

WIDEST = 480


class Acts(NamedTuple):
    """What the buttons do."""

    sign_in: Callable[[], None]
    sign_in_with_code: Callable[[], None]
    cancel: Callable[[], None]
    go_on_without: Callable[[], None]


class Stage(QWidget):
    """``said`` is what the screen reader is told when the stage comes; ``first`` takes the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.said = ""
        self.first: QWidget | None = None
        self.restyle()

    def restyle(self) -> None:
        """Buttons do not grow with the window."""
        self.setMaximumWidth(look.px(WIDEST))

    def fill(self, title: str, *rest: Item, role: TypeRole = "heading") -> None:
        """Lay out the heading and what follows it."""
        self.said = title.replace("\n", " ")
        self.setAccessibleName(self.said)
        self.setLayout(Column(Paragraph(title, role, leading=115), 12, *rest))


def without_link(context: ScreenContext, acts: Acts) -> Row:
    """The way past signing in."""
    if context.account.key == PUBLIC_ACCOUNT.key:
        words = QCoreApplication.translate("Stage", "Continue without signing in")
    else:
        words = QCoreApplication.translate("Stage", "Continue with what is kept here")
    link = Button(words, "link")
    link.clicked.connect(acts.go_on_without)
    return Row(None, link, None)


class Welcome(Stage):
    """Before anything has been asked for."""

    def __init__(self, context: ScreenContext, acts: Acts) -> None:
        super().__init__()
        by_browser = TallButton(self.tr("Sign in with your work account"), "primary", icon="sign-in")
        by_browser.clicked.connect(acts.sign_in)
        lead = self.tr("Tasks, calendar, news, workspaces and the municipality's services in one window.")
        self.fill(
            self.tr("Sign in once.\nThen the day is gathered."),
            Paragraph(lead, "reading", "muted"),
            28,
            by_browser,
            8,
            *self._other_ways(context, acts),
            without_link(context, acts),
            24,
            Rule(),
            18,
            _point("external", self.tr("You sign in in your web browser. The app never sees your password.")),
            12,
            *self._what_is_kept(context.keyring),
        )
        self.first = by_browser

    def _other_ways(self, context: ScreenContext, acts: Acts) -> tuple[Item, ...]:
        if not context.municipality.access.device_code:
            return ()
        by_code = TallButton(self.tr("Sign in with a code"), icon="keyboard")
        by_code.setToolTip(self.tr("On another device, for example your telephone"))
        by_code.clicked.connect(acts.sign_in_with_code)
        return (by_code, 8)

    def _what_is_kept(self, keyring: Keyring) -> tuple[Item, ...]:
        if keyring is Keyring.NONE:
            return (_point("lock", self.tr("What you fetch is encrypted, for you only, until you close the app.")),)
        return (
            _point("lock", self.tr("What you fetch is kept encrypted on this computer, for you only.")),
            12,
            _point("offline", self.tr("After the first time the app opens at once, without a network too.")),
        )


class NobodyToSignInTo(Stage):
    """The program has not been told which municipality it belongs to."""

    def __init__(self, acts: Acts) -> None:
        super().__init__()
        go_on = TallButton(self.tr("Show the services"), "primary", icon="services")
        go_on.clicked.connect(acts.go_on_without)
        lead = self.tr("Public services and news are here, for everybody. They work without a network too.")
        why = self.tr(
            "You cannot sign in yet: this computer has not been told which organisation you work for. "
            "IT does that with a configuration file."
        )
        self.fill(
            self.tr("What is open to all is here."),
            Paragraph(lead, "reading", "muted"),
            28,
            go_on,
            24,
            Rule(),
            18,
            _point("info", why),
        )
        self.first = go_on


class Working(Stage):
    """The program is busy for a moment: asking for addresses, exchanging the code, opening the store."""

    def __init__(self, title: str, words: str, cancel: Callable[[], None] | None) -> None:
        super().__init__()
        rest: tuple[Item, ...] = ()
        if cancel is not None:
            self.first = _cancel(cancel)
            rest = (20, Row(self.first, None))
        self.fill(title, Paragraph(words, "reading", "muted"), *rest)


class InBrowser(Stage):
    """The browser is open; the program waits for its answer."""

    def __init__(self, context: ScreenContext, state: SignInState, acts: Acts) -> None:
        super().__init__()
        lead = self.tr("Sign in there, and the app opens by itself.")
        again = Button(self.tr("Open the browser again"))
        address = state.address or ""
        again.clicked.connect(lambda: context.shell.open_sign_in_page(address))
        again.setEnabled(bool(address))
        self.fill(
            self.tr("Continue in the browser"),
            Paragraph(lead, "reading", "muted"),
            16,
            *_waiting(context.clock, state),
            20,
            Row(again, _cancel(acts.cancel), None),
            24,
            Rule(),
            18,
            *self._without_a_page(context, acts),
        )
        self.first = again

    def _without_a_page(self, context: ScreenContext, acts: Acts) -> tuple[Item, ...]:
        if not context.municipality.access.device_code:
            return (_point("help", self.tr("No page in the browser? Open it again.")),)
        by_code = Button(self.tr("Sign in with a code instead"), "flush", small=True)
        by_code.clicked.connect(acts.sign_in_with_code)
        return (
            _point("help", self.tr("No page in the browser? Open it again, or sign in on your telephone instead.")),
            8,
            Row(30, by_code, None, gap=0),  # whose words begin where those above do
        )


class WithCode(Stage):
    """A code is typed on another device; the program waits for the answer."""

    def __init__(self, context: ScreenContext, state: SignInState, acts: Acts) -> None:
        super().__init__()
        self._context = context
        self._code = state.user_code or ""
        address = state.address or ""
        shown = address.removeprefix("https://").removeprefix("http://").removeprefix("www.")
        lead = self.tr("Open {address} on your telephone or another computer, and type the code there.")
        code = Label(self._code, "heading", digits=True, weight=Weight.SEMIBOLD)
        code.setAccessibleName(self.tr("The code: {code}").format(code=" ".join(self._code)))
        copy = Button(self.tr("Copy the code"), icon="copy", small=True)
        copy.clicked.connect(self.copy_code)
        plate = Surface("sunken", radius=RADIUS_CARD, line="line")
        plate.setLayout(Row(code, None, margins=(16, 12, 16, 12)))
        qr = QrCode(120)
        qr.show_address(address)
        here = Button(self.tr("Open the page here"), icon="external")
        here.clicked.connect(lambda: context.shell.open_sign_in_page(address))
        here.setEnabled(bool(address))
        # The buttons do not stand beside the square: a narrow window with large text has no room for that.
        beside = Column(Paragraph(self.tr("Point the camera of the telephone at the square."), leading=130), None)
        pair = Row(qr, panel(beside), gap=16)
        pair.setStretch(1, 1)
        self.fill(
            self.tr("Type the code on another device"),
            Paragraph(lead.format(address=shown), "reading", "muted"),
            16,
            plate,
            8,
            Row(copy, None),
            12,
            pair,
            16,
            *_waiting(context.clock, state),
            16,
            Row(here, _cancel(acts.cancel), None),
        )
        self.first = copy

    def copy_code(self) -> None:
        """Put the code on the clipboard."""
        QApplication.clipboard().setText(self._code)
        self._context.shell.say(self.tr("The code is copied."), icon="copy")


def _waiting(clock: Callable[[], datetime], state: SignInState) -> tuple[Item, ...]:
    return (TimeLeft(clock, state.expires_at),) if state.expires_at is not None else ()


def _cancel(cancel: Callable[[], None]) -> Button:
    button = Button(QCoreApplication.translate("Stage", "Cancel"), "quiet", key="Esc")
    button.clicked.connect(cancel)
    return button


def _point(icon: str, words: str) -> Row:
    """A remark with an icon at its first line."""
    mark = IconLabel(icon, 20)
    row = Row(mark, Paragraph(words, colour="muted", leading=130), gap=14)
    row.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    row.setStretch(1, 1)
    return row
