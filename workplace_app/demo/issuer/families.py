"""Refresh tokens that rotate: each works once, and the second use of one ends everything that came of its sign-in."""

import hashlib
import json
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from workplace_app.demo.staff import Staff, staff_by_object_id
from workplace_app.demo.whole_files import write_whole

TOKENS_KEPT = 2_000


@dataclass(frozen=True, slots=True)
class Family:
    """One sign-in, and what it may ask for."""

    object_id: str
    scope: str
    audience: str
    organization: str
    auth_time: int

    @property
    def person(self) -> Staff | None:
        """Who signed in."""
        return staff_by_object_id(self.object_id)


class Families:
    """Kept in one JSON file, without a token in it: only their digests."""

    def __init__(self, file: Path) -> None:
        self._file = file
        kept: dict[str, Any] = json.loads(file.read_text("utf-8")) if file.exists() else {}
        self._families = {name: Family(**family) for name, family in kept.get("families", {}).items()}
        self._tokens: dict[str, list[Any]] = kept.get("tokens", {})
        self._ended: dict[str, int] = kept.get("ended", {})
        self.access_token_seconds: int | None = kept.get("access_token_seconds")
        self.reuses = 0
        """How often a token was used for the second time."""

    def save(self) -> None:
        """Write everything down."""
        self._tokens = dict(list(self._tokens.items())[-TOKENS_KEPT:])
        kept = {
            "families": {name: asdict(family) for name, family in self._families.items()},
            "tokens": self._tokens,
            "ended": self._ended,
            "access_token_seconds": self.access_token_seconds,
        }
        write_whole(self._file, json.dumps(kept, indent=1).encode())

    def begin(self, family: Family) -> str:
        """The first refresh token of a sign-in."""
        name = secrets.token_hex(8)
        self._families[name] = family
        return self._next(name)

    def spend(self, token: str) -> tuple[Family, str] | None:
        """The family of a refresh token and the token that follows it; None, and the end of the family, for one that
        was used before, and None for one that nobody knows."""
        entry = self._tokens.get(_digest(token))
        if entry is None or entry[0] not in self._families:
            return None
        name, used = entry
        if used:
            self.reuses += 1
            del self._families[name]
            self.save()
            return None
        entry[1] = True
        return self._families[name], self._next(name)

    def revoke(self, token: str) -> None:
        """End the family of a token; one that nobody knows is fine too (RFC 7009, 2.2)."""
        entry = self._tokens.get(_digest(token))
        if entry is not None and self._families.pop(entry[0], None) is not None:
            self.save()

    def end_sessions(self, person: Staff) -> None:
        """End everything of one person: families, and access tokens that have been given out."""
        self._families = {
            name: family for name, family in self._families.items() if family.object_id != person.object_id
        }
        self._ended[person.object_id] = self.generation(person) + 1
        self.save()

    def generation(self, person: Staff) -> int:
        """How often the person's sessions have been ended: an access token of an older one is dead."""
        return self._ended.get(person.object_id, 0)

    def living(self) -> int:
        """How many sign-ins still hold."""
        return len(self._families)

    def _next(self, name: str) -> str:
        token = f"v1.{secrets.token_urlsafe(48)}"
        self._tokens[_digest(token)] = [name, False]
        self.save()
        return token


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
