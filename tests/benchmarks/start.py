"""Start and memory of the real application with a filled cache and no network, against a bare PySide6 window."""

import json
import os
import secrets
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sync.feeds.registry import FEEDS
from sync.identity.key_vault import KeyVault
from tests.benchmarks.filled_store import fill, note_round
from tests.benchmarks.processes import Started, start_once
from tests.benchmarks.ratio import Ratio
from tests.benchmarks.static_page import browser, shown_after
from workplace_app.domain.account import Account
from workplace_app.folders import HOME_VARIABLE, system_folders
from workplace_app.store.connection import StoreFiles

STARTS = 9
MEMORY_STARTS = 3
BROWSER_STARTS = 5
SETTLE_SECONDS = 4.0
FIRST_FRAME, DASHBOARD = "first frame", "dashboard"
MOST_FIRST_FRAME, MOST_DASHBOARD, MOST_MEMORY = 1.35, 1.8, 1.6
MOST_AGAINST_BROWSER = 1.0
MOST_MEGABYTES = 120.0
FEEDS_AT_WORK = tuple(feed.name for feed in FEEDS if not feed.on_demand)
BARE = [sys.executable, "-m", "tests.benchmarks.bare_window"]
# Nothing listens there: the start without a network that a car park gives.
CONFIGURATION = {
    "name": "Nacka",
    "tenant_id": "00000000-0000-0000-0000-000000000001",
    "client_id": "00000000-0000-0000-0000-000000000002",
    "authority": "https://localhost:9",
    "instance_discovery": False,
    "graph": "https://localhost:9/v1.0",
}
WHO = Account(
    tenant_id=str(CONFIGURATION["tenant_id"]),
    object_id="00000000-0000-0000-0000-000000000003",
    home_account_id="",
    user_name="prov@nacka.example",
    display_name="Prov Provsson",
)


@dataclass(frozen=True)
class Prepared:
    """The command that opens the window, and the store that it opens."""

    command: list[str]
    files: StoreFiles
    key: bytes


def prepare(home: Path, items: int) -> Prepared:
    """A home with an account whose store is filled, as if by a round of just now, and whose key is in the keyring."""
    os.environ[HOME_VARIABLE] = str(home)
    folders = system_folders()
    key = secrets.token_bytes(32)
    KeyVault().store(WHO.key, key)
    files = fill(folders.account(WHO.key), key, items)
    note_round(files, key, FEEDS_AT_WORK, datetime.now(UTC))
    folders.current_account.write_text(WHO.key, encoding="ascii")
    configuration = home / "municipality.json"
    configuration.write_text(json.dumps(CONFIGURATION), encoding="utf-8")
    command = [sys.executable, "-m", "workplace_app", "run", "--configuration", str(configuration)]
    return Prepared(command, files, key)


def starts(items: int, ours: list[Started], bare: list[Started], *, processor: bool = False) -> list[Ratio]:
    """Both marks against the bare window: by the clock, or by the time on a processor, which other programs on the same
    machine stretch far less. The process that fetches the key is not in the latter: it has another processor."""

    def of(each: Started, mark: str) -> float:
        return each.processor[mark] if processor else each.marks[mark]

    windows = [of(each, FIRST_FRAME) for each in bare]
    what = ", on a processor" if processor else ""
    promised = (
        (FIRST_FRAME, f"start to first frame{what}", MOST_FIRST_FRAME),
        (DASHBOARD, f"start to dashboard{what}", MOST_DASHBOARD),
    )
    return [
        Ratio(name, items, "ms", [of(each, mark) for each in ours], windows, "bare window", most)
        for mark, name, most in promised
    ]


def measure(home: Path, items: int) -> list[Ratio]:
    """Interleaved starts, so that a busy moment of the machine falls on both; then memory, each by itself."""
    prepared = prepare(home, items)
    command = prepared.command
    start_once(command, DASHBOARD)
    start_once(BARE, FIRST_FRAME)
    ours: list[Started] = []
    bare: list[Started] = []
    for _ in range(STARTS):
        ours.append(start_once(command, DASHBOARD))
        bare.append(start_once(BARE, FIRST_FRAME))
    results = [*starts(items, ours, bare), *starts(items, ours, bare, processor=True), *against_a_browser(items, ours)]
    light = weigh(BARE, FIRST_FRAME)
    fresh = weigh(command, DASHBOARD)
    note_round(prepared.files, prepared.key, FEEDS_AT_WORK, datetime.now(UTC) - timedelta(days=1))
    syncing = weigh(command, DASHBOARD)
    return results + memories(items, light, fresh, syncing)


def against_a_browser(items: int, ours: list[Started]) -> list[Ratio]:
    """The dashboard against a static page in Chromium, where that is installed."""
    program = browser()
    if program is None:
        print("Chromium is not installed: the dashboard is not compared with a static page in it.")
        return []
    pages = [shown_after(program) for _ in range(BROWSER_STARTS)]
    shown = [each.marks[DASHBOARD] for each in ours]
    return [Ratio("start to dashboard", items, "ms", shown, pages, "static page in Chromium", MOST_AGAINST_BROWSER)]


def memories(items: int, light: list[Started], fresh: list[Started], syncing: list[Started]) -> list[Ratio]:
    """Memory before sync has begun and with it, each only if it was so: libraries that sync alone loads tell which."""
    windows, calm, busy = (
        [each.memory_mb for each in started if each.memory_mb is not None] for started in (light, fresh, syncing)
    )
    if not (windows and calm and busy):
        return []
    note = f"proportional set size {SETTLE_SECONDS:.0f} s after the dashboard, as if no other Qt program ran"
    told = []
    if not any(each.has_loaded_sync for each in fresh):
        told.append(Ratio("memory, first minute", items, "MB", calm, windows, "bare window", MOST_MEMORY, notes=[note]))
    if all(each.has_loaded_sync for each in syncing):
        told.append(
            Ratio("memory, sync running", items, "MB", busy, windows, "bare window", None, MOST_MEGABYTES, [note])
        )
    if len(told) < 2:
        print("One of the two memories was not told: sync had begun when it should not have, or not when it should.")
    return told


def weigh(command: list[str], mark: str) -> list[Started]:
    """Starts whose memory is read some seconds after the mark."""
    return [start_once(command, mark, settle_seconds=SETTLE_SECONDS) for _ in range(MEMORY_STARTS)]
