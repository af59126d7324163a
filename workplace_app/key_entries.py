"""What the keyring holds of each account: its key, plain or sealed, who it is, and how often its code was wrong.

Each is an entry of its own beside the key's, which is called by the account's key alone as in all earlier versions.
"""

import json
import logging
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Protocol

from workplace_app.domain.person_here import PersonHere
from workplace_app.domain.problem import ProblemRaised
from workplace_app.sealed_key import is_key, sealed_key

_LOG = logging.getLogger(__name__)
_MOST_BYTES = 960
"""Windows Credential Manager takes 1,280 letters, and what is kept is written in base64."""
_LONGEST_NAME = 64
NEXT, PERSON, TRIES = ".next", ".person", ".tries"


class KeyVault(Protocol):
    """Keeps short secrets by name; each method raises ``ProblemRaised`` (NO_KEYRING, KEYRING_LOCKED)."""

    def fetch(self, account_key: str) -> bytes | None:
        """What is kept under the name, or None when there is nothing."""

    def store(self, account_key: str, key: bytes) -> None:
        """Keep it; it has been read back when this returns."""

    def delete(self, account_key: str) -> None:
        """Forget it; what is not there is no error."""


class KeyEntries:
    """The keyring by what is meant. It blocks: never on the screen's thread. Raises as ``KeyVault`` does."""

    def __init__(self, vault: KeyVault) -> None:
        self._vault = vault

    def key(self, account_key: str) -> bytes | None:
        """The entry that opens the account, plain or sealed; None when there is none. One that was being replaced when
        the program was ended is found where it was written first."""
        entry = self._vault.fetch(account_key)
        if is_key(entry):
            return entry
        entry = self._vault.fetch(account_key + NEXT)
        return entry if is_key(entry) else None

    def needs_code(self, account_key: str) -> bool:
        """The key is sealed with a code."""
        return sealed_key(self.key(account_key)) is not None

    def keep_key(self, account_key: str, entry: bytes) -> None:
        """Put this in place of what opened the account before. At every moment there is one that opens it: some
        keyrings replace an entry by removing it first."""
        self._vault.store(account_key + NEXT, entry)
        self._vault.store(account_key, entry)
        self._vault.delete(account_key + NEXT)

    def person(self, account_key: str) -> PersonHere:
        """Who it is, as far as it was noted; what is not there or cannot be read is somebody without a name."""
        entry = self._vault.fetch(account_key + PERSON)
        return (_person_from(account_key, entry) if entry is not None else None) or PersonHere(account_key)

    def keep_person(self, person: PersonHere) -> None:
        """Note who it is; nothing is written when it is there already."""
        entry = _entry_of(person)
        if self._vault.fetch(person.account_key + PERSON) != entry:
            self._vault.store(person.account_key + PERSON, entry)

    def tries(self, account_key: str) -> int:
        """How many wrong codes in a row."""
        entry = self._vault.fetch(account_key + TRIES) or b""
        return int(entry) if entry.isdigit() and len(entry) < 10 else 0

    def keep_tries(self, account_key: str, wrong: int) -> None:
        """Note them."""
        if wrong:
            self._vault.store(account_key + TRIES, str(wrong).encode("ascii"))
        else:
            self._vault.delete(account_key + TRIES)

    def delete(self, account_key: str) -> None:
        """Forget all of it; the key first."""
        for name in ("", NEXT, PERSON, TRIES):
            self._vault.delete(account_key + name)


def keep_person_if_possible(entries: KeyEntries, person: PersonHere) -> None:
    """A name that is not noted costs a name in a list; nobody is kept from leaving for it."""
    try:
        entries.keep_person(replace(person, has_code=entries.needs_code(person.account_key)))
    except ProblemRaised as raised:
        _LOG.warning("who is here could not be noted: %s", raised.problem.kind.value)


def _entry_of(person: PersonHere) -> bytes:
    """As JSON; moments are dropped from the end until it fits."""
    rings = [round(ring.timestamp()) for ring in person.rings]
    while True:
        entry = json.dumps(
            {
                "name": _short(person.display_name),
                "user": _short(person.user_name),
                "unit": _short(person.unit),
                "code": person.has_code,
                "left": round(person.left_at.timestamp()) if person.left_at is not None else None,
                "waiting": person.waiting,
                "rings": rings,
            },
            ensure_ascii=False,
            separators=(",", ":"),
        ).encode()
        if len(entry) <= _MOST_BYTES or not rings:
            return entry
        rings.pop()


def _person_from(account_key: str, entry: bytes) -> PersonHere | None:
    try:
        noted = json.loads(entry)
        waiting, left = noted.get("waiting"), noted.get("left")
        return PersonHere(
            account_key,
            _words(noted.get("name")),
            _words(noted.get("user")),
            _words(noted.get("unit")),
            has_code=noted.get("code") is True,
            left_at=_moment(left) if left is not None else None,
            waiting=int(waiting) if waiting is not None else None,
            rings=tuple(_moment(each) for each in noted.get("rings", ())),
        )
    except (ValueError, TypeError, AttributeError, OverflowError, OSError):
        return None


def _short(name: str) -> str:
    return "".join(letter for letter in name if letter.isprintable())[:_LONGEST_NAME]


def _words(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _moment(seconds: Any) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
