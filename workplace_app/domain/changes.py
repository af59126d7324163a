"""The kinds of thing that change in the store, and the listener to whom a change is announced.

Sync announces kinds, never rows: each screen decides what to read again. The listener is called on sync's thread.
"""

from enum import StrEnum
from typing import Protocol

from workplace_app.domain.progress import SyncProgress
from workplace_app.domain.sign_in import SignInState


class ChangeKind(StrEnum):
    """What changed. A burst of announcements is merged into a set of these."""

    PROFILE = "profile"
    TASKS = "tasks"
    EVENTS = "events"
    MAIL = "mail"
    NEWS = "news"
    PICTURES = "pictures"
    DISRUPTIONS = "disruptions"
    WORKSPACES = "workspaces"
    MESSAGES = "messages"
    FILES = "files"
    NOTIFICATIONS = "notifications"
    PEOPLE = "people"
    SERVICES = "services"
    JOURNEYS = "journeys"
    TOOLS = "tools"
    REMARKS = "remarks"
    FEED_STATE = "feed_state"
    OUTBOX = "outbox"
    OWN_THINGS = "own_things"
    REMINDERS = "reminders"
    ACCESS = "access"


LAID_OVER = frozenset({ChangeKind.OUTBOX, ChangeKind.TASKS, ChangeKind.EVENTS, ChangeKind.MESSAGES, ChangeKind.REMARKS})
"""What a wish is laid over while it is on its way: all of it may look otherwise when one goes further or is let go."""


class ChangeListener(Protocol):
    """Whoever wants to hear of changes; every method returns at once and may be called from any thread."""

    def changed(self, kinds: frozenset[ChangeKind]) -> None:
        """Rows of these kinds have been committed."""

    def progress_changed(self, progress: SyncProgress) -> None:
        """A round has come further, has begun or has ended."""

    def sign_in_changed(self, state: SignInState) -> None:
        """Signing in has come to another step."""
