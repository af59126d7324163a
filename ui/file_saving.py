"""Saves something as a file of the user's own: asks where while the window goes on, and says what became of it."""

import errno
import logging
import os
import secrets
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.screen import ScreenContext
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import ProblemRaised
from workplace_app.store.own_things.choices import Choices

FOLDER = "saving.folder"
"""By this name the folder is remembered in which something was saved last."""
translate = QCoreApplication.translate
_LOG = logging.getLogger(__name__)


@frozen
class ToSave:
    """``title`` heads the dialog, ``name`` is proposed, with ``suffix`` after it. ``kinds`` are the kinds of file to
    choose between ("Text (*.txt)"). ``content`` is what is written in the file that was chosen, asked for then, and
    ``saved`` what is said of it."""

    title: str
    name: str
    suffix: str
    kinds: tuple[str, ...]
    content: Callable[[Path], bytes]
    saved: Callable[[Path], str]


class FileSaving(QObject):
    """One for each screen that saves. The dialog is the system's own, beside the window, which goes on meanwhile."""

    def __init__(self, context: ScreenContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window

    def ask(self, what: ToSave) -> None:
        """Ask where, and write it there."""
        dialog = QFileDialog(self._window, what.title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters(what.kinds)
        dialog.filterSelected.connect(lambda kind: _be_of_kind(dialog, kind))
        dialog.setDefaultSuffix(what.suffix)
        dialog.setDirectory(self.folder())
        dialog.selectFile(f"{what.name}.{what.suffix}")
        dialog.fileSelected.connect(lambda path: self._save(Path(path), what))
        dialog.open()

    def folder(self) -> str:
        """That of last time, while it is there; else that of the user's documents."""
        kept = Choices(self._context.connection).setting(FOLDER)
        if kept and Path(kept).is_dir():
            return kept
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def _save(self, path: Path, what: ToSave) -> None:
        shell = self._context.shell
        try:
            write_whole(path, what.content(path))
        except OSError as error:
            again = translate("saving", "Choose another place")
            shell.say(why_not(error), icon="warning", action_text=again, action=lambda: self.ask(what))
            return
        shell.say(what.saved(path), icon="download")  # which is so, also when the store cannot remember where
        try:
            Choices(self._context.connection).set_setting(FOLDER, str(path.parent))
        except ProblemRaised as raised:  # a full disk is a reason to save elsewhere what one has
            _LOG.warning("the folder was not kept: %s", raised.problem.kind.value)


def _be_of_kind(dialog: QFileDialog, kind: str) -> None:
    """Whoever chooses another kind of file gets one: its name ends so."""
    suffix = kind.rpartition("*.")[2].rstrip(")")
    dialog.setDefaultSuffix(suffix)
    for chosen in dialog.selectedFiles():
        dialog.selectFile(Path(chosen).with_suffix(f".{suffix}").name)


def write_whole(path: Path, content: bytes) -> None:
    """Write the file, or leave what was there as it was. Raises ``OSError``."""
    draft = path.with_name(f".{secrets.token_hex(8)}.new")
    try:
        with draft.open("xb") as file:  # a name that nobody else can have prepared, in a folder that others write in
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            draft.chmod(stat.S_IMODE(path.stat().st_mode))
        draft.replace(path)
    except BaseException:
        with suppress(OSError):  # what went wrong first is what is told
            draft.unlink(missing_ok=True)
        raise


def why_not(error: OSError) -> str:
    """What the user is told of a file that could not be written, and what to do."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return translate("saving", "The file was not saved: the disk is full.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return translate("saving", "The file was not saved: you may not write in that folder.")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return translate("saving", "The file was not saved: the folder is not there.")
    reason = error.strerror or type(error).__name__
    return translate("saving", "The file was not saved: {reason}.").format(reason=reason)
