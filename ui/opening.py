"""The one door for links: what may leave the program, and the host that is shown before it does."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import unquote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

WEB_SCHEMES = ("https", "msteams")
OTHER_SCHEMES = ("mailto", "tel")
LONGEST_ADDRESS = 4096
SWEDISH_LETTERS = "åäöéü"

_FORBIDDEN = r"[\x00-\x20\x7f-\x9f\\\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\"<>^`{|}]"
_TELEPHONE = r"\+?[0-9][0-9()/.\-]{2,30}"  # no * and #: they make orders to the telephone exchange of a number
_THIS_COMPUTER = ("localhost", "127.0.0.1", "::1")
_TEAMS_HOSTS = ("teams.microsoft.com", "teams.cloud.microsoft")
_DOT_SEGMENT = r"/(?:\.|%2[eE]){1,2}(?:/|$)"
_MAIL_ADDRESS = r"[^@,;:/?&%-][^@,;:/?&%]{0,63}@[^@,;:/?&%-][^@,;:/?&%]{0,254}"
_MAIL_FIELDS = {
    "subject": r"[^\x00-\x1f\x7f-\x9f\u2028\u2029]*",
    "body": r"[^\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]*",
    "cc": rf"{_MAIL_ADDRESS}(?:,{_MAIL_ADDRESS})*",
}
"""What each field may hold once its percents are resolved: a line end in a subject would begin a header of its own."""


class Refusal(StrEnum):
    """Why a link stays inside."""

    EMPTY = "empty"
    SCHEME = "scheme"  # not https, mailto, tel or msteams
    MALFORMED = "malformed"  # no host, control characters, a name and password before the host
    NOT_OPENED = "not_opened"  # the system has no program for it


class Link(NamedTuple):
    """An address that may be opened. ``shown`` is what tells the user where it leads: the real host, a mail address
    or a telephone number."""

    address: str
    scheme: str
    shown: str


def checked(address: str | None) -> Link | Refusal:
    """What a link really is. Nothing is mended: an address that two programs could read differently is refused."""
    text = (address or "").strip()
    if not text:
        return Refusal.EMPTY
    scheme = text.partition(":")[0].lower()
    if scheme not in WEB_SCHEMES + OTHER_SCHEMES:
        return Refusal.SCHEME
    if scheme == "tel":
        text = text.replace(" ", "").replace("\u00a0", "")
    if len(text) > LONGEST_ADDRESS or re.search(_FORBIDDEN, text):
        return Refusal.MALFORMED
    if scheme == "tel":
        return _telephone(text)
    return _mail(text) if scheme == "mailto" else _web(text, scheme)


def _telephone(text: str) -> Link | Refusal:
    number = text.partition(":")[2]
    if not re.fullmatch(_TELEPHONE, number):
        return Refusal.MALFORMED
    return Link(f"tel:{number}", "tel", number)


def _mail(text: str) -> Link | Refusal:
    """Subject, body and copy may be filled in; anything else (an attachment from the disk) may not."""
    recipient, _, query = text.partition(":")[2].partition("?")
    if not re.fullmatch(_MAIL_ADDRESS, recipient) and not (recipient == "" and query):
        return Refusal.MALFORMED
    seen: set[str] = set()
    for field in query.split("&") if query else []:
        name, _, value = field.partition("=")
        allowed = _MAIL_FIELDS.get(name.lower())
        if allowed is None or name.lower() in seen or not re.fullmatch(allowed, unquote(value)):
            return Refusal.MALFORMED
        seen.add(name.lower())
    return Link(f"mailto:{recipient}{'?' + query if query else ''}", "mailto", recipient or "mailto")


def _web(text: str, scheme: str) -> Link | Refusal:
    rest = text.partition(":")[2]
    if not rest.startswith("//") or rest.startswith("///"):
        # "msteams:/l/message/…" is how Teams writes its own; it has no host to be mistaken about.
        if scheme == "msteams" and rest.startswith("/l/") and not re.search(_DOT_SEGMENT, rest.partition("?")[0]):
            return Link(f"msteams:{rest}", scheme, "Microsoft Teams")
        return Refusal.MALFORMED
    url = QUrl(text, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or not url.host() or url.userInfo() or "@" in url.authority() or url.port() == 0:
        return Refusal.MALFORMED
    if scheme == "msteams" and url.authority() not in _TEAMS_HOSTS:
        return Refusal.MALFORMED
    host = url.host()
    if not all(letter.isascii() or letter in SWEDISH_LETTERS for letter in host):
        # Letters of another alphabet may look like ours: show what the name server is asked for.
        host = url.host(QUrl.ComponentFormattingOption.EncodeUnicode)
    port = f":{url.port()}" if url.port() not in (-1, 443) else ""
    encoded = bytes(url.toEncoded().data()).decode("ascii")
    return Link(encoded, scheme, "Microsoft Teams" if scheme == "msteams" else host + port)


def checked_sign_in_page(address: str | None) -> Link | Refusal:
    """A page of the identity provider: https, or plain http on this computer itself, which no network carries (the
    demo municipality's pages)."""
    text = address or ""
    if text.startswith("http://") and not re.search(_FORBIDDEN, text):
        url = QUrl(text, QUrl.ParsingMode.StrictMode)
        if url.isValid() and url.host() in _THIS_COMPUTER and not url.userInfo():
            return Link(bytes(url.toEncoded().data()).decode("ascii"), "http", url.host())
        return Refusal.SCHEME
    link = checked(text)
    return Refusal.SCHEME if isinstance(link, Link) and link.scheme != "https" else link


def shown_host(address: str | None) -> str:
    """Where a link leads, for a tool tip or the line under it; "" for one that will not be opened."""
    link = checked(address)
    return link.shown if isinstance(link, Link) else ""


def open_with_system(address: str) -> bool:
    """Hand an address to the system's own program for it."""
    return QDesktopServices.openUrl(QUrl(address))


class Door:
    """Opens links. ``opener`` is the system's unless a test gives its own."""

    def __init__(self, opener: Callable[[str], bool] = open_with_system) -> None:
        self._opener = opener

    def open(self, address: str | None) -> Refusal | None:
        """Open the link; the reason when it was not."""
        link = checked(address)
        if isinstance(link, Refusal):
            return link
        return None if self._opener(link.address) else Refusal.NOT_OPENED

    def open_sign_in_page(self, address: str | None) -> Refusal | None:
        """Open a page of the identity provider; the reason when it was not."""
        link = checked_sign_in_page(address)
        if isinstance(link, Refusal):
            return link
        return None if self._opener(link.address) else Refusal.NOT_OPENED
