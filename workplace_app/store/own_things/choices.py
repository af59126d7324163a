"""Keeps the settings that the user has chosen, as text by the names that ``domain/settings.py`` declares."""

from workplace_app.store.connection_type import Connection
from workplace_app.store.transaction import writing_mine


class Choices:
    """The storage behind ``Setting.value_in``; a setting that is not here has not been chosen."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def setting(self, name: str) -> str | None:
        """The kept text, None when there is none."""
        row = self._connection.execute("SELECT text FROM mine.settings WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def set_setting(self, name: str, text: str | None) -> None:
        """Keep the text; None forgets it."""
        with writing_mine(self._connection):
            if text is None:
                self._connection.execute("DELETE FROM mine.settings WHERE name = ?", (name,))
            else:
                self._connection.execute(
                    "INSERT INTO mine.settings (name, text) VALUES (?, ?) "
                    "ON CONFLICT (name) DO UPDATE SET text = excluded.text",
                    (name, text),
                )
