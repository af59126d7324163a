"""Reads news as the user sees it: without duplicates, without what editors have withdrawn."""

# ruff: noqa: S608  (put together from the store's own constants)

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime

from workplace_app.domain.article import ArticleSource, PictureData, hidden
from workplace_app.domain.as_seen import ArticleAsSeen, ArticleSummary, NewsCounts, NewsFilter, Recipient
from workplace_app.domain.listing import PAGE_SIZE, Cursor, Listing
from workplace_app.store.codecs import decode_picture, decode_texts
from workplace_app.store.connection_type import Connection, Row
from workplace_app.store.fact_tables import ARTICLES, PICTURE_DATA
from workplace_app.store.keyset import listed
from workplace_app.store.moments import FOREVER, maybe_moment, to_moment
from workplace_app.store.news_conditions import FOR_ME, SHOWN, TO_ACKNOWLEDGE, UNREAD, parameters, reason
from workplace_app.store.swedish_order import sort_key

_SUMMARY = (
    "id, source, title, lead, published, publisher, author, picture, topics, acknowledge_by, address, "
    f"{UNREAD}, saved_at, acknowledged_at, audience, workspace_id"
)
_NEWEST_FIRST = "(published, number) < (:first, :second) ORDER BY published DESC, number DESC"
_CONDITIONS = {
    NewsFilter.FOR_ME: f"{FOR_ME} AND {_NEWEST_FIRST}",
    NewsFilter.ALL: _NEWEST_FIRST,
    NewsFilter.SAVED: f"saved_at IS NOT NULL AND {_NEWEST_FIRST}",
    NewsFilter.TO_ACKNOWLEDGE: f"{TO_ACKNOWLEDGE} AND {FOR_ME} AND (acknowledge_by, number) > (:first, :second) "
    "ORDER BY acknowledge_by, number",
}


def articles(
    connection: Connection,
    news_filter: NewsFilter,
    recipient: Recipient,
    now: datetime,
    after: Cursor | None = None,
    limit: int = PAGE_SIZE,
) -> Listing[ArticleSummary]:
    """One of the four lists, the newest first; TO_ACKNOWLEDGE by its last day, the nearest first."""
    by_day = news_filter is NewsFilter.TO_ACKNOWLEDGE
    start = after.keys if after else ("", 0) if by_day else (FOREVER, FOREVER)
    rows = connection.execute(
        f"SELECT {_SUMMARY}, {'acknowledge_by' if by_day else 'published'}, number FROM articles_as_seen "
        f"WHERE {SHOWN} AND {_CONDITIONS[news_filter]} LIMIT :limit",
        {**parameters(recipient, now), "first": start[0], "second": start[1], "limit": limit + 1},
    ).fetchall()
    return listed(rows, limit, _summary_for(recipient, _deadlines(connection)), keys=2)


def count_news(connection: Connection, recipient: Recipient, now: datetime) -> NewsCounts:
    """How many articles each list holds."""
    row = connection.execute(
        "SELECT COUNT(*) FILTER (WHERE for_me), COUNT(*), COUNT(saved_at), "
        f"COUNT(*) FILTER (WHERE for_me AND {TO_ACKNOWLEDGE}), COUNT(*) FILTER (WHERE for_me AND {UNREAD}) FROM ("
        f"SELECT {FOR_ME} AS for_me, saved_at, acknowledge_by, acknowledged_at, read_at, published "
        f"FROM articles_as_seen WHERE {SHOWN})",
        parameters(recipient, now),
    ).fetchone()
    return NewsCounts(*row) if row else NewsCounts()


def article(connection: Connection, article_id: str, now: datetime) -> ArticleAsSeen | None:
    """One whole article, also one that a duplicate stands before in the lists. A withdrawn one has lost its words."""
    row = connection.execute(
        f"SELECT {ARTICLES.selected()}, read_at, saved_at, acknowledged_at FROM articles_as_seen WHERE id = ?",
        (article_id,),
    ).fetchone()
    if row is None:
        return None
    found = ARTICLES.fact(row)
    read_at, saved_at, acknowledged_at = map(maybe_moment, row[-3:])
    if not hidden(found, now):
        return ArticleAsSeen(found, read_at, saved_at, acknowledged_at)
    withdrawn = replace(found, lead="", body_html="", picture=None, pictures=())
    return ArticleAsSeen(withdrawn, read_at, saved_at, acknowledged_at, withdrawn_at=found.stop_publish)


def picture(connection: Connection, key: str) -> PictureData | None:
    """The picture that ``cache:<key>`` points at, None while it has not been fetched."""
    row = connection.execute(f'SELECT {PICTURE_DATA.selected()} FROM main.pictures WHERE "key" = ?', (key,)).fetchone()
    return PICTURE_DATA.fact(row) if row else None


def topics(connection: Connection) -> tuple[str, ...]:
    """All topics that articles have, A to Ö: what can be followed."""
    rows = connection.execute(
        "SELECT DISTINCT topic.value FROM main.articles, json_each(articles.topics) AS topic WHERE topics != '[]'"
    )
    return tuple(sorted((row[0] for row in rows), key=sort_key))


def _deadlines(connection: Connection) -> dict[str, tuple[date, str]]:
    """Day and label of the few articles that have a deadline."""
    rows = connection.execute(
        "SELECT id, deadline, deadline_label FROM main.articles INDEXED BY articles_with_deadline "
        "WHERE deadline IS NOT NULL"
    )
    return {row[0]: (date.fromisoformat(row[1]), row[2]) for row in rows}


def _summary_for(recipient: Recipient, deadlines: Mapping[str, tuple[date, str]]) -> Callable[[Row], ArticleSummary]:
    def read(row: Row) -> ArticleSummary:
        topics_of, audience = decode_texts(row[8]), decode_texts(row[14])
        why, value = reason(
            recipient,
            publisher=row[5],
            workspace_id=row[15],
            topics=topics_of,
            audience=audience,
            mandatory=row[9] is not None and row[13] is None,
        )
        deadline, label = deadlines.get(row[0], (None, ""))
        return ArticleSummary(
            id=row[0],
            source=ArticleSource(row[1]),
            title=row[2],
            lead=row[3],
            published=to_moment(row[4]),
            publisher=row[5],
            author=row[6],
            picture=decode_picture(row[7]) if row[7] else None,
            topics=topics_of,
            acknowledge_by=date.fromisoformat(row[9]) if row[9] else None,
            deadline=deadline,
            deadline_label=label,
            address=row[10],
            unread=bool(row[11]),
            saved=row[12] is not None,
            acknowledged_at=maybe_moment(row[13]),
            reason=why,
            reason_value=value,
        )

    return read
