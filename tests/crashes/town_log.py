"""Reads the demo municipality's own log of what has changed in it, which survives whatever happens to the program."""

import json
from pathlib import Path
from typing import Any


class TownLog:
    """The changes as they stand in the file at this moment, the oldest first, but for those before ``since``."""

    def __init__(self, town_folder: Path, since: int = 0) -> None:
        (path,) = town_folder.rglob("changes.jsonl")
        lines = path.read_text(encoding="utf-8").splitlines()[1:]
        self._earlier = [json.loads(line) for line in lines[:since]]
        self._changes = [json.loads(line) for line in lines[since:]]
        self.revision = len(lines)
        """How many changes there have been since the town was founded."""

    def documents(self, shelf: str, item_id: str) -> list[dict[str, Any]]:
        """Every state that an item of shelves which begin so was given, in order."""
        return _of_one(self._changes, shelf, item_id)

    def documents_before(self, shelf: str, item_id: str) -> list[dict[str, Any]]:
        """Those that it was given before ``since``."""
        return _of_one(self._earlier, shelf, item_id)

    def first_documents(self, shelf: str) -> list[dict[str, Any]]:
        """The first state of every item of shelves which begin so that was not there before, in their order."""
        known = {(change.get("shelf"), change.get("id")) for change in self._earlier}
        first: dict[tuple[str, str], dict[str, Any]] = {}
        for change in self._changes:
            place = change.get("shelf", ""), change.get("id", "")
            if place[0].startswith(shelf) and place not in known and change["document"] is not None:
                first.setdefault(place, change["document"])
        return list(first.values())


def _of_one(changes: list[dict[str, Any]], shelf: str, item_id: str) -> list[dict[str, Any]]:
    return [
        change["document"]
        for change in changes
        if change.get("id") == item_id and change["shelf"].startswith(shelf) and change["document"] is not None
    ]
