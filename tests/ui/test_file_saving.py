"""Saving a file: the window goes on, the folder is remembered, and what could not be written is told."""

import errno
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.choosing_a_file import choose_file, dialog_for_a_file
from tests.ui.opened import Opened
from tests.ui.screens.finding import button
from ui.file_saving import FileSaving, ToSave, why_not, write_whole

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
WORDS = ToSave(
    "Save", "Mina ord", "txt", ("Text (*.txt)",), lambda _path: b"Hej", lambda path: f"Saved in {path.name}."
)
SMALL = 1024


@contextmanager
def no_more_room() -> Iterator[None]:
    """No file may become larger than a kilobyte: the write fails in the middle, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_the_window_goes_on_and_the_folder_is_proposed_the_next_time(opened: Opened, tmp_path: Path) -> None:
    saving = FileSaving(opened.context, opened.application.window)
    saving.ask(WORDS)
    assert dialog_for_a_file().selectedFiles()[0].endswith("Mina ord.txt")
    opened.workplace.go("news")
    assert opened.workplace.pages.place == "news"
    choose_file(tmp_path / "Egna ord.txt")
    assert (tmp_path / "Egna ord.txt").read_bytes() == b"Hej"
    assert opened.workplace._toasts.current_text == "Saved in Egna ord.txt."
    assert saving.folder() == str(tmp_path)


def test_whoever_chooses_another_kind_of_file_gets_one(opened: Opened) -> None:
    kinds = ("Text (*.txt)", "JSON (*.json)")
    FileSaving(opened.context, opened.application.window).ask(replace(WORDS, kinds=kinds))
    dialog = dialog_for_a_file()
    dialog.selectNameFilter(kinds[1])
    dialog.filterSelected.emit(kinds[1])
    assert dialog.selectedFiles()[0].endswith("/Mina ord.json")
    assert dialog.defaultSuffix() == "json"
    dialog.close()


def test_what_could_not_be_saved_is_told_and_can_be_saved_elsewhere(opened: Opened, tmp_path: Path) -> None:
    saving = FileSaving(opened.context, opened.application.window)
    before = saving.folder()
    saving.ask(WORDS)
    choose_file(tmp_path / "borta" / "Mina ord.txt")
    assert opened.workplace._toasts.current_text == "The file was not saved: the folder is not there."
    assert saving.folder() == before
    button(opened.application.window, "Choose another place").click()
    choose_file(tmp_path / "Mina ord.txt")
    assert (tmp_path / "Mina ord.txt").exists()


def test_a_file_that_cannot_be_written_whole_leaves_the_one_that_was_there(tmp_path: Path) -> None:
    target = tmp_path / "utkorg.txt"
    write_whole(target, b"som det var")
    with no_more_room(), pytest.raises(OSError, match="File too large"):
        write_whole(target, b"x" * 10 * SMALL)
    assert target.read_bytes() == b"som det var"
    assert list(tmp_path.iterdir()) == [target], "and nothing half-written beside it"


def test_what_others_have_put_into_the_folder_is_neither_followed_nor_lost(tmp_path: Path) -> None:
    """In a folder that others write in a link may lead to a file of the user's own."""
    own, folder = tmp_path / "own", tmp_path / "shared"
    folder.mkdir()
    own.write_bytes(b"mine")
    names = {f".{WORDS.name}.txt.new", f"{WORDS.name}.txt.new", f"{WORDS.name}.txt"}
    for name in names:
        (folder / name).symlink_to(own)
    write_whole(folder / f"{WORDS.name}.txt", b"Hej")
    assert own.read_bytes() == b"mine"
    assert (folder / f"{WORDS.name}.txt").read_bytes() == b"Hej"
    assert {each.name for each in folder.iterdir()} == names


def test_the_longest_name_that_a_disk_takes_can_be_saved(tmp_path: Path) -> None:
    write_whole(tmp_path / f"{'x' * 251}.txt", b"Hej")
    assert (tmp_path / f"{'x' * 251}.txt").read_bytes() == b"Hej"


def test_a_file_has_the_rights_that_the_system_gives_and_keeps_those_it_had(tmp_path: Path) -> None:
    target, beside = tmp_path / "utkorg.txt", tmp_path / "beside"
    beside.write_bytes(b"")
    write_whole(target, b"Hej")
    assert target.stat().st_mode == beside.stat().st_mode
    target.chmod(0o600)
    write_whole(target, b"Hej igen")
    assert target.stat().st_mode & 0o777 == 0o600


def test_what_is_saved_is_told_also_when_the_program_can_keep_nothing_itself(opened: Opened, tmp_path: Path) -> None:
    """The disk of one's home is full, and one saves one's words on another."""
    FileSaving(opened.context, opened.application.window).ask(WORDS)
    with no_more_room():
        choose_file(tmp_path / "Mina ord.txt")
    assert (tmp_path / "Mina ord.txt").read_bytes() == b"Hej"
    assert opened.workplace._toasts.current_text == "Saved in Mina ord.txt."


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The file was not saved: the disk is full."),
        (errno.EDQUOT, "The file was not saved: the disk is full."),
        (errno.EACCES, "The file was not saved: you may not write in that folder."),
        (errno.EROFS, "The file was not saved: you may not write in that folder."),
        (errno.ENOENT, "The file was not saved: the folder is not there."),
        (errno.EIO, "The file was not saved: Input/output error."),
    ],
)
def test_each_reason_has_its_sentence(qapp: QApplication, number: int, words: str) -> None:
    assert why_not(OSError(number, "Input/output error")) == words
