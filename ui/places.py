"""The places of the rail, in their order."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

TODAY: Final = "today"
NEWS: Final = "news"
WORKSPACES: Final = "workspaces"
SERVICES: Final = "services"
PEOPLE: Final = "people"
REMINDERS: Final = "reminders"
SETTINGS: Final = "settings"
SIGN_IN: Final = "sign_in"
OUTBOX: Final = "outbox"
"""Reached from the strip, not from the rail."""
NEEDS_YOU: Final = "needs_you"
"""By this name the outbox shows what needs the user."""


class Place(NamedTuple):
    """``text`` is its name in the language that holds when it is asked. ``public`` places are open to those who have
    not signed in; ``at_foot`` stands at the foot of the rail."""

    id: str
    icon: str
    text: Callable[[], str]
    public: bool = False
    at_foot: bool = False


PLACES: Final = (
    Place(TODAY, "today", lambda: QCoreApplication.translate("Place", "Today")),
    Place(NEWS, "news", lambda: QCoreApplication.translate("Place", "News"), public=True),
    Place(WORKSPACES, "workspaces", lambda: QCoreApplication.translate("Place", "Workspaces")),
    Place(SERVICES, "services", lambda: QCoreApplication.translate("Place", "Services"), public=True),
    Place(PEOPLE, "people", lambda: QCoreApplication.translate("Place", "Colleagues")),
    Place(REMINDERS, "bell", lambda: QCoreApplication.translate("Place", "Reminders")),
    Place(SETTINGS, "settings", lambda: QCoreApplication.translate("Place", "Settings"), public=True, at_foot=True),
)
