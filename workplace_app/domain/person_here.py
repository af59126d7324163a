"""A person whose things are kept on this computer, as others may see them: name and unit, never what they have."""

from datetime import datetime

from workplace_app.domain.frozen import frozen


@frozen
class PersonHere:
    """``display_name`` is "" while nobody knows it. ``has_code``: a code of the person's own unlocks. The rest is from
    the moment when the account was last left: ``waiting`` things had not been sent (None: unknown), and reminders
    ring at ``rings`` (UTC)."""

    account_key: str
    display_name: str = ""
    user_name: str = ""
    unit: str = ""
    has_code: bool = False
    session_only: bool = False
    left_at: datetime | None = None
    waiting: int | None = None
    rings: tuple[datetime, ...] = ()
