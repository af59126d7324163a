"""The item model of a filter pane: choices with icon and number, some of them under a heading."""

from ui.models.row_model import GroupRow, RowModel
from workplace_app.domain.frozen import frozen


@frozen
class ChoiceRow:
    """One choice. ``count`` None shows no number; ``strong`` when something in it is unread."""

    id: str
    icon: str
    title: str
    count: int | None = None
    heading: str = ""
    strong: bool = False
    muted: bool = False


class ChoiceModel(RowModel[ChoiceRow]):
    """Choices in the order given."""

    def group(self, row: ChoiceRow) -> GroupRow | None:
        """The heading over it."""
        return GroupRow(row.heading) if row.heading else None

    def title(self, row: ChoiceRow) -> str:
        """Typing searches names."""
        return row.title

    def spoken(self, row: ChoiceRow) -> str:
        """Name and number."""
        silent = self.tr("muted") if row.muted else ""
        count = str(row.count) if row.count is not None else ""
        return ", ".join(part for part in (row.title, count, silent) if part)
