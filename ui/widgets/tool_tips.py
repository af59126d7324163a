"""Tool tips that show text from outside as it is: Qt would take a title with a tag in it for a page with pictures."""

from html import escape

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """What to give Qt so that exactly this text is shown.

    ``QToolTip`` guesses whether a text is markup, and markup may name a picture on a network share: showing the tip of
    an invitation called ``<img src="//host/x">`` would hand the user's password hash to that host on Windows.
    """
    if not Qt.mightBeRichText(text):
        return text
    return f'<p style="white-space:pre-wrap">{escape(text)}</p>'
