"""The window as the accounts see it: it shows one, drops it, and says what is wrong."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer

from ui.background_requests import BackgroundRequests
from ui.cms_sign_in import CmsSignInTelling
from ui.companion import COMPANION_AFTER_MS
from ui.inner_links import call_refused_words, closed_words, show_inner_link
from ui.leaving import Copied
from ui.people_here import NobodyElse, PeopleHere
from ui.places import SIGN_IN, TODAY
from ui.problem_wording import problem_words
from ui.screen import ScreenContext
from ui.workplace import Workplace
from workplace_app.domain.account import Account
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.inner_link import InnerLink
from workplace_app.domain.keyring import Keyring
from workplace_app.domain.locked import Locked
from workplace_app.domain.problem import Problem
from workplace_app.people_at_desk import PeopleAtDesk
from workplace_app.single_instance import SingleInstance
from workplace_app.store.connection_type import Connection


class FurnishedWindow:
    """The window as the accounts see it."""

    def __init__(
        self,
        workplace: Workplace,
        municipality: Municipality,
        requests: BackgroundRequests,
        clock: Callable[[], datetime],
    ) -> None:
        self._workplace = workplace
        self._municipality = municipality
        self._requests = requests
        self._clock = clock
        self._context: ScreenContext | None = None
        self._copied: Copied | None = None
        self.people: PeopleHere = NobodyElse()
        telling = CmsSignInTelling(workplace, requests, clock)
        workplace.watcher.cms_sign_in.connect(telling.tell)

    def enter(self, connection: Connection, account: Account, keyring: Keyring, locked: Locked | None) -> None:
        """Show this account's things, or who has locked theirs."""
        self._context = self._workplace.enter(
            connection, account, self._municipality, self._requests, keyring=keyring, locked=locked, people=self.people
        )
        if self._copied is None:
            QTimer.singleShot(COMPANION_AFTER_MS, self._workplace, self._listen_to_clipboard)

    def meet(self, people: PeopleAtDesk) -> None:
        """From now on these people share the window."""
        self.people = people
        people.code_lacking.connect(self._workplace.people.ask_for_code)

    def _listen_to_clipboard(self) -> None:
        if self._copied is None:
            self._copied = Copied()

    def signed_in_again(self) -> None:
        """Stay where one is, unless that is the sign-in page."""
        if self._workplace.pages.place == SIGN_IN:
            self._workplace.go(TODAY)

    def leave(self) -> None:
        """Drop all that belongs to the account that is shown."""
        self._context = None
        self._workplace.leave()

    def forget_copied(self) -> None:
        """Nothing that was copied here is pasted by the next person."""
        if self._copied is not None:
            self._copied.forget()

    def say_problem(self, problem: Problem) -> None:
        """Tell what is wrong and what to do."""
        self._workplace.say(problem_words(problem, self._clock()).whole, icon="warning")

    def sign_in_failed(self, problem: Problem) -> None:
        """The sign-in page tells of it by itself and says what to do next; every other page has a toast."""
        if self._workplace.pages.place != SIGN_IN:
            self.say_problem(problem)

    def hear(self, instance: SingleInstance) -> None:
        """From now on answer further starts of the program."""
        instance.wanted.connect(self.called)
        instance.refused.connect(self.say_call_refused)
        instance.listen()

    def called(self, link: InnerLink | None) -> None:
        """The program was started once more: show the window over the others, and in it what was asked for."""
        window = self._workplace.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if link is not None:
            words = closed_words() if self._context is None else show_inner_link(link, self._context)
            if words:
                self._workplace.say(words, icon="warning")

    def say_call_refused(self) -> None:
        """Somebody wrote what is no call where calls are written."""
        self._workplace.say(call_refused_words(), icon="warning")
