"""Believable facts in any number, the same ones every time: for tests and benchmarks of the store."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from workplace_app.domain.article import Article, ArticleSource, Picture
from workplace_app.domain.event import Event
from workplace_app.domain.notification import Notification, NotificationKind
from workplace_app.domain.page import Fact
from workplace_app.domain.person import Person
from workplace_app.domain.task import Task, TaskSource
from workplace_app.domain.workspace import Channel, Message, SiteFile, Workspace, WorkspaceKind


def _words(text: str) -> list[str]:
    return text.split()


NOW = datetime(2026, 10, 14, 8, 12, tzinfo=UTC)
_FIRST_PARTS = [
    "bygglov",
    "park",
    "vatten",
    "skol",
    "hemtjänst",
    "renhållnings",
    "plan",
    "miljö",
    "barnomsorgs",
    "trafik",
    "fritids",
    "kultur",
    "budget",
    "lokal",
    "avfalls",
    "energi",
    "närings",
    "vuxenutbildnings",
    "social",
    "gatu",
    "natur",
    "strand",
    "rivnings",
    "mark",
    "översikts",
    "detaljplane",
    "gång",
    "cykel",
]
_LAST_PARTS = [
    "ansökan",
    "ärende",
    "avgift",
    "plan",
    "möte",
    "beslut",
    "handläggning",
    "tillsyn",
    "underlag",
    "rapport",
    "schema",
    "rutin",
    "avtal",
    "enkät",
    "utbildning",
    "uppföljning",
    "remiss",
    "protokoll",
    "karta",
    "nämnd",
    "projekt",
    "samråd",
    "granskning",
    "inventering",
    "yttrande",
    "sammanställning",
]
_LITTLE_WORDS = [
    "och",
    "att",
    "för",
    "med",
    "till",
    "som",
    "den",
    "det",
    "på",
    "av",
    "vi",
    "ska",
    "kan",
    "har",
    "inte",
    "från",
    "under",
    "efter",
    "innan",
    "mellan",
    "alla",
    "några",
    "nya",
    "under",
    "veckan",
    "idag",
    "imorgon",
    "behöver",
    "skicka",
    "läsa",
    "svara",
    "kontakta",
    "kolla",
    "uppdatera",
    "boka",
    "kollega",
    "chef",
    "enhet",
    "kommun",
    "nacka",
]
_GIVEN = [
    "Samira",
    "Olof",
    "Lena",
    "Karim",
    "Åsa",
    "Örjan",
    "Ingrid",
    "Ali",
    "Märta",
    "Björn",
    "Fatima",
    "Göran",
    "Élise",
    "Daniel",
    "Petra",
    "Yusuf",
]
_FAMILY = [
    "Tjärnvik",
    "Bergfors",
    "Ålund",
    "Östling",
    "Kvistby",
    "Lindqvarn",
    "Sörgård",
    "Häggmo",
    "Norrvik",
    "Ekdala",
    "Wrethe",
    "Zetterby",
]
_UNITS = ("Bygglovsenheten", "Hemtjänsten Fisksätra", "Saltängens skola", "Kommunikationsenheten", "IT-enheten")


def _choice(words: list[str], seed: int) -> str:
    return words[(seed * 2_654_435_761 >> 7) % len(words)]


def title(seed: int) -> str:
    """A title of a compound and a few more words."""
    compound = _choice(_FIRST_PARTS, seed) + _choice(_LAST_PARTS, seed * 3 + 1)
    return f"{compound.capitalize()} {_choice(_LITTLE_WORDS, seed * 5 + 2)} {_choice(_LAST_PARTS, seed * 7 + 3)} {seed}"


def text(seed: int, words: int) -> str:
    """A text of so many words, a quarter of them compounds."""
    return " ".join(
        _choice(_FIRST_PARTS, seed + n) + _choice(_LAST_PARTS, seed * 3 + n)
        if n % 4 == 3
        else _choice(_LITTLE_WORDS, seed * 11 + n * 13)
        for n in range(words)
    )


def name(seed: int) -> str:
    """A person's name; invented."""
    return f"{_choice(_GIVEN, seed)} {_choice(_FAMILY, seed * 3 + 1)}"


def tasks(count: int, start: int = 0) -> Iterator[Task]:
    """Tasks, one in five completed, due around ``NOW``."""
    for n in range(start, start + count):
        completed = n % 5 == 4
        yield Task(
            id=f"planner:{n:08d}",
            source=TaskSource.PLANNER,
            title=title(n),
            container_id=f"plan-{n % 40}",
            container_title=title(n % 40),
            due=None if n % 7 == 6 else NOW.replace(hour=0, minute=0) + timedelta(days=n % 60 - 10),
            due_is_a_day=True,
            completed=completed,
            completed_at=NOW - timedelta(hours=n % 900) if completed else None,
            important=n % 9 == 0,
            notes=text(n, 12),
            created_at=NOW - timedelta(days=n % 300, minutes=n % 60),
            etag=f'W/"{n}"',
        )


def events(count: int, start: int = 0) -> Iterator[Event]:
    """Events of half an hour, spread over two months."""
    for n in range(start, start + count):
        begins = NOW + timedelta(minutes=30 * (n % 3_000) - 7 * 24 * 60)
        yield Event(
            id=f"event:{n:08d}",
            title=title(n),
            start=begins,
            end=begins + timedelta(minutes=30),
            place=f"Rum {n % 30}",
            organizer=name(n),
            attendees=(name(n + 1), name(n + 2)),
        )


def articles(count: int, start: int = 0) -> Iterator[Article]:
    """Articles of 150 words, each an hour older than the one before."""
    for n in range(start, start + count):
        picture = Picture(f"picture-{n}", f"https://cms.example/{n}.jpg", alt=title(n)) if n % 3 == 0 else None
        yield Article(
            id=f"intranet:{n:08d}",
            source=ArticleSource.INTRANET,
            title=title(n),
            lead=text(n, 20),
            body_html=f"<p>{text(n, 75)}</p><p>{text(n + 1, 75)}</p>",
            published=NOW - timedelta(hours=n),
            publisher=_UNITS[n % 5],
            topics=(_choice(_LAST_PARTS, n),),
            audience=(_UNITS[(n + 1) % 5],) if n % 4 == 0 else (),
            picture=picture,
            pictures=(picture,) if picture else (),
            acknowledge_by=date(2026, 10, 16) if n % 50 == 0 else None,
            address=f"https://intranet.example/{n}",
            canonical_address=f"https://intranet.example/{n}",
        )


def people(count: int, start: int = 0) -> Iterator[Person]:
    """Colleagues in five units."""
    for n in range(start, start + count):
        yield Person(
            id=f"person:{n:08d}",
            name=f"{name(n)} {n}",
            title=_choice(["Handläggare", "Rektor", "Undersköterska", "Kommunikatör"], n),
            unit=_UNITS[n % 5],
            phone=f"08-718 {n % 100:02d} {n // 100 % 100:02d}",
            mail=f"person.{n}@kommun.example",
        )


def workspaces(count: int, start: int = 0) -> Iterator[Workspace]:
    """Teams and sites by turns."""
    for n in range(start, start + count):
        kind = WorkspaceKind.TEAM if n % 2 == 0 else WorkspaceKind.SITE
        yield Workspace(f"{kind.value}:{n}", kind, title(n), last_activity=NOW - timedelta(minutes=n))


def channels(count: int, start: int = 0) -> Iterator[Channel]:
    """Channels, five to a team."""
    for n in range(start, start + count):
        yield Channel(f"channel:{n // 5 * 2}/{n}", f"team:{n // 5 * 2}", title(n))


def messages(count: int, start: int = 0, place: str | None = None) -> Iterator[Message]:
    """Messages in 60 channels, three to a thread."""
    for n in range(start, start + count):
        where = place or f"channel:{n % 60 // 5 * 2}/{n % 60}"
        yield Message(
            id=f"message:{n:08d}",
            workspace_id=f"team:{n % 60 // 5 * 2}",
            place_id=where,
            thread_id=f"message:{n - n // 60 % 3 * 60:08d}" if place is None else f"message:{n - n % 3:08d}",
            author_id=f"person:{n % 1_200:08d}",
            author_name=name(n),
            sent=NOW - timedelta(minutes=n),
            text=text(n, 18),
            body_html=f"<p>{text(n, 18)}</p>",
        )


def site_files(count: int, start: int = 0) -> Iterator[SiteFile]:
    """Files in 25 sites, one in twenty a folder."""
    for n in range(start, start + count):
        yield SiteFile(
            id=f"file:drive-{n % 25}/{n:08d}",
            workspace_id=f"site:{n % 25 * 2 + 1}",
            drive_id=f"drive-{n % 25}",
            name=f"{title(n)}.docx",
            changed=NOW - timedelta(minutes=7 * n),
            changed_by=name(n),
            size_bytes=1_000 + n,
            folder=n % 20 == 19,
        )


def notifications(count: int, start: int = 0) -> Iterator[Notification]:
    """Notifications of all kinds from 40 workspaces."""
    kinds = tuple(NotificationKind)
    for n in range(start, start + count):
        yield Notification(
            id=f"notification:{n:08d}",
            kind=kinds[n % len(kinds)],
            workspace_id=f"team:{n % 20 * 2}" if n % 10 != 9 else None,
            target_id=f"message:{n:08d}",
            who=name(n),
            title=title(n),
            text=text(n, 12),
            at=NOW - timedelta(minutes=n),
        )


def day_of_work(count: int) -> tuple[Fact, ...]:
    """About ``count`` facts in the proportions of a first sync."""
    share = count // 100
    return (
        *tasks(6 * share),
        *events(4 * share),
        *articles(7 * share),
        *people(12 * share),
        *messages(28 * share),
        *site_files(38 * share),
        *notifications(5 * share),
    )
