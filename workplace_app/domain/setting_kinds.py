"""What a setting of the municipality may hold: the kinds of value, each with its check and the words for what it wants.

A configuration file and IT's policy are read by the same kinds, whatever format they come in.
"""

import re
from collections.abc import Callable
from enum import Enum
from typing import Any, NamedTuple
from urllib.parse import urlsplit

Value = str | int | bool | tuple[str, ...] | tuple[int, ...]

# Compiled when they are first asked, since a start without a configuration file asks none.
_ADDRESS = r"https://[!#-;=?A-Z\[\]_a-z~]+"
_USER = r"https://[^/?#]*@"
_SCOPE = r"[!#-\[\]-~]{1,256}"
"""One scope-token of OAuth (RFC 6749, section 3.3): a space would ask for a second one."""
_MAIL = r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_PLAIN_WORD = r"[A-Za-z0-9._-]{1,128}(?<!\.\.)"


class WrongValueError(ValueError):
    """The value is not what its setting wants; the message goes on after the setting's name ("must be text")."""


class Shape(Enum):
    """How a value looks in JSON. Formats without booleans or lists of numbers are brought into this shape first."""

    TEXT = "text"
    WHOLE = "whole number"
    SWITCH = "true or false"
    TEXTS = "list of text"
    WHOLES = "list of whole numbers"


class Kind(NamedTuple):
    """``words`` say to IT what is wanted. ``read`` takes a value as JSON has it and gives it as it is kept; raises
    ``WrongValueError``. Empty text is not given to it: that means the default."""

    shape: Shape
    words: str
    read: Callable[[Any], Value]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise WrongValueError("must be text")
    return value


def _https(value: str) -> str:
    """Printable ASCII without what two programs may read differently: a user before the host, a backslash, quotes."""
    try:
        parts = urlsplit(value)
        whole = value.startswith("https://") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        whole = False
    if not whole or re.match(_USER, value) or not re.fullmatch(_ADDRESS, value):
        raise WrongValueError("must be an https address")
    return value


def _address(value: object) -> str:
    return _https(_text(value)).rstrip("/")


def _without_query(value: object) -> str:
    text = _text(value)
    if "?" in text or "#" in text:
        raise WrongValueError("must be an https address without a query")
    return _https(text)


def _matching(pattern: str, wanted: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        text = _text(value)
        if not re.fullmatch(pattern, text):
            raise WrongValueError(wanted)
        return text

    return read


def _one_line(value: object) -> str:
    text = _text(value)
    if not text.isprintable():
        raise WrongValueError("must be one line of text")
    return text


def _file_of_this_computer(value: object) -> str:
    """A path, but none to a network share: on Windows, merely opening one signs in there."""
    text = _text(value)
    if text.replace("\\", "/").startswith("//") or "\0" in text:
        raise WrongValueError("must be a file of this computer")
    return text


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise WrongValueError("must be true or false")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) for item in value):
        raise WrongValueError("must be a list of text")
    return tuple(value)


def _scopes(value: object) -> tuple[str, ...]:
    texts = _texts(value)
    if not all(re.fullmatch(_SCOPE, scope) for scope in texts):
        raise WrongValueError("must be one permission each")
    return texts


def _ports(value: object) -> tuple[int, ...]:
    if not isinstance(value, (list, tuple)) or not all(type(port) is int and 1024 <= port <= 65535 for port in value):
        raise WrongValueError("must be a list of port numbers from 1024 to 65535")
    return tuple(value)


def whole(least: int, most: int) -> Kind:
    """A whole number within limits, both included."""

    def read(value: object) -> int:
        if type(value) is not int or not least <= value <= most:
            raise WrongValueError(f"must be a whole number from {least} to {most}")
        return value

    return Kind(Shape.WHOLE, f"whole number, {least} to {most}", read)


def one_of(*words: str) -> Kind:
    """One of a few words."""
    named = " or ".join(words)

    def read(value: object) -> str:
        text = _text(value)
        if text not in words:
            raise WrongValueError(f"must be {named}")
        return text

    return Kind(Shape.TEXT, named, read)


ONE_LINE = Kind(Shape.TEXT, "one line of text", _one_line)
PLAIN_WORD = Kind(
    Shape.TEXT,
    "letters, digits, dots, hyphens and underscores",
    _matching(_PLAIN_WORD, "must be letters, digits, dots, hyphens and underscores"),
)
"""An identity that becomes part of an address or a header."""
ADDRESS = Kind(Shape.TEXT, "https address", _address)
ROOT = Kind(Shape.TEXT, "https address without a query", lambda value: _without_query(value).rstrip("/"))
"""An address below which others lie: without query and fragment, and without a slash at its end."""
ISSUER = Kind(Shape.TEXT, "https address without a query, with its own slash", _without_query)
"""The same, compared letter by letter with what a token says: its slash is part of its name."""
ADDRESSES = Kind(Shape.TEXTS, "list of https addresses", lambda value: tuple(map(_https, _texts(value))))
PERMISSION = Kind(Shape.TEXT, "one permission", _matching(_SCOPE, "must be one permission"))
PERMISSIONS = Kind(Shape.TEXTS, "list of permissions", _scopes)
MAIL = Kind(Shape.TEXT, "mail address", _matching(_MAIL, "must be a mail address"))
FILE = Kind(Shape.TEXT, "file of this computer", _file_of_this_computer)
PORTS = Kind(Shape.WHOLES, "list of port numbers, 1024 to 65535", _ports)
SWITCH = Kind(Shape.SWITCH, "true or false", _switch)
