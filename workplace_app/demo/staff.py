"""The five invented members of staff who can sign in to the demo municipality."""

from dataclasses import dataclass
from uuid import UUID, uuid5

PEOPLE_NAMESPACE = UUID("6f1c9b0e-4a57-5d0e-9d1b-2f7a3c58e411")
"""Object ids of people are uuid5 of this and the user name, so that they never change between two starts."""


@dataclass(frozen=True, slots=True)
class Staff:
    """One person with an account. ``role`` is a short word for programs; ``title``, ``unit`` and ``work`` are Swedish
    and shown; ``work`` says in one line what the person's day is about."""

    user_name: str
    name: str
    role: str
    title: str
    unit: str
    work: str

    @property
    def object_id(self) -> str:
        """Entra's ``oid``, and the ``id`` of the person in Graph."""
        return object_id_of(self.user_name)


def object_id_of(user_name: str) -> str:
    """The object id that belongs to a user name, for these five and for every other colleague in the directory."""
    return str(uuid5(PEOPLE_NAMESPACE, user_name.casefold()))


STAFF: tuple[Staff, ...] = (
    Staff(
        "elin.ekhamn@nacka.example",
        "Elin Ekhamn",
        "case_worker",
        "Bygglovshandläggare",
        "Bygglovsenheten",
        "Ärenden om bygglov vid skrivbordet, med granskning och samråd",
    ),
    Staff(
        "jonas.tallmo@nacka.example",
        "Jonas Tallmo",
        "home_care",
        "Undersköterska",
        "Hemtjänsten Orminge",
        "Ute hos brukare hela passet, ofta utan täckning",
    ),
    Staff(
        "amina.strandhed@nacka.example",
        "Amina Strandhed",
        "head_teacher",
        "Rektor",
        "Ekuddens skola",
        "Personal, elever och vårdnadshavare på en skola i Boo",
    ),
    Staff(
        "petra.lovsund@nacka.example",
        "Petra Lövsund",
        "communicator",
        "Kommunikatör",
        "Kommunikationsenheten",
        "Skriver och publicerar nyheter på intranätet och nacka.se",
    ),
    Staff(
        "mattias.kvarno@nacka.example",
        "Mattias Kvarnö",
        "it_administrator",
        "IT-administratör",
        "Digitaliseringsenheten",
        "Konton, behörigheter och drift för hela kommunen",
    ),
)


def staff_by_user_name(user_name: str) -> Staff | None:
    """The person with this user name, whatever its case; None for anybody else."""
    return next((person for person in STAFF if person.user_name == user_name.strip().casefold()), None)


def staff_by_object_id(object_id: str) -> Staff | None:
    """The person whom a token speaks of; None for anybody else."""
    return next((person for person in STAFF if person.object_id == object_id), None)
