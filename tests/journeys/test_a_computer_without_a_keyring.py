"""Without a keyring everything works for one session; it is said so, and afterwards nothing can be read on the disk."""

import os
import tempfile
from pathlib import Path

import pytest

from tests.journeys.desk import Desk, bytes_below
from tests.journeys.keyrings import Keyring
from tests.journeys.town import ELIN, Town
from tests.workplace_app.vault import VaultInMemory
from workplace_app.domain.problem import ProblemKind
from workplace_app.store.task_reader import open_tasks


@pytest.fixture
def keyring() -> Keyring:
    """There is none."""
    none = VaultInMemory()
    none.refuses_with = ProblemKind.NO_KEYRING
    return none


def _folders_in_memory() -> set[Path]:
    """Where accounts lie that are kept for a session only."""
    above = Path("/dev/shm") if os.access("/dev/shm", os.W_OK) else Path(tempfile.gettempdir())
    return set(above.glob("nacka-arbetsplats-*"))


def test_a_computer_without_a_keyring(desk: Desk, town: Town) -> None:
    before = _folders_in_memory()
    desk.start(town.municipality)
    desk.until_it_says("Datorn har ingen nyckelring.", "Be IT om en nyckelring.")
    desk.sign_in(town.robot(ELIN))
    desk.until(lambda: len(open_tasks(desk.connection, desk.page.context.clock()).rows) > 0)
    ours = _folders_in_memory() - before
    assert len(ours) == 2, "nobody's and Elin's"
    for path, content in [each for folder in (*ours, desk.folders.data) for each in bytes_below(folder)]:
        assert b"Ekhamn" not in content, path
        assert b"bygglov" not in content, path

    desk.close()
    assert not [folder for folder in ours if folder.exists()]
    assert not [folder for folder in ours if folder.with_name(f".{folder.name}.lock").exists()]
    assert not [path for path, _ in bytes_below(desk.folders.data) if path.suffix in {".db", ".db-wal"}]

    desk.start(town.municipality)
    assert desk.place == "sign_in", "the next start knows nobody"


def test_it_says_so_as_long_as_it_is_so(desk: Desk, town: Town) -> None:
    desk.start(town.municipality)
    desk.until_it_says("Det du hämtar krypteras, bara för dig, tills du stänger appen.")
    assert "öppnas appen direkt" not in desk.words()
    desk.sign_in(town.robot(ELIN))
    desk.program.workplace._toasts.clear()  # what is said for six seconds is not what counts
    desk.until_it_says("Sparas bara tills du stänger")
    desk.go("settings", "about")
    desk.until_it_says("Inget när du har stängt appen. Till dess är det krypterat")
    assert "Nyckeln ligger i datorns nyckelring" not in desk.words()
    desk.go("settings", "account")
    desk.until_it_says("Du är inloggad tills du stänger appen", "Be IT om en nyckelring.")
