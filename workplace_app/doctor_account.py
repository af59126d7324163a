"""The doctor's look at the keyring and at the files of whoever used this computer last: reading only, beside a window
that runs."""

import os
import secrets
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from sync.granted_scopes import is_granted
from sync.identity.kept_scopes import kept_scopes
from workplace_app.current_account import last_used
from workplace_app.domain.account import PUBLIC_ACCOUNT
from workplace_app.domain.checkup import Area, Check, CheckState, Finding
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.folders import Folders
from workplace_app.key_entries import KeyEntries, KeyVault
from workplace_app.store.connection import KEY_BYTES, StoreFiles
from workplace_app.store.integrity import FileLook, kept_tokens, look_at

_THROW_AWAY = "check-"
ROOM_GOOD = 1_000_000_000
ROOM_LEAST = 100_000_000
"""Bytes: a first sync of a large municipality takes 300 MB with its journals; below the least nothing new fits."""
_MEGABYTE = 1_000_000
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_NOT_ILL = (ProblemKind.KEYRING_LOCKED, ProblemKind.LOCKED_HERE, ProblemKind.STORE_BUSY, ProblemKind.TIMED_OUT)
"""They say nothing against the files."""


def keyring_checks(open_vault: Callable[[], KeyVault]) -> Iterator[Check]:
    """A key of nobody's is kept, read back and forgotten again."""
    vault, name, key = open_vault(), _THROW_AWAY + secrets.token_hex(8), os.urandom(KEY_BYTES)
    try:
        try:
            vault.store(name, key)
            kept = vault.fetch(name)
        finally:
            vault.delete(name)
    except ProblemRaised as raised:
        locked = raised.problem.kind is ProblemKind.KEYRING_LOCKED
        state = CheckState.WARNING if locked else CheckState.PROBLEM
        yield Check(Area.KEYRING, "", state, Finding.PROBLEM, problem=raised.problem)
        return
    if kept == key:
        yield Check(Area.KEYRING, "", CheckState.OK, Finding.KEYRING_WORKS)
    else:
        forgot = Problem(ProblemKind.NO_KEYRING, detail="the keyring did not keep the key")
        yield Check(Area.KEYRING, "", CheckState.PROBLEM, Finding.PROBLEM, problem=forgot)


def cache_checks(folders: Folders, open_vault: Callable[[], KeyVault], municipality: Municipality) -> Iterator[Check]:
    """The account's two files, their folder, and what its last token was granted."""
    yield from _room(folders.data)
    account_key = last_used(folders)
    if account_key is None or account_key == PUBLIC_ACCOUNT.key:
        yield Check(Area.CACHE, "", CheckState.OK, Finding.NOBODY_SIGNED_IN_HERE)
        return
    folder = folders.account(account_key)
    files = StoreFiles.in_folder(folder)
    missing = [file.name for file in (files.cache, files.mine) if not file.exists()]
    if missing:
        facts = {"files": ", ".join(missing)}
        yield Check(Area.CACHE, "", CheckState.PROBLEM, Finding.FILES_MISSING, facts)
        return
    yield from _rights(folder)
    try:
        key = KeyEntries(open_vault()).key(account_key)
    except ProblemRaised as raised:
        state = CheckState.UNKNOWN if raised.problem.kind in _NOT_ILL else CheckState.PROBLEM
        yield Check(Area.CACHE, "", state, Finding.KEY_NOT_TO_BE_HAD, problem=raised.problem)
        return
    if key is None:
        lost = Problem(ProblemKind.KEY_LOST)
        yield Check(Area.CACHE, "", CheckState.PROBLEM, Finding.KEY_NOT_TO_BE_HAD, problem=lost)
        return
    if len(key) != KEY_BYTES:
        yield Check(Area.CACHE, "", CheckState.UNKNOWN, Finding.KEY_SEALED)
        return
    looks = look_at(files, key)
    yield from map(_looked, looks)
    if looks[1].problem is None:
        yield from consent_checks(kept_tokens(files, key), municipality)


def _looked(look: FileLook) -> Check:
    facts = {"size": f"{look.size / _MEGABYTE:.1f}", "version": str(look.version), "current": str(look.current_version)}
    if look.problem is not None:
        ill = look.problem.kind not in _NOT_ILL
        state = CheckState.PROBLEM if ill else CheckState.UNKNOWN
        finding = Finding.FILE_DAMAGED if look.problem.kind is ProblemKind.STORE_DAMAGED else Finding.PROBLEM
        return Check(Area.CACHE, look.name, state, finding, facts, look.problem)
    if look.damage:
        return Check(Area.CACHE, look.name, CheckState.PROBLEM, Finding.FILE_DAMAGED, facts)
    if look.version is not None and look.version > look.current_version:
        future = Problem(ProblemKind.STORE_FROM_THE_FUTURE)
        return Check(Area.CACHE, look.name, CheckState.PROBLEM, Finding.PROBLEM, facts, future)
    if look.version != look.current_version:
        return Check(Area.CACHE, look.name, CheckState.WARNING, Finding.FILE_OLD, facts)
    return Check(Area.CACHE, look.name, CheckState.OK, Finding.FILE_WHOLE, facts)


def _rights(folder: Path) -> Iterator[Check]:
    """Where the system has rights of that kind: nobody but the owner gets at the files."""
    if sys.platform == "win32":
        return
    for path in (folder, *sorted(folder.glob("*.db*"))):
        if path.stat().st_mode & _OTHERS:
            name = path.name if path != folder else "accounts/…"
            yield Check(Area.CACHE, name, CheckState.WARNING, Finding.OPEN_TO_OTHERS)


def _room(data: Path) -> Iterator[Check]:
    place = next((path for path in (data, *data.parents) if path.exists()), None)
    if place is None:
        return
    free = shutil.disk_usage(place).free
    facts = {"free": f"{free // _MEGABYTE}"}
    if free >= ROOM_GOOD:
        yield Check(Area.CACHE, "", CheckState.OK, Finding.ROOM_ENOUGH, facts)
    else:
        state = CheckState.WARNING if free >= ROOM_LEAST else CheckState.PROBLEM
        yield Check(Area.CACHE, "", state, Finding.ROOM_SHORT, facts)


def consent_checks(tokens: str | None, municipality: Municipality) -> Iterator[Check]:
    """What is asked for beside what the last token was granted. ``tokens`` is MSAL's cache."""
    others = (municipality.cms.scope if municipality.cms is not None else None, municipality.dialogue.scope)
    granted = kept_scopes(tokens, filter(None, others)) if tokens else None
    if granted is None:
        yield Check(Area.CONSENT, "", CheckState.UNKNOWN, Finding.CONSENT_NOT_KNOWN)
        return
    lacking = [scope for scope in municipality.scopes if not is_granted(scope, granted)]
    for scope in lacking:
        yield Check(Area.CONSENT, scope, CheckState.WARNING, Finding.CONSENT_LACKING, {"scope": scope})
    if not lacking:
        facts = {"count": str(len(municipality.scopes))}
        yield Check(Area.CONSENT, "", CheckState.OK, Finding.CONSENTED, facts)
