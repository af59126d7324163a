"""The people who share this computer, for the window: who is here, locking, switching, unlocking, codes."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.account_switching import AccountSwitching
from workplace_app.domain.locked import LockCause, Locked
from workplace_app.domain.person_here import PersonHere
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.sign_in import SignInWish
from workplace_app.domain.unlocking import CodeRefused
from workplace_app.roster import Roster
from workplace_app.work_beside import WorkBeside

if TYPE_CHECKING:
    from workplace_app.lock_codes import LockCodes

NOTED_AFTER_MS = 3_000
"""After an account has been entered who it is goes into the keyring: when the window has long been drawn."""


class Requests(Protocol):
    """The work behind the window, as far as people go."""

    def sign_in(self, wish: SignInWish) -> None:
        """Begin with the browser."""


class PeopleAtDesk(QObject):
    """A ``PeopleHere``. Belongs to the window's thread; the keyring is asked on others. ``make_codes`` imports what
    codes need, the first time that one is written."""

    code_lacking = Signal()
    """An account is open that has no code, and IT demands one."""

    def __init__(
        self,
        switching: AccountSwitching,
        stores: AccountStores,
        requests: Requests,
        make_codes: "Callable[[AccountStores], LockCodes]",
        *,
        code_required: bool = False,
    ) -> None:
        super().__init__()
        self._switching = switching
        self._stores = stores
        self._requests = requests
        self._make_codes = make_codes
        self._code_required = code_required
        self._roster = Roster(stores)
        self._work = WorkBeside()
        self._made_codes: LockCodes | None = None
        self._busy_with_code = False
        self._then: SignInWish | None = None
        self._note = QTimer(self, singleShot=True, interval=NOTED_AFTER_MS)
        self._note.timeout.connect(self._note_who_is_here)
        switching.entered.connect(self._entered)
        switching.left.connect(self._left)

    @property
    def has_code(self) -> bool:
        """A code of its owner's unlocks the account that is open."""
        return self._switching.has_code

    def ask_who_is_here(self, answer: Callable[[tuple[PersonHere, ...]], None]) -> None:
        """Everybody whose things are on this computer, but whoever is shown now: open, or locked."""

        def tell(found: tuple[PersonHere, ...] | Problem) -> None:
            opened, locked = self._switching.opened, self._switching.locked
            shown = {opened.account_key if opened is not None else "", locked.person.account_key if locked else ""}
            people = () if isinstance(found, Problem) else found
            answer(tuple(each for each in people if each.account_key not in shown))

        self._work.do(self._roster.people, tell, "people")

    def lock(self) -> None:
        """Leave the account that is open, so that its owner alone can come back."""
        self._switching.lock()

    def lock_idle(self) -> None:
        """The same, since nobody uses the computer."""
        self._switching.lock(cause=LockCause.IDLE)

    def switch_to(self, person: PersonHere | None) -> None:
        """Lock what is open, and ask this person for proof; None: whoever signs in. Without a code that is signing in,
        which begins at once."""
        self._switching.lock(cause=LockCause.SWITCHED)
        locked = Locked(person, person.left_at, LockCause.SWITCHED) if person is not None else None
        wish: SignInWish | None = None
        if person is None:
            # With proof: the browser may still know whoever was here before, whose things are locked.
            wish = SignInWish(choose=True, proof=True)
        elif not person.has_code:
            wish = SignInWish(person.account_key, person.user_name, proof=True)
        self._switching.show_locked(locked)
        if self._switching.opened is None:
            self._then = wish  # leaving ends every sign-in
        elif wish is not None:
            self._requests.sign_in(wish)

    def unlock(self, code: str, refused: Callable[[CodeRefused], None]) -> None:
        """Open the account that is locked; ``refused`` hears why not."""
        locked = self._switching.locked
        if locked is None or self._busy_with_code:
            return
        if not locked.opens_by_code:
            refused(CodeRefused(problem=locked.problem or Problem(ProblemKind.SIGN_IN_NEEDED)))
            return
        account_key = locked.person.account_key

        def done(answer: OpenedAccount | CodeRefused | Problem) -> None:
            self._busy_with_code = False
            still = self._switching.locked
            if isinstance(answer, OpenedAccount):
                if still is not None and still.person.account_key == account_key:
                    self._switching.let_in(answer)
                    self._switching.has_code = self._switching.somebody_is_here
            else:
                refused(CodeRefused(problem=answer) if isinstance(answer, Problem) else answer)

        self._busy_with_code = True
        self._work.do(lambda: self._codes().open(account_key, code), done, "code")

    def start_anew(self, person: PersonHere) -> None:
        """The code is forgotten: when this person has signed in, what is kept here is removed and fetched again."""
        self._switching.start_anew(person.account_key)
        self._requests.sign_in(SignInWish(person.account_key, person.user_name, proof=True))

    def change_code(self, current: str, code: str, answer: Callable[[CodeRefused | None], None]) -> None:
        """Let this code unlock the account that is open, "" for none; ``current`` is the one until now."""
        opened = self._switching.opened
        if opened is None or not self._switching.somebody_is_here or self._busy_with_code:
            return

        def done(refusal: CodeRefused | Problem | None) -> None:
            self._busy_with_code = False
            if refusal is None and self._switching.opened == opened:
                self._switching.has_code = bool(code)
                self._note_who_is_here()
            answer(CodeRefused(problem=refusal) if isinstance(refusal, Problem) else refusal)

        self._busy_with_code = True
        self._work.do(lambda: self._codes().change(opened, current, code), done, "code")

    def end(self) -> None:
        """The program ends: what is being noted is noted."""
        self._note.stop()
        self._work.end()

    # What follows

    def _codes(self) -> "LockCodes":
        if self._made_codes is None:
            self._made_codes = self._make_codes(self._stores)
        return self._made_codes

    def _entered(self, opened: OpenedAccount) -> None:
        self._note.stop()
        wish, self._then = self._then, None
        if not self._switching.somebody_is_here:
            if wish is not None:
                self._requests.sign_in(wish)
            return
        if opened.session_only:
            person = self._switching.person()
            if person is not None:
                self._roster.keep_in_mind(person)
            return
        self._work.do(
            lambda: self._stores.entries.needs_code(opened.account_key),
            lambda answer: self._code_known(opened, answer),
            "code",
        )
        self._note.start()

    def _code_known(self, opened: OpenedAccount, answer: bool | Problem) -> None:
        if self._switching.opened != opened or isinstance(answer, Problem):
            return
        self._switching.has_code = answer
        if self._code_required and not answer:
            self.code_lacking.emit()

    def _left(self, person: PersonHere) -> None:
        self._note.stop()
        self._work.do(lambda: self._roster.keep(person), lambda _done: None, "people")

    def _note_who_is_here(self) -> None:
        person = self._switching.person()
        if person is not None:
            # What changes from moment to moment is noted when the account is left.
            person = replace(person, left_at=None, waiting=None, rings=())
            self._work.do(lambda: self._roster.keep(person), lambda _done: None, "people")
