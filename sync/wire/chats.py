"""Chats as Graph describes them, and the workspaces that they are to us."""

import msgspec

from sync.wire.addresses import absolute_https
from sync.wire.dates import moment
from sync.wire.graph_envelope import GraphItem
from sync.wire.messages import ChatMessage
from sync.wire.reading import RawItem, required
from workplace_app.domain.workspace import Workspace, WorkspaceKind


class ChatMember(msgspec.Struct, rename="camel", kw_only=True):
    """Somebody in a chat."""

    display_name: str | None = None
    user_id: str | None = None


class Viewpoint(msgspec.Struct, rename="camel", kw_only=True):
    """How far the user has read."""

    last_message_read_date_time: str | None = None


class Chat(GraphItem, rename="camel", kw_only=True):
    """A chat."""

    topic: str | None = None
    chat_type: str | None = None
    last_updated_date_time: str | None = None
    created_date_time: str | None = None
    web_url: str | None = None
    members: list[ChatMember | None] | None = None
    last_message_preview: ChatMessage | None = None
    viewpoint: Viewpoint | None = None

    @property
    def has_unread(self) -> bool:
        """False only when Graph says that the last message has been read."""
        preview, viewpoint = self.last_message_preview, self.viewpoint
        read = moment(viewpoint.last_message_read_date_time) if viewpoint else None
        sent = moment(preview.created_date_time) if preview else None
        return sent is not None and (read is None or read < sent)


_CHATS = msgspec.json.Decoder(Chat, strict=False)


def chat(item: RawItem) -> Chat:
    """Decode a chat; raises for one without id."""
    decoded = _CHATS.decode(item)
    required(decoded.id, "id")
    return decoded


def workspace_from_chat(decoded: Chat, me: str) -> Workspace:
    """A chat as a workspace; without a topic it is called by the others in it ("" when nobody says who they are)."""
    members = [member for member in decoded.members or [] if member is not None and member.display_name]
    names = tuple(member.display_name or "" for member in members)
    others = [member.display_name or "" for member in members if member.user_id != me]
    preview = decoded.last_message_preview
    spoken = moment(preview.created_date_time) if preview else None
    return Workspace(
        id=f"chat:{required(decoded.id, 'id')}",
        kind=WorkspaceKind.CHAT,
        title=(decoded.topic or "").strip() or ", ".join(others),
        last_activity=spoken or moment(decoded.last_updated_date_time) or moment(decoded.created_date_time),
        address=absolute_https(decoded.web_url) if decoded.web_url else None,
        members=names,
    )
