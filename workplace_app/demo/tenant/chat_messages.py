"""Messages in Teams' own shape: authors, mentions, replies, reactions, attachments, deleted and system messages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from urllib.parse import quote

from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.moments import stamp
from workplace_app.demo.tenant.people import Colleague
from workplace_app.demo.tenant.world import TEAMS


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message stands: a channel of a team, or a chat (then ``team_id`` is None and ``id`` the chat's)."""

    id: str
    team_id: str | None
    tenant_id: str


def message_id(moment: datetime) -> str:
    """Teams names a message by its moment in milliseconds, unique within its thread."""
    return str(int(moment.timestamp() * 1000))


def distinct(moments: Sequence[datetime]) -> list[datetime]:
    """The same moments, moved by milliseconds where two would get the same id."""
    taken: set[str] = set()
    found = []
    for moment in moments:
        while message_id(moment) in taken:
            moment -= timedelta(milliseconds=1)
        taken.add(message_id(moment))
        found.append(moment)
    return found


def user(person: Colleague) -> Json:
    """An author or somebody who is mentioned."""
    return {
        "@odata.type": "#microsoft.graph.teamworkUserIdentity",
        "id": person.id,
        "displayName": person.name,
        "userIdentityType": "aadUser",
    }


def message_document(
    place: Place,
    author: Colleague,
    moment: datetime,
    text: str,
    mentioned: Sequence[Colleague] = (),
    *,
    reply_to: str | None = None,
    subject: str | None = None,
) -> Json:
    """A chatMessage; a mention's name stands first in the text."""
    made = message_id(moment)
    lines = "<br>".join(escape(text, quote=False).split("\n"))
    words = f"{mention_markup(mentioned)}{lines}"
    return {
        "id": made,
        "replyToId": reply_to,
        "etag": made,
        "messageType": "message",
        "createdDateTime": stamp(moment),
        "lastModifiedDateTime": stamp(moment),
        "lastEditedDateTime": None,
        "deletedDateTime": None,
        "subject": subject,
        "summary": None,
        "chatId": place.id if place.team_id is None else None,
        "importance": "normal",
        "locale": "sv-se",
        "webUrl": _web_url(place, made, reply_to),
        "policyViolation": None,
        "eventDetail": None,
        "from": {"application": None, "device": None, "user": user(author)},
        "body": {"contentType": "html", "content": f"<p>{words}</p>"},
        "channelIdentity": None if place.team_id is None else {"teamId": place.team_id, "channelId": place.id},
        "attachments": [],
        "mentions": mention_list(mentioned),
        "reactions": [],
    }


def mention_markup(mentioned: Sequence[Colleague]) -> str:
    """The start of a text that speaks to somebody: Teams shows the given name when that is enough."""
    return "".join(
        f'<at id="{number}">{escape(person.name.split()[0])}</at>&nbsp;' for number, person in enumerate(mentioned)
    )


def mention_list(mentioned: Sequence[Colleague]) -> list[Json]:
    """Who is mentioned, numbered as in the text."""
    return [
        {
            "id": number,
            "mentionText": person.name.split()[0],
            "mentioned": {"application": None, "device": None, "conversation": None, "user": user(person)},
        }
        for number, person in enumerate(mentioned)
    ]


def make_deleted(message: Json, moment: datetime) -> None:
    """A message that was deleted keeps its place and loses its words."""
    message |= {
        "deletedDateTime": stamp(moment),
        "lastModifiedDateTime": stamp(moment),
        "etag": message_id(moment),
        "body": {"contentType": "html", "content": ""},
        "mentions": [],
        "attachments": [],
    }


def make_system_message(message: Json, channel_name: str) -> None:
    """ "X created the channel": a message without author and without words."""
    message |= {
        "messageType": "systemEventMessage",
        "from": None,
        "body": {"contentType": "html", "content": "<systemEventMessage/>"},
        "eventDetail": {
            "@odata.type": "#microsoft.graph.channelAddedEventMessageDetail",
            "channelDisplayName": channel_name,
        },
    }


def react(message: Json, person: Colleague, moment: datetime) -> None:
    """Somebody puts a thumb up."""
    message["reactions"] = [
        *message["reactions"],
        {
            "reactionType": "👍",
            "displayName": "Like",
            "reactionContentUrl": None,
            "createdDateTime": stamp(moment),
            "user": {"application": None, "device": None, "user": {**user(person), "displayName": None}},
        },
    ]


def attach_file(message: Json, attachment_id: str, name: str, address: str) -> None:
    """A link to a file in the team's library."""
    message["attachments"] = [
        {
            "id": attachment_id,
            "contentType": "reference",
            "contentUrl": address,
            "content": None,
            "name": name,
            "thumbnailUrl": None,
            "teamsAppId": None,
        }
    ]
    message["body"] = {
        "contentType": "html",
        "content": f'{message["body"]["content"]}<attachment id="{attachment_id}"></attachment>',
    }


def last_change(chain: Json) -> str:
    """The last change of a message and its replies: channel lists are sorted by it."""
    messages = [chain, *chain.get("replies", ())]
    return max(str(message["lastModifiedDateTime"]) for message in messages)


def _web_url(place: Place, made: str, reply_to: str | None) -> str | None:
    if place.team_id is None:
        return None
    query = f"groupId={place.team_id}&tenantId={place.tenant_id}&createdTime={made}&parentMessageId={reply_to or made}"
    return f"{TEAMS}/l/message/{quote(place.id)}/{made}?{query}"
