"""What is shown where somebody's things are here and locked: who, since when, why, and the ways back."""

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.choosing_person import choose_person, known_name
from ui.code_words import refusal_sentence
from ui.dates import clock_time, running_words
from ui.problem_wording import problem_words
from ui.screen import ScreenContext
from ui.screens.sign_in.failed import lead
from ui.screens.sign_in.forgotten_code import ForgottenCode
from ui.screens.sign_in.stages import Acts, Stage, without_link
from ui.screens.sign_in.tall_button import TallButton
from ui.widgets.buttons import Button
from ui.widgets.code_field import CodeField
from ui.widgets.labels import IconLabel, Paragraph
from ui.widgets.layouts import Item, Row, panel
from ui.widgets.notes import Note
from ui.widgets.toast import announce
from workplace_app.domain.locked import LockCause, Locked
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.unlocking import CodeRefused

_LONGEST_TIMER_MS = 24 * 3600 * 1000
_OWN_CHOICE = (ProblemKind.SIGN_IN_CANCELLED,)
translate = QCoreApplication.translate


class LockedStage(Stage):
    """The way back first: the code where there is one, else signing in. Whoever else uses the computer has a way of
    their own. ``problem`` is why signing in did not succeed just now."""

    def __init__(self, context: ScreenContext, locked: Locked, acts: Acts, problem: Problem | None = None) -> None:
        super().__init__()
        self._context, self._locked = context, locked
        self.code: CodeField | None = None
        self.unlock: TallButton | None = None
        self._refused = Paragraph("", "body", "danger")
        self._refused.hide()
        self._rung = Paragraph("", "body", leading=125)
        self._rung_line = panel(Row(IconLabel("bell", 20), self._rung, gap=12, margins=(0, 8, 0, 0)))
        self._rung_line.hide()
        name = known_name(locked.person)
        title = self.tr("{name} is locked").format(name=name)
        why = " ".join(part for part in (cause_words(context, locked), waiting_words(locked)) if part)
        failed = _failure(context, problem, name)
        way = self._by_code(acts) if locked.opens_by_code else self._by_signing_in(acts)
        switch = TallButton(self.tr("Switch person"), icon="people")
        switch.clicked.connect(lambda: choose_person(context, switch))
        self.fill(
            title,
            lead("lock", "muted", why),
            self._rung_line,
            *((12, Note("warning", failed)) if failed else ()),
            20,
            *way,
            8,
            switch,
            8,
            without_link(context, acts),
            role="title",
        )
        self.said = " ".join(part for part in (f"{title}.", why, failed) if part)
        self._next_ring = QTimer(self, singleShot=True)
        self._next_ring.timeout.connect(self.look_at_rings)
        self.look_at_rings(aloud=False)

    # The ways back

    def _by_code(self, acts: Acts) -> tuple[Item, ...]:
        self.code = field = CodeField(self.tr("Your lock code"))
        self.unlock = unlock = TallButton(self.tr("Unlock"), "primary", icon="lock")
        unlock.clicked.connect(self._try_code)
        field.entered.connect(self._try_code)
        self.first = field.field
        forgotten = Button(self.tr("I have forgotten the lock code"), "flush", small=True)
        forgotten.clicked.connect(lambda: self._forgot(forgotten))
        if self._locked.cause is LockCause.CODE_NEEDED:
            cancel = TallButton(self.tr("Cancel"))
            cancel.clicked.connect(acts.cancel)
            return (self._refused, 6, field, 12, unlock, 8, cancel)
        return (self._refused, 6, field, 12, unlock, 8, Row(forgotten, None))

    def _by_signing_in(self, acts: Acts) -> tuple[Item, ...]:
        again = TallButton(self.tr("Sign in again"), "primary", icon="sign-in")
        again.clicked.connect(acts.sign_in)
        self.first = again
        if self._locked.person.has_code:
            return (again,)
        words = self.tr("There is no lock code for this account, so unlocking needs a network.")
        return (again, 8, Paragraph(words, "caption", "muted", leading=125))

    def _try_code(self) -> None:
        if self.code is None or self.unlock is None or not self.unlock.isEnabled():
            return  # Enter, once more: one code is tried at a time
        if not self.code.code.strip():
            self._say_refused(self.tr("Write your lock code."))
            return
        self.unlock.set_words(self.tr("Unlocking"))
        self.code.field.setFocus(Qt.FocusReason.OtherFocusReason)  # a button that is off gives it to the next
        self.unlock.setEnabled(False)
        self._context.people.unlock(self.code.code, self._code_refused)

    def _code_refused(self, refused: CodeRefused) -> None:
        if not shiboken6.isValid(self) or self.code is None or self.unlock is None:
            return  # the page has gone meanwhile
        self.unlock.set_words(self.tr("Unlock"))
        self.unlock.setEnabled(True)
        self.code.clear()
        self._say_refused(refusal_sentence(refused, self._context.clock()))

    def _say_refused(self, words: str) -> None:
        self._refused.set_words(words)
        self._refused.show()
        announce(self, words)
        if self.code is not None:
            self.code.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forgot(self, opener: QWidget) -> None:
        asked = ForgottenCode(self._context, opener, self._locked.person)
        asked.open_with(asked.stay)
        announce(asked, asked.spoken)

    # Reminders

    def look_at_rings(self, *, aloud: bool = True) -> None:
        """Say that a reminder rings, and not what it says: whoever stands here may be somebody else."""
        now, rings = self._context.clock(), self._locked.person.rings
        rung = [ring for ring in rings if ring <= now]
        if rung:
            words = self.tr("A reminder rang at {time}. Unlock to see it.").format(time=clock_time(rung[-1]))
            self._rung.set_words(words)
            self._rung_line.show()
            if aloud:
                announce(self, words)
                QApplication.alert(self.window())
        ahead = [ring for ring in rings if ring > now]
        if ahead:
            wait = (min(ahead) - now).total_seconds() * 1000
            self._next_ring.start(min(_LONGEST_TIMER_MS, max(1, round(wait))))


def cause_words(context: ScreenContext, locked: Locked) -> str:
    """Since when, and why."""
    now = context.clock()
    if locked.problem is not None:
        return problem_words(locked.problem, now).whole
    if locked.cause is LockCause.CODE_NEEDED:
        return translate("LockedStage", "You are signed in. What is kept here opens with your lock code.")
    if locked.since is None:
        return translate("LockedStage", "What is kept here is locked.")
    since = running_words(locked.since, now)
    if locked.cause is LockCause.IDLE:
        return translate("LockedStage", "Locked {since}, since nobody used the app.").format(since=since)
    return translate("LockedStage", "Locked {since}.").format(since=since)


class WaitingCounts(QObject):
    """Plurals: the extraction of words knows them in ``tr`` only, which needs a QObject."""

    def unsent(self, count: int) -> str:
        return self.tr("%n thing(s) wait here to be sent, and are sent when you unlock.", "", count)


def waiting_words(locked: Locked) -> str:
    """How many things rest in the outbox, as far as that was known when it was locked."""
    return WaitingCounts().unsent(locked.person.waiting) if locked.person.waiting else ""


def _failure(context: ScreenContext, problem: Problem | None, name: str) -> str:
    """Why signing in did not unlock."""
    if problem is None or problem.kind in _OWN_CHOICE:
        return ""
    if problem.kind is ProblemKind.OFFLINE:
        return translate(
            "LockedStage", "There is no network, so {name} cannot sign in now. Everything is still here, locked."
        ).format(name=name)
    if problem.kind is ProblemKind.WRONG_ACCOUNT:
        return translate("LockedStage", "You signed in as somebody else than {name}. Nothing was opened.").format(
            name=name
        )
    return problem_words(problem, context.clock()).whole
