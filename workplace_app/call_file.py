"""The file by which a further start calls the program that runs: it holds addresses that lead into it and no more."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from workplace_app.domain.inner_link import LONGEST_INNER_LINK, InnerLink, NotAnInnerLink, inner_link

MOST_READ_BYTES = 2 * LONGEST_INNER_LINK
"""What is read at once. The last call counts, so what came long before it need not be read."""
_MOST_KEPT_BYTES = 32 * MOST_READ_BYTES
_OWNER_ONLY = 0o600
_NEVER_A_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_NEVER_WAIT = getattr(os, "O_NONBLOCK", 0)
"""A named pipe in the file's place would hold the window up."""


class Call(NamedTuple):
    """``link`` is what is to be shown, None when the window is only to come forward; ``garbage`` says that something
    else was written too, which is not read any further."""

    link: InnerLink | None
    garbage: bool


class CallFile:
    """Each call is one line: an address, or nothing. The owner alone may read and write it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read_up_to = 0

    def prepare(self) -> None:
        """Made anew by the program that runs, before it listens: what is called meanwhile is kept."""
        self.path.unlink(missing_ok=True)
        os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _NEVER_A_LINK, _OWNER_ONLY))
        self._read_up_to = 0

    def remove(self) -> None:
        """Nobody listens any more."""
        self.path.unlink(missing_ok=True)

    def call(self, link: InnerLink | None) -> bool:
        """Ask the program that runs to come forward, and to show this. False when none of it listens."""
        try:
            file = os.open(self.path, os.O_WRONLY | os.O_APPEND | _NEVER_A_LINK | _NEVER_WAIT)
        except OSError:
            return False
        try:
            if not _is_mine(file):
                return False
            if os.fstat(file).st_size > _MOST_KEPT_BYTES:
                os.ftruncate(file, 0)
            os.write(file, (f"{link.address}\n" if link is not None else "\n").encode("ascii"))
        finally:
            os.close(file)
        return True

    def take(self) -> Call | None:
        """The last call that has come since; None when none has. What has been read is blanked: the next person at this
        computer finds nothing of it."""
        try:
            file = os.open(self.path, os.O_RDWR | _NEVER_A_LINK | _NEVER_WAIT)
        except FileNotFoundError:
            return None
        except OSError:  # a symbolic link, or nobody's to read
            return Call(None, garbage=True)
        try:
            if not _is_mine(file):
                return Call(None, garbage=True)
            size = os.fstat(file).st_size
            begin = self._read_up_to if self._read_up_to <= size else 0
            os.lseek(file, max(begin, size - MOST_READ_BYTES), os.SEEK_SET)
            content = os.read(file, MOST_READ_BYTES)
            left_out = size - begin > MOST_READ_BYTES
            if size > begin:
                with suppress(OSError):  # a disk that takes nothing keeps nobody from being shown what was asked for
                    os.lseek(file, begin, os.SEEK_SET)
                    os.write(file, b"\n" * (size - begin))  # as long as before: what is appended meanwhile stays whole
            self._read_up_to = size
        finally:
            os.close(file)
        return _call_in(content, left_out=left_out) if size > begin else None


def _call_in(content: bytes, *, left_out: bool) -> Call:
    lines = content.split(b"\n")
    if left_out:
        del lines[0]  # it may have begun before what was read
    links, garbage = [], not lines
    for line in filter(None, lines):
        try:
            links.append(inner_link(line.decode("ascii")))
        except (NotAnInnerLink, UnicodeDecodeError):
            garbage = True
    return Call(links[-1] if links else None, garbage)


def _is_mine(file: int) -> bool:
    """A plain file that nobody else can write: what another person wrote is no call of mine."""
    found = os.fstat(file)
    if not stat.S_ISREG(found.st_mode):
        return False
    return sys.platform == "win32" or (found.st_uid == os.getuid() and not found.st_mode & 0o022)
