"""Paints a news row: unread dot, headline in two lines, a line of lead, who and when, the picture from the cache."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from ui.look import look
from ui.models.article_model import ArticleRow
from ui.paint import broken_lines, picture, write, write_lines
from ui.theme import RADIUS_CONTROL, ColourRole, Weight
from ui.widgets.cached_pictures import CachedPictures
from ui.widgets.marks_in_rows import icon_with_words, unread_dot
from ui.widgets.row_delegate import Ink, RowDelegate

LEADING = 1.2
PICTURE_PROPORTION = 5 / 4


class ArticleDelegate(RowDelegate):
    """``picture_height`` in pixels at 100 %; ``lead`` shows one line of what it is about."""

    separators = True

    def __init__(self, pictures: CachedPictures, *, picture_height: int = 72, lead: bool = True) -> None:
        super().__init__()
        self._pictures = pictures
        self._picture_height = picture_height
        self._lead = lead
        self.separators = lead

    def _air(self) -> int:
        return look.gap(11 if self._lead else 8)

    def _indent(self) -> float:
        return look.px(8) + look.gap(8)

    def _picture(self, row: ArticleRow, ratio: float) -> QPixmap | None:
        if row.picture_key is None:
            return None
        height = look.px(self._picture_height)
        return self._pictures.pixmap(row.picture_key, QSize(round(height * PICTURE_PROPORTION), height), ratio)

    def _words_width(self, row: ArticleRow, width: float) -> float:
        room = width - look.gap(32) - self._indent()
        if row.picture_key is not None and self._picture(row, 1.0) is not None:
            room -= look.px(self._picture_height) * PICTURE_PROPORTION + look.gap(16)
        return room

    def height(self, row: ArticleRow, width: float) -> float:
        """The words' lines, at least the picture's height."""
        font = look.font("body", Weight.SEMIBOLD if row.summary.unread else Weight.MEDIUM)
        lines = broken_lines(row.summary.title, font, self._words_width(row, width), 2)
        words = len(lines) * look.text_height() * LEADING + look.text_height("caption") + look.gap(4)
        if self._lead and row.summary.lead:
            words += look.text_height() + look.gap(3)
        words += (look.text_height("caption") + look.gap(8)) * len(_marks(row))
        has_picture = row.picture_key is not None and self._picture(row, 1.0) is not None
        return max(words, look.px(self._picture_height) if has_picture else 0) + self._air() * 2

    def paint_row(self, painter: QPainter, rect: QRectF, row: ArticleRow, ink: Ink, *, active: bool) -> None:
        """Paint the words, then the picture at the right."""
        del active
        device = painter.device()
        image = self._picture(row, device.devicePixelRatioF() if device is not None else 1.0)
        top = rect.y() + self._air()
        right = rect.right()
        if image is not None:
            height = look.px(self._picture_height)
            frame = QRectF(right - height * PICTURE_PROPORTION, top, height * PICTURE_PROPORTION, height)
            picture(painter, frame, image, RADIUS_CONTROL)
            right = frame.x() - look.gap(16)
        if row.summary.unread:
            unread_dot(painter, rect.x(), top + look.text_height() * LEADING / 2, ink.tone("accent"))
        area = QRectF(rect.x() + self._indent(), top, right - rect.x() - self._indent(), rect.bottom() - top)
        font = look.font("body", Weight.SEMIBOLD if row.summary.unread else Weight.MEDIUM)
        area.setTop(area.y() + write_lines(painter, area, row.summary.title, font, ink.text, leading=LEADING))
        if self._lead and row.summary.lead:
            line = QRectF(area.x(), area.y() + look.gap(1), area.width(), look.text_height())
            write(painter, line, row.summary.lead, look.font("body"), ink.muted)
            area.setTop(line.bottom() + look.gap(2))
        line = QRectF(area.x(), area.y() + look.gap(2), area.width(), look.text_height("caption"))
        write(painter, line, row.under, look.font("caption", digits=True), ink.muted)
        caption = look.font("caption", Weight.SEMIBOLD)
        for icon, words, tone in _marks(row):
            line = QRectF(area.x(), line.bottom() + look.gap(6), area.width(), look.text_height("caption") + 2)
            icon_with_words(painter, line, icon, words, caption, ink.tone(tone))

    def tool_tip(self, row: ArticleRow, width: float) -> str:
        """The whole headline and lead, and what is not to be forgotten."""
        del width
        return "\n".join(part for part in (row.summary.title, row.summary.lead, row.deadline_words) if part)


def _marks(row: ArticleRow) -> list[tuple[str, str, ColourRole]]:
    """What stands on lines of its own: mandatory reading, and what is not to be forgotten."""
    marks: list[tuple[str, str, ColourRole]] = []
    if row.acknowledge_words:
        done = row.summary.acknowledged_at is not None
        marks.append(("check-circle", row.acknowledge_words, "success" if done else "warning"))
    if row.deadline_words:
        marks.append(("clock", row.deadline_words, "warning"))
    return marks
