"""Which facts are worth telling the user of: pure rules from one fact to the notifications that it gives."""

from datetime import datetime, timedelta

from workplace_app.domain.article import Article, ArticleSource
from workplace_app.domain.event import Event, Response
from workplace_app.domain.notification import Notification, NotificationKind
from workplace_app.domain.page import Fact
from workplace_app.domain.task import Task, TaskSource
from workplace_app.domain.workspace import Message, SiteFile

RECENT = timedelta(days=14)
"""What was said, filed or published longer ago is no news, however new it is to this computer."""
RECENTLY_ASSIGNED = timedelta(days=30)
_LONGEST_TEXT = 500


def notifications_for(fact: Fact, my_object_id: str, now: datetime) -> tuple[Notification, ...]:
    """What this fact tells the user, if anything.

    The same fact gives the same ids, however often and whenever it is asked, so that what has been handled stays so.
    Nobody is told of what they did themselves.
    """
    match fact:
        case Message():
            return _of_message(fact, my_object_id, now)
        case SiteFile():
            return _of_file(fact, my_object_id, now)
        case Article():
            return _of_article(fact, now)
        case Task():
            return _of_task(fact, my_object_id, now)
        case Event():
            return _of_event(fact, now)
        case _:
            return ()


def _of_message(message: Message, me: str, now: datetime) -> tuple[Notification, ...]:
    mine = message.author_id is not None and message.author_id == me
    if mine or message.deleted or not _recent(message.sent, now):
        return ()
    kind = _kind_of_message(message)
    if kind is None:
        return ()
    return (
        Notification(
            id=f"{kind}:{message.id}",
            kind=kind,
            workspace_id=message.workspace_id,
            target_id=message.id,
            who=message.author_name,
            title=message.subject or "",
            text=_beginning(message.text),
            at=message.sent,
            address=message.address,
        ),
    )


def _kind_of_message(message: Message) -> NotificationKind | None:
    """A reply in a channel concerns those who take part in the thread; only mentions and new threads are told."""
    if message.mentions_me:
        return NotificationKind.MENTION
    place, _, _ = message.place_id.partition(":")
    if place == "channel":
        return NotificationKind.CHANNEL_MESSAGE if message.thread_id == message.id else None
    return {"chat": NotificationKind.CHAT_MESSAGE, "group": NotificationKind.CONVERSATION}.get(place)


def _of_file(file: SiteFile, me: str, now: datetime) -> tuple[Notification, ...]:
    mine = file.changed_by_id is not None and file.changed_by_id == me
    if file.folder or mine or not _recent(file.changed, now):
        return ()
    day = file.changed.date()
    new = file.created is not None and file.created.date() == day
    return (
        Notification(
            id=f"file:{day.isoformat()}:{file.id}",  # once a day, however often somebody saves
            kind=NotificationKind.FILE_NEW if new else NotificationKind.FILE_CHANGED,
            workspace_id=file.workspace_id,
            target_id=file.id,
            who=file.changed_by or "",
            title=file.name,
            text="",
            at=file.changed,
            address=file.address,
        ),
    )


def _of_article(article: Article, now: datetime) -> tuple[Notification, ...]:
    if article.source is not ArticleSource.SITE_PAGE or not _recent(article.published, now):
        return ()
    return (
        Notification(
            id=f"{NotificationKind.PAGE_NEW}:{article.id}",
            kind=NotificationKind.PAGE_NEW,
            workspace_id=article.workspace_id,
            target_id=article.id,
            who=article.author or "",
            title=article.title,
            text=_beginning(article.lead),
            at=article.published,
            address=article.address,
        ),
    )


def _of_task(task: Task, me: str, now: datetime) -> tuple[Notification, ...]:
    by_another = task.assigned_by_id is not None and task.assigned_by_id != me
    if task.source is not TaskSource.PLANNER or task.completed or not by_another or task.assigned_at is None:
        return ()
    if not _within(task.assigned_at, now, RECENTLY_ASSIGNED):
        return ()
    return (
        Notification(
            id=f"{NotificationKind.TASK_ASSIGNED}:{task.assigned_at.date().isoformat()}:{task.id}",
            kind=NotificationKind.TASK_ASSIGNED,
            workspace_id=None,
            target_id=task.id,
            who=task.assigned_by_name or "",
            title=task.title,
            text=task.container_title or "",
            at=task.assigned_at,
            address=task.address,
        ),
    )


def _of_event(event: Event, now: datetime) -> tuple[Notification, ...]:
    if event.response is not Response.NOT_ANSWERED or event.cancelled or event.start <= now or not event.organizer:
        return ()
    return (
        Notification(
            id=f"{NotificationKind.INVITATION}:{event.id}",
            kind=NotificationKind.INVITATION,
            workspace_id=None,
            target_id=event.id,
            who=event.organizer,
            title=event.title,
            text=event.place,
            at=event.created_at or event.changed_at or now,
            address=event.address,
        ),
    )


def _recent(moment: datetime, now: datetime) -> bool:
    return _within(moment, now, RECENT)


def _within(moment: datetime, now: datetime, span: timedelta) -> bool:
    return now - span <= moment


def _beginning(text: str) -> str:
    return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1].rstrip() + "…"
