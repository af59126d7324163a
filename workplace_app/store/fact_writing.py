"""Writes facts to their tables: inserts the new, updates the changed, and leaves the same alone."""

# ruff: noqa: S608  (put together from the store's own constants)

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from workplace_app.store.article_pictures import renew_pictures
from workplace_app.store.connection_type import Connection, Row
from workplace_app.store.fact_table import FactTable
from workplace_app.store.fact_tables import ARTICLES, MESSAGES
from workplace_app.store.listings import ListingRow, count_facts
from workplace_app.store.message_threads import renew_threads
from workplace_app.store.search_index import drop, index
from workplace_app.store.search_texts import SEARCHED_OF

_Numbered = list[tuple[int, Any]]


def write_facts(connection: Connection, table: FactTable[Any], facts: Sequence[Any], listing: ListingRow) -> bool:
    """Keep facts of one kind that a listing has named. True when the table says something else afterwards.

    A row that another listing named before belongs to this one from now on. Rows that have not changed are touched
    only when the generation has, and the index only when a searched text has.
    """
    key = table.key_position
    rows = {row[key]: (row, fact) for row, fact in zip(map(table.row, facts), facts, strict=True)}
    known = _known(connection, table, list(rows))
    new: _Numbered = []
    changed: _Numbered = []
    reworded: _Numbered = []
    moved: list[int] = []
    values: list[Row] = []
    updates: list[Row] = []
    number = _last_number(connection, table)
    words_at = SEARCHED_OF[table.name].positions if table.name in SEARCHED_OF else ()
    owners: Counter[int] = Counter()
    for name, (row, fact) in rows.items():
        before = known.get(name)
        if before is None:
            number += 1
            new.append((number, fact))
            values.append((number, listing.number, listing.generation, *row))
            continue
        its_number, its_listing, its_generation = before[:3]
        owners[its_listing] += 1
        if before[3:] != row:
            changed.append((its_number, fact))
            updates.append((listing.number, listing.generation, *row, its_number))
            if any(before[3 + position] != row[position] for position in words_at):
                reworded.append((its_number, fact))
        elif (its_listing, its_generation) != (listing.number, listing.generation):
            moved.append(its_number)
    _insert(connection, table, values)
    _update(connection, table, updates)
    connection.executemany(
        f"UPDATE main.{table.name} SET listing = ?, generation = ? WHERE number = ?",
        [(listing.number, listing.generation, its_number) for its_number in moved],
    )
    _renew_search(connection, table, new, reworded)
    _renew_derived(connection, table, new + changed)
    gained = Counter({listing.number: len(rows)})
    gained.subtract(owners)
    count_facts(connection, gained)
    return bool(new or changed)


def _known(connection: Connection, table: FactTable[Any], keys: list[Any]) -> dict[Any, Row]:
    columns = ", ".join(f'"{column}"' for column in table.columns)
    rows = connection.execute(
        f"SELECT number, listing, generation, {columns} FROM main.{table.name} "
        f'WHERE "{table.key}" IN (SELECT value FROM json_each(?))',
        (json.dumps(keys),),
    )
    return {row[3 + table.key_position]: row for row in rows}


def _last_number(connection: Connection, table: FactTable[Any]) -> int:
    row = connection.execute(f"SELECT COALESCE(MAX(number), 0) FROM main.{table.name}").fetchone()
    return int(row[0]) if row else 0


def _insert(connection: Connection, table: FactTable[Any], values: list[Row]) -> None:
    columns = ", ".join(f'"{column}"' for column in table.columns)
    marks = ", ".join("?" * (len(table.columns) + 3))
    connection.executemany(
        f"INSERT INTO main.{table.name} (number, listing, generation, {columns}) VALUES ({marks})", values
    )


def _update(connection: Connection, table: FactTable[Any], updates: list[Row]) -> None:
    columns = ", ".join(f'"{column}" = ?' for column in table.columns)
    connection.executemany(
        f"UPDATE main.{table.name} SET listing = ?, generation = ?, {columns} WHERE number = ?", updates
    )


def _renew_search(connection: Connection, table: FactTable[Any], new: _Numbered, reworded: _Numbered) -> None:
    searched = SEARCHED_OF.get(table.name)
    if searched is None:
        return
    if reworded:
        drop(connection, searched, [number for number, _ in reworded])
    index(connection, searched, reworded + new)


def _renew_derived(connection: Connection, table: FactTable[Any], numbered: _Numbered) -> None:
    if table is MESSAGES:
        renew_threads(connection, {message.thread_id for _, message in numbered})
    elif table is ARTICLES:
        renew_pictures(connection, numbered)
