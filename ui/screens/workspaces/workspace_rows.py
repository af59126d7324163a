"""The rows of the list of workspaces: in which order they stand, and what each shows."""

from ui.models.choice_model import ChoiceRow
from ui.models.notification_model import WORKSPACE_ICONS
from workplace_app.domain.as_seen import WorkspaceAsSeen
from workplace_app.domain.workspace import WorkspaceKind

_KINDS = (WorkspaceKind.TEAM, WorkspaceKind.CHAT, WorkspaceKind.SITE, WorkspaceKind.GROUP)


def place_in_list(seen: WorkspaceAsSeen) -> int:
    """Favourites first, then kind by kind; within each the reader's order holds."""
    return 0 if seen.favourite else 1 + _KINDS.index(seen.workspace.kind)


def choice_row(seen: WorkspaceAsSeen, heading: str) -> ChoiceRow:
    """A workspace, with the number of what is unread in it."""
    shown = seen.workspace
    return ChoiceRow(
        shown.id,
        WORKSPACE_ICONS[shown.kind],
        shown.title,
        seen.unread or None,
        heading,
        strong=seen.unread > 0,
        muted=seen.muted,
    )
