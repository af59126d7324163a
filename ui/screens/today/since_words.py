"""The sentence under Idag's heading: what has come since the user was last here."""

from PySide6.QtCore import QObject

from ui.places import NEWS, WORKSPACES
from workplace_app.domain.as_seen import SinceLast


class SinceWords(QObject):
    """The line under the heading. A class, since the extraction of words knows plurals in ``self.tr`` only."""

    def sentence(self, new: SinceLast, when: str) -> str:
        """What has come, like "Sedan i går 16:40: 2 nya uppgifter och 1 nyhet att kvittera.", and a link to it."""
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
