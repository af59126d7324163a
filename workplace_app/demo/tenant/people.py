"""The directory: 1,200 invented colleagues for each step of scale, with unit, place, telephones and manager."""

from collections.abc import Sequence
from dataclasses import dataclass

from workplace_app.demo.staff import STAFF, Staff, object_id_of
from workplace_app.demo.tenant.change_log import Json
from workplace_app.demo.tenant.shelf import Shelf
from workplace_app.demo.tenant.texts_names import FAMILY_BEGINNINGS, FAMILY_ENDINGS, GIVEN_NAMES
from workplace_app.demo.tenant.texts_units import AREAS, DIRECTORS_OFFICE, UNITS, Unit
from workplace_app.demo.tenant.world import DOMAIN, World

PEOPLE_PER_SCALE = 1200
_ASCII = str.maketrans("åäöéü", "aaoeu")


@dataclass(frozen=True, slots=True)
class Colleague:
    """One person as others need to name them."""

    id: str
    name: str
    user_name: str
    title: str
    unit: str

    @property
    def mail(self) -> str:
        """The address, which is the user name."""
        return self.user_name


@dataclass(frozen=True, slots=True)
class _Post:
    """A person with their place in the organisation."""

    person: Colleague
    office: str
    manager: str | None


def _user_name(given: str, family: str) -> str:
    return f"{given}.{family}@{DOMAIN}".casefold().translate(_ASCII)


NAMED = (
    ("Pernilla", "Åskog", "Byggnadsinspektör", "Bygglovsenheten"),
    ("Jonas", "Vretlund", "Kart- och mätingenjör", "Lantmäterienheten"),
)
"""Colleagues who appear in the pictures of the program."""
HEADS = {
    "Bygglovsenheten": ("Samira", "Tjärnvik"),
    "Hemtjänsten Orminge": ("Birgit", "Älvhede"),
    "Kommunikationsenheten": ("Torsten", "Hagbryn"),
    "Digitaliseringsenheten": ("Yusuf", "Rönnhamn"),
}
"""Heads of units with a given name; the others are drawn."""


class Directory:
    """All people of the tenant. A person is made from their number: leaders first, then staff, then the rest."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._rounds = [unit for unit in UNITS for _ in range(unit.weight)]
        self._leaders = self._make_leaders()
        self.count = PEOPLE_PER_SCALE * world.scale
        self._circles: dict[str, tuple[Colleague, ...]] = {}
        self.shelf = Shelf("users", world.log, self._ids, lambda number: self._document(self._post(number)))

    def staff(self, staff: Staff) -> Colleague:
        """One of the five who can sign in."""
        return Colleague(staff.object_id, staff.name, staff.user_name, staff.title, staff.unit)

    def colleague(self, number: int) -> Colleague:
        """Whoever has this number, counted around."""
        return self._post(number % self.count).person

    def named(self, name: str) -> Colleague:
        """A leader or one of those in the pictures, by full name. Raises ``KeyError``."""
        for post in self._leaders:
            if post.person.name == name:
                return post.person
        raise KeyError(name)

    def manager_of(self, user_id: str) -> Json | None:
        """The document of somebody's manager; None for the one at the top and for the unknown."""
        user = self.shelf.get(user_id)
        manager_id = None if user is None else user.get("_manager")
        return None if manager_id is None else self.shelf.get(manager_id)

    def circle(self, staff: Staff) -> Sequence[Colleague]:
        """The dozen or so people whom a member of staff works with: the unit first, then others of the house."""
        if staff.role not in self._circles:
            self._circles[staff.role] = self._draw_circle(staff)
        return self._circles[staff.role]

    def _draw_circle(self, staff: Staff) -> tuple[Colleague, ...]:
        found = [
            p.person for p in self._leaders if p.person.unit == staff.unit and p.person.user_name != staff.user_name
        ]
        start = len(self._leaders)
        round_length = len(self._rounds)
        found += [
            self._post(start + step * round_length + place).person
            for step in range(4)
            for place, unit in enumerate(self._rounds)
            if unit.name == staff.unit and start + step * round_length + place < PEOPLE_PER_SCALE
        ][:8]
        dice = self._world.dice("circle", staff.user_name)
        found += [self._post(start + dice.below(PEOPLE_PER_SCALE - start)).person for _ in range(6)]
        return tuple({person.id: person for person in found}.values())

    def _make_leaders(self) -> list[_Post]:
        top = self._drawn(900_001, "Stadsdirektör", DIRECTORS_OFFICE)
        posts = [_Post(top, "Stadshuset, plan 5", None)]
        directors: dict[str, str] = {}
        for number, area in enumerate(AREAS):
            director = self._drawn(900_010 + number, f"Direktör, {area.lower()}", DIRECTORS_OFFICE)
            directors[area] = director.user_name
            posts.append(_Post(director, "Stadshuset, plan 5", top.user_name))
        for number, unit in enumerate(UNITS):
            posts.append(_Post(self._head(number, unit), unit.office, directors[unit.area]))
        heads = {post.person.unit: post.person.user_name for post in posts[1 + len(AREAS) :]}
        for staff in STAFF:
            if staff.user_name not in heads.values():
                office = next(unit.office for unit in UNITS if unit.name == staff.unit)
                posts.append(_Post(self.staff(staff), office, heads[staff.unit]))
        for given, family, title, unit_name in NAMED:
            posts.append(_Post(_colleague(given, family, title, unit_name), "Stadshuset, plan 3", heads[unit_name]))
        return posts

    def _head(self, number: int, unit: Unit) -> Colleague:
        for staff in STAFF:
            if staff.unit == unit.name and staff.title == unit.head:
                return self.staff(staff)
        if unit.name in HEADS:
            return _colleague(*HEADS[unit.name], unit.head, unit.name)
        return self._drawn(900_100 + number, unit.head, unit.name)

    def _post(self, number: int) -> _Post:
        if number < len(self._leaders):
            return self._leaders[number]
        unit = self._rounds[(number - len(self._leaders)) % len(self._rounds)]
        title = self._world.dice("title", number).pick(unit.titles)
        return _Post(self._drawn(number, title, unit.name), unit.office, self._head_name(unit))

    def _head_name(self, unit: Unit) -> str:
        return self._leaders[1 + len(AREAS) + UNITS.index(unit)].person.user_name

    def _drawn(self, number: int, title: str, unit: str) -> Colleague:
        """A name of its own for every number below the number of combinations (136,000)."""
        combinations = len(GIVEN_NAMES) * len(FAMILY_BEGINNINGS) * len(FAMILY_ENDINGS)
        place = (number * 60_013 + self._world.seed) % combinations
        place, given = divmod(place, len(GIVEN_NAMES))
        beginning, ending = divmod(place, len(FAMILY_ENDINGS))
        return _colleague(GIVEN_NAMES[given], FAMILY_BEGINNINGS[beginning] + FAMILY_ENDINGS[ending], title, unit)

    def _ids(self) -> list[str]:
        return [self._post(number).person.id for number in range(self.count)]

    def _document(self, post: _Post) -> Json:
        person = post.person
        given, family = person.name.split(" ", 1)
        dice = self._world.dice("telephone", person.user_name)
        desk = dice.chance(70)
        return {
            "id": person.id,
            "displayName": person.name,
            "givenName": given,
            "surname": family,
            "jobTitle": person.title,
            "department": person.unit,
            "officeLocation": post.office,
            # The Swedish Post and Telecom Authority has set these series aside for fiction.
            "businessPhones": [f"08-465 004 {dice.below(100):02d}"] if desk else [],
            "mobilePhone": f"070-174 06 {dice.between(5, 99):02d}" if dice.chance(85) else None,
            "mail": person.user_name,
            "userPrincipalName": person.user_name,
            "mailNickname": person.user_name.split("@")[0],
            "companyName": "Nacka kommun",
            "city": "Nacka",
            "preferredLanguage": "sv-SE",
            "accountEnabled": True,
            "userType": "Member",
            "employeeId": f"{100_000 + dice.below(900_000)}",
            "_manager": None if post.manager is None else object_id_of(post.manager),
        }


def _colleague(given: str, family: str, title: str, unit: str) -> Colleague:
    user_name = _user_name(given, family)
    return Colleague(object_id_of(user_name), f"{given} {family}", user_name, title, unit)
