"""A colleague in the directory, and the signed-in person's own profile."""

from workplace_app.domain.frozen import frozen


@frozen
class Person:
    """One colleague. ``id`` is "person:<object id>"."""

    id: str
    name: str
    title: str = ""
    unit: str = ""
    place: str = ""
    phone: str = ""
    mobile: str = ""
    mail: str = ""
    manager_id: str | None = None


@frozen
class Profile:
    """Who the user is at work: decides which tools, quick tasks and news concern them. ``groups`` are group ids."""

    person: Person
    manager_name: str | None = None
    groups: tuple[str, ...] = ()
    group_titles: tuple[str, ...] = ()
