"""Where a hit leads: the place that shows it here, or its address."""

from ui.places import NEWS, PEOPLE, REMINDERS, SERVICES, TODAY, WORKSPACES
from ui.screen import Shell
from workplace_app.domain.search_hit import HitKind, SearchHit

_PLACES = {
    HitKind.TASK: TODAY,
    HitKind.EVENT: TODAY,
    HitKind.DISRUPTION: TODAY,
    HitKind.ARTICLE: NEWS,
    HitKind.NOTIFICATION: WORKSPACES,
    HitKind.WORKSPACE: WORKSPACES,
    HitKind.CHANNEL: WORKSPACES,
    HitKind.MESSAGE: WORKSPACES,
    HitKind.SERVICE: SERVICES,
    HitKind.JOURNEY: SERVICES,
    HitKind.PERSON: PEOPLE,
    HitKind.REMINDER: REMINDERS,
}
_OUTSIDE = (HitKind.TOOL, HitKind.FILE)
"""What is nowhere but outside the program."""


def go_to(hit: SearchHit, shell: Shell) -> None:
    """Show a hit where it belongs."""
    if hit.kind in _OUTSIDE:
        shell.open_address(hit.address)
    else:
        shell.go(_PLACES[hit.kind], hit.id)
