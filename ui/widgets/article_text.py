"""Shows cleaned HTML and nothing else: pictures from the cache only, no file, no address is ever opened by it."""

from typing import Any

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextBlockFormat, QTextCursor, QTextDocument, QTextImageFormat
from PySide6.QtWidgets import QSizePolicy

from ui.look import look
from ui.theme import LINE_HEIGHT_READING, READING_WIDTH
from ui.widgets.decoded_picture import decoded_picture
from ui.widgets.reading_text import ReadingText
from workplace_app.domain.problem import ProblemRaised
from workplace_app.store.connection_type import Connection
from workplace_app.store.news_reader import picture

_SCHEME = "cache"
TEXT_MARGIN = 6
"""Pixels between the text and the ring of the focus."""
_HIGHEST = 4
"""How many times its width a picture may be high; a longer strip is shown narrower."""


class ArticleText(ReadingText):
    """As high as its text; the page around it scrolls.

    A Qt text opens whatever an image names, also ``file:`` and network shares; here ``loadResource`` answers
    from the store alone.
    """

    def __init__(self, connection: Connection, name: str) -> None:
        super().__init__()
        self._connection = connection
        self._html = ""
        self.setAccessibleName(name)
        self.setVerticalScrollBarPolicy(self.verticalScrollBarPolicy().ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(self.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)

    def show_html(self, html: str) -> None:
        """Show a text that was cleaned when it was stored."""
        self._html = html
        self._fill()

    def restyle(self) -> None:
        """Take fonts and colours from the look."""
        self._fill()

    def _fill(self) -> None:
        document = self.document()
        document.setDocumentMargin(look.gap(TEXT_MARGIN))
        document.setDefaultFont(look.font("reading"))
        document.setDefaultStyleSheet(
            f"a {{ color: {look.hex('accent')}; }} h2, h3, h4 {{ font-size: large; font-weight: 600; }} "
            f"blockquote {{ color: {look.hex('muted')}; }} p {{ margin-bottom: {look.gap(10)}px; }}"
        )
        document.setHtml(self._html)
        self._set_line_height()
        self._fit_pictures()
        self._fit()

    def _set_line_height(self) -> None:
        form = QTextBlockFormat()
        form.setLineHeight(LINE_HEIGHT_READING * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(form)

    def _fit_pictures(self) -> None:
        """No picture is wider than the column."""
        widest = min(self.viewport().width() - 2 * look.gap(TEXT_MARGIN), look.px(READING_WIDTH))
        block = self.document().begin()
        while block.isValid():
            part = block.begin()
            while not part.atEnd():
                fragment = part.fragment()
                form = fragment.charFormat()
                if form.isImageFormat():
                    self._fit_picture(fragment.position(), form.toImageFormat(), widest)
                part += 1
            block = block.next()

    def _fit_picture(self, position: int, form: QTextImageFormat, widest: int) -> None:
        image = self.document().resource(QTextDocument.ResourceType.ImageResource, QUrl(form.name()))
        if not isinstance(image, QImage) or image.isNull():
            return
        form.setWidth(min(image.width(), widest))
        form.setHeight(round(form.width() * image.height() / image.width()))
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(form)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A picture from the cache; an empty picture for everything else."""
        url = QUrl(name) if isinstance(name, str) else name
        if kind != QTextDocument.ResourceType.ImageResource.value or url.scheme() != _SCHEME:
            return QImage()
        try:
            data = picture(self._connection, url.path())
        except ProblemRaised:  # through Qt's own frames an exception would end the program
            return QImage()
        if data is None:
            return QImage()
        width = round(look.px(READING_WIDTH) * self.devicePixelRatioF())
        return decoded_picture(data.content, QSize(width, width * _HIGHEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_pictures()
            self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(round(self.document().size().height()) + 2)
