"""The window as the accounts see it: it shows one, drops it, and says what is wrong."""

from collections.abc import Callable
from datetime import datetime

from ui.background_requests import BackgroundRequests
from ui.places import SIGN_IN, TODAY
from ui.problem_wording import problem_words
from ui.workplace import Workplace
from workplace_app.domain.account import Account
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.keyring import Keyring
from workplace_app.domain.problem import Problem
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

    def enter(self, connection: Connection, account: Account, keyring: Keyring) -> None:
        """Show this account's things."""
        self._workplace.enter(connection, account, self._municipality, self._requests, keyring=keyring)

    def signed_in_again(self) -> None:
        """Stay where one is, unless that is the sign-in page."""
        if self._workplace.pages.place == SIGN_IN:
            self._workplace.go(TODAY)

    def leave(self) -> None:
        """Drop all that belongs to the account that is shown."""
        self._workplace.leave()

    def say_problem(self, problem: Problem) -> None:
        """Tell what is wrong and what to do."""
        self._workplace.say(problem_words(problem, self._clock()).whole, icon="warning")

    def sign_in_failed(self, problem: Problem) -> None:
        """The sign-in page tells of it by itself and says what to do next; every other page has a toast."""
        if self._workplace.pages.place != SIGN_IN:
            self.say_problem(problem)
