"""What the user has pinned, as the rail shows it: favourite workspaces and services."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ui.places import SERVICES, WORKSPACES
from ui.rail import Pinned
from workplace_app.domain.own_things import PinKind
from workplace_app.domain.workspace import WorkspaceKind
from workplace_app.store.connection_type import Connection
from workplace_app.store.own_things.pins import pinned
from workplace_app.store.service_reader import services_by_ids
from workplace_app.store.workspace_reader import workspace

MOST = 6
"""More than this would push the places of the rail out of sight in a low window."""
_ICONS = {WorkspaceKind.SITE: "page", WorkspaceKind.CHAT: "chat"}


def pinned_things(connection: Connection, now: datetime) -> list[Pinned]:
    """In the user's order; what is no longer known is left out."""
    found = []
    for workspace_id in pinned(connection, PinKind.WORKSPACE)[:MOST]:
        seen = workspace(connection, workspace_id, now)
        if seen is not None:
            title = seen.workspace.title or QCoreApplication.translate("Pinned", "Workspace")
            found.append(Pinned(_ICONS.get(seen.workspace.kind, "workspaces"), title, WORKSPACES, workspace_id))
    services = services_by_ids(connection, pinned(connection, PinKind.SERVICE))
    found += [Pinned("services", service.title, SERVICES, service.id) for service in services]
    return found[:MOST]
