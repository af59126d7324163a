"""What is said in channels and chats, as Graph describes it, and the messages that they are to us."""

from html import escape

import msgspec

from sync.wire.addresses import absolute_https
from sync.wire.dates import moment, required_moment
from sync.wire.graph_envelope import GraphIdentitySet, GraphItem
from sync.wire.html_cleaning import clean_html
from sync.wire.plain_text import plain_text
from sync.wire.reading import RawItem, required
from sync.wire.todo import TextBody
from workplace_app.domain.frozen import frozen
from workplace_app.domain.workspace import Message

_SYSTEM_EVENT = "<systemEventMessage/>"


class Mentioned(GraphIdentitySet, rename="camel", kw_only=True):
    """Who is mentioned; ``conversation`` (a whole channel or team) is nobody in particular."""


class Mention(msgspec.Struct, rename="camel", kw_only=True):
    """One mention."""

    mentioned: Mentioned | None = None


class Attachment(msgspec.Struct, rename="camel", kw_only=True):
    """A file or a card that hangs on a message."""

    name: str | None = None
    content_url: str | None = None


class ChatMessage(GraphItem, rename="camel", kw_only=True):
    """A chatMessage, or a chatMessageInfo where a chat shows its last one (``is_deleted``)."""

    reply_to_id: str | None = None
    message_type: str | None = None
    created_date_time: str | None = None
    last_modified_date_time: str | None = None
    deleted_date_time: str | None = None
    is_deleted: bool | None = None
    subject: str | None = None
    importance: str | None = None
    web_url: str | None = None
    sender: GraphIdentitySet | None = msgspec.field(name="from", default=None)
    body: TextBody | None = None
    mentions: list[Mention | None] | None = None
    attachments: list[Attachment | None] | None = None
    replies: list[msgspec.Raw] | None = None
    replies_next_link: str | None = msgspec.field(name="replies@odata.nextLink", default=None)

    @property
    def is_said_by_nobody(self) -> bool:
        """True for the notes that Teams itself writes into a conversation ("Jane was added")."""
        content = (self.body or TextBody()).content or ""
        return content.strip() == _SYSTEM_EVENT or self.message_type in ("systemEventMessage", "chatEvent", "typing")


@frozen
class Place:
    """Where messages are said: ``place_id`` is the channel or chat, ``prefix`` what its messages' ids begin with."""

    workspace_id: str
    place_id: str
    prefix: str


_MESSAGES = msgspec.json.Decoder(ChatMessage, strict=False)


def channel_place(team_id: str, channel_id: str) -> Place:
    """A channel of a team."""
    return Place(f"team:{team_id}", f"channel:{team_id}/{channel_id}", f"message:{team_id}/{channel_id}")


def chat_place(chat_id: str) -> Place:
    """A chat."""
    return Place(f"chat:{chat_id}", f"chat:{chat_id}", f"message:{chat_id}")


def chat_message(item: RawItem) -> ChatMessage:
    """Decode a message; raises for one without id."""
    message = _MESSAGES.decode(item)
    required(message.id, "id")
    return message


def message_from_graph(message: ChatMessage, place: Place, me: str) -> Message | None:
    """The message as it concerns the person ``me``; None for a note that Teams itself wrote."""
    if message.is_said_by_nobody:
        return None
    message_id = f"{place.prefix}/{required(message.id, 'id')}"
    sender = message.sender or GraphIdentitySet()
    body = _body_html(message)
    return Message(
        id=message_id,
        workspace_id=place.workspace_id,
        place_id=place.place_id,
        thread_id=f"{place.prefix}/{message.reply_to_id}" if message.reply_to_id else message_id,
        author_id=sender.user.id if sender.user else None,
        author_name=sender.name,
        sent=required_moment(message.created_date_time, "createdDateTime"),
        text=plain_text(body),
        body_html=body,
        changed=moment(message.last_modified_date_time),
        subject=(message.subject or "").strip() or None,
        mentions_me=_mentions(message, me),
        deleted=moment(message.deleted_date_time) is not None or bool(message.is_deleted),
        important=message.importance in ("high", "urgent"),
        address=absolute_https(message.web_url) if message.web_url else None,
    )


def _body_html(message: ChatMessage) -> str:
    """The cleaned words, and the attachments' names as links. Pictures in messages need a token and are left out."""
    body = message.body or TextBody()
    content = body.content or ""
    if (body.content_type or "").lower() != "html":
        lines = (escape(line, quote=False) for line in content.strip().splitlines())
        content = "<br>".join(lines)
    names = [
        f'<p><a href="{escape(attachment.content_url or "")}">{escape(attachment.name)}</a></p>'
        for attachment in message.attachments or []
        if attachment is not None and attachment.name
    ]
    return clean_html(content + "".join(names), with_pictures=False).html


def _mentions(message: ChatMessage, me: str) -> bool:
    mentions = (mention.mentioned for mention in message.mentions or [] if mention is not None)
    return bool(me) and any(mentioned and mentioned.user and mentioned.user.id == me for mentioned in mentions)
