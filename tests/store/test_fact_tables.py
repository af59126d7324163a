"""Every fact comes back from its table as it went in."""

import types
import typing
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.stored import NOW
from workplace_app.domain.journey import Journey, JourneyStep
from workplace_app.domain.page import Fact, Page
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection_type import Connection
from workplace_app.store.fact_table import FactTable
from workplace_app.store.fact_tables import FACT_TABLES, TABLE_OF
from workplace_app.store.sync_connection import open_in_memory

_MILLISECOND = timedelta(milliseconds=1)
_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
_MOMENTS = st.integers(0, 2**42).map(
    lambda milliseconds: datetime(1990, 1, 1, tzinfo=UTC) + milliseconds * _MILLISECOND
)


def _values(hint: Any) -> st.SearchStrategy[Any]:
    """Values for a field by its type; the facts use few."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return st.one_of([_values(each) for each in arguments])
    if origin is tuple:
        return st.lists(_values(arguments[0]), max_size=3).map(tuple)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    if isinstance(hint, type) and hasattr(hint, "__dataclass_fields__"):
        return st.builds(hint, **{name: _values(each) for name, each in typing.get_type_hints(hint).items()})
    return {
        str: _TEXT,
        int: st.integers(0, 2**40),
        bool: st.booleans(),
        bytes: st.binary(max_size=50),
        datetime: _MOMENTS,
        date: st.dates(),
        type(None): st.none(),
    }[hint]


def test_there_is_a_table_for_every_fact() -> None:
    assert set(TABLE_OF) == set(typing.get_args(Fact))


@pytest.mark.parametrize("table", FACT_TABLES, ids=lambda table: table.name)
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_a_fact_comes_back_as_it_went_in(table: FactTable[Any], data: st.DataObject) -> None:
    fact = data.draw(_values(table.fact_type))
    connection = _shared()
    CacheWriter(connection).store_page("any", Page(facts=(fact,)), NOW)
    rows = connection.execute(
        f'SELECT {table.selected()} FROM main.{table.name} WHERE "{table.key}" = ?',
        (table.row(fact)[table.key_position],),
    ).fetchall()
    assert table.facts(rows) == (fact,)


_opened: list[Connection] = []


def _shared() -> Connection:
    if not _opened:
        _opened.append(open_in_memory())
    return _opened[0]


def test_a_moment_of_another_zone_is_the_same_moment(writer: CacheWriter) -> None:
    step = JourneyStep(2, "Andra", requires=(1,))
    assert TABLE_OF[Journey].fact(TABLE_OF[Journey].row(Journey("j", "t", "s", "x", (step,)))).steps == (step,)
    here = NOW.astimezone(timezone(timedelta(hours=2)))
    encode = TABLE_OF[typing.get_args(Fact)[3]].codecs["start"].encode
    assert encode(here) == encode(NOW)
