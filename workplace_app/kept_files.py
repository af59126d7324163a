"""Every file that the program leaves on a computer: what it holds, why, for how long, and what clears it.

The tables inside the two databases are declared in ``store/tables.py``. A test works a whole day and fails for a file
that no declaration names, and after a sign-out for one that should be gone.
"""

import re
from enum import StrEnum
from pathlib import Path

from workplace_app.domain.frozen import frozen
from workplace_app.folders import Folders


class Cleared(StrEnum):
    """What takes a file away. Of one account all files go together: at sign-out, when the account is blocked, and when
    nobody has confirmed it for as long as IT allows (``AccountStores.wipe``)."""

    WITH_THE_ACCOUNT = "with_the_account"
    LINE_WITH_THE_ACCOUNT = "line_with_the_account"  # the file stays, and what it says of the account goes
    AT_THE_END = "at_the_end"  # when the program ends, or at its next start if it was killed
    BY_ROTATION = "by_rotation"  # the oldest goes when a new one is begun
    NEVER = "never"  # nothing of a person is in it


@frozen
class KeptFile:
    """``pattern`` is the path below ``place`` (a field of ``Folders``, or "session" for the folder in memory), in which
    <account> stands for 32 hex digits, <random> for some letters and digits, and * for the rest of a name."""

    place: str
    pattern: str
    what: str
    kept_for: str
    cleared: Cleared


_ACCOUNT = "as long as the account is here"
_RUN = "as long as the program runs"

KEPT_FILES = (
    KeptFile("data", "accounts/<account>/cache.db", "what was fetched, encrypted", _ACCOUNT, Cleared.WITH_THE_ACCOUNT),
    KeptFile("data", "accounts/<account>/cache.db-*", "its journals, encrypted", _RUN, Cleared.WITH_THE_ACCOUNT),
    KeptFile(
        "data",
        "accounts/<account>/mine.db",
        "the user's own things, the outbox and the tokens, encrypted",
        _ACCOUNT,
        Cleared.WITH_THE_ACCOUNT,
    ),
    KeptFile("data", "accounts/<account>/mine.db-*", "its journals, encrypted", _RUN, Cleared.WITH_THE_ACCOUNT),
    KeptFile(
        "data",
        "accounts/<account>/*.unreadable",
        "one of the two that was damaged, encrypted, for whoever may rescue it",
        _ACCOUNT,
        Cleared.WITH_THE_ACCOUNT,
    ),
    KeptFile(
        "data",
        "accounts/<account>.unreadable/*",
        "files whose key was lost: nobody can read them unless it turns up again",
        _ACCOUNT,
        Cleared.WITH_THE_ACCOUNT,
    ),
    KeptFile(
        "data",
        "accounts/current",
        "whose account the next start opens: 32 hex digits, and whether it was left locked",
        _ACCOUNT,
        Cleared.WITH_THE_ACCOUNT,
    ),
    KeptFile("data", "accounts/current.new", "the same while it is written", "a moment", Cleared.WITH_THE_ACCOUNT),
    KeptFile(
        "data",
        "accounts/<account>.wiping",
        "that this account is to be gone: empty",
        "until its wiping has ended",
        Cleared.WITH_THE_ACCOUNT,
    ),
    KeptFile(
        "data",
        "accounts/unused.json",
        "since when nobody has used each account: 32 hex digits and moments",
        "each as long as its account is here",
        Cleared.LINE_WITH_THE_ACCOUNT,
    ),
    KeptFile("data", "accounts/unused.new", "the same while it is written", "a moment", Cleared.LINE_WITH_THE_ACCOUNT),
    KeptFile(
        "data",
        "window.ini",
        "language, size of text, widths, and the place where one was: nothing that anybody wrote or was sent",
        "until it is removed by hand",
        Cleared.NEVER,
    ),
    KeptFile("data", "window.ini.lock", "that it is being written", "a moment", Cleared.NEVER),
    KeptFile("data", "window.ini.<random>", "the same while it is written", "a moment", Cleared.NEVER),
    KeptFile(
        "data", "running.lock", "the number of the process that runs, and the computer's name", _RUN, Cleared.AT_THE_END
    ),
    KeptFile(
        "data",
        "running.call",
        "that somebody started it once more, and what links led to: kinds and ids, no words",
        _RUN,
        Cleared.AT_THE_END,
    ),
    KeptFile(
        "logs",
        "nacka-arbetsplats.log",
        "what went wrong, without tokens, addresses or words of anybody",
        "1 MB, then it is put aside",
        Cleared.BY_ROTATION,
    ),
    KeptFile("logs", "nacka-arbetsplats.log.*", "the earlier ones", "three of them", Cleared.BY_ROTATION),
    KeptFile("configuration", "configuration.json", "which municipality it is, by IT", "IT decides", Cleared.NEVER),
    KeptFile("machine", "configuration.json", "which municipality it is, by IT", "IT decides", Cleared.NEVER),
    KeptFile("machine", "policy.json", "IT's policy", "IT decides", Cleared.NEVER),
    KeptFile(
        "session",
        "nacka-arbetsplats-<random>/*",
        "the same as in an account's folder where there is no keyring, in memory and encrypted",
        _RUN,
        Cleared.AT_THE_END,
    ),
    KeptFile("session", ".nacka-arbetsplats-<random>.lock", "that it is in use: empty", _RUN, Cleared.AT_THE_END),
)
"""Every one, once. What somebody saves as a file of their own (a reminder, a list of what was sent) is theirs, lies
where they have put it, and is not the program's to remove; the same goes for drawn screens (``workplace-app
screenshots``). The demo municipality keeps what belongs to nobody in the folder ``demo``."""

_HOLES = {"<account>": "[0-9a-f]{32}", "<random>": "[0-9A-Za-z]+", "*": "[^/]*"}


def declaration_of(path: Path, folders: Folders, session: Path | None = None) -> KeptFile | None:
    """What declares this file; None where nothing does. ``session`` is the folder above those of a session."""
    for kept in KEPT_FILES:
        place = session if kept.place == "session" else getattr(folders, kept.place)
        if place is None or not path.is_relative_to(place):
            continue
        if _matcher(kept.pattern).fullmatch(path.relative_to(place).as_posix()):
            return kept
    return None


def _matcher(pattern: str) -> re.Pattern[str]:
    parts = re.split(r"(<account>|<random>|\*)", pattern)
    return re.compile("".join(_HOLES.get(part, re.escape(part)) for part in parts))
