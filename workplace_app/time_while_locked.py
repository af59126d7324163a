"""Counts the days of an account that was left locked, and removes it when they are over: nobody else looks at it.

While an account is open sync writes its record of access. One that is locked is opened by nobody, and on a computer
that nobody else uses it would be kept for ever. So a start that finds it locked writes down that time has passed,
before anything is opened; what such a look can count is what ``access_record.noted`` lets it.

A key that needs its owner's code opens nothing here either: such an account goes when somebody else is there
(``unused_accounts.py``), or its owner comes back.
"""

import logging
from contextlib import closing
from datetime import datetime

from workplace_app.account_stores import AccountStores
from workplace_app.domain.access import AccessRules
from workplace_app.domain.access_record import noted
from workplace_app.domain.access_standing import Access, standing
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.sealed_key import KEY_BYTES
from workplace_app.store.access_reader import access_record
from workplace_app.store.access_writer import save_access
from workplace_app.store.sync_connection import open_for_sync

_LOG = logging.getLogger(__name__)


def removed_while_locked(stores: AccountStores, account_key: str, rules: AccessRules, now: datetime) -> Problem | None:
    """Why the account has just been wiped; None when it stays. What cannot be read or written now is tried again at
    the next start. Not on the window's thread."""
    try:
        reason = _reason_to_go(stores, account_key, rules, now)
    except ProblemRaised as raised:
        _LOG.warning("the time of a locked account could not be noted: %s", raised.problem.kind.value)
        return None
    if reason is None:
        return None
    try:
        stores.wipe(account_key, lambda: None)
    except (ProblemRaised, OSError) as error:  # finished at the next start, and opened by nobody until then
        _LOG.warning("a locked account could not be wiped as a whole: %s", type(error).__name__)
    return Problem(reason)


def _reason_to_go(stores: AccountStores, account_key: str, rules: AccessRules, now: datetime) -> ProblemKind | None:
    key = stores.entries.key(account_key)
    if key is None or len(key) != KEY_BYTES:
        return None
    opened = stores.unlocked(account_key, key)
    if not opened.files.mine.exists():
        return None
    with closing(open_for_sync(opened.files, opened.key)) as connection:
        record = noted(access_record(connection), now)
        save_access(connection, record)
    found = standing(record, rules, now)
    return found.reason if found.access is Access.TO_BE_WIPED else None
