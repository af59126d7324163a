"""What one feed may ask of the facts that others have stored, answered from the account's store."""

from collections.abc import Callable
from datetime import datetime

from workplace_app.domain.article import Picture
from workplace_app.domain.frozen import frozen
from workplace_app.domain.workspace import Workspace, WorkspaceKind
from workplace_app.store import picture_store
from workplace_app.store.connection_type import Connection
from workplace_app.store.person_reader import profile
from workplace_app.store.remark_reader import awaits_answers
from workplace_app.store.workspace_reader import cached_workspaces


@frozen
class StoredFacts:
    """``feed.KnownFacts`` over sync's own connection."""

    connection: Connection
    now: Callable[[], datetime]

    def workspaces(self, kind: WorkspaceKind) -> tuple[Workspace, ...]:
        """The workspaces of one kind, as their source described them."""
        return cached_workspaces(self.connection, kind)

    def missing_pictures(self, limit: int) -> tuple[Picture, ...]:
        """Pictures to fetch, the newest article's first."""
        return picture_store.missing_pictures(self.connection, limit, self.now())

    def my_name(self) -> str:
        """The name that the cached profile has."""
        known = profile(self.connection)
        return known.person.name if known is not None else ""

    def waits_for_answers(self) -> bool:
        """Whether somebody at the municipality owes the user an answer."""
        return awaits_answers(self.connection)

    def picture_refused(self, key: str) -> None:
        """Leave this one alone for a day."""
        picture_store.picture_refused(self.connection, key, self.now())
