"""Reads the demo municipality's own log of what has changed in it, which survives whatever happens to the program."""

import json
from collections import Counter
from pathlib import Path
from typing import Any


class TownLog:
    """The changes as they stand in the files at this moment, the oldest first, but for those that an ``earlier`` log
    has too."""

    def __init__(self, town_folder: Path, earlier: "TownLog | None" = None) -> None:
        (path,) = town_folder.rglob("changes.jsonl")
        lines = path.read_text(encoding="utf-8").splitlines()[1:]
        since: int = earlier.revision if earlier is not None else 0
        self._earlier = [json.loads(line) for line in lines[:since]]
        self._changes = [json.loads(line) for line in lines[since:]]
        self.revision: int = len(lines)
        """How many changes there have been since the town was founded."""
        dialogue = _dialogue(town_folder)
        self.remarks_received: int = len(dialogue["remarks"])
        self.remarks: list[dict[str, Any]] = dialogue["remarks"][earlier.remarks_received if earlier else 0 :]
        """What staff have said to the municipality, in the order of receipt."""
        self.received = Counter({each["article"]: each["puts"] for each in dialogue["acknowledgements"]})
        """How often each article has been acknowledged, ever."""
        self.acknowledged = self.received - (earlier.received if earlier is not None else Counter())
        """The same, but for what an ``earlier`` log has too."""

    def documents(self, shelf: str, item_id: str) -> list[dict[str, Any]]:
        """Every state that an item of shelves which begin so was given, in order."""
        return _of_one(self._changes, shelf, item_id)

    def documents_before(self, shelf: str, item_id: str) -> list[dict[str, Any]]:
        """Those that it was given before."""
        return _of_one(self._earlier, shelf, item_id)

    def removed(self, shelf: str) -> list[str]:
        """The ids of the items of shelves which begin so that were taken away, each time that one was."""
        return [
            change["id"]
            for change in self._changes
            if change.get("shelf", "").startswith(shelf) and change["document"] is None
        ]

    def first_documents(self, shelf: str) -> list[dict[str, Any]]:
        """The first state of every item of shelves which begin so that was not there before, in their order."""
        known = {(change.get("shelf"), change.get("id")) for change in self._earlier}
        first: dict[tuple[str, str], dict[str, Any]] = {}
        for change in self._changes:
            place = change.get("shelf", ""), change.get("id", "")
            if place[0].startswith(shelf) and place not in known and change["document"] is not None:
                first.setdefault(place, change["document"])
        return list(first.values())


def _dialogue(town_folder: Path) -> dict[str, Any]:
    """The dialogue's file; it is there once somebody has said something."""
    found: dict[str, Any] = {"remarks": [], "acknowledgements": []}
    for path in town_folder.rglob("dialogue.json"):
        found = json.loads(path.read_text(encoding="utf-8"))
    return found


def _of_one(changes: list[dict[str, Any]], shelf: str, item_id: str) -> list[dict[str, Any]]:
    return [
        change["document"]
        for change in changes
        if change.get("id") == item_id and change["shelf"].startswith(shelf) and change["document"] is not None
    ]
