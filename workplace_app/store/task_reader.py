"""Reads tasks as the user sees them: open ones by urgency, and those completed lately."""

from datetime import datetime

from workplace_app.domain.as_seen import TaskAsSeen, TaskCounts
from workplace_app.domain.listing import PAGE_SIZE, Cursor, Listing
from workplace_app.domain.task import Urgency
from workplace_app.store.connection_type import Connection


def open_tasks(
    connection: Connection,
    now: datetime,
    after: Cursor | None = None,
    limit: int = PAGE_SIZE,
    group: Urgency | None = None,
) -> Listing[TaskAsSeen]:
    """Open tasks by urgency and due day, the important first within a day; ``group`` keeps to one urgency. ``now`` is aware and in the user's zone."""
    raise NotImplementedError


def completed_tasks(connection: Connection, since: datetime, limit: int = PAGE_SIZE) -> tuple[TaskAsSeen, ...]:
    """Tasks completed (or ticked here) since a moment, the latest first."""
    raise NotImplementedError


def count_open(connection: Connection, now: datetime) -> TaskCounts:
    """How many open tasks each urgency has."""
    raise NotImplementedError


def task(connection: Connection, task_id: str, now: datetime) -> TaskAsSeen | None:
    """One task."""
    raise NotImplementedError
