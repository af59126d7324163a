"""Fetches the facts behind rows of the index as hits: one question for each kind; and reminders, which no index has."""

# ruff: noqa: S608  (put together from the store's own constants)

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from workplace_app.domain.search_hit import HitKind, SearchHit
from workplace_app.store.codecs import decode_texts
from workplace_app.store.connection_type import Connection, Row
from workplace_app.store.moments import maybe_moment, to_milliseconds
from workplace_app.store.news_conditions import SHOWN
from workplace_app.store.reminder_reader import open_reminders
from workplace_app.store.search_query import TypedWord
from workplace_app.store.search_ranking import Candidate
from workplace_app.store.words import folded, stems_of, words_of

_TITLE_OF_MESSAGE = 80

_ONLINE = (
    "EXISTS (SELECT 1 FROM json_each(channels) AS channel WHERE json_extract(channel.value, '$[0]') = 'e_service' "
    "AND json_extract(channel.value, '$[1]') = 'yes')"
)
_PLACE = "(SELECT title FROM main.workspaces WHERE workspaces.id = workspace_id)"
_BEGINNING = f"COALESCE(nullif({{}}, ''), substr(text, 1, {_TITLE_OF_MESSAGE}))"

_COLUMNS: Mapping[HitKind, tuple[str, str]] = {
    HitKind.SERVICE: (f"title, theme, address, NULL, keywords, {_ONLINE}", "main.services"),
    HitKind.JOURNEY: ("title, theme, NULL, NULL, keywords", "main.journeys"),
    HitKind.TOOL: ("title, summary, address, NULL, keywords", "main.tools"),
    HitKind.PERSON: ("name, concat_ws(', ', nullif(title, ''), nullif(unit, '')), NULL, NULL, '[]'", "main.people"),
    HitKind.TASK: ("title, COALESCE(container_title, ''), address, due, '[]'", "main.tasks"),
    HitKind.EVENT: ("title, COALESCE(nullif(place, ''), organizer, ''), address, start, '[]'", "main.events"),
    HitKind.ARTICLE: ("title, COALESCE(publisher, author, ''), address, published, '[]'", "articles_as_seen"),
    HitKind.DISRUPTION: ("title, '', address, shown_from, '[]'", "main.disruptions"),
    HitKind.WORKSPACE: ("title, description, address, NULL, '[]'", "main.workspaces"),
    HitKind.CHANNEL: (f"title, COALESCE({_PLACE}, ''), address, NULL, '[]'", "main.channels"),
    HitKind.NOTIFICATION: (f"{_BEGINNING.format('title')}, who, address, \"at\", '[]'", "main.notifications"),
    HitKind.FILE: (f"name, COALESCE({_PLACE}, changed_by, ''), address, changed, '[]'", "main.site_files"),
    HitKind.MESSAGE: (f"{_BEGINNING.format('subject')}, author_name, address, sent, '[]'", "main.messages"),
}
"""For each kind: title, context, address, moment, keywords (and for services whether they can be used on the web)."""


def candidates(connection: Connection, kind: HitKind, numbers: Sequence[int], now: datetime) -> list[Candidate]:
    """The hits of one kind by the numbers of their rows; articles that are not shown at this moment are left out."""
    columns, source = _COLUMNS[kind]
    shown = f" AND {SHOWN}" if kind is HitKind.ARTICLE else ""
    rows = connection.execute(
        f"SELECT id, {columns} FROM {source} WHERE number IN (SELECT value FROM json_each(:numbers)){shown}",
        {"numbers": json.dumps(list(numbers)), "now": to_milliseconds(now)},
    )
    return list(map(_candidate_of(kind), rows))


def _candidate_of(kind: HitKind) -> Callable[[Row], Candidate]:
    def read(row: Row) -> Candidate:
        fact_id, title, context, address, at, keywords = row[:6]
        return Candidate(
            SearchHit(fact_id, kind, title, context, address, 0.0, maybe_moment(at)),
            decode_texts(keywords),
            online=bool(row[6]) if len(row) > 6 else False,
        )

    return read


def reminders_titled(connection: Connection, words: Sequence[TypedWord]) -> list[Candidate]:
    """The user's open reminders in whose titles every word stands, in some form. They lie in ``mine.db``, where the
    index of ``cache.db`` does not reach, and are few: their titles are looked through."""
    found = []
    for each in open_reminders(connection):
        title = each.subject.title
        plain, stems = folded(title.lower()), set(stems_of(words_of(title)))
        if all(word.plain in plain or word.stem in stems for word in words):
            found.append(Candidate(SearchHit(each.id, HitKind.REMINDER, title, "", each.subject.address, 0.0, each.at)))
    return found
