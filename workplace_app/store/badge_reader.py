"""Reads the numbers of the rail."""

from datetime import datetime

from workplace_app.domain.as_seen import Badges, Recipient
from workplace_app.store.connection_type import Connection
from workplace_app.store.news_reader import count_news
from workplace_app.store.notification_reader import count_notifications
from workplace_app.store.remark_reader import count_unread_answers
from workplace_app.store.reminder_reader import count_rung
from workplace_app.store.task_reader import count_open


def badges(connection: Connection, recipient: Recipient, now: datetime) -> Badges:
    """The rail's numbers; ``now`` is aware and in the user's zone."""
    tasks = count_open(connection, now)
    return Badges(
        tasks=tasks.late + tasks.today,
        news=count_news(connection, recipient, now).unread,
        notifications=count_notifications(connection, now).open,
        reminders=count_rung(connection),
        answers=count_unread_answers(connection),
    )
