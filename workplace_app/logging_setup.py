"""Logs that may be sent to anybody: a rotating file, no addresses with queries, no tokens, no personal text."""

import logging
import logging.handlers
import re
from pathlib import Path

_SECRET = re.compile(
    r"eyJ[\w-]{8,}\.[\w-]+\.?[\w-]*"  # a JSON web token
    r"|(?i:bearer)\s+\S+"
    r"|(?i:(?:\$?delta|\$?skip|refresh_|access_|id_)token|code|code_verifier|state|sig|key)=[^\s&\"']+"
)
_QUERY = re.compile(r"(https?://[^\s?\"']+)\?[^\s\"']*")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")

ONE_FILE_BYTES = 1_000_000
KEPT_FILES = 3


def redact(text: str) -> str:
    """Take out whatever may be a secret or a person: tokens, queries of addresses, mail addresses."""
    return _MAIL.sub("<mail>", _QUERY.sub(r"\1?…", _SECRET.sub("<secret>", text)))


class RedactingFormatter(logging.Formatter):
    """Redacts the finished line, so that arguments and tracebacks are covered too."""

    def format(self, record: logging.LogRecord) -> str:
        """The line as it is written."""
        return redact(super().format(record))


def set_up_logging(folder: Path, *, level: int = logging.INFO) -> None:
    """Write this process's log to a rotating file in ``folder``; a folder that cannot be written to costs the log only.

    The libraries that log whole addresses at INFO (httpx does, with delta tokens) are kept at WARNING.
    """
    root = logging.getLogger()
    root.setLevel(level)
    for name in ("httpx", "httpcore", "msal", "urllib3", "keyring", "hpack"):
        logging.getLogger(name).setLevel(logging.WARNING)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "nacka-arbetsplats.log"
        handler: logging.Handler = logging.handlers.RotatingFileHandler(
            path, maxBytes=ONE_FILE_BYTES, backupCount=KEPT_FILES, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
