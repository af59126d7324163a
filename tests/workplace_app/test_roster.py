"""Who is here: by name, from the keyring, and nowhere on the disk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.journeys.desk import bytes_below
from tests.workplace_app.test_lock_codes import CHEAP, CODE
from tests.workplace_app.vault import VaultInMemory
from workplace_app.account_stores import AccountStores
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.person_here import PersonHere
from workplace_app.domain.problem import ProblemKind, ProblemRaised
from workplace_app.folders import Folders
from workplace_app.key_entries import PERSON, KeyEntries
from workplace_app.lock_codes import LockCodes
from workplace_app.roster import Roster

ELIN, JONAS = "e" * 32, "1" * 32
LEFT = datetime(2026, 11, 28, 7, 30, tzinfo=UTC)
NOTED = PersonHere(
    ELIN, "Elin Ekhamn", "elin@nacka.example", "Bygglovsenheten", left_at=LEFT, waiting=3, rings=(LEFT, LEFT)
)


@pytest.fixture
def roster(stores: AccountStores) -> Roster:
    return Roster(stores)


def test_everybody_with_files_here_is_told_by_name_but_not_nobody(
    stores: AccountStores, roster: Roster, folders: Folders
) -> None:
    for key in (ELIN, JONAS, PUBLIC_ACCOUNT.key):
        stores.open_or_create(key)
    (folders.data / "accounts" / f"{ELIN}.unreadable").mkdir()
    roster.keep(NOTED)
    assert roster.people() == (NOTED, PersonHere(JONAS)), "whoever was here before names were noted has none"


def test_a_name_is_in_the_keyring_and_nowhere_on_the_disk(
    stores: AccountStores, roster: Roster, folders: Folders, vault: VaultInMemory
) -> None:
    stores.open_or_create(ELIN)
    roster.keep(NOTED)
    assert b"Ekhamn" in vault.keys[ELIN + PERSON]
    for path, content in bytes_below(folders.data):
        assert b"Ekhamn" not in content, path


def test_signing_out_takes_everything_out_of_the_keyring(
    stores: AccountStores, roster: Roster, vault: VaultInMemory
) -> None:
    stores.open_or_create(ELIN)
    roster.keep(NOTED)
    stores.entries.keep_tries(ELIN, 3)
    stores.open_or_create(JONAS)
    stores.wipe(ELIN, lambda: None)
    assert [name for name in vault.keys if name.startswith(ELIN)] == []
    assert [each.account_key for each in roster.people()] == [JONAS]


def test_who_is_here_for_this_session_only_is_known_for_as_long_as_that(
    stores: AccountStores, roster: Roster, vault: VaultInMemory
) -> None:
    vault.refuses_with = ProblemKind.NO_KEYRING
    stores.open_or_create(ELIN)
    passing = replace(NOTED, session_only=True)
    roster.keep(passing)
    assert roster.people() == (passing,)
    stores.wipe(ELIN, lambda: None)
    assert roster.people() == ()


def test_where_nobody_is_the_keyring_is_not_asked(roster: Roster, vault: VaultInMemory) -> None:
    vault.refuses_with = ProblemKind.KEYRING_LOCKED
    assert roster.people() == ()


def test_a_keyring_that_refuses_keeps_nobody_from_leaving(
    stores: AccountStores, roster: Roster, vault: VaultInMemory
) -> None:
    stores.open_or_create(ELIN)
    vault.refuses_with = ProblemKind.KEYRING_LOCKED
    roster.keep(NOTED)
    with pytest.raises(ProblemRaised):
        roster.people()


@example("🌲" * 400, "🌲" * 400, 60)
@given(st.text(max_size=400), st.text(max_size=400), st.integers(0, 60))
def test_a_note_fits_into_a_keyrings_entry_and_is_read_again(name: str, unit: str, rings: int) -> None:
    vault = VaultInMemory()
    entries = KeyEntries(vault)
    moments = tuple(LEFT + timedelta(minutes=each) for each in range(rings))
    entries.keep_person(replace(NOTED, display_name=name, user_name=unit, unit=unit, rings=moments))
    assert len(vault.keys[ELIN + PERSON]) <= 960, "1,280 letters in base64: Windows takes no more"
    found = entries.person(ELIN)
    assert "".join(letter for letter in name if letter.isprintable()).startswith(found.display_name)
    assert moments[: len(found.rings)] == found.rings


@given(st.binary(max_size=200))
def test_whatever_lies_there_instead_of_a_note_is_somebody_without_a_name(entry: bytes) -> None:
    vault = VaultInMemory()
    vault.keys[ELIN + PERSON] = entry
    assert KeyEntries(vault).person(ELIN).account_key == ELIN


@pytest.mark.parametrize(
    "entry", [b"[]", b"3", b'{"left": "x"}', b'{"left": 1e400}', b'{"rings": 3}', b'{"waiting": []}']
)
def test_a_note_of_another_shape_is_somebody_without_a_name(entry: bytes) -> None:
    vault = VaultInMemory()
    vault.keys[ELIN + PERSON] = entry
    assert KeyEntries(vault).person(ELIN) == PersonHere(ELIN)


@pytest.mark.parametrize("written", ["who it is", "a code"])
def test_what_is_written_while_somebody_signs_out_is_not_left_in_the_keyring(folders: Folders, written: str) -> None:
    class Slow(VaultInMemory):
        """Takes what is to be kept when the sign-out is over."""

        wipe: Callable[[], None] | None = None

        def store(self, account_key: str, key: bytes) -> None:
            wipe, self.wipe = self.wipe, None
            if wipe is not None:
                wipe()
            super().store(account_key, key)

    vault = Slow()
    stores = AccountStores(folders, vault)
    opened = stores.open_or_create(ELIN)
    vault.wipe = lambda: stores.wipe(opened.account_key, lambda: None)
    if written == "who it is":
        Roster(stores).keep(PersonHere(opened.account_key, "Elin Ekhamn"))
    else:
        with pytest.raises(ProblemRaised):
            LockCodes(stores, lambda: 0.0, CHEAP).change(opened, "", CODE)
    assert vault.keys == {}
