"""Which texts of a fact are searched, and which of its columns they depend on."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

from workplace_app.domain.article import Article
from workplace_app.domain.frozen import frozen
from workplace_app.domain.search_hit import HitKind
from workplace_app.domain.workspace import Message
from workplace_app.store.fact_table import FactTable
from workplace_app.store.fact_tables import (
    ARTICLES,
    CHANNELS,
    DISRUPTIONS,
    EVENTS,
    JOURNEYS,
    MESSAGES,
    NOTIFICATIONS,
    PEOPLE,
    SERVICES,
    SITE_FILES,
    TASKS,
    TOOLS,
    WORKSPACES,
)

_TAG = re.compile(r"<[^>]*>")
LONGEST_BODY = 20_000
"""Characters of a text that are searched."""


@frozen
class Searched:
    """How one table is searched. ``number`` stands for the kind in the index (never change one): when too many rows
    match, those with the higher number are looked at first. ``depends_on`` are the columns of title and body."""

    table: FactTable[Any]
    kind: HitKind
    number: int
    title: Callable[[Any], str]
    body: Callable[[Any], str]
    depends_on: tuple[str, ...]

    @property
    def positions(self) -> tuple[int, ...]:
        """Where those columns stand in a row."""
        return tuple(self.table.columns.index(name) for name in self.depends_on)


def without_tags(html: str) -> str:
    """The words of cleaned HTML."""
    return unescape(_TAG.sub(" ", html))[:LONGEST_BODY]


def _joined(*parts: str | tuple[str, ...] | None) -> str:
    return " ".join(part if isinstance(part, str) else " ".join(part) for part in parts if part)


def _article_body(article: Article) -> str:
    return _joined(article.lead, article.publisher, article.author, article.topics, without_tags(article.body_html))


def _message_body(message: Message) -> str:
    return "" if message.deleted else _joined(message.author_name, message.text[:LONGEST_BODY])


def _phone(number: str) -> str:
    """A number as it is written and as it is typed in one go."""
    return f"{number} {''.join(filter(str.isdigit, number))}" if number else ""


SEARCHED: tuple[Searched, ...] = (
    Searched(
        SERVICES,
        HitKind.SERVICE,
        13,
        lambda service: service.title,
        lambda service: _joined(
            service.keywords,
            service.summary,
            service.theme,
            service.category,
            tuple(channel.label for channel in service.channels),
        ),
        ("title", "keywords", "summary", "theme", "category", "channels"),
    ),
    Searched(
        JOURNEYS,
        HitKind.JOURNEY,
        12,
        lambda journey: journey.title,
        lambda journey: _joined(journey.keywords, journey.summary, tuple(step.title for step in journey.steps)),
        ("title", "keywords", "summary", "steps"),
    ),
    Searched(
        TOOLS,
        HitKind.TOOL,
        11,
        lambda tool: tool.title,
        lambda tool: _joined(tool.keywords, tool.summary),
        ("title", "keywords", "summary"),
    ),
    Searched(
        PEOPLE,
        HitKind.PERSON,
        10,
        lambda person: person.name,
        lambda person: _joined(
            person.title, person.unit, person.place, person.mail, _phone(person.phone), _phone(person.mobile)
        ),
        ("name", "title", "unit", "place", "mail", "phone", "mobile"),
    ),
    Searched(
        TASKS,
        HitKind.TASK,
        9,
        lambda task: task.title,
        lambda task: _joined(task.container_title, task.bucket_title, task.notes[:LONGEST_BODY]),
        ("title", "container_title", "bucket_title", "notes"),
    ),
    Searched(
        EVENTS,
        HitKind.EVENT,
        8,
        lambda event: event.title,
        lambda event: _joined(event.place, event.organizer, event.attendees, event.preview),
        ("title", "place", "organizer", "attendees", "preview"),
    ),
    Searched(
        ARTICLES,
        HitKind.ARTICLE,
        7,
        lambda article: article.title,
        _article_body,
        ("title", "lead", "publisher", "author", "topics", "body_html"),
    ),
    Searched(
        DISRUPTIONS,
        HitKind.DISRUPTION,
        6,
        lambda disruption: disruption.title,
        lambda disruption: disruption.text,
        ("title", "text"),
    ),
    Searched(
        WORKSPACES,
        HitKind.WORKSPACE,
        5,
        lambda workspace: workspace.title,
        lambda workspace: _joined(workspace.description, workspace.members),
        ("title", "description", "members"),
    ),
    Searched(
        CHANNELS,
        HitKind.CHANNEL,
        4,
        lambda channel: channel.title,
        lambda channel: channel.description,
        ("title", "description"),
    ),
    Searched(
        NOTIFICATIONS,
        HitKind.NOTIFICATION,
        3,
        lambda notification: notification.title,
        lambda notification: _joined(notification.who, notification.text),
        ("title", "who", "text"),
    ),
    Searched(
        SITE_FILES,
        HitKind.FILE,
        2,
        lambda file: file.name,
        lambda file: _joined(file.changed_by),
        ("name", "changed_by"),
    ),
    Searched(
        MESSAGES,
        HitKind.MESSAGE,
        1,
        lambda message: "" if message.deleted else message.subject or "",
        _message_body,
        ("subject", "author_name", "text", "deleted"),
    ),
)
SEARCHED_OF: dict[str, Searched] = {searched.table.name: searched for searched in SEARCHED}
"""By the name of the table."""

NUMBER_BITS = 40
"""How many bits of a row of the index are the fact's own number; the kind's number stands above them."""
