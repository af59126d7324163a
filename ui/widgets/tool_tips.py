"""Text from outside in tool tips and menus, as it is: to Qt a tag makes a page of it and an ampersand a shortcut."""

from html import escape

from PySide6.QtGui import Qt

_LONGEST_IN_A_MENU = 60


def plain_tip(text: str) -> str:
    """What to give Qt so that exactly this text is shown.

    ``QToolTip`` guesses whether a text is markup, and markup may name a picture on a network share: showing the tip of
    an invitation called ``<img src="//host/x">`` would hand the user's password hash to that host on Windows.
    """
    if not {"<", "&"} & set(text):  # Qt sees no markup without them, and asking it costs the start 10 ms
        return text
    if not Qt.mightBeRichText(text):
        return text
    return f'<p style="white-space:pre-wrap">{escape(text)}</p>'


def menu_words(text: str) -> str:
    """What to give a menu so that the text stands there on one line: without shortcut, without a second column."""
    line = " ".join(text.split())
    if len(line) > _LONGEST_IN_A_MENU:
        line = f"{line[: _LONGEST_IN_A_MENU - 1]}…"
    return line.replace("&", "&&")
