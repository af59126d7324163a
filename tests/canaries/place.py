"""One life's place at the computer: its folders on the disk that is looked at, its keyring, and who is who."""

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.canaries.marks import OPEN, Marks
from tests.canaries.town import PEOPLE
from tests.crashes.life import KeyFile
from tests.crashes.unreliable_disk import UnreliableDisk
from workplace_app.demo.settings import TENANT_ID
from workplace_app.domain.account import Account
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.configuration_reading import municipality_from_json
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.folders import HOME_VARIABLE, Folders, system_folders
from workplace_app.store.connection import KEY_BYTES

Order = dict[str, Any]
ABSENT, LOCKED, OPEN_KEYRING = "absent", "locked", "open"
HISTORY = "history"
_NOWHERE = "https://localhost:9"


def account_key(letter: str) -> str:
    """The name of somebody's pair of files."""
    return Account(TENANT_ID, PEOPLE[letter].object_id, "", "", "").key


LETTER_OF = {account_key(letter): letter for letter in PEOPLE}


class Drawer(KeyFile):
    """The keyring, which is no part of the disk: GNOME's encrypts its own file. It may be locked or absent, and it
    remembers for the test every key that was ever put into it."""

    def __init__(self, folder: Path, state: str) -> None:
        super().__init__(folder)
        self._folder = folder
        self._refuses = {LOCKED: ProblemKind.KEYRING_LOCKED, ABSENT: ProblemKind.NO_KEYRING}.get(state)

    def fetch(self, account_key: str) -> bytes | None:
        self._ask()
        return super().fetch(account_key)

    def store(self, account_key: str, key: bytes) -> None:
        self._ask()
        self._folder.mkdir(parents=True, exist_ok=True)
        if len(key) == KEY_BYTES:
            with (self._folder / HISTORY).open("a", encoding="ascii") as history:
                history.write(f"{key.hex()}\n")
        super().store(account_key, key)

    def delete(self, account_key: str) -> None:
        self._ask()
        super().delete(account_key)

    def _ask(self) -> None:
        if self._refuses is not None:
            raise ProblemRaised(Problem(self._refuses))


class Place:
    """Made at the beginning of a life, in its process: everything that a program may write to lies on the disk, and
    what it prints goes to a file of the order's."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.marks = Marks(*order["marks"])
        root = Path(order["root"])
        if order["record"]:
            UnreliableDisk(root).record(Path(order["record"]))
        self._move_in(root)
        printed = os.open(order["printed"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(printed, sys.stdout.fileno())
        os.dup2(printed, sys.stderr.fileno())
        self.folders: Folders = system_folders()
        self.drawer = Drawer(Path(order["keys"]), order["keyring"])

    @staticmethod
    def _move_in(root: Path) -> None:
        for name in ("home", "tmp", "config", "cache", "share", "state", "run"):
            (root / name).mkdir(mode=0o700, exist_ok=True)
        os.environ |= {
            "QT_QPA_PLATFORM": "offscreen",
            HOME_VARIABLE: str(root / "home" / "workplace"),
            "HOME": str(root / "home"),
            "TMPDIR": str(root / "tmp"),
            "XDG_CONFIG_HOME": str(root / "config"),
            "XDG_CACHE_HOME": str(root / "cache"),
            "XDG_DATA_HOME": str(root / "share"),
            "XDG_STATE_HOME": str(root / "state"),
            "XDG_RUNTIME_DIR": str(root / "run"),
        }
        tempfile.tempdir = None
        os.chdir(root / "home")

    def municipality(self, *, reachable: bool = True) -> Municipality:
        """Where the municipality is; or the same where nobody answers."""
        announced = dict(self.order["municipality"])
        if not reachable:
            for name in ("graph", "cms_v2_address", "authority", "public_disruptions", "service_catalogue"):
                announced[name] = _NOWHERE
        return municipality_from_json(announced)

    def letter_of(self, account: str | None) -> str:
        """Whose files these are."""
        return LETTER_OF.get(account or "", OPEN)
