"""A cache of a given size, the same one every time: what an account would hold after months of work."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from workplace_app.domain.article import Article, ArticleSource
from workplace_app.domain.event import Event, Response
from workplace_app.domain.notification import Notification, NotificationKind
from workplace_app.domain.page import Fact, Page
from workplace_app.domain.person import Person
from workplace_app.domain.task import Task, TaskSource
from workplace_app.domain.workspace import Message, SiteFile, Workspace, WorkspaceKind

# How a cache is made up, in thousandths: files and messages are most of it.
SHARES = {"tasks": 20, "events": 15, "articles": 30, "notifications": 35, "people": 60, "messages": 340, "files": 500}
PAGE = 1000  # facts in one transaction
SEED = 112_000
FIRST = ["bygg", "barnomsorgs", "skol", "vatten", "hemtjänst", "park", "gatu", "fritids", "boende", "miljö", "kultur"]
SECOND = ["lov", "avgift", "skjuts", "plan", "beslut", "ansökan", "möte", "karta", "protokoll", "schema", "underlag"]
VERBS = ["granska", "skicka", "uppdatera", "boka", "följa upp", "svara på", "fördela", "stämma av", "publicera"]
NAMES = ["Alva", "Bo", "Cilla", "David", "Ebba", "Farid", "Greta", "Hodan", "Ivar", "Jonna", "Kerstin", "Leila"]


class Content:
    """Facts by feed. Two contents of the same size and moment are equal."""

    def __init__(self, items: int, now: datetime) -> None:
        self.items = items
        self.now = now
        self._dice = random.Random(SEED)

    def pages(self) -> Iterator[tuple[str, Page]]:
        """Feed and page, in an order that a first sync could have: each feed is one whole listing."""
        yield "sites", self._whole([self._workspace(number) for number in range(25)])
        kinds: dict[str, tuple[str, Callable[[int], Fact]]] = {
            "planner": ("tasks", self._task),
            "calendar": ("events", self._event),
            "intranet_news": ("articles", self._article),
            "people": ("people", self._person),
            "channel_messages": ("messages", self._message),
            "site_files": ("files", self._file),
            "teams": ("notifications", self._notification),
        }
        for feed, (share, make) in kinds.items():
            count = max(1, self.items * SHARES[share] // 1000)
            for begin in range(0, count, PAGE):
                facts = tuple(make(number) for number in range(begin, min(begin + PAGE, count)))
                first, last = begin == 0, begin + PAGE >= count
                bookmark = "b" if last else None
                yield feed, Page(facts, bookmark=bookmark, begins_generation=first, ends_generation=last)

    def _whole(self, facts: list[Workspace]) -> Page:
        return Page(tuple(facts), begins_generation=True, ends_generation=True, bookmark="b")

    def _subject(self) -> str:
        dice = self._dice
        return f"{dice.choice(VERBS)} {dice.choice(FIRST)}{dice.choice(SECOND)} {dice.randint(1, 9999)}".capitalize()

    def _text(self, words: int) -> str:
        dice = self._dice
        pairs = (f"{dice.choice(VERBS)} {dice.choice(FIRST)}{dice.choice(SECOND)}et" for _ in range(words // 2))
        return " och ".join(pairs)

    def _ago(self, days: int) -> datetime:
        return self.now - timedelta(minutes=self._dice.randint(1, days * 24 * 60))

    def _name(self, number: int) -> str:
        return f"{NAMES[number % len(NAMES)]} Provsson {number}"

    def _workspace(self, number: int) -> Workspace:
        return Workspace(f"site:{number}", WorkspaceKind.SITE, self._subject(), last_activity=self._ago(30))

    def _task(self, number: int) -> Task:
        due = self.now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=self._dice.randint(-10, 60))
        done = number % 4 == 0
        return Task(
            f"planner:{number}",
            TaskSource.PLANNER,
            self._subject(),
            f"plan:{number % 20}",
            f"Plan {number % 20}",
            due,
            due_is_a_day=True,
            completed=done,
            notes=self._text(12),
            etag=f"e{number}",
        )

    def _event(self, number: int) -> Event:
        start = self.now + timedelta(minutes=30 * self._dice.randint(-300, 2800))
        return Event(
            f"event:{number}",
            self._subject(),
            start,
            start + timedelta(hours=1),
            place="Rum 4",
            response=Response.ACCEPTED,
        )

    def _article(self, number: int) -> Article:
        body = "".join(f"<p>{self._text(60)}</p>" for _ in range(4))
        return Article(
            f"intranet:{number}", ArticleSource.INTRANET, self._subject(), self._text(16), body, self._ago(360)
        )

    def _person(self, number: int) -> Person:
        unit = self._dice.choice(FIRST).capitalize() + "enheten"
        return Person(f"person:{number}", self._name(number), "Handläggare", unit, "Stadshuset", "08-000 00 00")

    def _message(self, number: int) -> Message:
        text, place = self._text(24), f"channel:{number % 60}"
        author = self._name(number % 400)
        sent = self._ago(200)
        return Message(
            f"message:{number}",
            f"site:{number % 25}",
            place,
            f"message:{number}",
            None,
            author,
            sent,
            text,
            f"<p>{text}</p>",
        )

    def _file(self, number: int) -> SiteFile:
        name = f"{self._subject()}.docx"
        return SiteFile(
            f"file:{number}", f"site:{number % 25}", f"drive:{number % 25}", name, self._ago(700), size_bytes=number
        )

    def _notification(self, number: int) -> Notification:
        kind = (NotificationKind.FILE_CHANGED, NotificationKind.CHANNEL_MESSAGE, NotificationKind.MENTION)[number % 3]
        title, text = self._subject(), self._text(10)
        workspace, target = f"site:{number % 25}", f"file:{number}"
        return Notification(f"n:{number}", kind, workspace, target, self._name(number), title, text, self._ago(40))


def content_of(items: int) -> Content:
    """A fixed moment, so that a cache that has been filled once can be used by every measurement of a run."""
    return Content(items, datetime(2026, 11, 23, 8, 0, tzinfo=UTC))
