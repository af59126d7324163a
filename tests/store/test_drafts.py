"""Drafts in the store: words that somebody has written are in one place at every moment, also when a write fails."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from tests.store.stored import KEY, NOW
from workplace_app.domain.draft import Draft
from workplace_app.domain.intent import Intent, IntentKind
from workplace_app.domain.only_here import OnlyHere
from workplace_app.domain.problem import ProblemRaised
from workplace_app.domain.remark import RemarkDraft, RemarkKind
from workplace_app.domain.wishes import Reply
from workplace_app.store.connection import StoreFiles, open_for_screen, unlock
from workplace_app.store.connection_type import Connection
from workplace_app.store.drafts import Drafts
from workplace_app.store.migrations import migrate_mine, mine_migrations
from workplace_app.store.only_here_reader import only_here
from workplace_app.store.outbox_delivery import OutboxDelivery
from workplace_app.store.outbox_filing import file_intent, withdraw
from workplace_app.store.outbox_reader import pending_intents
from workplace_app.store.outbox_undo import Undone, call_back, undo
from workplace_app.store.own_things.choices import Choices
from workplace_app.store.own_things.remark_drafts import draft_about
from workplace_app.store.sync_connection import open_for_sync

CHAT = "chat:1"
KEPT = "reply:chat:1"
WORDS = "Jag kommer efter lunch."
FAILING = {
    "the draft cannot leave": "CREATE TRIGGER mine.fails BEFORE DELETE ON drafts BEGIN SELECT RAISE(ABORT, ''); END",
    "the draft cannot come back": (
        "CREATE TRIGGER mine.fails BEFORE INSERT ON drafts BEGIN SELECT RAISE(ABORT, ''); END"
    ),
    "the wish cannot be kept": (
        "CREATE TRIGGER mine.fails BEFORE INSERT ON outbox_history BEGIN SELECT RAISE(ABORT, ''); END"
    ),
}


def file_reply(screen: Connection, words: str = WORDS) -> Intent:
    return file_intent(screen, IntentKind.REPLY, CHAT, NOW, Reply(words), about="Nämnden", draft=KEPT)


def places(screen: Connection) -> tuple[str, int]:
    """What is kept as a draft, and how many wishes there are."""
    return Drafts(screen).text(KEPT), len(pending_intents(screen))


def test_a_draft_is_there_until_it_is_emptied_and_after_a_restart(screen: Connection, files: StoreFiles) -> None:
    Drafts(screen).keep(KEPT, WORDS)
    again = open_for_screen(files, KEY)
    assert Drafts(again).text(KEPT) == WORDS
    again.close()
    Drafts(screen).keep(KEPT, " \n")
    assert Drafts(screen).text(KEPT) == ""
    assert only_here(screen) == OnlyHere()


def test_what_the_disk_does_not_take_is_there_all_the_same(sync: Connection, files: StoreFiles) -> None:
    long = "ord " * 50_000
    sync.execute("PRAGMA mine.max_page_count = 1")
    with pytest.raises(ProblemRaised):
        Drafts(sync).keep(KEPT, long)
    assert only_here(sync).drafts == 1, "and would be lost by signing out"
    sync.execute("PRAGMA mine.max_page_count = 1000000")
    Drafts(sync).keep(KEPT, WORDS)
    assert only_here(sync).drafts == 1
    sync.execute("PRAGMA mine.max_page_count = 1")  # no more than there are
    with pytest.raises(ProblemRaised):
        Drafts(sync).keep(KEPT, long)
    assert Drafts(sync).text(KEPT) == long
    Drafts(sync).keep(KEPT, WORDS)
    assert Drafts(sync).text(KEPT) == WORDS, "and is gone when it is no longer what is written"
    with pytest.raises(ProblemRaised):
        Drafts(sync).keep(KEPT, long)
    sync.execute("PRAGMA mine.max_page_count = 1000000")
    Drafts(sync).keep(KEPT, Drafts(sync).text(KEPT))
    again = open_for_screen(files, KEY)
    assert Drafts(again).text(KEPT) == long
    again.close()
    file_reply(sync, long)
    assert places(sync) == ("", 1)


def test_filing_takes_the_words_from_where_they_were_written(screen: Connection) -> None:
    Drafts(screen).keep(KEPT, WORDS)
    Drafts(screen).keep("reply:chat:2", "Annat")
    file_reply(screen)
    assert places(screen) == ("", 1)
    assert Drafts(screen).text("reply:chat:2") == "Annat"


@pytest.mark.parametrize("what", ["the draft cannot leave", "the wish cannot be kept"])
def test_words_that_cannot_be_filed_are_a_draft_and_no_wish(sync: Connection, screen: Connection, what: str) -> None:
    Drafts(screen).keep(KEPT, WORDS)
    sync.execute(FAILING[what])
    with pytest.raises(ProblemRaised):
        file_reply(screen)
    assert places(screen) == (WORDS, 0)


def test_words_that_are_only_remembered_are_remembered_still_when_they_cannot_be_filed(sync: Connection) -> None:
    sync.execute("PRAGMA mine.max_page_count = 1")
    long = "ord " * 50_000
    with pytest.raises(ProblemRaised):
        Drafts(sync).keep(KEPT, long)
    with pytest.raises(ProblemRaised):
        file_reply(sync, long)
    assert places(sync) == (long, 0)


@pytest.mark.parametrize("what", ["the draft cannot come back", "the wish cannot be kept"])
def test_words_that_cannot_be_called_back_are_a_wish_and_no_draft(
    sync: Connection, screen: Connection, what: str
) -> None:
    filed = file_reply(screen)
    sync.execute(FAILING[what])
    with pytest.raises(ProblemRaised):
        withdraw(screen, filed.id, NOW, Draft(KEPT, WORDS))
    assert places(screen) == ("", 1)


def test_words_that_are_called_back_stand_before_what_was_begun_since(screen: Connection) -> None:
    filed = file_reply(screen)
    Drafts(screen).keep(KEPT, "En sak till")
    assert withdraw(screen, filed.id, NOW, Draft(KEPT, WORDS))
    assert places(screen) == (f"{WORDS}\n\nEn sak till", 0)


def test_words_that_have_left_are_not_made_a_draft(screen: Connection, sync: Connection) -> None:
    filed = file_reply(screen)
    OutboxDelivery(sync).sending(filed.id, NOW)
    assert not withdraw(screen, filed.id, NOW, Draft(KEPT, WORDS))
    assert undo(screen, filed.id, NOW, Draft(KEPT, WORDS)) is Undone.TOO_LATE
    assert places(screen) == ("", 1)


def test_undo_gives_back_the_words_of_what_was_withdrawn_elsewhere_once(screen: Connection) -> None:
    filed = file_reply(screen)
    withdraw(screen, filed.id, NOW)
    assert undo(screen, filed.id, NOW, Draft(KEPT, WORDS)) is Undone.WITHDRAWN
    assert places(screen) == (WORDS, 0)
    assert call_back(screen, filed.id, NOW, Draft(KEPT, WORDS)), "by another way"
    assert places(screen) == (WORDS, 0)
    Drafts(screen).keep(KEPT, f"{WORDS}\n\nEn sak till")
    assert call_back(screen, filed.id, NOW, Draft(KEPT, WORDS))
    assert places(screen) == (f"{WORDS}\n\nEn sak till", 0)


def test_words_that_begin_like_what_has_been_begun_since_are_not_taken_for_it(screen: Connection) -> None:
    filed = file_reply(screen, "Ja")
    Drafts(screen).keep(KEPT, "Jag undrar")
    assert call_back(screen, filed.id, NOW, Draft(KEPT, "Ja"))
    assert places(screen) == ("Ja\n\nJag undrar", 0)


def of_an_earlier_version(files: StoreFiles) -> None:
    """Words in two places: remarks in a table, everything else among the settings."""
    connection = dbapi2.connect(files.mine, isolation_level=None)
    unlock(connection, KEY)
    mine_migrations.apply(Database(connection), stop_before="gather_drafts")
    connection.execute("INSERT INTO remark_drafts VALUES ('bygglov', 'idea', 'Visa priset', 1)")
    for name, text in ((f"draft.{KEPT}", WORDS), ("draft.new_task", "Ta med lasern"), ("language", "sv")):
        connection.execute("INSERT INTO settings VALUES (?, ?)", (name, text))
    connection.execute("PRAGMA user_version = 4")
    connection.close()


def test_what_was_begun_with_an_earlier_version_is_carried_over(files: StoreFiles) -> None:
    of_an_earlier_version(files)
    open_for_sync(files, KEY).close()
    screen = open_for_screen(files, KEY)
    assert (Drafts(screen).text(KEPT), Drafts(screen).text("new_task")) == (WORDS, "Ta med lasern")
    assert draft_about(screen, "bygglov") == RemarkDraft(RemarkKind.IDEA, "Visa priset")
    assert only_here(screen).drafts == 3
    assert Choices(screen).setting("language") == "sv"
    assert screen.execute("SELECT name FROM mine.settings").fetchall() == [("language",)]
    screen.close()


@pytest.mark.parametrize(
    "refused", [dbapi2.SQLITE_DELETE, dbapi2.SQLITE_DROP_TABLE], ids=["in the middle", "at the end"]
)
def test_when_carrying_them_over_ends_halfway_it_begins_anew_and_nothing_is_lost(
    files: StoreFiles, refused: int
) -> None:
    of_an_earlier_version(files)
    halfway = dbapi2.connect(files.mine, isolation_level=None)
    unlock(halfway, KEY)
    tables = ("settings", "remark_drafts")
    halfway.set_authorizer(
        lambda action, table, *_: dbapi2.SQLITE_DENY if action == refused and table in tables else dbapi2.SQLITE_OK
    )
    with pytest.raises(dbapi2.DatabaseError, match="not authorized"):
        migrate_mine(halfway)
    halfway.close()
    open_for_sync(files, KEY).close()
    screen = open_for_screen(files, KEY)
    assert (Drafts(screen).text(KEPT), Drafts(screen).text("new_task")) == (WORDS, "Ta med lasern")
    assert draft_about(screen, "bygglov") == RemarkDraft(RemarkKind.IDEA, "Visa priset")
    screen.close()
