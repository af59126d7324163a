"""What is kept on this computer and nowhere else: it is lost with the account's files."""

from workplace_app.domain.frozen import frozen


@frozen
class OnlyHere:
    """How many things of each kind there are that no service has."""

    unsent: int = 0
    """Wishes in the outbox that have not arrived, also those that need the user."""
    drafts: int = 0
    """Texts that have been begun and not sent."""
    reminders: int = 0
    """Reminders that are not done."""

    @property
    def anything(self) -> bool:
        """True when something would be lost."""
        return bool(self.unsent or self.drafts or self.reminders)
