"""Messages in channels, chats and groups' mailboxes."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from sync.wire.chats import chat, workspace_from_chat
from sync.wire.groups import (
    conversation_thread,
    group,
    message_from_post,
    message_from_thread,
    workspace_from_group,
)
from sync.wire.messages import channel_place, chat_message, chat_place, message_from_graph
from sync.wire.teams import channel_from_graph
from workplace_app.domain.workspace import Message

PLACE = channel_place("team", "19:x@thread.tacv2")


def _message(**fields: Any) -> Message | None:
    item = {"id": "1", "createdDateTime": "2026-11-23T08:00:00Z", **fields}
    return message_from_graph(chat_message(json.dumps(item).encode()), PLACE, "me")


def test_a_reply_belongs_to_the_thread_that_it_answers() -> None:
    reply = _message(replyToId="0", body={"contentType": "text", "content": "a < b\nc"})
    assert reply is not None
    assert reply.id == "message:team/19:x@thread.tacv2/1"
    assert reply.thread_id == "message:team/19:x@thread.tacv2/0"
    assert reply.place_id == "channel:team/19:x@thread.tacv2"
    assert reply.body_html == "a &lt; b<br>c"
    assert reply.text == "a < b\nc"


def test_only_the_person_who_is_named_is_mentioned() -> None:
    named = {"mentions": [{"mentioned": {"user": {"id": "me"}}}, None]}
    others = {"mentions": [{"mentioned": {"conversation": {"id": "team"}, "user": None}}, {"mentioned": None}]}
    first, second = _message(**named), _message(**others)
    assert first is not None
    assert second is not None
    assert first.mentions_me
    assert not second.mentions_me


def test_pictures_in_messages_are_left_out_and_files_are_named() -> None:
    message = _message(
        body={"contentType": "html", "content": '<p>se <img src="https://graph.microsoft.com/x" alt="bild"></p>'},
        attachments=[{"name": "Karta.pdf", "contentUrl": "https://x.sharepoint.com/k a.pdf"}, {"name": None}, None],
    )
    assert message is not None
    assert "<img" not in message.body_html
    assert '<a href="https://x.sharepoint.com/k%20a.pdf">Karta.pdf</a>' in message.body_html
    assert message.text == "se bild\nKarta.pdf"


@pytest.mark.parametrize(
    "fields",
    [
        {"messageType": "systemEventMessage"},
        {"messageType": "unknownFutureValue", "body": {"contentType": "html", "content": "<systemEventMessage/>"}},
    ],
)
def test_what_teams_itself_writes_is_no_message(fields: dict[str, Any]) -> None:
    assert _message(**fields) is None


def test_a_deleted_message_is_kept_as_deleted_and_a_program_has_a_name() -> None:
    message = _message(deletedDateTime="2026-11-23T09:00:00Z", **{"from": {"application": {"displayName": "Formulär"}}})
    assert message is not None
    assert message.deleted
    assert (message.author_name, message.author_id) == ("Formulär", None)


def test_a_chat_without_topic_is_called_by_the_others_in_it() -> None:
    members = [{"displayName": "Jag", "userId": "me"}, {"displayName": "Eva", "userId": "e"}, None, {"userId": "x"}]
    preview = {"id": "9", "createdDateTime": "2026-11-23T08:00:00Z"}
    one = chat(json.dumps({"id": "19:c", "members": members, "lastMessagePreview": preview}).encode())
    place = workspace_from_chat(one, "me")
    assert (place.id, place.title, place.members) == ("chat:19:c", "Eva", ("Jag", "Eva"))
    assert place.last_activity == datetime(2026, 11, 23, 8, tzinfo=UTC)
    assert one.has_unread
    assert chat_place("19:c").place_id == place.id


def test_a_chat_that_has_been_read_has_nothing_unread() -> None:
    preview = {"id": "9", "createdDateTime": "2026-11-23T08:00:00Z"}
    read = {"lastMessageReadDateTime": "2026-11-23T08:00:00.5Z"}
    assert not chat(json.dumps({"id": "c", "lastMessagePreview": preview, "viewpoint": read}).encode()).has_unread
    assert not chat(b'{"id":"c"}').has_unread


@pytest.mark.parametrize(
    ("fields", "workspace"),
    [
        ({"groupTypes": ["Unified"]}, True),
        ({"groupTypes": ["Unified"], "resourceProvisioningOptions": ["Team"]}, False),
        ({"groupTypes": []}, False),
        ({"groupTypes": None}, True),
    ],
)
def test_a_group_with_a_mailbox_of_its_own_is_a_workspace(fields: dict[str, Any], workspace: bool) -> None:
    decoded = group(
        json.dumps({"id": "g", "displayName": "Växthuset", "mail": "vaxt@nacka.example", **fields}).encode()
    )
    assert decoded.is_workspace is workspace
    assert workspace_from_group(decoded).address == "https://outlook.office.com/mail/group/nacka.example/vaxt/email"


def test_a_threads_first_post_takes_the_place_of_its_preview() -> None:
    thread = conversation_thread(
        json.dumps(
            {
                "id": "t",
                "topic": "Julbord",
                "preview": "Vem <kommer>?",
                "uniqueSenders": [None, "Eva"],
                "lastDeliveredDateTime": "2026-11-23T08:00:00Z",
            }
        ).encode()
    )
    preview = message_from_thread(thread, "g")
    post = {
        "id": "p",
        "body": {"contentType": "html", "content": "<p>Vem kommer?"},
        "receivedDateTime": "2026-11-22T08:00:00Z",
    }
    first = message_from_post(json.dumps(post).encode(), "g", thread, begins=True)
    second = message_from_post(json.dumps(post).encode(), "g", thread, begins=False)
    assert (preview.id, preview.author_name, preview.subject) == ("thread:g/t", "Eva", "Julbord")
    assert (first.id, first.thread_id, first.subject) == (preview.id, preview.id, "Julbord")
    assert (second.id, second.thread_id, second.subject) == ("post:g/p", preview.id, None)


def test_a_private_channel_is_private() -> None:
    assert channel_from_graph(b'{"id":"c","membershipType":"private"}', "t").private
    assert not channel_from_graph(b'{"id":"c","membershipType":"unknownFutureValue"}', "t").private
