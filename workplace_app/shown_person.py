"""Whose store it is that is open: from its own profile, and as others may see the person when it is left."""

from datetime import datetime

from workplace_app.account_stores import OpenedAccount
from workplace_app.domain.account import Account
from workplace_app.domain.person_here import PersonHere
from workplace_app.domain.problem import ProblemRaised
from workplace_app.store.connection_type import Connection
from workplace_app.store.only_here_reader import only_here
from workplace_app.store.person_reader import profile
from workplace_app.store.reminder_reader import open_reminders

MOST_RINGS = 20
"""So many moments fit into a keyring's entry beside the names."""


def account_in(connection: Connection) -> Account:
    """The account whose cache this is, as far as its profile tells: enough to show whose things these are."""
    known = profile(connection)
    if known is None:
        return Account("", "unknown", "", "", "")
    object_id = known.person.id.partition(":")[2]
    return Account("", object_id, "", known.person.mail, known.person.name)


def person_of(
    opened: OpenedAccount, connection: Connection, shown: Account, now: datetime, *, has_code: bool
) -> PersonHere:
    """Who is about to be locked. What cannot be read any more is not told: locking must not fail."""
    person = PersonHere(
        opened.account_key,
        shown.display_name,
        shown.user_name,
        has_code=has_code,
        session_only=opened.session_only,
        left_at=now,
    )
    try:
        known = profile(connection)
        waiting = only_here(connection).unsent
        rings = sorted(each.at for each in open_reminders(connection) if each.at > now)
    except ProblemRaised:
        return person
    return PersonHere(
        opened.account_key,
        shown.display_name or (known.person.name if known is not None else ""),
        shown.user_name or (known.person.mail if known is not None else ""),
        known.person.unit if known is not None else "",
        has_code=has_code,
        session_only=opened.session_only,
        left_at=now,
        waiting=waiting,
        rings=tuple(rings[:MOST_RINGS]),
    )
