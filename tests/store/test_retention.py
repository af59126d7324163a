"""What is too old goes, what the user saved or still must read stays, and nothing else is touched."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.store.many_facts import articles, events, messages, notifications, people, tasks
from tests.store.stored import NOW, ago, ahead, keep
from workplace_app.domain.article import Picture, PictureData
from workplace_app.domain.changes import ChangeKind
from workplace_app.domain.disruption import Disruption
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.keeping import Keeping
from workplace_app.domain.reminder import ReminderKind, ReminderSubject
from workplace_app.domain.search_hit import HitKind
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection_type import Connection
from workplace_app.store.feed_ledger import FeedLedger
from workplace_app.store.outbox_filing import file_intent, withdraw
from workplace_app.store.own_things import article_marks, notification_marks, reminders, visits
from workplace_app.store.picture_store import missing_pictures, picture_refused
from workplace_app.store.retention import apply_retention
from workplace_app.store.search import Search


def _count(connection: Connection, table: str) -> int:
    row = connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()
    return int(row[0]) if row else -1


def test_nothing_goes_before_its_time(writer: CacheWriter, sync: Connection) -> None:
    keep(writer, *tasks(20), *articles(20), *messages(20), *notifications(20), *people(5))
    assert apply_retention(sync, NOW) == frozenset()
    assert _count(sync, "tasks") == _count(sync, "articles") == 20


def test_messages_and_handled_notifications_go_after_a_quarter_of_a_year(writer: CacheWriter, sync: Connection) -> None:
    old = timedelta(days=91)
    keep(writer, *messages(2), *(replace(each, id=f"o{n}", sent=NOW - old) for n, each in enumerate(messages(3))))
    keep(
        writer, *notifications(2), *(replace(each, id=f"o{n}", at=NOW - old) for n, each in enumerate(notifications(3)))
    )
    notification_marks.mark_handled(sync, ["o0"], NOW - old)
    notification_marks.mark_handled(sync, ["o1"], NOW - timedelta(days=89))
    notification_marks.mark_later(sync, ["o2"], NOW, NOW - old)
    assert apply_retention(sync, NOW) == {ChangeKind.MESSAGES, ChangeKind.NOTIFICATIONS}
    kept = {row[0] for row in sync.execute("SELECT id FROM main.notifications WHERE id LIKE 'o%'")}
    assert kept == {"o1", "o2"}, "what was handled lately, and what is not handled, stays"
    assert _count(sync, "messages") == 2
    assert all(hit.id in kept or not hit.id.startswith("o") for hit in Search(sync).find("kommun"))


def test_articles_go_after_a_year_unless_saved_or_still_to_be_acknowledged(
    writer: CacheWriter, sync: Connection
) -> None:
    old = replace(next(articles(1)), published=ago(days=366), acknowledge_by=None, canonical_address=None)
    keep(
        writer,
        replace(old, id="plain"),
        replace(old, id="saved"),
        replace(old, id="must", acknowledge_by=date(2026, 10, 20)),
        replace(old, id="acknowledged", acknowledge_by=date(2026, 10, 20)),
        replace(old, id="too late", acknowledge_by=date(2026, 9, 1)),
        replace(old, id="new", published=ago(days=364)),
    )
    article_marks.save(sync, ["saved"], NOW)
    article_marks.acknowledge(sync, ["acknowledged"], NOW)
    assert apply_retention(sync, NOW) == {ChangeKind.NEWS}
    assert sorted(row[0] for row in sync.execute("SELECT id FROM articles")) == ["must", "new", "saved"]
    assert {hit.id for hit in Search(sync).find(old.title.split()[0], frozenset({HitKind.ARTICLE}))} <= {
        "must",
        "new",
        "saved",
    }


def test_pictures_go_with_the_last_article_that_wants_them(writer: CacheWriter, sync: Connection) -> None:
    picture = Picture("k", "https://cms.example/k.jpg")
    old = replace(next(articles(1)), published=ago(days=366), picture=picture, pictures=(picture,), acknowledge_by=None)
    keep(writer, old, replace(old, id="new", published=NOW, canonical_address=None))
    keep(writer, PictureData("k", "image/png", 1, 1, b"x"), feed="pictures")
    apply_retention(sync, NOW)
    assert _count(sync, "pictures") == 1
    assert apply_retention(sync, ahead(days=366)) == {ChangeKind.NEWS, ChangeKind.PICTURES}
    assert (_count(sync, "pictures"), _count(sync, "article_pictures")) == (0, 0)


def test_past_events_drift_information_and_pauses_go(writer: CacheWriter, sync: Connection) -> None:
    keep(writer, replace(next(events(1)), start=ago(days=15, hours=1), end=ago(days=15)))
    keep(writer, Disruption("d", "d", "", ago(days=60), ends=ago(days=31)), Disruption("e", "e", "", ago(days=60)))
    FeedLedger(sync).pause("planner", ago(minutes=1))
    FeedLedger(sync).pause("cms", ahead(minutes=1))
    assert apply_retention(sync, NOW) == {ChangeKind.EVENTS, ChangeKind.DISRUPTIONS}
    assert (_count(sync, "disruptions"), _count(sync, "service_pauses")) == (1, 1)


def test_own_things_go_only_when_they_are_over(writer: CacheWriter, sync: Connection) -> None:
    kept = file_intent(sync, IntentKind.COMPLETE_TASK, "planner:1", ago(days=300))
    over = file_intent(sync, IntentKind.COMPLETE_TASK, "planner:2", ago(days=300))
    withdraw(sync, over.id, ago(days=299))
    keep(writer, *notifications(1))
    notification_marks.mark_later(sync, ["notification:00000000", "gone"], NOW, ago(days=200))
    visits.arrive(sync, ago(days=200))
    visits.arrive(sync, NOW)
    apply_retention(sync, NOW)
    assert sync.execute("SELECT id FROM mine.outbox").fetchall() == [(kept.id,)]
    assert sync.execute("SELECT DISTINCT intent_id FROM mine.outbox_history").fetchall() == [(kept.id,)]
    assert _count(sync, "mine.notification_marks") == 1
    assert _count(sync, "mine.visits") == 1


def test_missing_pictures_are_told_newest_first_once_and_not_again_when_refused(
    writer: CacheWriter, sync: Connection
) -> None:
    wanted = [each for each in articles(7) if each.picture]
    keep(writer, *wanted)
    assert [each.key for each in missing_pictures(sync, 10)] == ["picture-0", "picture-3", "picture-6"]
    assert [each.key for each in missing_pictures(sync, 1)] == ["picture-0"]
    picture_refused(sync, "picture-0", NOW)
    assert [each.key for each in missing_pictures(sync, 10, ahead(hours=1))] == ["picture-3", "picture-6"]
    assert [each.key for each in missing_pictures(sync, 10, ahead(days=2))] == ["picture-0", "picture-3", "picture-6"]
    keep(writer, PictureData("picture-3", "image/png", 1, 1, b"x"), feed="pictures")
    assert [each.key for each in missing_pictures(sync, 10, ahead(hours=1))] == ["picture-6"]


def _keep_of_each_age(writer: CacheWriter, sync: Connection, days: int) -> None:
    """One of each thing whose keeping IT decides, so old."""
    then = ago(days=days)
    plain = replace(next(articles(1)), acknowledge_by=None, canonical_address=None)
    keep(writer, replace(plain, id=f"a{days}", published=then), replace(next(messages(1)), id=f"m{days}", sent=then))
    keep(writer, replace(next(notifications(1)), id=f"n{days}", at=then))
    notification_marks.mark_handled(sync, [f"n{days}"], then)
    withdraw(sync, file_intent(sync, IntentKind.COMPLETE_TASK, f"o{days}", then).id, then)
    done = reminders.remind(sync, ReminderSubject(ReminderKind.TEXT, f"r{days}"), then, then)
    reminders.mark_done(sync, done.id, then)


@pytest.mark.parametrize(
    ("keeping", "kept"),
    [
        (Keeping(), "a100 a300 a9 m9 n9 o9 r9"),
        (Keeping(news_days=10), "a9 m9 n9 o9 r9"),
        (Keeping(message_days=10), "a100 a300 a9 m9 n9 o9 r9"),
        (Keeping(message_days=200), "a100 a300 a9 m100 m9 n9 o9 r9"),
        (Keeping(own_days=8), "a100 a300 a9 m9"),
        (Keeping(own_days=200), "a100 a300 a9 m9 n100 n9 o100 o9 r100 r9"),
        (Keeping(8, 8, 8), ""),
        (Keeping(350, 350, 350), "a100 a300 a9 m100 m300 m9 n100 n300 n9 o100 o300 o9 r100 r300 r9"),
    ],
)
def test_it_decides_how_long_each_thing_is_kept(
    writer: CacheWriter, sync: Connection, keeping: Keeping, kept: str
) -> None:
    for days in (9, 100, 300, 400):
        _keep_of_each_age(writer, sync, days)
    apply_retention(sync, NOW, keeping)
    columns = (
        ("articles", "id"), ("messages", "id"), ("notifications", "id"), ("mine.outbox", "target_id"),
        ("mine.reminders", "title"),
    )  # fmt: skip
    found = {str(row[0]) for table, column in columns for row in sync.execute(f"SELECT {column} FROM {table}")}
    assert " ".join(sorted(found)) == kept
    marks = {str(row[0]) for row in sync.execute("SELECT notification_id FROM mine.notification_marks")}
    assert marks == {each for each in found if each.startswith("n")}
