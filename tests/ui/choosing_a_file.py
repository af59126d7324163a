"""What a person does in the system's dialog for files."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog


def dialog_for_a_file() -> QFileDialog:
    """The one that is open; the window goes on beside it."""
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog) and each.isVisible()]
    (dialog,) = found
    return dialog


def choose_file(path: Path) -> None:
    """Choose a file and close it."""
    dialog = dialog_for_a_file()
    dialog.fileSelected.emit(str(path))
    dialog.close()
