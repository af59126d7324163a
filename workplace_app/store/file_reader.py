"""Reads the files of followed sites."""

from workplace_app.domain.listing import PAGE_SIZE, Cursor, Listing
from workplace_app.domain.workspace import SiteFile
from workplace_app.store.connection_type import Connection
from workplace_app.store.fact_tables import SITE_FILES
from workplace_app.store.keyset import listed
from workplace_app.store.moments import FOREVER

_SELECT = f"SELECT {SITE_FILES.selected()}"


def files(
    connection: Connection, workspace_id: str, after: Cursor | None = None, limit: int = PAGE_SIZE
) -> Listing[SiteFile]:
    """A site's files without its folders, the last changed first."""
    rows = connection.execute(
        f"{_SELECT}, changed, number FROM main.site_files WHERE workspace_id = ? AND folder = 0 "
        "AND (changed, number) < (?, ?) ORDER BY changed DESC, number DESC LIMIT ?",
        (workspace_id, *(after.keys if after else (FOREVER, FOREVER)), limit + 1),
    ).fetchall()
    return listed(rows, limit, SITE_FILES.fact, keys=2)


def site_file(connection: Connection, file_id: str) -> SiteFile | None:
    """One file."""
    row = connection.execute(f"{_SELECT} FROM main.site_files WHERE id = ?", (file_id,)).fetchone()
    return SITE_FILES.fact(row) if row else None
