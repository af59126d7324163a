"""What is said in channels, chats and groups is read when somebody looks, and only what is new."""

from datetime import timedelta

import pytest

from sync.feeds import group_conversations
from tests.sync.feeds.conftest import Municipality
from tests.sync.feeds.reader import FeedReader
from workplace_app.domain.notification import Notification, NotificationKind
from workplace_app.domain.workspace import Message, Workspace, WorkspaceKind


def test_a_channel_that_is_opened_again_gives_what_is_new(municipality: Municipality, reader: FeedReader) -> None:
    team = municipality.tenant.teams.of(municipality.elin)[0]
    channel = team.channels[0]
    target = f"channel:{team.id}/{channel.id}"
    first = reader.read("channel_messages", target)
    messages = first.of(Message)
    assert messages
    assert {message.place_id for message in messages} == {target}
    threads = {message.id for message in messages if message.thread_id == message.id}
    assert all(message.thread_id in threads for message in messages)
    assert any(message.thread_id != message.id for message in messages)
    municipality.later(minutes=10)
    author = municipality.tenant.directory.colleague(40)
    elin = municipality.tenant.directory.staff(municipality.elin)
    posted = municipality.tenant.channels.post(
        team, channel, author, "Titta på detta", municipality.clock(), [elin], "Ritning"
    )
    second = reader.read("channel_messages", target)
    known = {message.id for message in messages}  # what was said in the last two minutes is looked at again
    (message,) = [one for one in second.of(Message) if one.id not in known]
    assert len(second.of(Message)) < 5
    (told,) = [one for one in second.of(Notification) if one.target_id == message.id]
    assert message.id.endswith(posted["id"])
    assert message.mentions_me
    assert (told.kind, told.target_id, told.title) == (NotificationKind.MENTION, message.id, "Ritning")
    assert second.requests == 1
    assert [fact.id for fact in reader.read("channel_messages", target).of(Message)] == [message.id]


def test_a_reply_in_an_old_thread_is_found(municipality: Municipality, reader: FeedReader) -> None:
    team = municipality.tenant.teams.of(municipality.elin)[0]
    channel = team.channels[0]
    target = f"channel:{team.id}/{channel.id}"
    messages = reader.read("channel_messages", target).of(Message)
    oldest = min((message for message in messages if message.thread_id == message.id), key=lambda one: one.sent)
    municipality.later(minutes=10)
    author = municipality.tenant.directory.colleague(40)
    municipality.tenant.channels.reply(
        team, channel, oldest.id.rpartition("/")[2], author, "Sent svar", municipality.clock()
    )
    known = {message.id for message in messages}
    again = reader.read("channel_messages", target).of(Message)
    (reply,) = [message for message in again if message.id not in known]
    assert reply.thread_id == oldest.id
    assert reply.text == "Sent svar"


def test_without_a_place_nothing_is_asked(reader: FeedReader) -> None:
    for name in ("channel_messages", "group_conversations"):
        reading = reader.read(name)
        assert (reading.requests, reading.facts) == (0, [])


def test_chats_are_listed_and_what_is_unread_is_told(municipality: Municipality, reader: FeedReader) -> None:
    chat = municipality.tenant.chats.of(municipality.elin)[0]
    author = next(one for one in chat.members if one.name != municipality.elin.name)
    municipality.later(minutes=1)
    municipality.tenant.chats.post(chat, author, "Hinner du ringa?", municipality.clock())
    listed = reader.read("chats")
    places = {place.id: place for place in listed.of(Workspace)}
    assert len(places) == len(municipality.tenant.chats.of(municipality.elin))
    assert all(place.kind is WorkspaceKind.CHAT and place.title for place in places.values())
    told = {one.workspace_id: one for one in listed.of(Notification)}
    assert told[f"chat:{chat.id}"].text == "Hinner du ringa?"
    said = reader.read("chats", f"chat:{chat.id}")
    assert "Hinner du ringa?" in [message.text for message in said.of(Message)]
    assert not said.of(Notification)
    municipality.later(minutes=1)
    municipality.tenant.chats.post(chat, author, "Tack!", municipality.clock())
    again = reader.read("chats", f"chat:{chat.id}")
    assert again.of(Message)[0].text == "Tack!"
    assert len(again.of(Message)) <= 2


def test_a_groups_threads_come_with_their_latest_posts(municipality: Municipality, reader: FeedReader) -> None:
    group = municipality.tenant.groups.talking(municipality.elin)[0]
    target = f"group:{group.id}"
    first = reader.read("group_conversations", target)
    assert first.raised is None
    assert first.requests == 2
    messages = {message.id: message for message in first.of(Message)}
    threads = [message for message in messages.values() if message.id == message.thread_id]
    assert all(thread.subject for thread in threads)
    assert any(message.id.startswith("post:") for message in messages.values())
    assert not reader.read("group_conversations", target).facts
    municipality.later(minutes=10)
    thread = threads[0].id.rpartition("/")[2]
    author = municipality.tenant.directory.colleague(40)
    municipality.tenant.groups.post(group, thread, author, "Jag kommer", municipality.clock())
    second = reader.read("group_conversations", target)
    assert "Jag kommer" in [message.text for message in second.of(Message)]
    assert {message.thread_id for message in second.of(Message)} == {threads[0].id}
    recent = municipality.clock() - timedelta(days=14)
    assert all(told.at >= recent for told in second.of(Notification))


def test_nobody_is_told_of_a_thread_that_they_alone_have_written(
    municipality: Municipality, reader: FeedReader
) -> None:
    reader.read("profile")
    senders: set[str] = set()
    told: set[str] = set()
    for group in municipality.tenant.groups.talking(municipality.elin):
        read = reader.read("group_conversations", f"group:{group.id}")
        senders |= {message.author_name for message in read.of(Message) if message.id == message.thread_id}
        told |= {one.who for one in read.of(Notification)}
    assert municipality.elin.name in senders, "the demo has such a thread"
    assert told
    assert municipality.elin.name not in told


def test_a_message_that_is_deleted_takes_back_what_was_told_of_it(
    municipality: Municipality, reader: FeedReader
) -> None:
    team = municipality.tenant.teams.of(municipality.elin)[0]
    channel = team.channels[0]
    target = f"channel:{team.id}/{channel.id}"
    reader.read("channel_messages", target)
    municipality.later(minutes=10)
    author = municipality.tenant.directory.colleague(40)
    elin = municipality.tenant.directory.staff(municipality.elin)
    posted = municipality.tenant.channels.post(
        team, channel, author, "Fel personnummer", municipality.clock(), [elin], "Ritning"
    )
    told = [one.id for one in reader.read("channel_messages", target).of(Notification) if one.title == "Ritning"]
    municipality.later(minutes=10)
    gone = {"deletedDateTime": posted["createdDateTime"], "body": {"contentType": "text", "content": ""}}
    changed = {"lastModifiedDateTime": municipality.clock().isoformat().replace("+00:00", "Z")}
    shelf = municipality.tenant.channels.threads_in(team, channel)
    shelf.put(posted["id"], {**posted, **gone, **changed, "replies": []})
    reading = reader.read("channel_messages", target)
    assert told
    assert set(told) <= set(reading.removed)
    held = {row[0] for row in reader.connection.execute("SELECT id FROM main.notifications")}
    assert not held & set(told)


def test_threads_beyond_the_first_few_are_read_at_the_next_look(
    municipality: Municipality, reader: FeedReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(group_conversations, "_POSTS_OF", 2)
    group = municipality.tenant.groups.talking(municipality.elin)[0]
    talked_in: list[str] = []
    while (reading := reader.read("group_conversations", f"group:{group.id}")).facts:
        talked_in += {message.thread_id for message in reading.of(Message) if message.id.startswith("post:")}
    assert len(talked_in) == len(set(talked_in)) > 2
