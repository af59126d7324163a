"""The same rules of access for what opens an account without a window: a round of sync, a search, drawn screens."""

from contextlib import closing
from datetime import datetime

from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.domain.access import AccessRules
from workplace_app.domain.access_standing import Access, Standing, standing
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.store.access_reader import access_record
from workplace_app.store.connection import SchemaOutdated, open_for_screen
from workplace_app.store.connection_type import Connection


def standing_of(opened: OpenedAccount, rules: AccessRules, now: datetime) -> Standing:
    """How the account stands whose files these are; files that are older than the program have no record yet.

    Raises ``ProblemRaised`` as ``open_for_screen`` does.
    """
    try:
        with closing(open_for_screen(opened.files, opened.key)) as connection:
            return standing(access_record(connection), rules, now)
    except SchemaOutdated:
        return Standing(Access.OPEN)


def admit(connection: Connection, rules: AccessRules, now: datetime) -> None:
    """Let go on with this connection whoever may; raises ``ProblemRaised`` (ACCESS_REVOKED, GRACE_OVER,
    ACCOUNT_DISABLED) and closes it for everybody else."""
    found = standing(access_record(connection), rules, now)
    if not found.is_open:
        connection.close()
        raise ProblemRaised(_reason(found))


def remove_what_must_go(stores: AccountStores, opened: OpenedAccount, rules: AccessRules, now: datetime) -> None:
    """Wipe the account where its time is over, and raise ``ProblemRaised`` with the reason. Nothing of it is open."""
    found = standing_of(opened, rules, now)
    if found.access is Access.TO_BE_WIPED:
        stores.wipe(opened.account_key, lambda: None)
        raise ProblemRaised(_reason(found))


def refuse_who_is_locked(opened: OpenedAccount, rules: AccessRules, now: datetime) -> None:
    """Raises ``ProblemRaised`` (ACCESS_REVOKED, GRACE_OVER) when nothing of the account may be shown."""
    found = standing_of(opened, rules, now)
    if not found.is_open:
        raise ProblemRaised(_reason(found))


def _reason(found: Standing) -> Problem:
    detail = "removed" if found.access is Access.TO_BE_WIPED else None
    return Problem(found.reason or ProblemKind.GRACE_OVER, detail=detail)
