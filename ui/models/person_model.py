"""The item model of the directory: one row per colleague, under initial letters when it goes A to Ö."""

import unicodedata

from ui.models.row_model import GroupRow, RowModel
from workplace_app.domain.frozen import frozen
from workplace_app.domain.person import Person

_LETTERS_OF_THEIR_OWN = "ÅÄÖ"


@frozen
class PersonRow:
    """A colleague as one row shows them. ``heading`` is the initial letter, "" in an answer to a search."""

    id: str
    name: str
    under: str
    heading: str = ""


def person_row(person: Person, *, lettered: bool = False) -> PersonRow:
    """The row of a colleague: the name, then the title and the unit, as far as they are known."""
    under = "  ·  ".join(part for part in (person.title, person.unit) if part)
    return PersonRow(person.id, person.name, under, initial(person.name) if lettered else "")


def initial(name: str) -> str:
    """The letter under which a name stands: É is found at E, Å and Ö at the end, what is no letter at "#"."""
    first = name.strip()[:1].upper()
    if first not in _LETTERS_OF_THEIR_OWN:
        first = unicodedata.normalize("NFD", first)[:1]
    return first if first.isalpha() else "#"


class PersonModel(RowModel[PersonRow]):
    """Colleagues in the order in which they were read."""

    def group(self, row: PersonRow) -> GroupRow | None:
        """The initial letter."""
        return GroupRow(row.heading) if row.heading else None

    def title(self, row: PersonRow) -> str:
        """Typing searches names."""
        return row.name

    def spoken(self, row: PersonRow) -> str:
        """Everything that the row shows."""
        return ", ".join(part for part in (row.name, *row.under.split("  ·  ")) if part)
