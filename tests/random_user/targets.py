"""What the acts of one sequence are about: few things, so that they meet."""

from datetime import datetime, timedelta
from typing import NamedTuple

from tests.random_user.town_dialogue import articles
from workplace_app.domain.event import Event, Response
from workplace_app.domain.task import Task
from workplace_app.domain.workspace import WorkspaceKind
from workplace_app.store.connection_type import Connection
from workplace_app.store.event_reader import events_between
from workplace_app.store.message_reader import threads
from workplace_app.store.task_reader import open_tasks
from workplace_app.store.workspace_reader import cached_workspaces, channels


class Targets(NamedTuple):
    """Tasks of Planner and To Do, invitations that wait for an answer, a channel's thread and a chat, articles."""

    tasks: tuple[Task, ...]
    invitations: tuple[Event, ...] = ()
    channel: tuple[str, str] = ("", "")
    """A channel and a thread in it."""
    chat: str = ""
    articles: tuple[str, ...] = ()


def targets_in(screen: Connection, now: datetime, tasks_from_each: int) -> Targets:
    """The first things of each kind that a computer knows of."""
    found = [seen.task for seen in open_tasks(screen, now, limit=200).rows]
    tasks = [
        each
        for source in ("planner:", "todo:")
        for each in [task for task in found if task.id.startswith(source)][:tasks_from_each]
    ]
    coming = events_between(screen, now, now + timedelta(days=60))
    events = [seen.event for seen in coming]
    unanswered = [each for each in events if each.response is Response.NOT_ANSWERED and not each.cancelled]
    places = channels(screen, cached_workspaces(screen, WorkspaceKind.TEAM)[0].id)
    spoken = next(
        (place.id, listed.rows[0].thread_id) for place in places if (listed := threads(screen, place.id)).rows
    )
    chat = cached_workspaces(screen, WorkspaceKind.CHAT)[0].id
    return Targets(tuple(tasks), tuple(unanswered[:tasks_from_each]), spoken, chat, articles()[: 2 * tasks_from_each])
