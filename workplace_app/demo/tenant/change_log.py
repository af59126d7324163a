"""What has changed in the tenant since it was generated: numbered, kept in a file, replayed when the demo starts again.

A delta token names a revision of this log, so it holds over a restart as long as the generation does.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any

from workplace_app.demo.tenant.dice import digest

Json = dict[str, Any]

GENERATION_LIFE = timedelta(hours=12)
"""A demo that is started again later than this gets content for the new day, and every old token expires."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is now as ``document`` says, or is gone when that is None."""

    revision: int
    shelf: str
    item_id: str
    document: Json | None


@dataclass
class ChangeLog:
    """All changes of one generation of content. ``base`` is the moment that the content is placed around."""

    generation: str
    base: datetime
    stream: IO[str] | None = None
    oldest_valid: int = 0
    """Tokens of an earlier revision than this have expired."""
    _changes: list[Change] = field(default_factory=list)
    _latest: dict[str, dict[str, Change]] = field(default_factory=dict)

    @property
    def revision(self) -> int:
        """The number of the latest change; 0 when nothing has changed."""
        return len(self._changes)

    def record(self, shelf: str, item_id: str, document: Json | None) -> int:
        """Note a change, on disk before anyone is told, and return its revision."""
        revision = self._remember(shelf, item_id, document)
        self._write({"shelf": shelf, "id": item_id, "document": document})
        return revision

    def expire_tokens(self) -> None:
        """Make every token that was ever given out worthless, as Microsoft does when it evicts or moves a mailbox."""
        self.oldest_valid = self._remember("", "", None)
        self._write({"expire": True})

    def latest(self, shelf: str) -> Mapping[str, Change]:
        """The last change of each item of a shelf, in the order in which the items were first changed."""
        return self._latest.get(shelf, {})

    def since(self, shelf: str, revision: int) -> list[Change]:
        """The last change of each item that changed after ``revision``, oldest first."""
        return sorted((c for c in self.latest(shelf).values() if c.revision > revision), key=lambda c: c.revision)

    def close(self) -> None:
        """Put the file away."""
        if self.stream is not None:
            self.stream.close()
            self.stream = None

    def _remember(self, shelf: str, item_id: str, document: Json | None) -> int:
        change = Change(len(self._changes) + 1, shelf, item_id, document)
        self._changes.append(change)
        if shelf:
            self._latest.setdefault(shelf, {})[item_id] = change
        return change.revision

    def _write(self, line: Json) -> None:
        if self.stream is not None:
            self.stream.write(json.dumps(line, ensure_ascii=False) + "\n")
            self.stream.flush()

    def replay(self, lines: list[Json]) -> None:
        """Take over what an earlier process noted."""
        for line in lines:
            if "expire" in line:
                self.oldest_valid = self._remember("", "", None)
            else:
                self._remember(line["shelf"], line["id"], line["document"])


def open_change_log(folder: Path | None, seed: int, scale: int, now: datetime) -> ChangeLog:
    """Go on with the log in ``folder`` when it is of the same content and young enough, else begin a new one."""
    if folder is None:
        return ChangeLog(_generation(seed, scale, now), now)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "changes.jsonl"
    header, lines = _read(path)
    base = datetime.fromisoformat(header["base"]) if header else now
    known = bool(header) and header["seed"] == seed and header["scale"] == scale
    if known and timedelta(0) <= now - base < GENERATION_LIFE:
        log = ChangeLog(_generation(seed, scale, base), base)
        log.replay(lines)
        log.stream = _rewritten(path, header, lines)
        return log
    base = now.astimezone(UTC)
    header = {"seed": seed, "scale": scale, "base": base.isoformat()}
    return ChangeLog(_generation(seed, scale, base), base, _rewritten(path, header, []))


def _generation(seed: int, scale: int, base: datetime) -> str:
    return digest(6, seed, scale, base.isoformat()).hex()


def _read(path: Path) -> tuple[Json, list[Json]]:
    """Header and lines; a last line that was cut off when the process was killed is left out."""
    if not path.exists():
        return {}, []
    found: list[Json] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            found.append(json.loads(line))
        except ValueError:
            break
    return (found[0], found[1:]) if found and "base" in found[0] else ({}, [])


def _rewritten(path: Path, header: Json, lines: list[Json]) -> IO[str]:
    stream = path.open("w", encoding="utf-8")
    for line in [header, *lines]:
        stream.write(json.dumps(line, ensure_ascii=False) + "\n")
    stream.flush()
    return stream
