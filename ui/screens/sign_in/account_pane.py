"""The left half of the sign-in page: whose program it is, the step of signing in, help and language."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.application import APP_NAME
from ui.choosing_person import choose_person
from ui.screen import ScreenContext
from ui.screens.sign_in.failed import Failed
from ui.screens.sign_in.locked import LockedStage
from ui.screens.sign_in.locked_out import LockedOut
from ui.screens.sign_in.margins import SideMargins
from ui.screens.sign_in.removed import RemovedStage
from ui.screens.sign_in.stages import Acts, InBrowser, NobodyToSignInTo, Stage, Welcome, WithCode, Working
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import IconLabel, Label, Paragraph
from ui.widgets.layouts import Column, Row, panel
from ui.widgets.popover import Popover
from ui.widgets.surface import Surface
from ui.widgets.toast import announce
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.keyring import SHUT
from workplace_app.domain.locked import LockCause
from workplace_app.domain.person_here import PersonHere
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.settings import LANGUAGE, Language
from workplace_app.domain.sign_in import ANYBODY, SignInState, SignInStep, SignInWish

_CAN_BE_CANCELLED = (
    SignInStep.STARTING,
    SignInStep.WAITING_FOR_SYSTEM,
    SignInStep.WAITING_FOR_BROWSER,
    SignInStep.WAITING_FOR_DEVICE_CODE,
)
_TOLD_BY_THE_LOCK = (
    ProblemKind.OFFLINE,
    ProblemKind.SIGN_IN_CANCELLED,
    ProblemKind.SIGN_IN_TIMED_OUT,
    ProblemKind.WRONG_ACCOUNT,
)
"""After these whoever is locked has the same ways back as before."""
_BUSY = (*_CAN_BE_CANCELLED, SignInStep.FINISHING)


class AccountPane(Surface):
    """``show_state`` follows the signing in; every step has its own words and buttons."""

    def __init__(self, context: ScreenContext, go_on_without: Callable[[], None]) -> None:
        super().__init__("surface")
        self._context = context
        self._by_code = self._others = False
        self._step: SignInStep | None = None
        person = context.locked.person if context.locked is not None else None
        self._wish = ANYBODY if person is None else SignInWish(person.account_key, person.user_name, proof=True)
        self._acts = Acts(self._sign_in, self._sign_in_with_code, context.requests.cancel_sign_in, go_on_without)
        self.setAccessibleName(self.tr("Sign in"))
        brand = Row(IconLabel("app-mark", 32, "accent"), Label(APP_NAME, "subtitle"), None, gap=12)
        # In a row a greatest width is known to the height of wrapped words, in a column it is not.
        self._place = Row(gap=0)
        self._help = help_button = Button(self.tr("Help with signing in"), "flush", icon="help", small=True)
        help_button.clicked.connect(lambda: self._show_help(help_button))
        if not context.municipality.can_sign_in:
            help_button.hide()  # never shown here: what has no parent yet would be a window, and take the focus
        self._language = Button(self._other_language()[1], "flush", small=True)
        self._language.clicked.connect(lambda: context.settings.set(LANGUAGE, self._other_language()[0]))
        self._people = Button(self.tr("Switch person"), "flush", icon="people", small=True)
        self._people.clicked.connect(lambda: choose_person(context, self._people))
        self._people.hide()
        foot = panel(Flow(help_button, self._people, self._language, last_at_end=True))
        content = Column(brand, 32, None, self._place, None, 24, foot, margins=(0, 36, 0, 20))
        self.margins = SideMargins(content, 56)
        self.setLayout(self.margins)
        self.stage: Stage = self._first_stage()
        self._place.addWidget(self.stage, 1)
        self._place.addStretch(0)
        self._order_tabs()
        if context.account.key == PUBLIC_ACCOUNT.key and context.locked is None:
            context.people.ask_who_is_here(self._offer_people)

    def _offer_people(self, people: tuple[PersonHere, ...]) -> None:
        """Others have things here, locked: whoever signs in proves who it is: the browser may know one of them."""
        if shiboken6.isValid(self):
            self._others = bool(people)
            self._wish = SignInWish(proof=True) if people else ANYBODY
            self._show_foot()

    def _first_stage(self, problem: Problem | None = None) -> Stage:
        if self._context.keyring in SHUT:
            return LockedOut(self._context, self._acts)
        if self._context.locked is not None and self._context.locked.cause is LockCause.REMOVED:
            return RemovedStage(self._context, self._context.locked, self._acts)
        if self._context.locked is not None:
            return LockedStage(self._context, self._context.locked, self._acts, problem)
        if not self._context.municipality.can_sign_in:
            return NobodyToSignInTo(self._acts)
        return Welcome(self._context, self._acts)

    def _order_tabs(self) -> None:
        """The stage is made after the foot, but Tab reaches it first: each of its stops is put after the help, and then
        the help after them all."""
        last: QWidget = self._help
        for widget in self.stage.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(last, widget)
                last = widget
        if last is not self._help:
            QWidget.setTabOrder(last, self._people)
            QWidget.setTabOrder(self._people, self._help)

    # What the buttons do

    def _sign_in(self) -> None:
        self._by_code = False
        self._context.requests.sign_in(self._wish)

    def _sign_in_with_code(self) -> None:
        self._by_code = True
        self._context.requests.sign_in_with_device_code(self._wish)

    def _again(self) -> None:
        by_code = self._by_code and self._context.municipality.access.device_code
        (self._sign_in_with_code if by_code else self._sign_in)()

    def _other_language(self) -> tuple[Language, str]:
        if self._context.settings.get(LANGUAGE) is Language.SWEDISH:
            return Language.ENGLISH, "English"
        return Language.SWEDISH, "Svenska"

    def help_lines(self) -> tuple[str, ...]:
        """What the help says."""
        without_a_page = self.tr("If no page comes up in the browser, open it again.")
        if self._context.municipality.access.device_code:
            words = self.tr("If no page comes up in the browser, sign in with a code on your telephone instead.")
            without_a_page = words
        return (
            self.tr("Use the account with which you open your mail and Teams at work."),
            without_a_page,
            self.tr("If you cannot sign in, the page says why and what to send to IT."),
        )

    def _show_help(self, button: QWidget) -> None:
        lines = self.help_lines()
        column = Column(Label(self.tr("Help with signing in"), "subtitle"), 8, margins=(16, 14, 16, 16), gap=8)
        for line in lines:
            words = Paragraph(line, leading=130)
            words.setMinimumWidth(self.width() // 2)
            column.addWidget(words)
        Popover(column, button, name=" ".join(lines)).show_below(button)

    # What follows

    def show_state(self, state: SignInState) -> None:
        """Show the step that signing in has come to."""
        if state.step is SignInStep.SIGNED_OUT and self._step in (None, SignInStep.SIGNED_OUT):
            return  # that is shown, and somebody may be writing a code there
        focused = self.window().focusWidget()  # and not the application's: the browser may be in front
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._step = state.step
        old, self.stage = self.stage, self._stage_of(state)
        self._place.replaceWidget(old, self.stage)
        self._order_tabs()
        self.stage.show()
        if had_focus:
            # Before the old stage goes: Qt would hand the focus to the foot, and scroll there in a small window. A
            # stage without buttons has it itself, so that Enter presses nothing.
            (self.stage.first or self.stage).setFocus(Qt.FocusReason.OtherFocusReason)
        old.hide()
        old.deleteLater()
        self._show_foot()
        announce(self, self.stage.said)

    def _show_foot(self) -> None:
        """Another language makes the page anew, and it would no longer know what is being waited for; nor does anybody
        give the computer to somebody else while signing in."""
        busy = self._step in _BUSY
        self._language.setVisible(not busy)
        self._people.setVisible(self._others and not busy)

    def _stage_of(self, state: SignInState) -> Stage:
        cancel = self._acts.cancel
        if state.step is SignInStep.STARTING:
            return Working(self.tr("Getting ready"), self.tr("We are contacting the sign-in service."), cancel)
        if state.step is SignInStep.WAITING_FOR_SYSTEM:
            words = self.tr("The computer asks you who you are, in a window of its own. Then the app opens by itself.")
            return Working(self.tr("Continue in the sign-in window"), words, cancel)
        if state.step is SignInStep.WAITING_FOR_BROWSER:
            return InBrowser(self._context, state, self._acts)
        if state.step is SignInStep.WAITING_FOR_DEVICE_CODE:
            self._by_code = True
            return WithCode(self._context, state, self._acts)
        if state.step is SignInStep.FINISHING:
            return Working(
                self.tr("Almost there"), self.tr("The sign-in succeeded. We are getting your workplace ready."), None
            )
        if state.step is SignInStep.SIGNED_IN:
            words = self.tr("Welcome, {name}.").format(name=state.account.display_name) if state.account else ""
            return Working(self.tr("You are signed in"), words, None)
        if state.step is SignInStep.FAILED:
            problem = state.problem or Problem(ProblemKind.UNEXPECTED)
            if self._context.locked is not None and problem.kind in _TOLD_BY_THE_LOCK:
                return self._first_stage(problem)
            return Failed(self._context, problem, self._acts, self._again)
        return self._first_stage()

    def cancel_wait(self) -> bool:
        """What the button does that is shown while somebody signs in; False when there is nothing to cancel."""
        waiting = self._step in _CAN_BE_CANCELLED
        if waiting:
            self._acts.cancel()
        return waiting

    def focus_first(self) -> None:
        """The next step."""
        if self.stage.first is not None:
            self.stage.first.setFocus(Qt.FocusReason.OtherFocusReason)
