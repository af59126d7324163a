"""Words that have been begun and not sent."""

from workplace_app.domain.frozen import frozen


@frozen
class Draft:
    """``meant_for`` says what they are to become ("reply:chat:1", "comment:planner:1"); there is one for each.
    ``kind`` tells apart what the same words may be, "" where there is one kind alone."""

    meant_for: str
    text: str
    kind: str = ""
