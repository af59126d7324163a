"""What a search gives back."""

from datetime import datetime
from enum import StrEnum

from workplace_app.domain.frozen import frozen


class HitKind(StrEnum):
    """What was found; also the values of ``--type`` and of the ``type`` in the command line's JSON."""

    TASK = "task"
    EVENT = "event"
    ARTICLE = "article"
    NOTIFICATION = "notification"
    WORKSPACE = "workspace"
    CHANNEL = "channel"
    MESSAGE = "message"
    FILE = "file"
    SERVICE = "service"
    JOURNEY = "journey"
    PERSON = "person"
    TOOL = "tool"
    DISRUPTION = "disruption"
    REMINDER = "reminder"


@frozen
class SearchHit:
    """One hit, best first in a list. ``address`` is where it lives outside the program, if anywhere; ``context`` is one
    line that tells it from its namesakes; ``at`` is when it happened, begins or was published; ``rank`` is comparable
    within one answer only (less is better)."""

    id: str
    kind: HitKind
    title: str
    context: str = ""
    address: str | None = None
    rank: float = 0.0
    at: datetime | None = None
