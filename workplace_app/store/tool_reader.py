"""Reads tools and quick tasks."""

from workplace_app.domain.tool import Tool, ToolKind
from workplace_app.store.connection_type import Connection


def tools(connection: Connection, kind: ToolKind, unit: str | None = None) -> tuple[Tool, ...]:
    """Those offered to somebody of this unit in the catalogue's order; with ``unit`` None, all of them."""
    raise NotImplementedError


def tool(connection: Connection, tool_id: str) -> Tool | None:
    """One tool."""
    raise NotImplementedError
