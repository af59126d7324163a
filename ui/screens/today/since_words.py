"""The line under Idag's heading: what has come since the user was last here, and how much mail is unread."""

from datetime import datetime

from PySide6.QtCore import QObject

from ui.dates import moment_words
from ui.places import NEWS, WORKSPACES
from ui.recipient import recipient
from ui.screen import ScreenContext
from workplace_app.domain.as_seen import SinceLast
from workplace_app.store.inbox_reader import inbox
from workplace_app.store.own_things.visits import last_left
from workplace_app.store.since_last_reader import since_last

MAIL = "mail"
"""By this name a link leads to the mailbox, which is outside."""
OUTLOOK_MAIL = "https://outlook.office.com/mail/"
"""The mailbox on the web, where the server has not said another address."""


class SinceWords(QObject):
    """A class, since the extraction of words knows plurals in ``self.tr`` only."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context

    def line(self, now: datetime) -> str:
        """All of it, with links; "" for a first day without mail. An unread count that is not known is not told."""
        connection = self._context.connection
        left, mailbox = last_left(connection), inbox(connection)
        parts = []
        if left is not None:
            new = since_last(connection, recipient(connection), left, now)
            parts.append(self._sentence(new, moment_words(left, now)))
        if mailbox is not None and mailbox.unread:
            unread = self.tr("%n unread mail(s)", "", mailbox.unread)
            parts.append(f"<a href='{MAIL}'>{unread}</a>")
        return " &nbsp;".join(parts)

    def follow(self, link: str) -> None:
        """Go where a link of the line leads."""
        if link != MAIL:
            self._context.shell.go(link)
            return
        mailbox = inbox(self._context.connection)
        self._context.shell.open_address((mailbox.address if mailbox is not None else None) or OUTLOOK_MAIL)

    def _sentence(self, new: SinceLast, when: str) -> str:
        """Like "Sedan i går 16:40: 2 nya uppgifter och 1 nyhet att kvittera.", and a link to what is new."""
        parts = []
        if new.tasks:
            parts.append(self.tr("%n new task(s)", "", new.tasks))
        if new.to_acknowledge:
            parts.append(self.tr("%n article(s) to acknowledge", "", new.to_acknowledge))
        elif new.news:
            parts.append(self.tr("%n article(s) for you", "", new.news))
        if new.notifications:
            parts.append(self.tr("%n event(s) in your workspaces", "", new.notifications))
        since = self.tr("Since {when}:").format(when=when)
        if not parts:
            nothing = self.tr("nothing new.")
            return f"{since} {nothing}"
        joint = self.tr("and")
        listed = ", ".join(parts[:-1]) + (f" {joint} " if len(parts) > 1 else "") + parts[-1]
        show = self.tr("Show what is new")
        link = f"<a href='{WORKSPACES if new.notifications else NEWS}'>{show}</a>"
        return f"{since} {listed}. &nbsp;{link}"
