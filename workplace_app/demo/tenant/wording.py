"""Fills sentences: a template's braces become cases, streets, dates and colleagues, always the same for one dice."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final

from workplace_app.demo.tenant.dice import Dice
from workplace_app.demo.tenant.people import Colleague
from workplace_app.demo.tenant.texts_fillings import FILLINGS
from workplace_app.demo.tenant.texts_places import DISTRICTS, PROPERTIES, ROOMS, SCHOOLS, STREETS
from workplace_app.demo.tenant.texts_units import UNITS

MONTHS: Final = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
WORKDAYS: Final = ("måndag", "tisdag", "onsdag", "torsdag", "fredag")


class Wording(dict[str, str]):
    """One filling of one sentence: what a brace has become stays so within the sentence and its sequel."""

    def __init__(self, dice: Dice, today: date, circle: Sequence[Colleague]) -> None:
        super().__init__()
        self._dice = dice
        self._today = today
        self._circle = circle

    def fill(self, template: str) -> str:
        """The sentence with every brace filled; it begins with a capital whatever fills its beginning."""
        text = template.format_map(self)
        return text[:1].upper() + text[1:]

    def __missing__(self, name: str) -> str:
        found = self[name] = self._draw(name)
        return found

    def _draw(self, name: str) -> str:
        if name in FILLINGS:
            return self._dice.pick(FILLINGS[name])
        return _DRAWS[name](self._dice, self._today, self._circle)


def _date(dice: Dice, today: date, _circle: Sequence[Colleague]) -> str:
    day = today + timedelta(days=dice.between(1, 40))
    return f"{day.day} {MONTHS[day.month - 1]}"


_DRAWS: Final[dict[str, Callable[[Dice, date, Sequence[Colleague]], str]]] = {
    "case": lambda dice, today, _: f"{today.year}-{dice.between(12, 3180):06d}",
    "street": lambda dice, _today, _circle: f"{dice.pick(STREETS)} {dice.between(1, 48)}",
    "property": lambda dice, _today, _circle: f"{dice.pick(PROPERTIES)} {dice.between(1, 9)}:{dice.between(1, 90)}",
    "person": lambda dice, _, circle: dice.pick(circle).name,
    "first_name": lambda dice, _, circle: dice.pick(circle).name.split(" ", 1)[0],
    "unit": lambda dice, _today, _circle: dice.pick(UNITS).name,
    "district": lambda dice, _today, _circle: dice.pick(DISTRICTS),
    "school": lambda dice, _today, _circle: dice.pick(SCHOOLS),
    "room": lambda dice, _today, _circle: dice.pick(ROOMS),
    "number": lambda dice, _today, _circle: str(dice.between(2, 24)),
    "week": lambda dice, _today, _circle: str(dice.between(2, 51)),
    "year": lambda _dice, today, _circle: str(today.year),
    "next_year": lambda _dice, today, _circle: str(today.year + 1),
    "month": lambda dice, today, _: MONTHS[(today.month - dice.between(2, 4)) % 12],
    "clock": lambda dice, _today, _circle: f"{dice.between(8, 16)}.{dice.pick(('00', '15', '30', '45'))}",
    "weekday": lambda dice, _today, _circle: dice.pick(WORKDAYS),
    "date": _date,
}
