"""Keeps which pictures each article wants, so that the missing ones are found without reading every article."""

from collections.abc import Sequence

from workplace_app.domain.article import Article
from workplace_app.store.connection_type import Connection


def renew_pictures(connection: Connection, articles: Sequence[tuple[int, Article]]) -> None:
    """Note the pictures of articles, each with its number, that are new or have changed."""
    connection.executemany("DELETE FROM main.article_pictures WHERE article = ?", [(n,) for n, _ in articles])
    connection.executemany(
        "INSERT INTO main.article_pictures (key, article, address, alt, caption) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING",
        [
            (picture.key, number, picture.address, picture.alt, picture.caption)
            for number, article in articles
            for picture in ((article.picture,) if article.picture else ()) + article.pictures
        ],
    )
