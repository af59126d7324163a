"""The little of the mailbox that is kept: how many messages are unread, and flagged messages as tasks."""

import msgspec

from sync.wire.addresses import absolute_https
from sync.wire.calendar import Recipient
from sync.wire.dates import moment, zoned_moment
from sync.wire.graph_envelope import GraphDate, GraphItem
from sync.wire.reading import RawItem, UnreadableItemError, required
from workplace_app.domain.mailbox import Inbox
from workplace_app.domain.task import Task, TaskSource

FOLDER_FIELDS = "id,unreadItemCount"
MESSAGE_FIELDS = "id,subject,from,importance,flag,receivedDateTime,lastModifiedDateTime,webLink"
"""What Mail.ReadBasic may read: no body and no preview of it."""
_WEB = "https://outlook.office.com/mail/inbox"


class MailFolder(GraphItem, rename="camel", kw_only=True):
    """A mailFolder."""

    unread_item_count: int | None = None


class FollowupFlag(msgspec.Struct, rename="camel", kw_only=True):
    """A message's flag."""

    flag_status: str | None = None
    due_date_time: GraphDate | None = None
    completed_date_time: GraphDate | None = None


class MailMessage(GraphItem, rename="camel", kw_only=True):
    """A message."""

    subject: str | None = None
    sender: Recipient | None = msgspec.field(name="from", default=None)
    importance: str | None = None
    flag: FollowupFlag | None = None
    received_date_time: str | None = None
    last_modified_date_time: str | None = None
    web_link: str | None = None


_FOLDERS = msgspec.json.Decoder(MailFolder, strict=False)
_MESSAGES = msgspec.json.Decoder(MailMessage, strict=False)


def inbox_from_folder(item: RawItem) -> Inbox:
    """The inbox's count; raises when the folder does not tell it, since nought would be a lie."""
    count = _FOLDERS.decode(item).unread_item_count
    if count is None or count < 0:
        raise UnreadableItemError("unreadItemCount is missing")
    return Inbox(unread=count, address=_WEB)


def task_from_message(item: RawItem) -> Task:
    """A flagged message as a task; its notes name the sender."""
    message = _MESSAGES.decode(item)
    flag = message.flag or FollowupFlag()
    due, completed = flag.due_date_time or GraphDate(), flag.completed_date_time or GraphDate()
    return Task(
        id=f"mail:{required(message.id, 'id')}",
        source=TaskSource.FLAGGED_MAIL,
        title=(message.subject or "").strip(),
        container_id=None,
        container_title=None,
        due=zoned_moment(due.date_time, due.time_zone),
        due_is_a_day=True,
        completed=flag.flag_status == "complete",
        completed_at=zoned_moment(completed.date_time, completed.time_zone),
        important=message.importance == "high",
        notes=message.sender.name if message.sender else "",
        created_at=moment(message.received_date_time),
        changed_at=moment(message.last_modified_date_time),
        etag=message.etag,
        address=absolute_https(message.web_link) if message.web_link else None,
    )
