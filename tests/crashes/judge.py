"""Says what is wrong with a store after everything that has befallen it: in sentences, none when all promises held."""

import shutil
from collections.abc import Collection, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.crashes.life import KeyFile, folders_below
from tests.crashes.town_log import TownLog
from tests.crashes.wish import without_repetition
from tests.crashes.wishes import parted
from workplace_app.account_stores import AccountStores, OpenedAccount
from workplace_app.domain.intent import Intent, IntentState
from workplace_app.domain.problem import ProblemRaised
from workplace_app.store.connection import StoreFiles
from workplace_app.store.connection_type import Connection
from workplace_app.store.fact_tables import TASKS
from workplace_app.store.outbox_rows import INTENT_COLUMNS, intent_of
from workplace_app.store.sync_connection import open_for_sync

JOURNALS = ("", "-wal", "-journal")
UNFINISHED = {IntentState.WAITING, IntentState.SENDING, IntentState.UNKNOWN}


def opened_in(home: Path) -> OpenedAccount:
    """The account that was used last in this home."""
    stores = AccountStores(folders_below(home), lambda: KeyFile(home / "keys"))
    account_key = stores.last_used()
    assert account_key is not None, "nobody has signed in here"
    return stores.reopen(account_key)


def intents_in(connection: Connection) -> list[Intent]:
    """Everything that was ever wished here, in the order of filing."""
    rows = connection.execute(f"SELECT {INTENT_COLUMNS} FROM mine.outbox ORDER BY id").fetchall()
    return [intent_of(row) for row in rows]


def intents_of(home: Path) -> list[Intent]:
    """The same, of whoever was here last."""
    opened = opened_in(home)
    with closing(open_for_sync(opened.files, opened.key)) as connection:
        return intents_in(connection)


def broken_promises(home: Path, copy: Path, acknowledged: Collection[str]) -> list[str]:
    """Right after a kill, on a copy of the files as they lie: they open, are whole and hold what was called saved."""
    opened = opened_in(home)
    copy.mkdir(exist_ok=True)
    files = StoreFiles.in_folder(copy)
    for source, target in ((opened.files.cache, files.cache), (opened.files.mine, files.mine)):
        for journal in JOURNALS:
            Path(f"{target}{journal}").unlink(missing_ok=True)
            if Path(f"{source}{journal}").exists():
                shutil.copyfile(f"{source}{journal}", f"{target}{journal}")
    try:
        with closing(open_for_sync(files, opened.key)) as connection:
            return [*_unsound(connection), *_lost(intents_in(connection), acknowledged)]
    except ProblemRaised as raised:
        return [f"the store does not open: {raised.problem.kind.value} ({raised.problem.detail})"]
    finally:
        for file in (files.cache, files.mine):
            Path(f"{file}-shm").unlink(missing_ok=True)


def broken_outcomes(home: Path, log: TownLog, acknowledged: Collection[str], targets: Iterable[str]) -> list[str]:
    """After a healthy round: every wish had its effect once and in order, or needs the user; and the cache says what
    the town says."""
    opened = opened_in(home)
    try:
        with closing(open_for_sync(opened.files, opened.key)) as connection:
            intents = intents_in(connection)
            found = [*_unsound(connection), *_lost(intents, acknowledged)]
            for target in targets:
                found += _wrong_effects(connection, log, target, intents)
            return found
    except ProblemRaised as raised:
        return [f"the store does not open: {raised.problem.kind.value} ({raised.problem.detail})"]


def tasks_in(home: Path) -> list[tuple[Any, ...]]:
    """What the cache holds of the user's tasks, for comparison with a fresh one."""
    opened = opened_in(home)
    with closing(open_for_sync(opened.files, opened.key)) as connection:
        return sorted(connection.execute(f"SELECT {TASKS.selected()} FROM tasks").fetchall(), key=str)


def _unsound(connection: Connection) -> list[str]:
    found = []
    for schema in ("main", "mine"):
        row = connection.execute(f"PRAGMA {schema}.integrity_check").fetchone()
        if row != ("ok",):
            found.append(f"{schema} is damaged: {row}")
    return found


def _lost(intents: Iterable[Intent], acknowledged: Collection[str]) -> list[str]:
    there = {intent.id for intent in intents}
    return [f"{intent_id} was called saved and is lost" for intent_id in acknowledged if intent_id not in there]


def _wrong_effects(connection: Connection, log: TownLog, target: str, filed: list[Intent]) -> list[str]:
    wish, target_id = parted(target)
    intents = [intent for intent in filed if intent.kind in wish.kinds and wish.concerns(intent, target_id)]
    found = [
        f"{target}: {intent.id} is still {intent.state.value} after {intent.attempts} attempts ({intent.problem})"
        for place, intent in enumerate(intents)
        if intent.state in UNFINISHED and not any(one.state is IntentState.NEEDS_YOU for one in intents[:place])
    ]
    wanted = [wish.wanted(intent) for intent in intents if intent.state is IntentState.CONFIRMED]
    effects = wish.effects(log, target_id)
    if effects != wanted:
        how = "doubled" if without_repetition(effects) == wanted else "lost or out of order"
        found.append(f"{target}: wished {wanted}, the town has {effects}: {how}")
    shown = wish.shown(connection, target_id)
    if effects and shown is not None and shown != effects[-1]:
        found.append(f"{target}: the cache says {shown}, the town says {effects[-1]}")
    return found
