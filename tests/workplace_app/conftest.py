"""A home folder and a keyring for each test."""

from pathlib import Path

import pytest

from tests.workplace_app.vault import VaultInMemory
from workplace_app.account_stores import AccountStores
from workplace_app.folders import Folders


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(*(tmp_path / name for name in ("data", "logs", "configuration", "machine", "municipality")))


@pytest.fixture
def vault() -> VaultInMemory:
    return VaultInMemory()


@pytest.fixture
def stores(folders: Folders, vault: VaultInMemory) -> AccountStores:
    return AccountStores(folders, vault)
