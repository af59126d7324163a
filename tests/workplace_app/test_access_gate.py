"""Without a window the same holds: a search shows nothing of who is locked, and a round wipes what must go."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.workplace_app.vault import VaultInMemory
from workplace_app import local_search
from workplace_app.access_gate import refuse_who_is_locked, remove_what_must_go
from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.domain.access import AccessRules
from workplace_app.domain.access_record import AccessRecord, confirmed, disabled, revoked, witnessed
from workplace_app.domain.problem import ProblemKind, ProblemRaised
from workplace_app.folders import HOME_VARIABLE, Folders, system_folders
from workplace_app.local_search import find
from workplace_app.store.access_writer import save_access
from workplace_app.store.sync_connection import open_for_sync

ELIN = "e" * 32
NOW = datetime.now(UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FRESH = confirmed(NOW, NOW, HOUR)
OLD = confirmed(NOW - 31 * DAY, NOW - 31 * DAY, HOUR)
TOO_OLD = witnessed(confirmed(NOW - 91 * DAY, NOW - 91 * DAY, HOUR), NOW, NOW)


def _left_here(stores: AccountStores, record: AccessRecord) -> OpenedAccount:
    opened = stores.open_or_create(ELIN)
    with closing(open_for_sync(opened.files, opened.key)) as connection:
        save_access(connection, record)
    stores.remember(opened)
    return opened


def _kind(act: object, *arguments: object) -> ProblemKind:
    assert callable(act)
    with pytest.raises(ProblemRaised) as raised:
        act(*arguments)
    return raised.value.problem.kind


def test_who_may_be_here_goes_on(stores: AccountStores, vault: VaultInMemory) -> None:
    opened = _left_here(stores, FRESH)
    remove_what_must_go(stores, opened, AccessRules(), NOW)
    refuse_who_is_locked(opened, AccessRules(), NOW)
    assert vault.keys


@pytest.mark.parametrize(
    ("record", "kind"), [(OLD, ProblemKind.GRACE_OVER), (revoked(FRESH, NOW), ProblemKind.ACCESS_REVOKED)]
)
def test_who_is_locked_is_kept_and_refused(stores: AccountStores, record: AccessRecord, kind: ProblemKind) -> None:
    opened = _left_here(stores, record)
    remove_what_must_go(stores, opened, AccessRules(), NOW)
    assert _kind(refuse_who_is_locked, opened, AccessRules(), NOW) is kind
    assert opened.files.mine.exists()


@pytest.mark.parametrize(
    ("record", "kind"), [(TOO_OLD, ProblemKind.GRACE_OVER), (disabled(FRESH, NOW), ProblemKind.ACCOUNT_DISABLED)]
)
def test_what_must_go_goes(
    stores: AccountStores, vault: VaultInMemory, folders: Folders, record: AccessRecord, kind: ProblemKind
) -> None:
    opened = _left_here(stores, record)
    assert _kind(remove_what_must_go, stores, opened, AccessRules(), NOW) is kind
    assert not vault.keys
    assert not folders.account(ELIN).exists()


@pytest.mark.parametrize(
    ("record", "left_out"),
    [
        (FRESH, None),
        (OLD, ProblemKind.GRACE_OVER),
        (revoked(FRESH, NOW), ProblemKind.ACCESS_REVOKED),
        (disabled(FRESH, NOW), ProblemKind.ACCOUNT_DISABLED),
    ],
)
def test_a_search_shows_nothing_of_who_may_not_be_here(
    tmp_path: Path,
    vault: VaultInMemory,
    monkeypatch: pytest.MonkeyPatch,
    record: AccessRecord,
    left_out: ProblemKind | None,
) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    monkeypatch.setattr(local_search, "KeyVault", vault)
    _left_here(AccountStores(system_folders(), vault), record)
    found = find("bygglov", None, 5)
    assert (found.left_out.kind if found.left_out is not None else None) is left_out
