"""Two versions of one thing: what the user wants and what stands in the source, side by side, preferring neither."""

from datetime import datetime
from enum import StrEnum

from workplace_app.domain.frozen import frozen


class ComparedField(StrEnum):
    """What is compared; the screen words it."""

    DUE = "due"  # an ISO date
    STATE = "state"  # "done" or "open"
    TITLE = "title"
    ASSIGNED = "assigned"  # names
    START = "start"  # an ISO moment, UTC
    END = "end"
    PLACE = "place"
    RESPONSE = "response"  # a ``Response``
    INVITED = "invited"  # names
    NOTES = "notes"  # how they begin
    REPEATS = "repeats"  # "yes" or nothing
    ATTACHMENTS = "attachments"  # "yes" or nothing


@frozen
class Comparison:
    """One field in both versions; None means that it says nothing there."""

    field: ComparedField
    mine: str | None
    theirs: str | None

    @property
    def differs(self) -> bool:
        """True where the two say different things."""
        return self.mine != self.theirs


@frozen
class Conflict:
    """Kept with an intent that needs the user. ``gone``: the target has been removed, or the meeting cancelled.

    ``changed_by`` and ``changed_at`` say whose the other version is, as far as the source tells.
    """

    fields: tuple[Comparison, ...] = ()
    changed_by: str | None = None
    changed_at: datetime | None = None
    gone: bool = False

    def theirs(self, field: ComparedField) -> str | None:
        """What the other version says; None also for a field that is not compared."""
        return next((each.theirs for each in self.fields if each.field is field), None)
