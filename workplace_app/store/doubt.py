"""When the source's word that something is gone is believed: pure rules of numbers and time.

A few rows go at once. More than a fifth of a listing is doubted: it stays, the source is asked for the whole listing
again, and what it then says a second time is believed. Nothing left at all is another matter, since a service that has
lost its data says so for hours: that is believed when the user says that it is so, or after a day.
"""

from datetime import datetime, timedelta

FEW_ROWS = 5
"""So many rows may go unquestioned, whatever they are a part of."""
BELIEVED_AFTER = timedelta(hours=24)
"""An emptiness that has lasted so long is no hiccup."""


def too_much(gone: int, left: int) -> bool:
    """True when more than a fifth would go."""
    return gone > FEW_ROWS and gone * 5 > gone + left


def believed(gone: int, left: int, doubted_at: datetime | None, now: datetime) -> bool:
    """Whether so much may go; ``doubted_at`` is when the same source was first doubted, None when it is not."""
    if not too_much(gone, left):
        return True
    if doubted_at is None:
        return False
    return left > 0 or now - doubted_at >= BELIEVED_AFTER
