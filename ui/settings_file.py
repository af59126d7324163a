"""Settings of the window in a file of its own, readable before any account is open.

Language and text size are needed by the sign-in page too. Nothing personal is written here. The file is lines of
"name=text" and never more than text. Qt's own reader of such files (``QSettings``, Qt 6.11 with PySide6) makes objects
of a value that begins with "@Variant", and hands one that says "PySide::PyObjectWrapper" to Python's ``pickle``, which
runs whatever it is told to: a line in a settings file would be a program (tried 2026-11).
"""

import logging
import os
import re
from contextlib import suppress
from pathlib import Path

_LOG = logging.getLogger(__name__)
LARGEST_BYTES = 64 * 1024
MOST_SETTINGS = 400
LONGEST_TEXT = 2000
_LINE = re.compile(r"([a-z][a-z0-9_.]{0,63})=(.*)")
_ESCAPED = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", '"': '\\"'}
_ESCAPE = re.compile(r'[\\\n\r"]')
_RESOLVE = re.compile(r"\\(.)")
_OWNER_ONLY = 0o600


class SettingsFile:
    """A ``SettingsStorage``. Read when it is first asked, written at every change; what cannot be read is left out, and
    what cannot be written holds as long as the program runs."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)
        self._kept: dict[str, str] | None = None
        self._has_warned = False

    def setting(self, name: str) -> str | None:
        """The kept text, None when there is none."""
        return self._settings().get(name)

    def set_setting(self, name: str, text: str | None) -> None:
        """Keep the text; None forgets it."""
        kept = self._settings()
        if kept.get(name) == text:
            return
        kept.pop(name, None)
        if text is not None:
            kept = {name: text, **kept}  # the latest first: it is none of those that are too many
        self._kept = kept
        try:
            self._write(kept)
        except OSError as error:
            if not self._has_warned:
                self._has_warned = True
                _LOG.warning("settings of the window could not be kept: %s", error.strerror)

    def _settings(self) -> dict[str, str]:
        if self._kept is None:
            self._kept = _read(self._path)
        return self._kept

    def _write(self, kept: dict[str, str]) -> None:
        """Whole or not at all: beside the file first, then in its place."""
        lines = [f"{name}={_ESCAPE.sub(lambda sign: _ESCAPED[sign.group()], text)}\n" for name, text in kept.items()]
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_name(f"{self._path.name}.new")
        beside.unlink(missing_ok=True)  # never through a link that somebody has put there
        file = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNER_ONLY)
        with os.fdopen(file, "w", encoding="utf-8", newline="\n") as writing:
            writing.writelines(lines)
        beside.replace(self._path)


def _read(path: Path) -> dict[str, str]:
    """The settings of a file, its first ones if they are too many."""
    content = b""
    with suppress(OSError), path.open("rb") as file:
        content = file.read(LARGEST_BYTES)
    found: dict[str, str] = {}
    for line in content.decode("utf-8", "replace").split("\n"):
        match = _LINE.fullmatch(line.rstrip("\r"))
        if match is None or len(match[2]) > LONGEST_TEXT or match[2].startswith("@") or len(found) >= MOST_SETTINGS:
            continue
        found[match[1]] = _RESOLVE.sub(lambda sign: {"n": "\n", "r": "\r"}.get(sign[1], sign[1]), match[2])
    return found
