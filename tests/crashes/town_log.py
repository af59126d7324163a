"""Reads the demo municipality's own log of what has changed in it, which survives whatever happens to the program."""

import json
from pathlib import Path
from typing import Any


class TownLog:
    """The changes as they stand in the file at this moment, the oldest first, but for those before ``since``."""

    def __init__(self, town_folder: Path, since: int = 0) -> None:
        (path,) = town_folder.rglob("changes.jsonl")
        lines = path.read_text(encoding="utf-8").splitlines()[1:]
        self._changes = [json.loads(line) for line in lines[since:]]
        self.revision = len(lines)
        """How many changes there have been since the town was founded."""

    def documents(self, shelf: str, item_id: str) -> list[dict[str, Any]]:
        """Every state that an item of shelves which begin so was given, in order."""
        return [
            change["document"]
            for change in self._changes
            if change.get("id") == item_id and change["shelf"].startswith(shelf) and change["document"] is not None
        ]

    def first_documents(self, shelf: str) -> list[dict[str, Any]]:
        """The first state of every item of shelves which begin so, in the order in which they first appear here."""
        first: dict[tuple[str, str], dict[str, Any]] = {}
        for change in self._changes:
            if change.get("shelf", "").startswith(shelf) and change["document"] is not None:
                first.setdefault((change["shelf"], change["id"]), change["document"])
        return list(first.values())
