"""Shows what an address from outside names, where it is here and open to whoever is; else says why not."""

from PySide6.QtCore import QCoreApplication

from ui.places import NEWS, OUTBOX, PEOPLE, PLACES, REMINDERS, SERVICES, TODAY, WORKSPACES
from ui.screen import ScreenContext
from workplace_app.domain.inner_link import InnerLink, Shown
from workplace_app.store.journey_reader import journey
from workplace_app.store.news_reader import article
from workplace_app.store.notification_reader import notification
from workplace_app.store.person_reader import person
from workplace_app.store.reminder_reader import reminder
from workplace_app.store.service_reader import service
from workplace_app.store.task_reader import task

translate = QCoreApplication.translate

_PLACES = {
    Shown.TASK: TODAY,
    Shown.ARTICLE: NEWS,
    Shown.NOTIFICATION: WORKSPACES,
    Shown.SERVICE: SERVICES,
    Shown.JOURNEY: SERVICES,
    Shown.PERSON: PEOPLE,
    Shown.REMINDER: REMINDERS,
}
_PUBLIC = {Shown.ARTICLE, Shown.SERVICE, Shown.JOURNEY}
"""What is here for whoever has not signed in; places say so themselves."""


def show_inner_link(link: InnerLink, context: ScreenContext) -> str:
    """Show it. "" when it is shown, else the sentence that says why it is not; then nothing has moved."""
    if link.kind is Shown.PLACE:
        return _show_place(link.id, context)
    if not context.reminds and link.kind not in _PUBLIC:
        return closed_words()
    if not _is_here(link, context):
        return translate("InnerLinks", "What the link leads to is not here. It may be gone, or be somebody else's.")
    context.shell.go(_PLACES[link.kind], link.id)
    return ""


def closed_words() -> str:
    """What is said of a link while nobody's things are open."""
    return translate("InnerLinks", "The link leads to what is seen after signing in. Sign in, then open it again.")


def call_refused_words() -> str:
    """What is said of an attempt to have something shown that is no link."""
    return translate("InnerLinks", "Another program tried to open something that is no link, and it was not opened.")


def _show_place(name: str, context: ScreenContext) -> str:
    places = {each.id: each for each in PLACES if each.offered(context.municipality)}
    if name not in places and name != OUTBOX:
        return translate("InnerLinks", "The link leads to a place that is not here.")
    if not context.reminds and (name == OUTBOX or not places[name].public):
        return closed_words()
    context.shell.go(name)
    return ""


def _is_here(link: InnerLink, context: ScreenContext) -> bool:
    connection, now = context.connection, context.clock()
    if link.kind is Shown.TASK:
        # A task that is done is in no list here, and going to it would open the address where it lives: nobody who
        # merely wrote a link makes the program open another.
        found = task(connection, link.id, now)
        return found is not None and not found.task.completed
    if link.kind is Shown.ARTICLE:
        return article(connection, link.id, now) is not None
    if link.kind is Shown.NOTIFICATION:
        return notification(connection, link.id, now) is not None
    readers = {Shown.SERVICE: service, Shown.JOURNEY: journey, Shown.PERSON: person, Shown.REMINDER: reminder}
    return readers[link.kind](connection, link.id) is not None
