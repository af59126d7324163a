"""Remembers that an account is being wiped, so that a wiping which breaks off is finished at the next start.

The mark is an empty file beside the account's folder, on the disk before the key goes: files without a key are set
aside in case it turns up again (``account_stores.py``), but never those of somebody who was to be forgotten.
"""

import logging
import os
import re
import sys

from workplace_app.folders import Folders

_LOG = logging.getLogger(__name__)
_MARK = ".wiping"
_NAME = re.compile(r"([0-9a-f]{32})\.wiping")


class Wipings:
    """Which accounts are to be gone. May be used from several threads, by one of them at a time."""

    def __init__(self, folders: Folders) -> None:
        self._folder = folders.current_account.parent

    def begin(self, account_key: str) -> None:
        """Put up the mark. A disk that refuses it does not keep anybody from being wiped: the key still goes first."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self._folder / f"{account_key}{_MARK}", os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            if sys.platform != "win32":  # there a folder cannot be opened
                folder = os.open(self._folder, os.O_RDONLY)
                try:
                    os.fsync(folder)
                finally:
                    os.close(folder)
        except OSError as error:
            _LOG.warning("that an account is being wiped could not be noted: %s", type(error).__name__)

    def ended(self, account_key: str) -> None:
        """Nothing of the account is left. Raises ``OSError``."""
        (self._folder / f"{account_key}{_MARK}").unlink(missing_ok=True)

    def has_begun(self, account_key: str) -> bool:
        """True when what is here of the account is to be gone."""
        return (self._folder / f"{account_key}{_MARK}").exists()

    def unfinished(self) -> tuple[str, ...]:
        """The accounts whose wiping has begun and not ended."""
        try:
            names = [entry.name for entry in os.scandir(self._folder)]
        except OSError:
            return ()
        return tuple(sorted(found[1] for found in map(_NAME.fullmatch, names) if found is not None))
