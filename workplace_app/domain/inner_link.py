"""An address that leads into the program: one verb, a closed set of kinds, an id; it shows a thing and does nothing.

``nacka-arbetsplats:show/KIND/ID``. Anybody can write such an address and any program may call it, so each thing has
exactly one spelling, and whatever is not that spelling is refused rather than mended.
"""

import re
from enum import StrEnum
from urllib.parse import quote, unquote

from workplace_app.domain.frozen import frozen

SCHEME = "nacka-arbetsplats"
LONGEST_INNER_LINK = 2048
LONGEST_ID = 512
"""Outlook's ids have some 150 letters, and public news is known by its address; nothing here has more than this."""
_PLAIN = "-._~:"
"""What stands in an id as it is, beside letters and figures; all else is percent-encoded as UTF-8, in capitals."""
_FORM = re.compile(rf"{SCHEME}:show/([a-z]{{1,16}})/((?:[A-Za-z0-9{re.escape(_PLAIN)}]|%[0-9A-F]{{2}})+)")


class Shown(StrEnum):
    """What can be shown; also the word in the address."""

    TASK = "task"
    ARTICLE = "article"
    NOTIFICATION = "notification"
    SERVICE = "service"
    JOURNEY = "journey"
    PERSON = "person"
    REMINDER = "reminder"
    PLACE = "place"


class NotAnInnerLink(ValueError):
    """The text leads nowhere in this program. Its words never quote the text."""

    def __init__(self) -> None:
        kinds = ", ".join(kind.value for kind in Shown)
        super().__init__(f"that is no link of this program: one is {SCHEME}:show/KIND/ID, with a KIND of {kinds}.")


@frozen
class InnerLink:
    """One thing to show. Whether it is here is another question."""

    kind: Shown
    id: str

    @property
    def address(self) -> str:
        """The one way to write it."""
        return f"{SCHEME}:show/{self.kind.value}/{quote(self.id, safe=_PLAIN)}"


def inner_link(text: str) -> InnerLink:
    """What an address names. Raises ``NotAnInnerLink`` for everything but the one spelling of it."""
    match = _FORM.fullmatch(text) if len(text) <= LONGEST_INNER_LINK else None
    if match is None or match[1] not in {kind.value for kind in Shown}:
        raise NotAnInnerLink
    try:
        name = unquote(match[2], errors="strict")
    except UnicodeDecodeError as error:
        raise NotAnInnerLink from error
    link = InnerLink(Shown(match[1]), name)
    # isprintable: no control, no direction mark, no surrogate, and no space but the plain one.
    if len(name) > LONGEST_ID or not name.isprintable() or " " in name or link.address != text:
        raise NotAnInnerLink
    return link
