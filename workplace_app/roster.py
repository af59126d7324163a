"""Who has things on this computer: their names lie in the keyring, never on the disk."""

from contextlib import suppress
from threading import Lock

from workplace_app.account_stores import AccountStores
from workplace_app.domain.person_here import PersonHere
from workplace_app.domain.problem import ProblemRaised
from workplace_app.key_entries import keep_person_if_possible
from workplace_app.wiped_meanwhile import forget_if_wiped


class Roster:
    """Asks the keyring, so it is never called on the screen's thread, but for ``keep_in_mind``."""

    def __init__(self, stores: AccountStores) -> None:
        self._stores = stores
        self._lock = Lock()
        self._this_session: dict[str, PersonHere] = {}

    def keep_in_mind(self, person: PersonHere) -> None:
        """Somebody whose things are here until the program ends is known for as long as that."""
        with self._lock:
            self._this_session[person.account_key] = person

    def keep(self, person: PersonHere) -> None:
        """Note who it is."""
        if person.session_only:
            self.keep_in_mind(person)
        else:
            keep_person_if_possible(self._stores.entries, person)
            with suppress(ProblemRaised):  # a keyring that is shut now has taken no name either
                forget_if_wiped(self._stores, person.account_key)

    def people(self) -> tuple[PersonHere, ...]:
        """Everybody, by name; whoever has no name comes last. Raises ``ProblemRaised`` (NO_KEYRING, KEYRING_LOCKED)
        when nobody can tell and nobody is here for this session only."""
        with self._lock:
            held = self._stores.holds_for_session
            passing = [each for key, each in self._this_session.items() if held(key)]
        kept = [self._stores.entries.person(key) for key in self._stores.account_keys()]
        return tuple(sorted((*kept, *passing), key=lambda each: (not each.display_name, each.display_name.casefold())))
