"""Reads a policy file only when nobody but the administrator can have written it: else it would be the user's own."""

import os
import stat
from pathlib import Path

from workplace_app.careful_json import MOST_BYTES

ADMINISTRATOR = 0
"""The user id of root."""
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


class NotPolicyError(ValueError):
    """It is there and is no policy; the message goes on after the file's name."""


def read_protected(path: Path, administrator: int = ADMINISTRATOR) -> bytes | None:
    """The file's bytes, None when there is none. Raises ``NotPolicyError``.

    The file that has been opened is looked at, not the name again: nothing can be put into its place in between. Its
    folder must be the administrator's too, since whoever may write there can put another file under its name.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        handle = os.open(path, flags)  # O_NONBLOCK: a pipe in its place would keep the program waiting
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise NotPolicyError(f"cannot be read ({error.strerror})") from error
    try:
        return _read(handle, path.parent, administrator)
    except OSError as error:
        raise NotPolicyError(f"cannot be read ({error.strerror})") from error
    finally:
        os.close(handle)


def _read(handle: int, folder: Path, administrator: int) -> bytes:
    kept = os.fstat(handle)
    if not stat.S_ISREG(kept.st_mode):
        raise NotPolicyError("is no file")
    for place in (kept, folder.stat()):
        if place.st_uid != administrator:
            raise NotPolicyError("is no policy, since it or its folder does not belong to root")
        if place.st_mode & _OTHERS_WRITE:
            raise NotPolicyError("is no policy, since others than root may write it or its folder")
    with open(handle, "rb", closefd=False) as file:
        raw = file.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise NotPolicyError("is too large for a policy")
    return raw
