"""A disk whose every byte can be looked at: an ext4 image of its own, or a folder of which every write is recorded."""

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from tests.crashes.unreliable_disk import missing

MEGABYTES = 48
"""Of an image: room for three people's files many times over, and for what they have freed."""
_PREFIX = "nacka-canaries-"
_IN_MEMORY = Path("/dev/shm")
_NEEDED = ("mkfs.ext4", "mount", "umount", "losetup")
_NEW_MOUNT_NAMESPACE = 0x00020000
_RECURSIVE, _SLAVE = 0x4000, 0x80000
"""CLONE_NEWNS of unshare(2), MS_REC and MS_SLAVE of mount(2)."""
_thread = threading.local()
_UNMOUNT_TRIES = 50
_UNMOUNT_PAUSE = 0.1
_RECORD = "written"


class Disk(Protocol):
    """Where the program's home, temporary folder and caches lie."""

    way: str
    """How its bytes are seen, in words."""
    root: Path
    record: Path | None
    """Where a process has to write down what it writes, if it has to."""

    def raw(self) -> Iterator[bytes]:
        """Every byte of it in large pieces, whether any file has it or not."""

    def fill(self) -> bool:
        """Leave no room; False where that cannot be done."""

    def empty(self) -> None:
        """Give the room back."""

    def close(self) -> None:
        """Put everything away."""


def why_no_image() -> str | None:
    """Why an image cannot be mounted here; None when it can."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return "mounting an image takes Linux and root"
    lacking = [name for name in _NEEDED if shutil.which(name) is None]
    if lacking:
        return f"{', '.join(lacking)} is not installed (on Debian: apt-get install e2fsprogs mount)"
    try:
        ImageDisk(1).close()
    except (OSError, subprocess.SubprocessError) as error:
        return f"the system lends no loop device ({error})"
    return None


def kind_of_disk() -> Callable[[], Disk]:
    """The best that this computer gives."""
    return ImageDisk if why_no_image() is None else RecordedFolder


def _keep_mounts_to_oneself() -> None:
    """Put this thread, and what it starts, into a mount namespace of its own (mount_namespaces(7)): what is mounted in
    it is seen by nobody else, and goes when the last process in it does, however that ends. Raises ``OSError``."""
    if getattr(_thread, "has_own_mounts", False):
        return
    library = ctypes.CDLL(None, use_errno=True)
    if library.unshare(_NEW_MOUNT_NAMESPACE) or library.mount(b"none", b"/", None, _RECURSIVE | _SLAVE, None):
        raise OSError(ctypes.get_errno(), "no mount namespace of one's own")
    _thread.has_own_mounts = True


def _place() -> Path:
    """A folder of this process's own, in memory where there is such a place: the image is what plays the disk."""
    above = _IN_MEMORY if os.access(_IN_MEMORY, os.W_OK) else None
    return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=above))


class ImageDisk:
    """An ext4 file system in a file. Mounted so that every write reaches the image at once, and that what is freed is
    not cleared: what was on it for a moment is found as well, until something else is written over it."""

    way = "the raw bytes of an ext4 image, mounted by loop: files, journal and what was freed"
    record: Path | None = None

    def __init__(self, megabytes: int = MEGABYTES) -> None:
        _keep_mounts_to_oneself()
        _put_away_left_behind()
        self._folder = _place()
        self._image = self._folder / "disk.img"
        self.root = self._folder / "mounted"
        self._filler = self.root / "filler"
        try:
            self.root.mkdir()
            with self._image.open("wb") as image:
                image.truncate(megabytes << 20)
            # No blocks for root alone, so that a full disk is full for everybody; the tables are written at once.
            quick = "lazy_itable_init=0,lazy_journal_init=0,nodiscard"
            _run("mkfs.ext4", "-q", "-F", "-m", "0", "-E", quick, str(self._image))
            _run("mount", "-o", "loop,sync,nodiscard", str(self._image), str(self.root))
        except BaseException:
            self.close()
            raise

    def raw(self) -> Iterator[bytes]:
        """The image without its holes, which are zeros."""
        _run("sync", "-f", str(self.root))
        with self._image.open("rb") as image:
            end = os.fstat(image.fileno()).st_size
            at = 0
            while at < end:
                try:
                    begin = os.lseek(image.fileno(), at, os.SEEK_DATA)
                except OSError:  # nothing but a hole up to the end
                    return
                at = os.lseek(image.fileno(), begin, os.SEEK_HOLE)
                yield os.pread(image.fileno(), at - begin, begin)

    def fill(self) -> bool:
        """Reserve everything that is free. The reserved room is not written to: what was freed there stays."""
        with self._filler.open("wb") as filler:
            size = os.statvfs(self.root)
            room = size.f_bavail * size.f_frsize
            while room > size.f_frsize:
                try:
                    os.posix_fallocate(filler.fileno(), filler.seek(0, os.SEEK_END), room)
                except OSError:
                    room //= 2
        return True

    def empty(self) -> None:
        """Remove the filler."""
        self._filler.unlink(missing_ok=True)

    def close(self) -> None:
        """Unmount for certain, and remove the image."""
        _unmount(self.root)
        shutil.rmtree(self._folder)


class RecordedFolder:
    """Where no image can be mounted. What the program writes through the C library is recorded by the library that the
    tests of crashes put before it; without a compiler only the files that are there can be looked at."""

    def __init__(self) -> None:
        self._folder = _place()
        self.root = self._folder / "home"
        self.root.mkdir()
        reason = missing()
        self.record = self._folder / _RECORD if reason is None else None
        self.way = f"every write to a plain folder ({why_no_image()})" if reason is None else f"files only ({reason})"

    def raw(self) -> Iterator[bytes]:
        """What was ever written, and what is there."""
        if self.record is not None and self.record.exists():
            yield self.record.read_bytes()
        for path in self.root.rglob("*"):
            yield path.name.encode()
            if path.is_file():
                yield path.read_bytes()

    def fill(self) -> bool:
        """Nobody fills a disk that others use."""
        return False

    def empty(self) -> None:
        """Nothing was filled."""

    def close(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self._folder)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)


def _unmount(place: Path) -> None:
    """A process that was killed a moment ago may hold it for a little longer; in the end it is taken off all the same,
    and the system lets go of it with its last user."""
    for _ in range(_UNMOUNT_TRIES):
        if not place.is_mount():
            return
        if subprocess.run(["umount", str(place)], check=False, capture_output=True, timeout=60).returncode == 0:
            return
        time.sleep(_UNMOUNT_PAUSE)
    _run("umount", "--lazy", str(place))


def _put_away_left_behind() -> None:
    """The folders of this test whose process was killed: nothing is mounted there any more."""
    for above in {_IN_MEMORY, Path(tempfile.gettempdir())}:
        for folder in above.glob(f"{_PREFIX}*"):
            owner = folder.name.removeprefix(_PREFIX).partition("-")[0]
            if owner.isdigit() and not Path("/proc", owner).exists():
                shutil.rmtree(folder, ignore_errors=True)
