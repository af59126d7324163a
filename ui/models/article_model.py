"""The item model of news: one row per article, without its text."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from ui.dates import local, long_day, running_words
from ui.models.row_model import RowModel
from workplace_app.domain.article import ArticleSource
from workplace_app.domain.as_seen import ArticleSummary
from workplace_app.domain.frozen import frozen


@frozen
class ArticleRow:
    """An article as one row shows it."""

    id: str
    summary: ArticleSummary
    under: str
    acknowledge_words: str = ""
    deadline_words: str = ""

    @property
    def picture_key(self) -> str | None:
        """The picture's name in the cache, None for an article without one."""
        return self.summary.picture.key if self.summary.picture is not None else None


def article_row(summary: ArticleSummary, now: datetime) -> ArticleRow:
    """The row of an article."""
    under = f"{publisher_words(summary)}  ·  {running_words(summary.published, now)}"
    deadline = deadline_words(summary.deadline, "", now)  # the day must not be cut: the reader says of what
    return ArticleRow(summary.id, summary, under, acknowledge_words(summary), deadline)


def publisher_words(summary: ArticleSummary) -> str:
    """The unit or the site that stands behind it."""
    if summary.publisher:
        return summary.publisher
    if summary.source is ArticleSource.PUBLIC:
        return "nacka.se"
    return QCoreApplication.translate("ArticleModel", "Intranet")


def acknowledge_words(summary: ArticleSummary) -> str:
    """What the row says of mandatory reading: the last day, or that it is done."""
    if summary.acknowledge_by is None:
        return ""
    if summary.acknowledged_at is not None:
        return QCoreApplication.translate("ArticleModel", "Acknowledged")
    words = QCoreApplication.translate("ArticleModel", "Acknowledge by {day}")
    return words.format(day=long_day(summary.acknowledge_by))


def deadline_words(last_day: date | None, label: str, now: datetime) -> str:
    """ "Glöm inte": the last day that the editor has given and what is to be done by then; nothing once it is over."""
    if last_day is None or last_day < local(now).date():
        return ""
    if not label:
        return QCoreApplication.translate("ArticleModel", "Do not forget: by {day}").format(day=long_day(last_day))
    words = QCoreApplication.translate("ArticleModel", "Do not forget: {what}, by {day}")
    return words.format(what=label, day=long_day(last_day))


class ArticleModel(RowModel[ArticleRow]):
    """News in the order in which it was read from the store."""

    def title(self, row: ArticleRow) -> str:
        """Typing searches headlines."""
        return row.summary.title

    def spoken(self, row: ArticleRow) -> str:
        """Everything that the row shows."""
        state = self.tr("unread") if row.summary.unread else ""
        saved = self.tr("saved") if row.summary.saved else ""
        parts = (
            state,
            row.summary.title,
            row.summary.lead,
            row.under,
            row.acknowledge_words,
            row.deadline_words,
            saved,
        )
        return ", ".join(part for part in parts if part)
