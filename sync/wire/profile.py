"""The signed-in person as Graph describes them: who they are, who leads them, which groups they belong to."""

from collections.abc import Iterable
from dataclasses import replace

from sync.wire.groups import Group
from sync.wire.people import User, person_from_user, person_id
from workplace_app.domain.person import Profile


def profile_from_graph(me: User, manager: User | None, groups: Iterable[Group]) -> Profile:
    """The profile; a manager that may not be read is left out."""
    person = person_from_user(me)
    if manager is not None and manager.id:
        person = replace(person, manager_id=person_id(manager.id))
    named = sorted(((group.display_name or "").strip(), group.id or "") for group in groups)
    return Profile(
        person=person,
        manager_name=manager.display_name if manager else None,
        groups=tuple(group_id for _, group_id in named if group_id),
        group_titles=tuple(title for title, group_id in named if group_id),
    )
