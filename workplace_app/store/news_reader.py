"""Reads news as the user sees it: without duplicates, without what editors have withdrawn."""

from datetime import datetime

from workplace_app.domain.article import PictureData
from workplace_app.domain.as_seen import ArticleAsSeen, ArticleSummary, NewsCounts, NewsFilter, Recipient
from workplace_app.domain.listing import PAGE_SIZE, Cursor, Listing
from workplace_app.store.connection_type import Connection


def articles(
    connection: Connection,
    news_filter: NewsFilter,
    recipient: Recipient,
    now: datetime,
    after: Cursor | None = None,
    limit: int = PAGE_SIZE,
) -> Listing[ArticleSummary]:
    """One of the four lists, the newest first; TO_ACKNOWLEDGE by its last day, the nearest first."""
    raise NotImplementedError


def count_news(connection: Connection, recipient: Recipient, now: datetime) -> NewsCounts:
    """How many articles each list holds."""
    raise NotImplementedError


def article(connection: Connection, article_id: str, now: datetime) -> ArticleAsSeen | None:
    """One whole article; a duplicate's id is answered too."""
    raise NotImplementedError


def picture(connection: Connection, key: str) -> PictureData | None:
    """The picture that ``cache:<key>`` points at, None while it has not been fetched."""
    raise NotImplementedError


def topics(connection: Connection) -> tuple[str, ...]:
    """All topics that articles have, A to Ö: what can be followed."""
    raise NotImplementedError
