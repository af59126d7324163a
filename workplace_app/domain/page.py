"""One page of what a remote collection said, with the bookmark that it reaches: the unit that the store commits."""

from workplace_app.domain.article import Article, PictureData
from workplace_app.domain.disruption import Disruption
from workplace_app.domain.event import Event
from workplace_app.domain.frozen import frozen
from workplace_app.domain.journey import Journey
from workplace_app.domain.mailbox import Inbox
from workplace_app.domain.notification import Notification
from workplace_app.domain.person import Person, Profile
from workplace_app.domain.problem import Problem
from workplace_app.domain.remark import ReceivedRemark
from workplace_app.domain.service import Service
from workplace_app.domain.task import Task
from workplace_app.domain.tool import Tool
from workplace_app.domain.workspace import Channel, Message, SiteFile, Workspace

Fact = (
    Article
    | Channel
    | Disruption
    | Event
    | Inbox
    | Journey
    | Message
    | Notification
    | Person
    | PictureData
    | Profile
    | ReceivedRemark
    | Service
    | SiteFile
    | Task
    | Tool
    | Workspace
)


@frozen
class Page:
    """Facts to keep, ids to remove and the bookmark that both reach, stored in one transaction.

    ``scope`` names one of a feed's bookmarks (a To Do list, a drive; "" where there is one). ``bookmark`` is opaque and
    kept whole; None leaves the stored one. A whole listing (as opposed to a delta) is a generation: its first page has
    ``begins_generation``, its last ``ends_generation``, and only then do rows of the same feed and scope disappear that
    no page of the generation named; a listing that breaks off removes nothing. An id in ``removed`` that is not known
    is ignored (Graph sends ``@removed`` for events that were never in the window). ``problems`` are items that could
    not be read: each costs itself only. ``scope_is_gone`` says that the source itself has withdrawn the whole scope (a
    deleted list, a site no longer followed, a calendar window that has rolled on): the rows that still belong to it and
    its bookmark go, without the suspicion that an empty listing meets. ``scope_was_deleted`` says the same on the
    source's word alone, and is weighed against what the feed has besides.
    """

    facts: tuple[Fact, ...] = ()
    removed: tuple[str, ...] = ()
    scope: str = ""
    bookmark: str | None = None
    begins_generation: bool = False
    ends_generation: bool = False
    problems: tuple[Problem, ...] = ()
    scope_is_gone: bool = False
    scope_was_deleted: bool = False
