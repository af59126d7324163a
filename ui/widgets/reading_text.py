"""A text to be read: its links are followed with the mouse and with Tab and Enter, and its focus can be seen.

``QTextBrowser`` can do the first, but tells assistive technology that it is a label, and shows no focus at all.
"""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QScrollArea, QTextEdit

from ui.look import look
from ui.paint import focus_ring

_AROUND_LINK = 48
"""Pixels at 100 % above and below a link that Tab brings into sight: the lines around it."""
_FOR_THE_TEXT = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LinkPlace(NamedTuple):
    """Where in the text a link stands, and where it leads."""

    start: int
    end: int
    address: str


class ReadingText(QTextEdit):
    """As high as its text: the page around it scrolls, also by key.

    ``link_pressed`` carries an address as it stands in the text; ``link_under`` the one that the pointer or the focus
    is on, "" for none, so that the window can show where it leads before anything is opened.
    """

    link_pressed = Signal(str)
    link_under = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self._under = ""
        self._pressed = ""
        self._ring = False
        self._chosen: LinkPlace | None = None

    def links(self) -> list[LinkPlace]:
        """All links in the order in which they are read."""
        found: list[LinkPlace] = []
        block = self.document().begin()
        while block.isValid():
            part = block.begin()
            while not part.atEnd():
                piece = part.fragment()
                address = piece.charFormat().anchorHref()
                start, end = piece.position(), piece.position() + piece.length()
                if address and found and found[-1].end == start and found[-1].address == address:
                    found[-1] = LinkPlace(found[-1].start, end, address)
                elif address:
                    found.append(LinkPlace(start, end, address))
                part += 1
            block = block.next()
        return found

    # Pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the link under the pointer leads."""
        super().mouseMoveEvent(event)
        self._tell(self.anchorAt(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if self._under else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember on which link."""
        self._ring = False
        super().mousePressEvent(event)
        self._pressed = self.anchorAt(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on a link follows it; a selection that begins or ends on one does not."""
        dragged = self.textCursor().hasSelection()  # asked first: Qt selects a link that is pressed
        super().mouseReleaseEvent(event)
        address = self.anchorAt(event.position().toPoint())
        followed = event.button() == Qt.MouseButton.LeftButton and not dragged
        if followed and address and address == self._pressed:
            self.link_pressed.emit(address)
        self._pressed = ""

    def _tell(self, address: str) -> None:
        if address != self._under:
            self._under = address
            self.link_under.emit(address)

    # Keys

    def focusNextPrevChild(self, next_one: bool, /) -> bool:
        """Tab goes from link to link, then on."""
        links = self.links()
        at = links.index(self._chosen) if self._chosen in links else -1 if next_one else len(links)
        at += 1 if next_one else -1
        if 0 <= at < len(links):
            self._choose(links[at])
            return True
        return super().focusNextPrevChild(next_one)

    def _choose(self, link: LinkPlace | None) -> None:
        self._chosen = link
        cursor = self.textCursor()
        cursor.setPosition(link.start if link is not None else 0)
        if link is not None:
            cursor.setPosition(link.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._tell(link.address if link is not None else "")
        if link is not None:
            self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        """A text that is as high as its words scrolls with the page around it: Qt scrolls the text alone."""
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        content = page.widget() if page is not None else None
        if page is not None and content is not None:
            at = self.viewport().mapTo(content, self.cursorRect().center())
            page.ensureVisible(at.x(), at.y(), 0, look.px(_AROUND_LINK))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows the link that Tab has come to; copying and marking are Qt's; all else scrolls the page around,
        since there is nothing to scroll here."""
        self._ring = True
        if self._chosen is not None and event.key() in _ENTER:
            self.link_pressed.emit(self._chosen.address)
        elif any(event.matches(key) for key in _FOR_THE_TEXT):
            super().keyPressEvent(event)
        else:
            event.ignore()

    # Focus

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring to whoever came by key."""
        super().focusInEvent(event)
        self._ring = event.reason() is not Qt.FocusReason.MouseFocusReason
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No link is chosen any more."""
        super().focusOutEvent(event)
        if self._chosen is not None:
            self._choose(None)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and the ring around it."""
        super().paintEvent(event)
        if self._ring and self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            focus_ring(painter, QRectF(self.viewport().rect()))
