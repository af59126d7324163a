"""The rail's numbers, and what is new since the user was last here."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from tests.store.many_facts import articles, notifications, tasks
from tests.store.stored import NOW, ago, keep
from workplace_app.domain.as_seen import Badges, Recipient, SinceLast
from workplace_app.domain.intent import IntentKind
from workplace_app.domain.own_things import Mute, MuteScope
from workplace_app.store.badge_reader import badges
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection_type import Connection
from workplace_app.store.outbox_filing import file_intent
from workplace_app.store.own_things import article_marks, notification_marks
from workplace_app.store.since_last_reader import since_last

TODAY = NOW.astimezone(ZoneInfo("Europe/Stockholm"))


def test_an_empty_store_has_no_numbers(screen: Connection) -> None:
    assert badges(screen, Recipient(), TODAY) == Badges()
    assert since_last(screen, Recipient(), ago(days=1), TODAY) == SinceLast(ago(days=1))


def test_numbers_follow_what_the_user_does(writer: CacheWriter, screen: Connection) -> None:
    task = replace(next(tasks(1)), due=NOW, created_at=ago(hours=2))
    article = replace(next(articles(1)), audience=(), published=ago(hours=1), acknowledge_by=date(2026, 10, 16))
    keep(
        writer,
        task,
        replace(task, id="planner:late", due=ago(days=2), created_at=ago(days=9)),
        replace(task, id="planner:far", due=NOW.replace(year=2027), assigned_at=ago(hours=3), created_at=ago(days=9)),
        article,
        replace(article, id="intranet:old", canonical_address=None, published=ago(days=5), acknowledge_by=None),
        *(replace(each, at=ago(hours=n)) for n, each in enumerate(notifications(4))),
    )
    assert badges(screen, Recipient(), TODAY) == Badges(tasks=2, news=2, notifications=4)
    new = since_last(screen, Recipient(), ago(hours=2.5), TODAY)
    assert new == SinceLast(ago(hours=2.5), tasks=1, news=1, to_acknowledge=1, notifications=3)
    assert since_last(screen, Recipient(), ago(hours=4), TODAY).tasks == 2, "assigned since counts as new"
    file_intent(screen, IntentKind.COMPLETE_TASK, task.id, NOW)
    article_marks.acknowledge(screen, [article.id], NOW)
    notification_marks.mark_handled(screen, ["notification:00000000"], NOW)
    notification_marks.mute(screen, Mute(MuteScope.KIND, "channel_message"), NOW)
    assert badges(screen, Recipient(), TODAY) == Badges(tasks=1, news=1, notifications=2)
    after = since_last(screen, Recipient(), ago(hours=2.5), TODAY)
    assert after == SinceLast(ago(hours=2.5), tasks=0, news=1, to_acknowledge=0, notifications=1)
