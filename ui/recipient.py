"""Who the news is for: the unit, the groups and the topics that the user follows."""

from workplace_app.domain.as_seen import Recipient
from workplace_app.store.connection_type import Connection
from workplace_app.store.person_reader import profile


def recipient(connection: Connection) -> Recipient:
    """What is known of the signed-in person; nobody in particular while the profile is unknown."""
    known = profile(connection)
    if known is None:
        return Recipient()
    return Recipient(unit=known.person.unit, groups=known.groups + known.group_titles)
