"""What belongs to the user alone and never leaves the computer: marks, mutes, pins, cards."""

from datetime import datetime
from enum import StrEnum

from workplace_app.domain.frozen import frozen
from workplace_app.domain.notification import NotificationState


class MuteScope(StrEnum):
    """What is silenced. The value of a mute is a ``NotificationKind``, a workspace's id, or a sender's name."""

    KIND = "kind"
    WORKSPACE = "workspace"
    SENDER = "sender"


@frozen
class Mute:
    """One thing that the user does not want to hear of; its notifications are kept but neither listed nor counted."""

    scope: MuteScope
    value: str


@frozen
class NotificationMark:
    """What the user has done with one notification. ``state`` OPEN means that nothing has been done."""

    notification_id: str
    state: NotificationState
    until: datetime | None = None
    """When a notification put off comes back."""


@frozen
class ArticleMark:
    """What the user has done with one article; None means not done."""

    article_id: str
    read_at: datetime | None = None
    saved_at: datetime | None = None
    acknowledged_at: datetime | None = None


class PinKind(StrEnum):
    """What can be pinned. A pinned workspace is a favourite."""

    SERVICE = "service"
    TOOL = "tool"
    WORKSPACE = "workspace"
    PERSON = "person"


class CardHeight(StrEnum):
    """How many rows a card shows: 3, 5 or 8."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


@frozen
class PlacedCard:
    """A card on Idag as the user has placed it; the order is that of the tuple it stands in."""

    card: str
    shown: bool = True
    columns: int = 1
    height: CardHeight = CardHeight.MEDIUM


@frozen
class Visit:
    """One stretch of time during which the user was at the program."""

    began: datetime
    last_active: datetime
