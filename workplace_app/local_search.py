"""Searches what is on this computer, without a window and without a network."""

from contextlib import closing
from typing import NamedTuple

from sync.identity.key_vault import KeyVault
from workplace_app.account_stores import AccountStores
from workplace_app.built_in_catalogue import store_built_in_catalogue
from workplace_app.clock import now_utc
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.problem import Problem, ProblemRaised
from workplace_app.domain.search_hit import HitKind, SearchHit
from workplace_app.folders import system_folders
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection import SchemaOutdated, open_for_screen
from workplace_app.store.connection_type import Connection
from workplace_app.store.search import Search
from workplace_app.store.sync_connection import open_in_memory


class Found(NamedTuple):
    """``left_out`` is why what the account has saved was not searched (None: it was, or there is no account);
    ``outdated`` says that it is older than this program."""

    hits: tuple[SearchHit, ...]
    left_out: Problem | None = None
    outdated: bool = False


def find(text: str, kind: HitKind | None, limit: int, *, demo: bool = False, scale: int = 1) -> Found:
    """The best hits in the cache of whoever used this computer last; without one, in the public catalogue."""
    folders = system_folders()
    stores = AccountStores(folders.for_demo(scale) if demo else folders, KeyVault)
    kinds = None if kind is None else frozenset({kind})
    left_out: Problem | None = None
    outdated = False
    try:
        connection = _saved(stores)
    except SchemaOutdated:
        connection, outdated = None, True
    except ProblemRaised as raised:
        connection, left_out = None, raised.problem
    # Where the account cannot be read now, the public catalogue still answers.
    with closing(connection or _public()) as cache:
        return Found(Search(cache).find(text, kinds, limit), left_out, outdated)


def _saved(stores: AccountStores) -> Connection | None:
    account_key = stores.last_used()
    if account_key is None or account_key == PUBLIC_ACCOUNT.key:
        return None
    opened = stores.reopen(account_key)
    return open_for_screen(opened.files, opened.key)


def _public() -> Connection:
    connection = open_in_memory()
    store_built_in_catalogue(CacheWriter(connection), now_utc())
    return connection
