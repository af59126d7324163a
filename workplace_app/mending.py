"""Puts damaged files out of the way, so that signing in again can fetch what they held."""

import logging
from pathlib import Path

from workplace_app.account_stores import OpenedAccount
from workplace_app.domain.problem import ProblemKind, ProblemRaised
from workplace_app.set_aside import set_aside_database
from workplace_app.store.connection import needs_migration

_LOG = logging.getLogger(__name__)


def mend(opened: OpenedAccount) -> bool:
    """Set aside whichever of the two files cannot be read with its own key; True when there was one.

    The other is kept as it is. A damaged cache is fetched anew; damaged things of the user's own stay beside it, for
    whoever may rescue them, or has the key.
    Raises ``ProblemRaised`` when another thing is wrong (STORE_FROM_THE_FUTURE, STORE_BUSY, DISK_FULL).
    """
    files: tuple[Path, ...] = (opened.files.cache, opened.files.mine)
    try:
        needs_migration(opened.files, opened.key)
    except ProblemRaised as raised:
        if raised.problem.kind is ProblemKind.KEY_DOES_NOT_FIT:
            unreadable = files
        elif raised.problem.kind is ProblemKind.STORE_DAMAGED:
            unreadable = tuple(file for file in files if raised.problem.detail in (None, file.name))
        else:
            raise
        for file in unreadable:
            _set_aside(file)
        return True
    return False


def _set_aside(file: Path) -> None:
    set_aside_database(file)
    _LOG.warning("%s cannot be read; it was set aside", file.name)
