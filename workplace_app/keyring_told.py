"""What the window tells of the computer's keyring, as long as an account or what is open to all is shown."""

from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.keyring import Keyring
from workplace_app.domain.problem import Problem, ProblemKind

_SHUT = {ProblemKind.KEYRING_LOCKED: Keyring.LOCKED, ProblemKind.KEYRING_SILENT: Keyring.SILENT}


def keyring_told(stores: AccountStores, opened: OpenedAccount, problem: Problem | None) -> Keyring:
    """``problem`` is what kept an account from being opened before ``opened`` was."""
    shut = _SHUT.get(problem.kind) if problem is not None else None
    if shut is not None and opened.account_key == PUBLIC_ACCOUNT.key and stores.last_used() is not None:
        return shut
    lacking = opened.session_only and stores.session_problem is not None
    return Keyring.NONE if lacking else Keyring.OPEN
