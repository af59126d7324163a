"""The places of the rail, in their order."""

from collections.abc import Callable, Container
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from workplace_app.domain.configuration import Municipality

TODAY: Final = "today"
NEWS: Final = "news"
WORKSPACES: Final = "workspaces"
SERVICES: Final = "services"
PEOPLE: Final = "people"
REMINDERS: Final = "reminders"
MY_QUESTIONS: Final = "my_questions"
SETTINGS: Final = "settings"
SIGN_IN: Final = "sign_in"
OUTBOX: Final = "outbox"
"""Reached from the strip, not from the rail."""
NEEDS_YOU: Final = "needs_you"
"""By this name the outbox shows what needs the user."""


class Place(NamedTuple):
    """``text`` is its name in the language that holds when it is asked. ``public`` places are open to those who have
    not signed in; ``at_foot`` stands at the foot of the rail; ``offered`` says whether a municipality has it."""

    id: str
    icon: str
    text: Callable[[], str]
    public: bool = False
    at_foot: bool = False
    offered: Callable[[Municipality], bool] = lambda _municipality: True


PLACES: Final = (
    Place(TODAY, "today", lambda: QCoreApplication.translate("Place", "Today")),
    Place(NEWS, "news", lambda: QCoreApplication.translate("Place", "News"), public=True),
    Place(WORKSPACES, "workspaces", lambda: QCoreApplication.translate("Place", "Workspaces")),
    Place(SERVICES, "services", lambda: QCoreApplication.translate("Place", "Services"), public=True),
    Place(PEOPLE, "people", lambda: QCoreApplication.translate("Place", "Colleagues")),
    Place(REMINDERS, "bell", lambda: QCoreApplication.translate("Place", "Reminders")),
    Place(
        MY_QUESTIONS,
        "dialog",
        lambda: QCoreApplication.translate("Place", "My questions"),
        offered=lambda municipality: bool(municipality.dialogue.address),
    ),
    Place(SETTINGS, "settings", lambda: QCoreApplication.translate("Place", "Settings"), public=True, at_foot=True),
)


def offered_places(screens: Container[str], municipality: Municipality, *, public: bool) -> list[Place]:
    """Those that there is a screen for, that the municipality has, and that are open to who is here."""
    return [
        each for each in PLACES if each.id in screens and (each.public or not public) and each.offered(municipality)
    ]
