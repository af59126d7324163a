"""Random points at which a source forgets its bookmarks, is suddenly empty, or says that more than a fifth is gone.

The invariants are the user's: no list that they look at is emptied without their word, what is withheld is told, the
outbox is untouched, and when the source is well again, or has said the same twice, the screen says what it says.
"""

import json
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from tests.faults.cache_copies import Facts, facts_of, outbox_of
from tests.faults.stage import Plan
from tests.faults.strokes import instead
from tests.faults.theatre import Client, Theatre
from tests.faults.wire_format import Asked, Said
from workplace_app.domain.problem import ProblemKind
from workplace_app.store.doubt import FEW_ROWS
from workplace_app.store.fact_tables import NOTIFICATIONS

FEEDS = ("people", "planner", "calendar", "mail", "intranet_news", "todo", "site_files")
BETWEEN = timedelta(hours=7)
LENGTH = 40


class Event(StrEnum):
    """What befalls the source."""

    EXPIRED = "expired"
    EMPTY = "empty"
    DELETIONS = "deletions"


@dataclass
class Misfortune:
    """One seed's: from request ``point`` of a round on, the source says what ``event`` makes of it."""

    event: Event
    point: int
    gone: Callable[[str], bool]
    deltas: Mapping[str, list[Any]]
    asked: int = 0
    over: bool = False

    def reshape(self, asked: Asked, said: Said) -> Said:
        """What the source says now in place of what it said before."""
        self.asked += 1
        if self.over or self.asked <= self.point or "json" not in said.headers.get("content-type", ""):
            return said
        content = json.loads(said.body)
        if isinstance(content, dict) and "responses" in content:
            for part in content["responses"]:
                if isinstance(part.get("body"), dict):
                    part["body"] = self._without(part["body"], first=True)
        else:
            content = self._without(content, first="token=" in asked.target and "stage-" not in asked.target)
        return Said(said.status, json.dumps(content, ensure_ascii=False).encode(), said.headers)

    def _without(self, content: Any, *, first: bool) -> Any:
        """What is left; the answer to a delta link names each that is gone."""
        if isinstance(content, list):
            return [item for item in content if not self.gone(_identity(item))]
        if not isinstance(content.get("value"), list):
            return content
        kept = [item for item in content["value"] if not self.gone(_identity(item))]
        link = content.get("@odata.deltaLink") if first else None
        known = self.deltas.get(urlsplit(link).path, []) if link else []
        tombs = [
            {"id": _identity(item), "@removed": {"reason": "deleted"}, "deleted": {"state": "deleted"}}
            for item in known
            if self.gone(_identity(item))
        ]
        return {**content, "value": [*kept, *tombs]}


def _identity(item: Any) -> str:
    link = item.get("contentLink") if isinstance(item, dict) else None
    return str(link["guidValue"] if isinstance(link, dict) else item.get("id", ""))


def play_seed(theatre: Theatre, seed: int) -> str:
    """Play one seed and assert the invariants; says what happened."""
    dice = random.Random(seed)
    feed, event = dice.choice(FEEDS), dice.choice(list(Event))
    whole = dice.random() < 0.5  # else the round goes on from its bookmark
    filled = theatre.filled(feed)
    part = dice.uniform(0.25, 0.9)
    salt = dice.random()
    gone = (lambda _: True) if event is Event.EMPTY else (lambda item: random.Random(f"{salt}{item}").random() < part)
    fortune = Misfortune(
        event,
        dice.randrange(len(set(filled.listing if whole else filled.changes)) + 1),
        gone,
        theatre.stage.items_of_deltas,
    )
    files = theatre.copied(filled.files)
    with theatre.sitting(files) as client:
        if whole:
            client.writer.forget_bookmarks(feed)
        wishes, before = outbox_of(client.connection), _shown(client)
        try:
            if event is Event.EXPIRED:
                _expire(theatre, client, feed, fortune.point)
                assert _shown(client) == before, "a resync changed what a well source says"
            else:
                theatre.stage.reshaped = fortune.reshape
                _misfortune(client, feed, whole, before, wishes, dice, fortune)
        finally:
            theatre.stage.reshaped = None
        assert outbox_of(client.connection) == wishes, "the outbox has been touched"
    return f"{feed} {event} at {fortune.point}"


def _expire(theatre: Theatre, client: Client, feed: str, point: int) -> None:
    seen = [0]

    def concerns(_asked: Asked) -> bool:
        seen[0] += 1
        return seen[0] == point + 1

    theatre.stage.begin(Plan(concerns, instead(410, "resyncRequired"), 1))
    client.listener.must_stay = set(facts_of(client.connection))
    client.clock.moment += BETWEEN
    client.read(feed)
    assert not client.listener.missed, "for a moment the screen did not show what it must"
    theatre.stage.begin(Plan())
    client.clock.moment += BETWEEN
    client.read(feed)


def _misfortune(
    client: Client, feed: str, whole: bool, before: Facts, wishes: Any, dice: random.Random, fortune: Misfortune
) -> None:
    event = fortune.event
    listings = _listings(client, feed)
    rounds = dice.randint(1, 4)
    for number in range(rounds):
        fortune.asked = 0 if number == 0 else fortune.point  # from the second round on, from its beginning
        shown = _shown(client)
        client.clock.moment += BETWEEN / 8
        report = client.read(feed)
        after = _shown(client)
        lost = len(shown.keys() - after.keys())
        allowed = max(FEW_ROWS * listings, len(shown) / 5)
        if number == 0 or (event is Event.EMPTY and listings == 1):
            assert lost <= allowed, f"{lost} of {len(shown)} rows went in round {number} without anybody's word"
        assert after or len(shown) <= FEW_ROWS, "the list has been emptied without the user's word"
        if event is Event.EMPTY and whole and number == fortune.point == 0:
            assert report.problem is not None, "what is withheld is not told"
            assert report.problem.kind in (ProblemKind.SUSPICIOUS_EMPTINESS, ProblemKind.UNREADABLE_ANSWER)
        assert outbox_of(client.connection) == wishes, "the outbox has been touched"
    if event is Event.EMPTY and dice.random() < 0.3 and client.writer.believe(feed):
        client.clock.moment += BETWEEN / 8
        client.read(feed)
        assert len(_shown(client)) < len(before), "the user said that it is so, and nothing went"
        return
    fortune.over = True
    for _ in range(2):
        client.writer.forget_bookmarks(feed)
        client.clock.moment += BETWEEN / 8
        client.read(feed)
    after = _shown(client)
    assert after.keys() == before.keys(), "a source that is well again is not shown as it is"


def _shown(client: Client) -> Facts:
    return {key: row for key, row in facts_of(client.connection).items() if key[0] != NOTIFICATIONS.name}


def _listings(client: Client, feed: str) -> int:
    row = client.connection.execute("SELECT COUNT(*) FROM main.listings WHERE feed = ?", (feed,)).fetchone()
    return int(row[0]) if row else 1
