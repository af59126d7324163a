"""Who used the program last on this computer: the file that names the account which the next start opens."""

import re

from workplace_app.folders import Folders

_ACCOUNT_KEY = re.compile(r"([0-9a-f]{32})( locked)?")
LOCKED_MARK = " locked"
"""Behind the name of an account that was locked when it was left: the next start asks who it is."""


def last_used(folders: Folders) -> str | None:
    """The key of the account that was used last, None when nobody has signed in on this computer."""
    return _noted(folders)[0]


def left_locked(folders: Folders) -> bool:
    """True when that account was locked: it is not opened before its owner has proved who it is."""
    return _noted(folders)[1]


def _noted(folders: Folders) -> tuple[str | None, bool]:
    try:
        text = folders.current_account.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return None, False
    found = _ACCOUNT_KEY.fullmatch(text)
    return (found[1], bool(found[2])) if found else (None, False)
