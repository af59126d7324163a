"""Words and icons that stand still: one line, running text, an icon."""

from html import escape

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.hyphenation import hyphenated
from ui.icons import paint_icon
from ui.look import look
from ui.paint import write
from ui.theme import ColourRole, TypeRole, Weight
from ui.widgets.tool_tips import plain_tip

LEAST_ELIDED_WIDTH = 24
HYPHENATED_FROM = 1.5
"""The text size from which long words may be broken."""


class Label(QLabel):
    """Plain text in a type role and a colour role; the text is never taken for markup.

    With ``elide`` it stays on one line and is cut where it ends; the whole text is then its tool tip.
    """

    def __init__(
        self,
        text: str = "",
        role: TypeRole = "body",
        colour: ColourRole = "text",
        *,
        weight: Weight | None = None,
        digits: bool = False,
        wrap: bool = False,
        elide: bool = False,
    ) -> None:
        super().__init__()
        self._role: TypeRole = role
        self._colour: ColourRole = colour
        self._weight, self._digits, self._elide = weight, digits, elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.restyle()

    def set_colour(self, colour: ColourRole) -> None:
        """Take another colour role."""
        if colour != self._colour:
            self._colour = colour
            self.restyle()

    def set_weight(self, weight: Weight | None) -> None:
        """Take another weight."""
        self._weight = weight
        self.restyle()

    def restyle(self) -> None:
        """Take font and colour from the look."""
        self.setFont(look.font(self._role, self._weight, digits=self._digits))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, look.colour(self._colour))
        self.setPalette(palette)

    def minimumSizeHint(self) -> QSize:
        """A label that may be cut needs hardly any width."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), LEAST_ELIDED_WIDTH), least.height()) if self._elide else least

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, cut if it must be."""
        if not self._elide:
            super().paintEvent(event)
            return
        area = QRectF(self.contentsRect())
        write(QPainter(self), area, self.text(), self.font(), self._colour)

    def event(self, event: QEvent) -> bool:
        """Give the whole text as a tool tip when it is cut."""
        if event.type() == QEvent.Type.ToolTip and self._elide:
            cut = QFontMetrics(self.font()).horizontalAdvance(self.text()) > self.contentsRect().width()
            self.setToolTip(plain_tip(self.text()) if cut else "")
        return super().event(event)


class Paragraph(QLabel):
    """Running text with air between the lines.

    ``markup`` says that the text may hold <b> and <a>: only for the program's own words, never for what came from
    outside. A link is reported by ``linkActivated`` and reached with Tab. With large text, where one long word may be
    wider than a narrow window, long words are hyphenated.
    """

    def __init__(
        self,
        text: str = "",
        role: TypeRole = "body",
        colour: ColourRole = "text",
        *,
        leading: int = 135,
        markup: bool = False,
    ) -> None:
        super().__init__()
        self._role: TypeRole = role
        self._colour: ColourRole = colour
        self._leading, self._markup = leading, markup
        self._words = text
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if markup:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            )
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus if "<a " in text else Qt.FocusPolicy.NoFocus)
        self.restyle()

    def set_words(self, text: str) -> None:
        """Show another text."""
        if text == self._words:
            return
        self._words = text
        if self._markup:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus if "<a " in text else Qt.FocusPolicy.NoFocus)
        self._fill()

    @property
    def words(self) -> str:
        """The text as it was given."""
        return self._words

    def restyle(self) -> None:
        """Take font and colour from the look."""
        self.setFont(look.font(self._role))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, look.colour(self._colour))
        self.setPalette(palette)
        self._fill()

    def _fill(self) -> None:
        words = self._words
        if not self._markup:
            plain = hyphenated(words) if look.text_scale >= HYPHENATED_FROM else words
            words = escape(plain).replace("\n", "<br/>")
        words = words.replace("<a ", f'<a style="color:{look.hex("accent")}; text-decoration:none" ')
        self.setText(f'<p style="margin:0; line-height:{self._leading}%">{words}</p>')


class IconLabel(QWidget):
    """An icon that says nothing the words beside it do not; give ``name`` when it stands alone."""

    def __init__(self, icon: str, size: int = 20, colour: ColourRole = "muted", *, name: str = "") -> None:
        super().__init__()
        self._icon, self._size = icon, size
        self._colour: ColourRole = colour
        self.setAccessibleName(name)
        self.restyle()

    def set_icon(self, icon: str, colour: ColourRole | None = None) -> None:
        """Show another icon."""
        self._icon, self._colour = icon, colour or self._colour
        self.update()

    def restyle(self) -> None:
        """Take the size from the look."""
        self.setFixedSize(look.px(self._size), look.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        paint_icon(QPainter(self), self._icon, QRectF(self.rect()), self._colour)
