"""Saves reminders as a calendar file, where the user says; the folder is remembered."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.screen import ScreenContext
from workplace_app.domain.reminder import Reminder
from workplace_app.store.own_things.choices import Choices

CalendarWriter = Callable[[Sequence[Reminder], datetime], bytes]
"""Writes reminders as a calendar file, given the moment at which that is done."""
_FOLDER = "reminders.folder"
_LONGEST_NAME = 60


class CalendarSaving(QObject):
    """Asks for the file beside the window, which goes on meanwhile."""

    def __init__(self, context: ScreenContext, window: QWidget, write: CalendarWriter) -> None:
        super().__init__(window)
        self._context, self._window, self._write = context, window, write

    def ask(self, reminders: Sequence[Reminder], name: str) -> None:
        """Ask where, and write them there as they are now."""
        content = self._write(reminders, self._context.clock())
        count = len(reminders)
        dialog = QFileDialog(self._window, self.tr("Save as a calendar file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(self.tr("Calendar file (*.ics)"))
        dialog.setDefaultSuffix("ics")
        dialog.setDirectory(self._folder())
        dialog.selectFile(f"{file_name(name)}.ics")
        dialog.fileSelected.connect(lambda path: self._save(Path(path), content, count))
        dialog.open()

    def _folder(self) -> str:
        kept = Choices(self._context.connection).setting(_FOLDER)
        if kept and Path(kept).is_dir():
            return kept
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def _save(self, path: Path, content: bytes, count: int) -> None:
        try:
            path.write_bytes(content)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            words = self.tr("The file could not be saved there ({reason}). Choose another folder.")
            self._context.shell.say(words.format(reason=reason), icon="warning")
            return
        Choices(self._context.connection).set_setting(_FOLDER, str(path.parent))
        saved = self.tr("%n reminder(s) saved in {file}.", "", count)
        self._context.shell.say(saved.format(file=path.name), icon="download")


def file_name(title: str) -> str:
    """A title as the name of a file on every system: letters and digits, everything else a stroke."""
    plain = "".join(letter if letter.isalnum() else "-" for letter in title)
    return "-".join(part for part in plain.split("-") if part)[:_LONGEST_NAME].rstrip("-") or "reminder"
