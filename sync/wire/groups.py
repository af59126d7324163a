"""Groups and their conversations as Graph describes them, and the workspaces and messages that they are to us."""

import msgspec

from sync.wire.calendar import Recipient
from sync.wire.dates import moment, required_moment
from sync.wire.graph_envelope import GraphItem
from sync.wire.html_cleaning import clean_html
from sync.wire.plain_text import plain_text
from sync.wire.reading import RawItem, required
from sync.wire.todo import TextBody
from workplace_app.domain.workspace import Message, Workspace, WorkspaceKind

GROUP_FIELDS = "id,displayName,description,groupTypes,mail,resourceProvisioningOptions"
THREAD_FIELDS = "id,topic,preview,uniqueSenders,lastDeliveredDateTime"
POST_FIELDS = "id,body,from,receivedDateTime,lastModifiedDateTime"
_WEB = "https://outlook.office.com/mail/group/"


class Group(GraphItem, rename="camel", kw_only=True):
    """A group."""

    display_name: str | None = None
    description: str | None = None
    group_types: list[str | None] | None = None
    mail: str | None = None
    resource_provisioning_options: list[str | None] | None = None

    @property
    def is_workspace(self) -> bool:
        """True for a group with a mailbox that is not a team's: a team is its own workspace, and a security group is
        none. A group that does not say what it is counts as one."""
        unified = self.group_types is None or "Unified" in self.group_types
        return unified and "Team" not in (self.resource_provisioning_options or [])


class ConversationThread(GraphItem, rename="camel", kw_only=True):
    """A thread in a group's mailbox."""

    topic: str | None = None
    preview: str | None = None
    unique_senders: list[str | None] | None = None
    last_delivered_date_time: str | None = None


class Post(GraphItem, rename="camel", kw_only=True):
    """A post in a thread."""

    body: TextBody | None = None
    sender: Recipient | None = msgspec.field(name="from", default=None)
    received_date_time: str | None = None
    last_modified_date_time: str | None = None


_GROUPS = msgspec.json.Decoder(Group, strict=False)
_THREADS = msgspec.json.Decoder(ConversationThread, strict=False)
_POSTS = msgspec.json.Decoder(Post, strict=False)


def group(item: RawItem) -> Group:
    """Decode a group; raises for one without id."""
    decoded = _GROUPS.decode(item)
    required(decoded.id, "id")
    return decoded


def workspace_from_group(decoded: Group) -> Workspace:
    """A group as a workspace."""
    return Workspace(
        id=f"group:{required(decoded.id, 'id')}",
        kind=WorkspaceKind.GROUP,
        title=(decoded.display_name or "").strip(),
        description=(decoded.description or "").strip(),
        address=_group_address(decoded.mail),
    )


def _group_address(mail: str | None) -> str | None:
    name, _, domain = (mail or "").partition("@")
    plain = name.replace("-", "").replace(".", "").replace("_", "").isalnum() and domain.replace(".", "").isalnum()
    return f"{_WEB}{domain}/{name}/email" if plain and mail and mail.isascii() else None


def conversation_thread(item: RawItem) -> ConversationThread:
    """Decode a thread; raises for one without id."""
    decoded = _THREADS.decode(item)
    required(decoded.id, "id")
    return decoded


def thread_message_id(group_id: str, thread_id: str) -> str:
    """The id of the message that began a thread."""
    return f"thread:{group_id}/{thread_id}"


def message_from_thread(thread: ConversationThread, group_id: str) -> Message:
    """A thread by its preview, for when its posts have not been read."""
    preview = plain_text(thread.preview or "")
    message_id = thread_message_id(group_id, required(thread.id, "id"))
    return Message(
        id=message_id,
        workspace_id=f"group:{group_id}",
        place_id=f"group:{group_id}",
        thread_id=message_id,
        author_id=None,
        author_name=next((name for name in thread.unique_senders or [] if name), ""),
        sent=required_moment(thread.last_delivered_date_time, "lastDeliveredDateTime"),
        text=preview,
        body_html=clean_html(preview.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")).html,
        subject=(thread.topic or "").strip() or None,
    )


def post(item: RawItem) -> Post:
    """Decode a post; raises for one without id."""
    decoded = _POSTS.decode(item)
    required(decoded.id, "id")
    return decoded


def message_from_post(item: RawItem, group_id: str, thread: ConversationThread, *, begins: bool) -> Message:
    """A post; the one that ``begins`` its thread carries the topic and the thread's own id."""
    decoded = post(item)
    thread_id = thread_message_id(group_id, required(thread.id, "id"))
    post_id = f"post:{group_id}/{decoded.id}"
    body = decoded.body or TextBody()
    content = body.content or ""
    if (body.content_type or "").lower() == "text":
        content = content.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    html = clean_html(content, with_pictures=False).html
    return Message(
        id=thread_id if begins else post_id,
        workspace_id=f"group:{group_id}",
        place_id=f"group:{group_id}",
        thread_id=thread_id,
        author_id=None,
        author_name=decoded.sender.name if decoded.sender else "",
        sent=required_moment(decoded.received_date_time, "receivedDateTime"),
        text=plain_text(html),
        body_html=html,
        changed=moment(decoded.last_modified_date_time),
        subject=((thread.topic or "").strip() or None) if begins else None,
    )
