"""Searches what is on this computer, without a window and without a network."""

from contextlib import closing
from typing import NamedTuple

from sync.identity.key_vault import KeyVault
from workplace_app.access_gate import admit
from workplace_app.account_stores import AccountStores
from workplace_app.built_in_catalogue import store_built_in_catalogue
from workplace_app.clock import now_utc
from workplace_app.domain.access import AccessRules
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.problem import Problem, ProblemRaised
from workplace_app.domain.search_hit import HitKind, SearchHit
from workplace_app.folders import Folders, system_folders
from workplace_app.municipality_here import demo_municipality, municipality_or_problem
from workplace_app.store.cache_writer import CacheWriter
from workplace_app.store.connection import SchemaOutdated, open_for_screen
from workplace_app.store.connection_type import Connection
from workplace_app.store.said_things import something_said_is_kept
from workplace_app.store.search import Search
from workplace_app.store.sync_connection import open_in_memory

_SAID = frozenset({HitKind.MESSAGE, HitKind.NOTIFICATION})
"""What holds words that people said to each other."""


class Found(NamedTuple):
    """``left_out`` is why what the account has saved was not searched (None: it was, or there is no account);
    ``outdated`` says that it is older than this program."""

    hits: tuple[SearchHit, ...]
    left_out: Problem | None = None
    outdated: bool = False


def find(text: str, kind: HitKind | None, limit: int, *, demo: bool = False, scale: int = 1) -> Found:
    """The best hits in the cache of whoever used this computer last; without one, in the public catalogue. Where IT has
    turned off that Teams is read, what was kept is not found either, until sync has removed it."""
    folders = system_folders()
    stores = AccountStores(folders.for_demo(scale) if demo else folders, KeyVault)
    left_out: Problem | None = None
    outdated = False
    try:
        connection = _saved(stores, _municipality(folders, demo=demo).access)
    except SchemaOutdated:
        connection, outdated = None, True
    except ProblemRaised as raised:
        connection, left_out = None, raised.problem
    # Where the account cannot be read now, the public catalogue still answers.
    with closing(connection or _public()) as cache:
        wanted = kinds_to_search(cache, kind, reads_teams=_municipality(folders, demo=demo).teams_reading)
        return Found(Search(cache).find(text, wanted, limit) if wanted else (), left_out, outdated)


def kinds_to_search(cache: Connection, kind: HitKind | None, *, reads_teams: bool) -> frozenset[HitKind]:
    """That kind, or all of them; without what people said to each other where that is to be gone and still is here."""
    wanted = frozenset(HitKind) if kind is None else frozenset({kind})
    return wanted if reads_teams or not something_said_is_kept(cache) else wanted - _SAID


def _municipality(folders: Folders, *, demo: bool) -> Municipality:
    return demo_municipality({"name": "demo"}) if demo else municipality_or_problem(None, folders)[0]


def _saved(stores: AccountStores, rules: AccessRules) -> Connection | None:
    """Raises ``ProblemRaised`` also for an account that may be open no longer; a window will remove what must go."""
    account_key = stores.last_used()
    if account_key is None or account_key == PUBLIC_ACCOUNT.key:
        return None
    opened = stores.reopen(account_key)
    connection = open_for_screen(opened.files, opened.key)
    admit(connection, rules, now_utc())
    return connection


def _public() -> Connection:
    connection = open_in_memory()
    store_built_in_catalogue(CacheWriter(connection), now_utc())
    return connection
