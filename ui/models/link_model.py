"""The item model of plain rows: an icon, a title, a remark at the end, and what opening the row means."""

from ui.models.row_model import RowModel
from workplace_app.domain.frozen import frozen


@frozen
class LinkRow:
    """One row. ``place`` and ``item_id`` lead to a place in the window, ``address`` out of it."""

    id: str
    icon: str
    title: str
    end: str = ""
    place: str = ""
    item_id: str = ""
    address: str | None = None


class LinkModel(RowModel[LinkRow]):
    """Links in the order given."""

    def title(self, row: LinkRow) -> str:
        """Typing searches titles."""
        return row.title

    def spoken(self, row: LinkRow) -> str:
        """Title and remark."""
        return f"{row.title}, {row.end}" if row.end else row.title
