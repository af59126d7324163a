"""Reads tools and quick tasks."""

# ruff: noqa: S608  (put together from the store's own constants)

from workplace_app.domain.tool import Tool, ToolKind, concerns
from workplace_app.store.connection_type import Connection
from workplace_app.store.fact_tables import TOOLS

_SELECT = f"SELECT {TOOLS.selected()} FROM main.tools"


def tools(connection: Connection, kind: ToolKind, unit: str | None = None) -> tuple[Tool, ...]:
    """Those offered to somebody of this unit in the catalogue's order; with ``unit`` None, all of them."""
    rows = connection.execute(f"{_SELECT} WHERE kind = ? ORDER BY number", (kind.value,))
    return tuple(each for each in TOOLS.facts(rows) if unit is None or concerns(each, unit))


def tool(connection: Connection, tool_id: str) -> Tool | None:
    """One tool."""
    row = connection.execute(f"{_SELECT} WHERE id = ?", (tool_id,)).fetchone()
    return TOOLS.fact(row) if row else None
