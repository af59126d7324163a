"""The window, as far as accounts go: what ``account_switching`` asks of it."""

from typing import Protocol

from workplace_app.domain.account import Account
from workplace_app.domain.keyring import Keyring
from workplace_app.domain.locked import Locked
from workplace_app.domain.problem import Problem
from workplace_app.store.connection_type import Connection


class AccountWindow(Protocol):
    """The window, as far as accounts go."""

    def enter(self, connection: Connection, account: Account, keyring: Keyring, locked: Locked | None) -> None:
        """Show this account's things; ``locked`` is who could be here, while what is open to all is shown."""

    def signed_in_again(self) -> None:
        """Whoever is shown has signed in anew; the things shown are the same."""

    def leave(self) -> None:
        """Drop all that belongs to the account that is shown."""

    def forget_copied(self) -> None:
        """Take from the clipboard what was copied here."""

    def say_problem(self, problem: Problem) -> None:
        """Tell what is wrong and what to do."""

    def sign_in_failed(self, problem: Problem) -> None:
        """The same, where the page that is shown does not tell of it by itself."""
