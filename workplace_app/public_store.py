"""The store of nobody: what is open to all, kept on this computer or, where that cannot be, for this session."""

from collections.abc import Callable

from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemRaised
from workplace_app.mending import mend
from workplace_app.work_beside import understood


@frozen
class PublicStore:
    """``opened`` can be read; ``problem`` is what kept it from being kept on this computer."""

    opened: OpenedAccount
    problem: Problem | None = None


def open_public_store(stores: AccountStores, fill: Callable[[OpenedAccount], None]) -> PublicStore:
    """The store of nobody, which ``fill`` fills where it is new. What cannot be kept on this computer (no room, a
    locked keyring, files from another version) is made for this session: services can be found in any case."""
    try:
        opened = stores.open_or_create(PUBLIC_ACCOUNT.key)
        mend(opened)
        fill(opened)
    except (ProblemRaised, OSError) as error:
        opened = stores.open_for_session(PUBLIC_ACCOUNT.key)
        fill(opened)
        return PublicStore(opened, understood(error))
    return PublicStore(opened)
