"""Builds the library that makes a disk unreliable, and commands it from inside the process that it was put into.

``unreliable_disk.c`` says how it works. It takes a C compiler and glibc on 64-bit Linux; elsewhere ``missing`` says so.
"""

import ctypes
import errno
import platform
import shutil
import subprocess
import sys
from enum import IntEnum, IntFlag
from pathlib import Path

SOURCE = Path(__file__).with_name("unreliable_disk.c")


class Call(IntFlag):
    """The kinds of calls that are counted. OPEN is to write, LOOK to read; MAP is the memory that connections share."""

    OPEN = 1
    READ = 2
    WRITE = 4
    SYNC = 8
    TRUNCATE = 16
    UNLINK = 32
    RENAME = 64
    SEND = 128
    LOCK = 256
    SOCKET = 512
    MAP = 1024
    MAKE = 2048
    LOOK = 4096


CHANGES = Call.WRITE | Call.SYNC | Call.TRUNCATE | Call.UNLINK | Call.RENAME | Call.SEND
"""What changes something outside the process: where a kill makes a difference."""

AFFECTED: dict[int, Call] = {
    errno.ENOSPC: Call.OPEN | Call.WRITE | Call.TRUNCATE | Call.MAKE,
    errno.EIO: Call.OPEN | Call.LOOK | Call.READ | Call.WRITE | Call.SYNC | Call.TRUNCATE | Call.UNLINK | Call.RENAME,
    errno.EROFS: Call.OPEN | Call.WRITE | Call.TRUNCATE | Call.UNLINK | Call.RENAME | Call.MAKE,
    errno.EMFILE: Call.OPEN | Call.LOOK | Call.SOCKET,
    errno.EAGAIN: Call.LOCK,
}
"""What is refused by a full, a broken and a read-only disk, to a process that has too many files open, and to one whose
files another process has locked."""


class What(IntEnum):
    """What happens at the chosen call."""

    COUNT_ONLY = 0
    FAIL = 1
    KILL = 2
    KILL_HALFWAY = 3


def missing() -> str | None:
    """Why the library cannot be had on this computer; None when it can."""
    if not sys.platform.startswith("linux") or platform.libc_ver()[0] != "glibc" or sys.maxsize < 2**32:
        return "an unreliable disk takes 64-bit Linux with glibc"
    return None if shutil.which("gcc") else "an unreliable disk takes gcc (on Debian: apt-get install gcc libc6-dev)"


def build(folder: Path) -> Path:
    """Compile it into this folder."""
    made = folder / "unreliable_disk.so"
    command = ["gcc", "-shared", "-fPIC", "-O2", "-Wall", "-Wextra", "-o", str(made), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True)
    return made


class UnreliableDisk:
    """The library as it lies in this process, before every file that is opened below ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._library = ctypes.CDLL(None)
        self._library.disk_told.restype = ctypes.c_long
        self._library.disk_strike.argtypes = [ctypes.c_int, ctypes.c_long, ctypes.c_int, ctypes.c_int, ctypes.c_int]
        self._library.disk_watch(str(folder.resolve()).encode() + b"/")

    def strike(self, kinds: Call, number: int, what: What, error: int = 0, *, for_ever: bool = False) -> None:
        """Count calls of these kinds from now on, and do that at the one of this number, the next being 1."""
        self._library.disk_strike(int(kinds), number, int(what), error, int(for_ever))

    def record(self, file: Path) -> None:
        """From now on add every byte that this process writes there, and every name that it gives, to this file."""
        self._library.disk_record(str(file).encode())

    @property
    def counted(self) -> int:
        """Calls since ``strike``."""
        return int(self._library.disk_told(0))

    @property
    def struck(self) -> int:
        """How many of them were made to fail."""
        return int(self._library.disk_told(1))
