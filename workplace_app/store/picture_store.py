"""Tells sync which pictures of articles are missing, and remembers those that could not be had."""

from datetime import datetime, timedelta

from workplace_app.domain.article import Picture
from workplace_app.store.connection_type import Connection
from workplace_app.store.moments import to_milliseconds
from workplace_app.store.transaction import writing_cache

TRIED_AGAIN_AFTER = timedelta(days=1)
"""A picture that its server refused is not asked for again before this."""

_MISSING = """
SELECT wanted.key, wanted.address, wanted.alt, wanted.caption
FROM main.article_pictures AS wanted JOIN main.articles ON articles.number = wanted.article
WHERE NOT EXISTS (SELECT 1 FROM main.pictures WHERE pictures."key" = wanted.key)
  AND (wanted.refused_at IS NULL OR wanted.refused_at <= ?)
GROUP BY wanted.key ORDER BY MAX(articles.published) DESC LIMIT ?
"""


def missing_pictures(connection: Connection, limit: int, now: datetime | None = None) -> tuple[Picture, ...]:
    """Pictures that articles name and that nobody has fetched yet, the newest article's first.

    Those refused within the last day are left out; without ``now``, all that were ever refused.
    """
    refused_before = to_milliseconds(now - TRIED_AGAIN_AFTER) if now is not None else 0
    return tuple(Picture(*row) for row in connection.execute(_MISSING, (refused_before, limit)))


def picture_refused(connection: Connection, key: str, now: datetime) -> None:
    """Its server does not give it, or what it gave is no picture."""
    with writing_cache(connection):
        connection.execute("UPDATE main.article_pictures SET refused_at = ? WHERE key = ?", (to_milliseconds(now), key))
