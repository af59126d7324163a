"""The tables of facts: which table keeps which fact, how its fields are kept, and what is derived from them."""

from typing import Any

from workplace_app.domain.article import Article, ArticleSource, PictureData
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.disruption import Disruption
from workplace_app.domain.event import Event, PlaceKind, Response
from workplace_app.domain.journey import Journey
from workplace_app.domain.mailbox import Inbox
from workplace_app.domain.notification import Notification, NotificationKind
from workplace_app.domain.person import Person, Profile
from workplace_app.domain.remark import ReceivedRemark, RemarkKind, RemarkState
from workplace_app.domain.service import Service
from workplace_app.domain.task import Task, TaskSource
from workplace_app.domain.tool import Tool, ToolKind
from workplace_app.domain.workspace import Channel, Message, SiteFile, Workspace, WorkspaceKind
from workplace_app.store.codecs import (
    ANSWERS,
    DAY,
    FLAG,
    MOMENT,
    PERSON,
    PICTURE,
    PICTURES,
    SERVICE_CHANNELS,
    STEPS,
    TEXTS,
    Codec,
    word,
)
from workplace_app.store.fact_table import FactTable
from workplace_app.store.moments import MILLISECONDS_PER_DAY, NO_DAY, local_day, to_milliseconds
from workplace_app.store.swedish_order import sort_key


def _all(codec: Codec, names: str) -> dict[str, Codec]:
    return dict.fromkeys(names.split(), codec)


def _due_day(task: Task) -> int:
    """The day in the municipality, also for a task that knows only its day: its moment lies within that day there."""
    return NO_DAY if task.due is None else local_day(task.due)


def _place_in_day(task: Task) -> int:
    """Important tasks first, then by time, those that only know their day last."""
    untimed = task.due is None or task.due_is_a_day
    time = MILLISECONDS_PER_DAY - 1 if untimed or task.due is None else to_milliseconds(task.due) % MILLISECONDS_PER_DAY
    return time if task.important else time + MILLISECONDS_PER_DAY


def _arrived(task: Task) -> int | None:
    moment = task.assigned_at or task.created_at
    return None if moment is None else to_milliseconds(moment)


TASKS = FactTable(
    "tasks",
    Task,
    ChangeKind.TASKS,
    {
        "source": word(TaskSource),
        **_all(MOMENT, "due completed_at created_at changed_at assigned_at"),
        **_all(FLAG, "due_is_a_day completed important"),
    },
    {"due_day": _due_day, "place_in_day": _place_in_day, "arrived": _arrived},
)
EVENTS = FactTable(
    "events",
    Event,
    ChangeKind.EVENTS,
    {
        **_all(MOMENT, "start end created_at changed_at"),
        **_all(FLAG, "all_day cancelled private"),
        "place_kind": word(PlaceKind),
        "attendees": TEXTS,
        "response": word(Response),
    },
)
INBOXES = FactTable("inboxes", Inbox, ChangeKind.MAIL, derived={"id": lambda _: "inbox"})

_PREFERENCE = {source: place for place, source in enumerate(ArticleSource)}
ARTICLES = FactTable(
    "articles",
    Article,
    ChangeKind.NEWS,
    {
        "source": word(ArticleSource),
        **_all(MOMENT, "published changed stop_publish"),
        **_all(TEXTS, "topics audience"),
        "picture": PICTURE,
        "pictures": PICTURES,
        **_all(DAY, "acknowledge_by deadline"),
    },
    {"preference": lambda article: _PREFERENCE[article.source]},
)
PICTURE_DATA = FactTable("pictures", PictureData, ChangeKind.PICTURES, key="key", swept=False)
DISRUPTIONS = FactTable(
    "disruptions",
    Disruption,
    ChangeKind.DISRUPTIONS,
    {**_all(MOMENT, "shown_from starts ends changed"), **_all(FLAG, "planned public")},
)
WORKSPACES = FactTable(
    "workspaces",
    Workspace,
    ChangeKind.WORKSPACES,
    {"kind": word(WorkspaceKind), "last_activity": MOMENT, "members": TEXTS},
    {"active": lambda workspace: to_milliseconds(workspace.last_activity) if workspace.last_activity else 0},
)
CHANNELS = FactTable("channels", Channel, ChangeKind.WORKSPACES, {"private": FLAG})
MESSAGES = FactTable(
    "messages",
    Message,
    ChangeKind.MESSAGES,
    {**_all(MOMENT, "sent changed"), **_all(FLAG, "mentions_me deleted important")},
)
SITE_FILES = FactTable("site_files", SiteFile, ChangeKind.FILES, {**_all(MOMENT, "changed created"), "folder": FLAG})
NOTIFICATIONS = FactTable(
    "notifications",
    Notification,
    ChangeKind.NOTIFICATIONS,
    {"kind": word(NotificationKind), "at": MOMENT},
    swept=False,
)
SERVICES = FactTable(
    "services",
    Service,
    ChangeKind.SERVICES,
    {
        "channels": SERVICE_CHANNELS,
        **_all(TEXTS, "prerequisites requires related keywords"),
        **_all(DAY, "checked dead_since"),
    },
    {"sort_key": lambda service: sort_key(service.title)},
)
JOURNEYS = FactTable(
    "journeys",
    Journey,
    ChangeKind.JOURNEYS,
    {"steps": STEPS, "keywords": TEXTS},
    {"sort_key": lambda journey: sort_key(journey.title)},
)
TOOLS = FactTable("tools", Tool, ChangeKind.TOOLS, {"kind": word(ToolKind), **_all(TEXTS, "units keywords")})


def _answered_at(remark: ReceivedRemark) -> int | None:
    return max((to_milliseconds(answer.at) for answer in remark.answers), default=None)


REMARKS = FactTable(
    "remarks",
    ReceivedRemark,
    ChangeKind.REMARKS,
    {
        "kind": word(RemarkKind),
        "state": word(RemarkState),
        **_all(MOMENT, "written_at changed_at received_at"),
        "answers": ANSWERS,
    },
    {"answered_at": _answered_at},
)
PEOPLE = FactTable("people", Person, ChangeKind.PEOPLE, derived={"sort_key": lambda person: sort_key(person.name)})
PROFILES = FactTable(
    "profiles",
    Profile,
    ChangeKind.PROFILE,
    {"person": PERSON, **_all(TEXTS, "groups group_titles")},
    {"id": lambda _: "profile"},
)

FACT_TABLES: tuple[FactTable[Any], ...] = (
    PROFILES,
    TASKS,
    EVENTS,
    INBOXES,
    ARTICLES,
    PICTURE_DATA,
    DISRUPTIONS,
    WORKSPACES,
    CHANNELS,
    MESSAGES,
    SITE_FILES,
    NOTIFICATIONS,
    SERVICES,
    JOURNEYS,
    TOOLS,
    REMARKS,
    PEOPLE,
)
TABLE_OF: dict[type[Any], FactTable[Any]] = {table.fact_type: table for table in FACT_TABLES}
