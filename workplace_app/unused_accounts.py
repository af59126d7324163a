"""Removes accounts on a shared computer to which nobody has come back for as long as IT lets things be kept.

Such an account is opened by nobody, so its own record (``domain/access_record.py``) is read by nobody: its key may need
a code. What is known without a key is when its files were last written, and that only by a clock that may have been
wrong. So nothing is compared with that moment. It is noted as a mark, with the identity provider's time at which it was
first seen, which the account that is open has just heard over TLS; when the same mark still stands ``wipe_days`` later
by the provider's clock, nobody has been there in between.
"""

import json
import logging
import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.problem import ProblemRaised
from workplace_app.folders import Folders

_LOG = logging.getLogger(__name__)
_ACCOUNT_KEY = re.compile(r"[0-9a-f]{32}")
_FILE = "unused.json"
Seen = Mapping[str, tuple[int, datetime]]
"""By account: when its files were last written (nanoseconds, by the clock of that time), and since when that is so."""


def remove_unused(
    folders: Folders, wipe: Callable[[str], None], provider_now: datetime, wipe_days: int, here: str
) -> tuple[str, ...]:
    """``wipe`` what has stood untouched for so many days, but for ``here``, whose owner has just been confirmed; which
    accounts it was. Not on the window's thread. What cannot be wiped or noted now is tried again the next time."""
    accounts = folders.current_account.parent
    before, seen, removed = _read(accounts / _FILE), {}, []
    for account_key, written in _written(accounts).items():
        mark, since = before.get(account_key, (written, provider_now))
        since = since if mark == written and since <= provider_now else provider_now
        seen[account_key] = (written, since)
        if account_key != here and provider_now - since >= timedelta(days=max(wipe_days, 1)):
            try:
                wipe(account_key)
            except (ProblemRaised, OSError) as error:
                _LOG.warning("an unused account could not be wiped: %s", type(error).__name__)
                continue
            del seen[account_key]
            removed.append(account_key)
    _write(accounts / _FILE, seen)
    return tuple(removed)


def forget_mark(folders: Folders, account_key: str) -> None:
    """The account is wiped, and so is that it ever was here. Raises ``OSError`` where the notes cannot be removed."""
    path = folders.current_account.parent / _FILE
    if path.exists():
        left = {key: found for key, found in _read(path).items() if key != account_key}
        _write(path, left)
        if not left or account_key in path.read_text(encoding="ascii", errors="replace"):
            path.unlink()


def _written(accounts: Path) -> dict[str, int]:
    found = {}
    try:
        folders = [path for path in accounts.iterdir() if _ACCOUNT_KEY.fullmatch(path.name) and path.is_dir()]
        for folder in folders:
            moments = [path.stat().st_mtime_ns for path in folder.iterdir()]
            if moments and folder.name != PUBLIC_ACCOUNT.key:
                found[folder.name] = max(moments)
    except OSError as error:
        _LOG.warning("who has things here could not be read: %s", type(error).__name__)
        return {}
    return found


def _read(path: Path) -> Seen:
    """What cannot be read begins anew: to wait longer removes nothing that should stay."""
    try:
        kept = json.loads(path.read_text(encoding="ascii"))
        moments = {str(key): (int(mark), datetime.fromisoformat(since)) for key, (mark, since) in kept.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
    return {key: found for key, found in moments.items() if found[1].tzinfo is not None}


def _write(path: Path, seen: Seen) -> None:
    draft = path.with_suffix(".new")
    try:
        draft.write_text(json.dumps({key: [mark, since.isoformat()] for key, (mark, since) in seen.items()}), "ascii")
        draft.replace(path)
    except OSError as error:
        _LOG.warning("who has things here could not be noted: %s", type(error).__name__)
