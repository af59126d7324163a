"""What a search costs while somebody types, against the index asked directly."""

import time
from collections.abc import Callable, Iterator

from tests.benchmarks.filled_store import NOW
from tests.benchmarks.ratio import Ratio, percentile
from workplace_app.store.connection import StoreFiles, open_for_screen
from workplace_app.store.search import Search

MOST = 1.5
MOST_MILLISECONDS = 16.0
ROUNDS = 5
SHARE = 0.95
TYPED = ["bygglovet", "granska", "barnomsorgsavgift", "avgift", "vattenkarta 12", "boka möte", "protokoll skola", "lov"]
TYPED += [
    "hemtjänstschema",
    "följa upp",
    "Alva Provsson 4",
    "skolskjuts",
    "finns inte alls",
    "miljö",
    "beslut publicera",
]
RAW = "SELECT rowid FROM main.search_words WHERE search_words MATCH ? ORDER BY rank LIMIT 50"


def keystrokes() -> Iterator[str]:
    """Every state of the search box on the way to each text, from the second letter on."""
    for text in TYPED:
        for length in range(2, len(text) + 1):
            yield text[:length]


def matched(text: str) -> str:
    """The plainest question to the index: each word quoted, the last one unfinished."""
    words = [f'"{word}"' for word in text.lower().split()]
    return " AND ".join(words) + "*"


def milliseconds(ask: Callable[[str], object], texts: list[str]) -> list[float]:
    taken = []
    for text in texts:
        begun = time.perf_counter_ns()
        ask(text)
        taken.append((time.perf_counter_ns() - begun) / 1e6)
    return taken


def measure(files: StoreFiles, key: bytes, items: int) -> Ratio:
    """The 95th percentile of each round, ours and the raw query's in turns."""
    connection = open_for_screen(files, key)
    try:
        search = Search(connection, clock=lambda: NOW)
        texts = list(keystrokes())

        def raw(text: str) -> object:
            return connection.execute(RAW, (matched(text),)).fetchall()

        ours: list[float] = []
        directly: list[float] = []
        for number in range(ROUNDS + 1):
            mine, theirs = milliseconds(search.find, texts), milliseconds(raw, texts)
            if number:  # the first round fills SQLite's cache for both
                ours.append(percentile(mine, SHARE))
                directly.append(percentile(theirs, SHARE))
    finally:
        connection.close()
    note = f"{len(texts)} states of the search box; each sample is one round's 95th percentile"
    name = "search while typing, p95"
    return Ratio(name, items, "ms", ours, directly, "raw FTS5 query", MOST, MOST_MILLISECONDS, [note])
