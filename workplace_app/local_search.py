"""Searches what is on this computer, without a window and without a network."""

from contextlib import closing

from sync.identity.key_vault import KeyVault
from workplace_app.account_stores import AccountStores
from workplace_app.built_in_catalogue import store_built_in_catalogue
from workplace_app.clock import now_utc
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.problem import ProblemRaised
from workplace_app.domain.search_hit import HitKind, SearchHit
from workplace_app.folders import system_folders
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection import SchemaOutdated, open_for_screen
from workplace_app.store.connection_type import Connection
from workplace_app.store.search import Search
from workplace_app.store.sync_connection import open_in_memory


def find(text: str, kind: HitKind | None, limit: int, *, demo: bool = False) -> tuple[SearchHit, ...]:
    """The best hits in the cache of whoever used this computer last; without one, in the public catalogue."""
    with closing(_cache(demo=demo)) as connection:
        return Search(connection).find(text, None if kind is None else frozenset({kind}), limit)


def _cache(*, demo: bool) -> Connection:
    folders = system_folders()
    stores = AccountStores(folders.for_demo() if demo else folders, KeyVault)
    account_key = stores.last_used()
    if account_key is not None and account_key != PUBLIC_ACCOUNT.key:
        try:
            opened = stores.reopen(account_key)
            return open_for_screen(opened.files, opened.key)
        except (ProblemRaised, SchemaOutdated):
            # The account cannot be read now (keyring locked, older files): the public catalogue still answers.
            return _public()
    return _public()


def _public() -> Connection:
    connection = open_in_memory()
    store_built_in_catalogue(CacheWriter(connection), now_utc())
    return connection
