"""A small day of work: a few facts of every kind that the screens show, around the moment of the tests."""

from datetime import UTC, date, datetime, timedelta

from tests.ui.shell_parts import NOW
from workplace_app.domain.article import Article, ArticleSource, Picture, PictureData
from workplace_app.domain.disruption import Disruption
from workplace_app.domain.event import Event, PlaceKind, Response
from workplace_app.domain.journey import Journey, JourneyStep
from workplace_app.domain.notification import Notification, NotificationKind
from workplace_app.domain.page import Fact
from workplace_app.domain.person import Person, Profile
from workplace_app.domain.service import Known, Service, ServiceChannel, ServiceChannelKind
from workplace_app.domain.task import Task, TaskSource
from workplace_app.domain.tool import Tool, ToolKind
from workplace_app.domain.workspace import Channel, Message, SiteFile, Workspace, WorkspaceKind

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
"""A PNG of one pixel."""
YESTERDAY = datetime(2026, 10, 12, tzinfo=UTC)
TODAY = datetime(2026, 10, 13, tzinfo=UTC)

PROFILE = Profile(Person("person:elin", "Elin Ekhamn", unit="Bygglovsenheten"))


def planner_task(name: str, title: str, due: datetime | None, plan: str = "Bygglov: ärenden") -> Task:
    address = f"https://planner.cloud.microsoft/{name}"
    return Task(f"planner:{name}", TaskSource.PLANNER, title, "p1", plan, due, True, False, address=address)


TASKS = (
    planner_task("late", "Svara på komplettering", YESTERDAY),
    planner_task("today", "Granska nybyggnadskarta", TODAY),
    planner_task("week", "Förbered trappmöte", TODAY + timedelta(days=2)),
    planner_task("none", "Läs in dig på nya mallen", None),
)


def _event(name: str, minutes: int, length: int = 30, place: str = "Rum Ektorp") -> Event:
    start = NOW + timedelta(minutes=minutes)
    end = start + timedelta(minutes=length)
    return Event(f"event:{name}", name, start, end, place=place, place_kind=PlaceKind.ROOM, response=Response.ACCEPTED)


EVENTS = (_event("Morgonfika", -60), _event("Morgonavstämning", 18), _event("Ärendegenomgång", 138))


def article(name: str, hours: int = 1, **changed: object) -> Article:
    made = {
        "id": f"intranet:{name}",
        "source": ArticleSource.INTRANET,
        "title": f"Nyhet {name}",
        "lead": f"Ingress {name}",
        "body_html": f"<p>Text {name}. <a href='https://www.nacka.se/{name}'>Läs mer</a></p>",
        "published": NOW - timedelta(hours=hours),
        "publisher": "Bygglovsenheten",
        "address": f"https://intranat.nacka.example/{name}",
    }
    return Article(**{**made, **changed})  # type: ignore[arg-type]


ARTICLES = (
    article(
        "mallar", 1, acknowledge_by=date(2026, 10, 16), picture=Picture("mall", "https://x.example/mall.png", "Mall")
    ),
    article("simhall", 2),
    article("skola", 3),
)
PICTURE = PictureData("mall", "image/png", 1, 1, PIXEL)

TEAM = Workspace("team:bygg", WorkspaceKind.TEAM, "Bygglovsenheten", address="https://teams.microsoft.com/l/team/bygg")
CHAT = Workspace("chat:jonas", WorkspaceKind.CHAT, "Jonas Vretlund", members=("Jonas Vretlund", "Elin Ekhamn"))
SITE = Workspace("site:mallar", WorkspaceKind.SITE, "Mallar och rutiner", address="https://nacka.sharepoint.example/m")
CHANNEL = Channel("channel:bygg/arenden", TEAM.id, "Ärenden")
FILE = SiteFile("file:d/1", SITE.id, "d", "Beslutsmall.docx", NOW, address="https://nacka.sharepoint.example/m/b.docx")


def message(name: str, text: str, minutes: int, thread: str = "") -> Message:
    sent = NOW - timedelta(minutes=minutes)
    thread_id = f"message:{thread or name}"
    return Message(
        f"message:{name}", TEAM.id, CHANNEL.id, thread_id, "p", "Pernilla Åskog", sent, text, f"<p>{text}</p>"
    )


MESSAGES = (message("1", "Kan du titta på parkeringen?", 30), message("2", "Måtten finns i kartan.", 20, thread="1"))


def notification(name: str, kind: NotificationKind, workspace: str | None, target: str, minutes: int) -> Notification:
    at = NOW - timedelta(minutes=minutes)
    return Notification(
        f"n:{name}", kind, workspace, target, "Pernilla Åskog", f"Om {name}", f"Ord om {name}", at,
        f"https://teams.microsoft.com/l/message/{minutes}",
    )  # fmt: skip


NOTIFICATIONS = (
    notification("nämnd", NotificationKind.MENTION, TEAM.id, "message:1", 5),
    notification("uppgift", NotificationKind.TASK_ASSIGNED, None, "planner:late", 10),
    notification("fil", NotificationKind.FILE_NEW, SITE.id, FILE.id, 15),
    notification("inbjudan", NotificationKind.INVITATION, None, "event:Ärendegenomgång", 20),
)


def channels_of(phone: str = "Kontaktcenter 08-718 80 00") -> tuple[ServiceChannel, ...]:
    return (
        ServiceChannel(ServiceChannelKind.E_SERVICE, Known.YES, "Beställ", "https://www.nacka.se/bestall"),
        ServiceChannel(ServiceChannelKind.FORM, Known.UNKNOWN),
        ServiceChannel(ServiceChannelKind.PHONE, Known.YES, phone, "tel:+4687188000"),
        ServiceChannel(ServiceChannelKind.VISIT, Known.YES, "Nacka stadshus, Granitvägen 15"),
    )


def service(name: str, title: str, **changed: object) -> Service:
    made = {
        "id": f"service:{name}",
        "title": title,
        "summary": f"Kort om {title}.",
        "theme": "Bygga, bo & miljö",
        "category": "Kartor",
        "address": f"https://www.nacka.se/{name}",
        "channels": channels_of(),
    }
    return Service(**{**made, **changed})  # type: ignore[arg-type]


MAP = service("nybyggnadskarta", "Nybyggnadskarta", related=("service:primarkarta",))
PRIMARY_MAP = service("primarkarta", "Primärkarta", address=None)
PERMIT = service("bygglov", "Bygglov", category="Lov", requires=(MAP.id,), prerequisites=("Situationsplan",))
JOURNEY = Journey(
    "journey:hus",
    "Bygga nytt hus",
    "Från karta till slutbesked.",
    "Bygga, bo & miljö",
    (
        JourneyStep(1, "Förhandsbesked", optional=True),
        JourneyStep(2, "Beställ karta", service_id=MAP.id),
        JourneyStep(3, "Sök lov", service_id=PERMIT.id, requires=(2,)),
    ),
)
TOOLS = (
    Tool("tool:arende", ToolKind.TOOL, "Ärendesystemet", "https://arende.nacka.example/", "board"),
    Tool("quick:sjuk", ToolKind.QUICK_TASK, "Sjukanmäl dig", "https://sjuk.nacka.example/", "sick"),
)
DISRUPTION = Disruption("d:1", "Ärendesystemet är stängt", "Spara innan dess.", NOW - timedelta(hours=1))

DAY: tuple[Fact, ...] = (
    PROFILE, *TASKS, *EVENTS, *ARTICLES, PICTURE, TEAM, CHAT, SITE, CHANNEL, FILE, *MESSAGES, *NOTIFICATIONS,
    MAP, PRIMARY_MAP, PERMIT, JOURNEY, *TOOLS, DISRUPTION,
)  # fmt: skip
EVERY_FEED = (
    "planner", "todo", "mail", "calendar", "teams", "chats", "sites", "site_files", "site_news", "groups", "services",
    "intranet_news", "public_news", "disruptions", "profile",
)  # fmt: skip
