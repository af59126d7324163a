"""Lets go of what has been kept for as long as ``tables.py`` and IT say; called by sync once a day."""

# ruff: noqa: S608  (put together from the store's own constants)

from datetime import datetime, timedelta
from typing import Any

from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.keeping import Keeping
from workplace_app.store.connection_type import Connection
from workplace_app.store.fact_removal import remove_numbers
from workplace_app.store.fact_table import FactTable
from workplace_app.store.fact_tables import FACT_TABLES, PICTURE_DATA
from workplace_app.store.moments import to_milliseconds
from workplace_app.store.screen_rights import SCREEN_WRITES
from workplace_app.store.tables import RETENTIONS, Retention
from workplace_app.store.transaction import writing_cache, writing_mine

_AT_A_TIME = 2_000
"""Rows in one transaction, so that the screen's readers and the disk are not held up."""

_FACTS: dict[str, FactTable[Any]] = {table.name: table for table in FACT_TABLES}
_UNWANTED_PICTURES = (
    'SELECT number FROM main.pictures WHERE "key" NOT IN (SELECT key FROM main.article_pictures) LIMIT :most'
)


def apply_retention(connection: Connection, now: datetime, keeping: Keeping | None = None) -> frozenset[ChangeKind]:
    """Remove what is too old by these rules (None: the usual ones); answers the kinds that changed."""
    rules = keeping or Keeping()
    changes: frozenset[ChangeKind] = frozenset()
    for retention in RETENTIONS:
        age = retention.age_under(rules)
        if age is None:
            continue
        table = _FACTS.get(retention.table)
        if table is not None:
            changes |= _remove(connection, table, _too_old(retention), _values(age, now))
        else:
            _forget(connection, retention, age, now)
    return changes | _remove(connection, PICTURE_DATA, _UNWANTED_PICTURES, {})


def _too_old(retention: Retention) -> str:
    return f"SELECT number FROM main.{retention.table} WHERE {_condition(retention)} LIMIT :most"


def _condition(retention: Retention) -> str:
    spared = f" AND NOT ({retention.unless})" if retention.unless else ""
    return f"{retention.column} < :before{spared}"


def _values(age: timedelta, now: datetime) -> dict[str, int]:
    return {"now": to_milliseconds(now), "before": to_milliseconds(now - age)}


def _remove(
    connection: Connection, table: FactTable[Any], select: str, values: dict[str, int]
) -> frozenset[ChangeKind]:
    changes: frozenset[ChangeKind] = frozenset()
    while True:
        with writing_cache(connection):
            numbers = [row[0] for row in connection.execute(select, {**values, "most": _AT_A_TIME})]
            changes |= remove_numbers(connection, table, numbers)
        if len(numbers) < _AT_A_TIME:
            return changes


def _forget(connection: Connection, retention: Retention, age: timedelta, now: datetime) -> None:
    own = retention.table in SCREEN_WRITES
    with writing_mine(connection) if own else writing_cache(connection):
        connection.execute(
            f"DELETE FROM {'mine' if own else 'main'}.{retention.table} WHERE {_condition(retention)}",
            _values(age, now),
        )
