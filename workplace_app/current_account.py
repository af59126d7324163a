"""Who used the program last on this computer: the file that names the account which the next start opens."""

import re

from workplace_app.folders import Folders

_ACCOUNT_KEY = re.compile(r"[0-9a-f]{32}")


def last_used(folders: Folders) -> str | None:
    """The key of the account that was used last, None when nobody has signed in on this computer."""
    try:
        name = folders.current_account.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return None
    return name if _ACCOUNT_KEY.fullmatch(name) else None
