"""Puts files aside that cannot be read now, and never over others: the key to them may turn up again."""

from itertools import count
from pathlib import Path

from workplace_app.session_folder import remove_folder

_ASIDE = ".unreadable"
_JOURNALS = ("-wal", "-journal")
"""What SQLite keeps beside a file and reads with it: the wishes of the last minutes are in there."""
_REBUILT = "-shm"


def set_aside_folder(folder: Path) -> None:
    """Give the folder another name beside its own. Raises ``OSError``."""
    folder.rename(_free(folder))


def set_aside_database(file: Path) -> None:
    """Give a database file another name, and what belongs to it the name that goes with that. Raises ``OSError``."""
    target = _free(file)
    for journal in _JOURNALS:  # first: what is cut off goes on here, under the same names
        beside = Path(f"{file}{journal}")
        if beside.exists():
            beside.replace(f"{target}{journal}")
    if file.exists():
        file.replace(target)
    Path(f"{file}{_REBUILT}").unlink(missing_ok=True)


def asides_of(path: Path) -> list[Path]:
    """What was put aside under this name, the oldest first."""
    found: list[Path] = []
    for number in count(1):
        candidate = _numbered(path, number)
        if not candidate.exists():
            return found
        found.append(candidate)
    return found


def remove_aside_folders(folder: Path) -> None:
    """Remove all that was put aside of a folder. Raises ``OSError``."""
    for aside in reversed(asides_of(folder)):  # the last one first: what is cut off leaves a row without a gap
        remove_folder(aside)


def _free(path: Path) -> Path:
    return _numbered(path, len(asides_of(path)) + 1)


def _numbered(path: Path, number: int) -> Path:
    return path.with_name(f"{path.name}{_ASIDE}" + (f"-{number}" if number > 1 else ""))
