"""Words that have been begun and not sent: kept with the account, so that nothing that anybody has written is lost."""

from workplace_app.store.connection_type import Connection
from workplace_app.store.own_things.choices import Choices

KEPT_AFTER_MS = 400
"""So long after the last key what is being written is put on the disk: each time is a write that is waited for."""


class Drafts:
    """By what the words are for ("comment:planner:1"); on the disk when ``keep`` has returned."""

    def __init__(self, connection: Connection) -> None:
        self._kept = Choices(connection)

    def text(self, key: str) -> str:
        """What was begun, "" when there is nothing."""
        return self._kept.setting(f"draft.{key}") or ""

    def keep(self, key: str, text: str) -> None:
        """Keep what has been written so far; nothing but air is forgotten."""
        if text != self.text(key):
            self._kept.set_setting(f"draft.{key}", text if text.strip() else None)
