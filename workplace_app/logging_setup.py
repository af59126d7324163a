"""Logs that may be sent to anybody: a rotating file, no addresses with queries, no tokens, no personal text."""

import logging
import logging.handlers
import os
import re
import traceback
from io import TextIOWrapper
from pathlib import Path
from typing import Any, cast

_NAMED = r"(?:\$?delta|\$?skip|refresh_|access_|id_)token|client_info|user_code|device_code|code_verifier"
_SECRET = re.compile(
    r"eyJ[\w-]{8,}\.[\w-]+\.?[\w-]*"  # a JSON web token
    r"|(?i:bearer|basic|negotiate|ntlm)(?:\s|\\t)+[^\s,]+"
    r"|(?i:(?:set-)?cookie)[\"']?\s*:[^\n]*"
    rf"|(?i:{_NAMED})(?:[\"']?\s*[=:]\s*[\"']?|%3D)[^\s&\"',}}]+"
    r"|(?i:code|state|sig|key)=[^\s&\"']+"
    r"|x'[0-9A-Fa-f]{16,}'?"  # a key as SQLCipher is given it
)
_QUERY = re.compile(r"(https?://[^\s?\"']+)\?[^\s\"']*")
_USER_IN_ADDRESS = re.compile(r"(?<=://)[^\s/@\"']+@")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+\.[\w.-]+")
_CIVIC_NUMBER = re.compile(r"\b(?:19|20)?\d{6}[-+]\d{4}\b")
_LINE_ENDS_AND_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_TELLING = (AttributeError, TypeError, NameError, ImportError, RuntimeError)
"""Their words name parts of the program; those of others (ValueError, KeyError) quote what they were given."""

LOG_NAME = "nacka-arbetsplats.log"
LONGEST_MESSAGE = 4000
"""Characters. Nobody reads more, and looking through a hundred thousand for secrets took the window a second."""
ONE_FILE_BYTES = 1_000_000
KEPT_FILES = 3
_OWNER_ONLY = 0o600


def redact(text: str) -> str:
    """Take out whatever may be a secret or a person: tokens, queries of addresses, mail addresses, civic numbers."""
    text = _QUERY.sub(r"\1?…", _SECRET.sub("<secret>", text))
    return _CIVIC_NUMBER.sub("<number>", _MAIL.sub("<mail>", _USER_IN_ADDRESS.sub("<user>@", text)))


class RedactingFormatter(logging.Formatter):
    """Redacts the finished line, so that arguments and tracebacks are covered too."""

    def format(self, record: logging.LogRecord) -> str:
        """The line as it is written. The home folder's name is often its owner's."""
        return without_home(redact(super().format(record)))

    def formatMessage(self, record: logging.LogRecord) -> str:
        """One line, whatever the arguments hold; of asyncio's the first, since what follows is the representation of a
        task, with the words of the exception that it ended in."""
        if record.name == "asyncio":
            record.message = record.message.partition("\n")[0]
        if len(record.message) > LONGEST_MESSAGE:
            record.message = f"{record.message[:LONGEST_MESSAGE]}…"
        return _LINE_ENDS_AND_CONTROLS.sub(" ", super().formatMessage(record))

    def formatException(self, ei: Any) -> str:
        """Where it happened and which exceptions they were, the first one first, without the values in their words."""
        told: list[str] = []
        error: BaseException | None = ei[1]
        seen: set[int] = set()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            told.append("".join(traceback.format_tb(error.__traceback__)) + _words_of(error))
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\nwhich led to\n".join(reversed(told))


def without_home(text: str) -> str:
    """The text with ~ for the home folder, whose name is often its owner's."""
    try:
        home = str(Path.home())
    except RuntimeError:  # nobody's program has no home
        return text
    return text.replace(home, "~") if len(home) > 1 else text


def _words_of(error: BaseException) -> str:
    name = type(error).__name__
    if isinstance(error, OSError):
        return f"{name}: {error.strerror or error.errno}"
    return f"{name}: {str(error)[:LONGEST_MESSAGE]}" if isinstance(error, _TELLING) else name


class _OwnersFile(logging.handlers.RotatingFileHandler):
    """Its owner's alone from its first byte, whatever the process says of new files."""

    def _open(self) -> TextIOWrapper:
        def owners(path: str, flags: int) -> int:
            return os.open(path, flags, _OWNER_ONLY)

        opened = open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors, opener=owners)  # noqa: SIM115  the handler closes it
        return cast(TextIOWrapper, opened)


def set_up_logging(folder: Path, *, level: int = logging.INFO) -> None:
    """Write this process's log to a rotating file in ``folder``; a folder that cannot be written to costs the log only.

    The libraries that log whole addresses at INFO (httpx does, with delta tokens) are kept at WARNING.
    """
    root = logging.getLogger()
    root.setLevel(level)
    logging.raiseExceptions = False  # what cannot be written would be printed, arguments and all, on the error channel
    logging.captureWarnings(True)
    for name in ("httpx", "httpcore", "msal", "urllib3", "keyring", "hpack"):
        logging.getLogger(name).setLevel(logging.WARNING)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / LOG_NAME
        handler: logging.Handler = _OwnersFile(
            path, maxBytes=ONE_FILE_BYTES, backupCount=KEPT_FILES, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
