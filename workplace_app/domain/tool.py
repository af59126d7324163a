"""Quick tasks ("Gör") and tools: links to business systems, by role."""

from enum import StrEnum

from workplace_app.domain.frozen import frozen


class ToolKind(StrEnum):
    """A tool is a system one works in; a quick task is one thing done in a few clicks."""

    TOOL = "tool"
    QUICK_TASK = "quick_task"


@frozen
class Tool:
    """One link. ``icon`` is a name in resources/icons; empty ``units`` means that it concerns everybody, otherwise it
    is offered to people whose unit is among them."""

    id: str
    kind: ToolKind
    title: str
    address: str
    icon: str
    summary: str = ""
    units: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


def concerns(tool: Tool, unit: str) -> bool:
    """True when the tool is offered to somebody of this unit."""
    return not tool.units or unit in tool.units
