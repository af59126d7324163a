"""Saves reminders as a calendar file, where the user says."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.file_saving import FileSaving, ToSave
from ui.screen import ScreenContext
from workplace_app.domain.reminder import Reminder

CalendarWriter = Callable[[Sequence[Reminder], datetime], bytes]
"""Writes reminders as a calendar file, given the moment at which that is done."""
_LONGEST_NAME = 60
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³")})
"""What Windows takes for a device, whatever follows after a full stop (Naming Files, Paths, and Namespaces, 2024)."""


class CalendarSaving(QObject):
    """The reminders go into the file as they are when they are asked for."""

    def __init__(self, context: ScreenContext, window: QWidget, write: CalendarWriter) -> None:
        super().__init__(window)
        self._context, self._write = context, write
        self._saving = FileSaving(context, window)

    def ask(self, reminders: Sequence[Reminder], name: str) -> None:
        """Ask where, and write them there."""
        content, count = self._write(reminders, self._context.clock()), len(reminders)

        def saved(path: Path) -> str:
            return self.tr("%n reminder(s) saved in {file}.", "", count).format(file=path.name)

        title, kinds = self.tr("Save as a calendar file"), (self.tr("Calendar file (*.ics)"),)
        self._saving.ask(ToSave(title, file_name(name), "ics", kinds, lambda _path: content, saved))


def file_name(title: str) -> str:
    """A title as the name of a file on every system: letters and digits, everything else a stroke."""
    plain = "".join(letter if letter.isalnum() else "-" for letter in title)
    name = "-".join(part for part in plain.split("-") if part)[:_LONGEST_NAME].rstrip("-") or "reminder"
    return f"{name}-1" if name.lower() in _DEVICES else name
