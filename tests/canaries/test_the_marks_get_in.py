"""The canaries do get into the program: what the harness does not find on the disk is in the store, for whoever has the
key."""

from collections import Counter
from contextlib import closing
from pathlib import Path

from sync.feeds.registry import FEEDS
from tests.canaries.marks import OPEN, Marks
from tests.canaries.town import PEOPLE, MarkedTown
from tests.crashes.life import Workplace
from workplace_app.store.connection_type import Connection
from workplace_app.store.sync_connection import open_for_sync

PUT_IN_BY_THE_TOWN = {"ti", "su", "bo", "pv", "na", "de", "un", "me", "fi", "ar", "pi", "re", "dt"}
"""The kinds of marks that stand in a store as they are; in a token they stand in base64."""


def _all_in(connection: Connection) -> str:
    """Every value of every table."""
    said: list[str] = []
    for schema in ("main", "mine"):
        names = connection.execute(f"SELECT name FROM {schema}.sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            if "search" not in name:  # the index of the search says the same again, in its own way
                rows = connection.execute(f"SELECT * FROM {schema}.{name}").fetchall()
                said += [
                    each.decode("latin-1") if isinstance(each, bytes) else str(each) for row in rows for each in row
                ]
    return "\n".join(said)


def _text(value: object) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def test_every_kind_of_mark_is_in_the_store_of_whoever_it_belongs_to(tmp_path: Path) -> None:
    marks = Marks.drawn(7)
    town = MarkedTown(tmp_path / "town", marks)
    try:
        order = {
            "home": str(tmp_path / "home"),
            "municipality": town.announced,
            "user": PEOPLE["a"].user_name,
            "feeds": [feed.name for feed in FEEDS],
        }
        workplace = Workplace(order, lambda *_mark: None)
        report = workplace.round(None)
        assert [(feed.name, feed.problem) for feed in report.feeds if feed.problem] == []
        opened = workplace.open()
        assert opened is not None
        with closing(open_for_sync(opened.files, opened.key)) as connection:
            text = _all_in(connection)
    finally:
        town.close()
    found = Counter(marks.found_in(text))
    assert {letter for letter, _kind in found} == {"a", OPEN}
    assert {kind for _letter, kind in found} == PUT_IN_BY_THE_TOWN
