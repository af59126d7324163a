"""What a reminder is about, made from the facts that screens show."""

from ui.dates import local
from workplace_app.domain.article import Article
from workplace_app.domain.as_seen import ArticleSummary
from workplace_app.domain.event import Event
from workplace_app.domain.journey import Journey
from workplace_app.domain.notification import Notification
from workplace_app.domain.person import Person
from workplace_app.domain.reminder import ReminderKind, ReminderSubject
from workplace_app.domain.service import Service
from workplace_app.domain.task import Task
from workplace_app.domain.workspace import Workspace


def of_task(task: Task) -> ReminderSubject:
    """A task; the day it is due is its last."""
    last_day = local(task.due).date() if task.due is not None else None
    return ReminderSubject(ReminderKind.TASK, task.title, task.id, task.address, last_day)


def of_event(event: Event) -> ReminderSubject:
    """An event; it can be missed after the day on which it begins."""
    return ReminderSubject(ReminderKind.EVENT, event.title, event.id, event.address, local(event.start).date())


def of_article(article: Article | ArticleSummary) -> ReminderSubject:
    """An article; its editor's deadline, else the last day of mandatory reading."""
    last_day = article.deadline or article.acknowledge_by
    return ReminderSubject(ReminderKind.ARTICLE, article.title, article.id, article.address, last_day)


def of_notification(notification: Notification, headline: str) -> ReminderSubject:
    """A notification, named as its row names it."""
    return ReminderSubject(ReminderKind.NOTIFICATION, headline, notification.id, notification.address)


def of_workspace(workspace: Workspace) -> ReminderSubject:
    """A team, a group, a site or a chat."""
    return ReminderSubject(ReminderKind.WORKSPACE, workspace.title, workspace.id, workspace.address)


def of_service(service: Service) -> ReminderSubject:
    """A service of the municipality."""
    return ReminderSubject(ReminderKind.SERVICE, service.title, service.id, service.address)


def of_journey(journey: Journey) -> ReminderSubject:
    """A journey through several services."""
    return ReminderSubject(ReminderKind.JOURNEY, journey.title, journey.id)


def of_person(person: Person) -> ReminderSubject:
    """A colleague."""
    return ReminderSubject(ReminderKind.PERSON, person.name, person.id)
