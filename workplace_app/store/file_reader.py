"""Reads the files of followed sites."""

from workplace_app.domain.listing import PAGE_SIZE, Cursor, Listing
from workplace_app.domain.workspace import SiteFile
from workplace_app.store.connection_type import Connection


def files(
    connection: Connection, workspace_id: str, after: Cursor | None = None, limit: int = PAGE_SIZE
) -> Listing[SiteFile]:
    """A site's files without its folders, the last changed first."""
    raise NotImplementedError


def site_file(connection: Connection, file_id: str) -> SiteFile | None:
    """One file."""
    raise NotImplementedError
