"""What is told, to whom, how long, and always under the same id."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from workplace_app.domain.article import Article, ArticleSource
from workplace_app.domain.event import Event, Response
from workplace_app.domain.mailbox import Inbox
from workplace_app.domain.notification import NotificationKind
from workplace_app.domain.notification_rules import RECENT, RECENTLY_ASSIGNED, notifications_for
from workplace_app.domain.page import Fact
from workplace_app.domain.task import Task, TaskSource
from workplace_app.domain.workspace import Message, SiteFile

NOW = datetime(2026, 11, 23, 8, 12, tzinfo=UTC)
ME = "me"
MESSAGE = Message(
    id="message:t/c/1",
    workspace_id="team:t",
    place_id="channel:t/c",
    thread_id="message:t/c/1",
    author_id="eva",
    author_name="Eva",
    sent=NOW - timedelta(hours=1),
    text="Nya ritningar",
    body_html="<p>Nya ritningar</p>",
    subject="Ritningar",
)
FILE = SiteFile(
    id="file:d/1",
    workspace_id="site:s",
    drive_id="d",
    name="Ritning.pdf",
    changed=NOW - timedelta(hours=1),
    created=NOW - timedelta(days=3),
    changed_by="Eva",
    changed_by_id="eva",
)
PAGE = Article(
    id="page:s/1",
    source=ArticleSource.SITE_PAGE,
    title="Ny rutin",
    lead="Så gör vi",
    body_html="",
    published=NOW - timedelta(days=1),
    author="Eva",
    workspace_id="site:s",
)
TASK = Task(
    id="planner:1",
    source=TaskSource.PLANNER,
    title="Granska",
    container_id="p",
    container_title="Bygglov",
    due=None,
    due_is_a_day=True,
    completed=False,
    assigned_at=NOW - timedelta(days=2),
    assigned_by_id="eva",
    assigned_by_name="Eva",
)
EVENT = Event(
    id="event:1",
    title="Planering",
    start=NOW + timedelta(days=1),
    end=NOW + timedelta(days=1, hours=1),
    organizer="Eva",
    created_at=NOW - timedelta(hours=2),
)


@pytest.mark.parametrize(
    ("fact", "kind"),
    [
        (MESSAGE, NotificationKind.CHANNEL_MESSAGE),
        (replace(MESSAGE, mentions_me=True), NotificationKind.MENTION),
        (replace(MESSAGE, thread_id="message:t/c/0", mentions_me=True), NotificationKind.MENTION),
        (replace(MESSAGE, place_id="chat:c"), NotificationKind.CHAT_MESSAGE),
        (replace(MESSAGE, place_id="group:g", author_id=None), NotificationKind.CONVERSATION),
        (FILE, NotificationKind.FILE_CHANGED),
        (replace(FILE, created=FILE.changed), NotificationKind.FILE_NEW),
        (replace(FILE, changed_by_id=None), NotificationKind.FILE_CHANGED),
        (PAGE, NotificationKind.PAGE_NEW),
        (TASK, NotificationKind.TASK_ASSIGNED),
        (EVENT, NotificationKind.INVITATION),
    ],
)
def test_what_another_did_lately_is_told_once_with_who_and_what(fact: Fact, kind: NotificationKind) -> None:
    (told,) = notifications_for(fact, ME, NOW)
    assert told.kind is kind
    assert told.target_id == getattr(fact, "id", "")
    assert told.who == ("Eva")
    assert told.title
    assert told.at <= NOW
    assert notifications_for(fact, ME, NOW + timedelta(hours=5)) == (told,)


@pytest.mark.parametrize(
    "fact",
    [
        replace(MESSAGE, author_id=ME),
        replace(MESSAGE, author_id=ME, mentions_me=True),
        replace(MESSAGE, deleted=True),
        replace(MESSAGE, thread_id="message:t/c/0"),
        replace(MESSAGE, sent=NOW - RECENT - timedelta(seconds=1)),
        replace(FILE, changed_by_id=ME),
        replace(FILE, folder=True),
        replace(FILE, changed=NOW - RECENT - timedelta(seconds=1)),
        replace(PAGE, source=ArticleSource.INTRANET),
        replace(PAGE, published=NOW - RECENT - timedelta(seconds=1)),
        replace(TASK, assigned_by_id=ME),
        replace(TASK, assigned_by_id=None),
        replace(TASK, completed=True),
        replace(TASK, source=TaskSource.TODO),
        replace(TASK, assigned_at=None),
        replace(TASK, assigned_at=NOW - RECENTLY_ASSIGNED - timedelta(seconds=1)),
        replace(EVENT, response=Response.ACCEPTED),
        replace(EVENT, cancelled=True),
        replace(EVENT, start=NOW),
        replace(EVENT, organizer=None),
        Inbox(unread=3),
    ],
)
def test_what_is_old_done_answered_or_ones_own_is_not_told(fact: Fact) -> None:
    assert notifications_for(fact, ME, NOW) == ()


def test_a_file_is_told_once_a_day_however_often_it_is_saved() -> None:
    (morning,) = notifications_for(FILE, ME, NOW)
    (noon,) = notifications_for(replace(FILE, changed=FILE.changed + timedelta(minutes=5)), ME, NOW)
    (next_day,) = notifications_for(
        replace(FILE, changed=FILE.changed + timedelta(days=1)), ME, NOW + timedelta(days=1)
    )
    assert morning.id == noon.id
    assert next_day.id != morning.id


def test_a_task_that_is_assigned_anew_is_told_anew() -> None:
    (first,) = notifications_for(TASK, ME, NOW)
    (second,) = notifications_for(replace(TASK, assigned_at=NOW), ME, NOW)
    assert first.id != second.id


def test_a_long_message_is_shortened() -> None:
    (told,) = notifications_for(replace(MESSAGE, text="ord " * 1_000), ME, NOW)
    assert len(told.text) <= 500
    assert told.text.endswith("…")
