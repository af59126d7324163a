"""Messages by thread and by place, and the files of a site."""

from dataclasses import replace

from tests.store.many_facts import channels, messages, site_files
from tests.store.stored import NOW, ago, all_pages, keep
from workplace_app.domain.page import Page
from workplace_app.domain.workspace import Channel, Message
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection_type import Connection
from workplace_app.store.file_reader import files, site_file
from workplace_app.store.message_reader import message, thread, threads
from workplace_app.store.message_reader import messages as read_messages
from workplace_app.store.workspace_reader import channel
from workplace_app.store.workspace_reader import channels as read_channels

PLACE = "channel:1/1"


def _message(name: str, minutes: float, thread_id: str | None = None) -> Message:
    return Message(
        f"message:{name}",
        "team:1",
        PLACE,
        f"message:{thread_id or name}",
        None,
        "Samira",
        ago(minutes=minutes),
        name,
        "",
    )


def test_the_thread_spoken_in_last_comes_first(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _message("old", 90), _message("new", 60), _message("reply", 5, "old"))
    first, second = threads(screen, PLACE).rows
    assert (first.thread_id, first.latest.text, first.messages) == ("message:old", "reply", 2)
    assert first.first is not None
    assert first.first.text == "old"
    assert (second.first, second.messages) == (second.latest, 1)


def test_a_thread_whose_beginning_is_not_there_is_shown_all_the_same(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _message("reply", 5, "unknown"))
    (found,) = threads(screen, PLACE).rows
    assert (found.first, found.latest.text) == (None, "reply")


def test_a_reply_that_is_taken_away_leaves_the_thread_as_it_was(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _message("began", 60), _message("reply", 5, "began"))
    writer.store_page("feed", Page(removed=("message:reply",)), NOW)
    (found,) = threads(screen, PLACE).rows
    assert (found.latest.text, found.messages) == ("began", 1)
    writer.store_page("feed", Page(removed=("message:began",)), NOW)
    assert threads(screen, PLACE).rows == ()


def test_a_message_that_is_moved_in_time_moves_its_thread(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _message("a", 60), _message("b", 30))
    keep(writer, replace(_message("a", 60), sent=NOW))
    assert [each.thread_id for each in threads(screen, PLACE).rows] == ["message:a", "message:b"]


def test_threads_are_paged_without_gaps_or_doubles(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, *messages(90, place=PLACE), *(_message(f"same{n}", 1) for n in range(10)))
    paged = all_pages(lambda after: threads(screen, PLACE, after, limit=7))
    assert paged == threads(screen, PLACE).rows
    assert len({each.thread_id for each in paged}) == len(paged) == 40


def test_a_thread_is_told_from_its_beginning(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, _message("b", 30, "a"), _message("a", 60), replace(_message("c", 10, "a"), deleted=True))
    assert [(each.message.text, each.message.deleted) for each in thread(screen, "message:a")] == [
        ("a", False),
        ("b", False),
        ("c", True),
    ]


def test_a_chat_is_told_newest_first_in_pages(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, *messages(50, place="chat:1"))
    together = read_messages(screen, "chat:1").rows
    assert [each.message.sent for each in together] == sorted((each.message.sent for each in together), reverse=True)
    first = read_messages(screen, "chat:1", limit=30)
    assert first.rows + read_messages(screen, "chat:1", first.after, limit=30).rows == together
    assert message(screen, together[0].message.id) == together[0].message


def test_a_sites_files_come_last_changed_first_without_folders(writer: CacheWriter, screen: Connection) -> None:
    keep(writer, *site_files(1_000))
    together = files(screen, "site:39").rows
    assert together
    assert not any(each.folder for each in files(screen, "site:39", limit=500).rows)
    assert [each.changed for each in together] == sorted((each.changed for each in together), reverse=True)
    first = files(screen, "site:39", limit=13)
    assert first.rows == together[:13]
    assert files(screen, "site:39", first.after, limit=13).rows == together[13:26]
    assert site_file(screen, together[0].id) == together[0]


def test_the_general_channel_leads(writer: CacheWriter, screen: Connection) -> None:
    names = ("Övrigt", "Ärenden", "Allmänt", "Bygglov")
    keep(writer, *(Channel(f"channel:1/{name}", "team:1", name) for name in names), *channels(5))
    assert [each.title for each in read_channels(screen, "team:1")] == ["Allmänt", "Bygglov", "Ärenden", "Övrigt"]
    found = channel(screen, "channel:1/Bygglov")
    assert found is not None
    assert found.title == "Bygglov"
