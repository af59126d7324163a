"""The doctor looks at a whole computer: one that is well, and one with each thing wrong."""

import json
import os
import threading
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.demo.small_parts import small_graph
from tests.demo.town_thread import Town, town_on_thread
from tests.workplace_app.vault import VaultInMemory
from ui.checkup_text import as_json, report_lines
from workplace_app.account_stores import AccountStores
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.cms.part import cms_part
from workplace_app.demo.running import Start
from workplace_app.doctor import Limits, Patient, examine
from workplace_app.doctor_account import cache_checks, keyring_checks
from workplace_app.doctor_bundle import write_bundle
from workplace_app.domain.account import Account
from workplace_app.domain.checkup import Area, Check, CheckState, Checkup, Finding
from workplace_app.domain.configuration import GRAPH_SCOPES, Municipality
from workplace_app.domain.configuration_reading import read_settings
from workplace_app.domain.governance import Origin, OriginKind
from workplace_app.domain.layering import policy_layer
from workplace_app.domain.problem import ProblemKind
from workplace_app.folders import Folders
from workplace_app.key_entries import NEXT
from workplace_app.sealed_key import SealedKey
from workplace_app.store.sync_connection import open_for_sync
from workplace_app.store.token_store import save

ELIN = Account("tenant", "elin", "elin.tenant", "canary.elin@nacka.example", "Canary Ekhamn")
NACKA = Municipality("Nacka kommun")
GRANTED = " ".join(scope for scope in GRAPH_SCOPES if scope != "Chat.Read")
TOKENS = json.dumps({"AccessToken": {"a": {"target": GRANTED, "cached_at": "1", "secret": "eyJcanary.canary.canary"}}})


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    start = Start(data_dir=tmp_path / "town", clock=DemoClock(), frozen=True)
    with town_on_thread(start, [small_graph, cms_part]) as running:
        yield running


def patient(folders: Folders, vault: VaultInMemory, configuration: Path | None = None) -> Patient:
    return Patient(folders, vault, configuration)


def configured(town: Town, folders: Folders, **changed: object) -> Path:
    folders.configuration.mkdir(parents=True)
    path = folders.configuration / "configuration.json"
    path.write_text(json.dumps({**town.configuration, **changed}), encoding="utf-8")
    return path


@pytest.fixture
def account(stores: AccountStores) -> Path:
    """Elin has used this computer; gives the folder of her files."""
    opened = stores.open_or_create(ELIN.key)
    with closing(open_for_sync(opened.files, opened.key)) as connection:
        save(connection, TOKENS)
    stores.remember(opened)
    return opened.files.cache.parent


def of_area(checks: Iterator[Check] | tuple[Check, ...], area: Area) -> list[Check]:
    return [check for check in checks if check.area is area]


def only(checks: list[Check], finding: Finding) -> Check:
    (found,) = [check for check in checks if check.finding is finding]
    return found


def test_a_computer_that_is_well_is_well_in_every_area(
    town: Town, folders: Folders, vault: VaultInMemory, account: Path
) -> None:
    configured(town, folders)
    checkup = examine(patient(folders, vault))
    ill = [check for check in checkup.checks if check.state is not CheckState.OK]
    assert [check.subject for check in ill] == ["Chat.Read"]
    assert checkup.worst is CheckState.WARNING
    looked = {
        Area.PROGRAM,
        Area.CONFIGURATION,
        Area.NETWORK,
        Area.PROXY,
        Area.TLS,
        Area.CLOCK,
        Area.KEYRING,
        Area.CACHE,
    }
    assert {check.area for check in checkup.checks} >= looked
    assert [check.area for check in checkup.checks] == sorted(
        (check.area for check in checkup.checks), key=list(Area).index
    )


def test_a_computer_without_configuration_keyring_account_and_network_is_looked_at_whole(
    folders: Folders, vault: VaultInMemory
) -> None:
    vault.refuses_with = ProblemKind.NO_KEYRING
    checkup = examine(patient(folders, vault))
    assert only(list(checkup.checks), Finding.NOT_CONFIGURED).state is CheckState.WARNING
    assert only(list(checkup.checks), Finding.NOTHING_TO_REACH).state is CheckState.UNKNOWN
    assert of_area(checkup.checks, Area.KEYRING)[0].state is CheckState.PROBLEM
    assert only(list(checkup.checks), Finding.NOBODY_SIGNED_IN_HERE)
    assert checkup.worst is CheckState.PROBLEM


def test_nothing_is_left_behind(folders: Folders, vault: VaultInMemory, tmp_path: Path) -> None:
    examine(patient(folders, vault))
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
    assert vault.keys == {}


def test_a_configuration_that_cannot_be_read_is_told_and_the_rest_looked_at(
    folders: Folders, vault: VaultInMemory
) -> None:
    folders.configuration.mkdir(parents=True)
    (folders.configuration / "configuration.json").write_text("{", encoding="utf-8")
    checkup = examine(patient(folders, vault))
    assert "JSON" in only(list(checkup.checks), Finding.CONFIGURATION_WRONG).facts["why"]
    assert of_area(checkup.checks, Area.KEYRING)[0].state is CheckState.OK


def test_what_policy_decides_and_what_of_it_is_not_obeyed_is_told(folders: Folders, vault: VaultInMemory) -> None:
    values = read_settings({"tenant_id": "t", "client_id": "c", "authority": "https://127.0.0.1:9", "clients": "many"})
    layer = policy_layer(Origin(OriginKind.POLICY, "/etc/policy.json"), values)
    governed = replace(patient(folders, vault), policy=lambda: (layer,))
    checks = of_area(examine(governed).checks, Area.POLICY)
    assert [(check.subject, check.finding) for check in checks] == [
        ("/etc/policy.json", Finding.GOVERNED),
        ("/etc/policy.json", Finding.SETTING_IGNORED),
    ]
    assert [check.state for check in checks] == [CheckState.OK, CheckState.PROBLEM]
    assert checks[0].facts == {"count": "3"}
    assert checks[1].facts["why"].startswith("clients must be")


def test_without_a_policy_that_is_said(folders: Folders, vault: VaultInMemory) -> None:
    checkup = examine(replace(patient(folders, vault), policy=tuple))
    assert [check.finding for check in of_area(checkup.checks, Area.POLICY)] == [Finding.NOT_GOVERNED]


def test_a_broken_file_leaves_policy_in_force(folders: Folders, vault: VaultInMemory) -> None:
    folders.configuration.mkdir(parents=True)
    (folders.configuration / "configuration.json").write_text("{", encoding="utf-8")
    layer = policy_layer(
        Origin(OriginKind.POLICY, "policy"), read_settings({"public_news": ["https://127.0.0.1:9/rss"]})
    )
    checks = list(examine(replace(patient(folders, vault), policy=lambda: (layer,))).checks)
    assert only(checks, Finding.CONFIGURATION_WRONG)
    assert only(checks, Finding.NOT_REACHED).subject == "127.0.0.1:9/rss"


def test_authorities_that_cannot_be_used_are_told_beside_what_the_system_trusts(
    town: Town, folders: Folders, vault: VaultInMemory, tmp_path: Path
) -> None:
    (tmp_path / "ca.pem").write_text("none")
    configured(town, folders, ca_file=str(tmp_path / "ca.pem"))
    checks = list(examine(patient(folders, vault)).checks)
    assert only(checks, Finding.AUTHORITY_FILE_UNUSABLE).state is CheckState.PROBLEM
    untrusted = [check for check in of_area(tuple(checks), Area.NETWORK) if check.problem is not None]
    assert {check.problem.kind for check in untrusted if check.problem} == {ProblemKind.TLS_UNTRUSTED}


class SilentVault(VaultInMemory):
    """Waits for a password that nobody types."""

    def __init__(self) -> None:
        super().__init__()
        self.typed = threading.Event()

    def store(self, account_key: str, key: bytes) -> None:
        self.typed.wait(20)
        super().store(account_key, key)


def test_a_keyring_that_waits_for_its_password_holds_nothing_up(folders: Folders) -> None:
    vault = SilentVault()
    checkup = examine(replace(patient(folders, vault), limits=Limits(keyring=0.3)))
    assert not vault.typed.is_set()
    vault.typed.set()
    (check,) = of_area(checkup.checks, Area.KEYRING)
    assert (check.finding, check.state) == (Finding.KEYRING_SILENT, CheckState.UNKNOWN)
    assert of_area(checkup.checks, Area.CACHE)[0].state is CheckState.OK


class BrokenVault(VaultInMemory):
    """A bug of ours."""

    def store(self, account_key: str, key: bytes) -> None:
        raise ZeroDivisionError("canary")


def test_a_check_that_breaks_is_told_without_its_words_and_costs_itself_only(folders: Folders) -> None:
    checkup = examine(patient(folders, BrokenVault()))
    (check,) = of_area(checkup.checks, Area.KEYRING)
    assert (check.finding, check.facts) == (Finding.CHECK_FAILED, {"error": "ZeroDivisionError"})
    assert of_area(checkup.checks, Area.CACHE)[0].state is CheckState.OK


def test_each_step_is_told_up_to_the_last(town: Town, folders: Folders, vault: VaultInMemory) -> None:
    configured(town, folders)
    heard: list[tuple[int, int]] = []
    examine(patient(folders, vault), lambda done, of: heard.append((done, of)))
    assert [done for done, _of in heard] == list(range(1, heard[-1][1] + 1))


@pytest.mark.parametrize(
    ("kind", "state"),
    [(ProblemKind.NO_KEYRING, CheckState.PROBLEM), (ProblemKind.KEYRING_LOCKED, CheckState.WARNING)],
)
def test_a_keyring_that_refuses_is_told_as_the_program_tells_it(
    vault: VaultInMemory, kind: ProblemKind, state: CheckState
) -> None:
    vault.refuses_with = kind
    (check,) = keyring_checks(vault)
    assert check.problem is not None
    assert (check.problem.kind, check.state) == (kind, state)


class ForgetfulVault(VaultInMemory):
    """Keeps nothing and says nothing of it."""

    def store(self, account_key: str, key: bytes) -> None:
        pass


def test_a_keyring_that_forgets_is_no_keyring() -> None:
    (check,) = keyring_checks(ForgetfulVault())
    assert check.state is CheckState.PROBLEM


def account_checks(folders: Folders, vault: VaultInMemory) -> list[Check]:
    return list(cache_checks(folders, vault, NACKA))


def test_the_permissions_that_are_lacking_are_named(folders: Folders, vault: VaultInMemory, account: Path) -> None:
    lacking = only(account_checks(folders, vault), Finding.CONSENT_LACKING)
    assert (lacking.subject, lacking.state) == ("Chat.Read", CheckState.WARNING)


def test_files_without_their_key_are_told(folders: Folders, vault: VaultInMemory, account: Path) -> None:
    vault.keys.clear()
    found = only(account_checks(folders, vault), Finding.KEY_NOT_TO_BE_HAD)
    assert found.problem is not None
    assert (found.problem.kind, found.state) == (ProblemKind.KEY_LOST, CheckState.PROBLEM)


def test_a_key_whose_replacing_was_cut_off_is_no_lost_key(
    folders: Folders, vault: VaultInMemory, account: Path
) -> None:
    """The program finds it where it was written first."""
    vault.keys[ELIN.key + NEXT] = vault.keys.pop(ELIN.key)
    assert Finding.FILE_WHOLE in {check.finding for check in account_checks(folders, vault)}


def test_a_key_that_is_sealed_with_a_code_is_no_lost_key(folders: Folders, vault: VaultInMemory, account: Path) -> None:
    vault.keys[ELIN.key] = SealedKey(15, 8, 1, bytes(16), bytes(32), bytes(12), bytes(48)).to_bytes()
    assert only(account_checks(folders, vault), Finding.KEY_SEALED).state is CheckState.UNKNOWN


def test_a_locked_keyring_says_nothing_against_the_files(folders: Folders, vault: VaultInMemory, account: Path) -> None:
    vault.refuses_with = ProblemKind.KEYRING_LOCKED
    assert only(account_checks(folders, vault), Finding.KEY_NOT_TO_BE_HAD).state is CheckState.UNKNOWN


def test_a_damaged_cache_is_named_and_left_as_it_is(folders: Folders, vault: VaultInMemory, account: Path) -> None:
    cache = account / "cache.db"
    spoilt = bytearray(cache.read_bytes())
    spoilt[9_000] ^= 1
    cache.write_bytes(spoilt)
    found = only(account_checks(folders, vault), Finding.FILE_DAMAGED)
    assert (found.subject, found.state) == ("cache.db", CheckState.PROBLEM)
    assert cache.read_bytes() == spoilt


def test_files_of_an_older_program_are_left_for_the_program(
    folders: Folders, vault: VaultInMemory, account: Path, stores: AccountStores
) -> None:
    opened = stores.reopen(ELIN.key)
    with closing(open_for_sync(opened.files, opened.key)) as connection:
        connection.execute("PRAGMA main.user_version = 1")
    assert only(account_checks(folders, vault), Finding.FILE_OLD).subject == "cache.db"


def test_a_file_that_is_missing_is_named(folders: Folders, vault: VaultInMemory, account: Path) -> None:
    (account / "mine.db").unlink()
    assert only(account_checks(folders, vault), Finding.FILES_MISSING).facts == {"files": "mine.db"}


@pytest.mark.skipif(os.name == "nt", reason="the rights of Windows are others")
def test_files_that_others_can_reach_are_named(folders: Folders, vault: VaultInMemory, account: Path) -> None:
    (account / "mine.db").chmod(0o644)
    found = only(account_checks(folders, vault), Finding.OPEN_TO_OTHERS)
    assert (found.subject, found.state) == ("mine.db", CheckState.WARNING)


def test_the_look_goes_well_beside_a_window_that_writes(
    folders: Folders, vault: VaultInMemory, account: Path, stores: AccountStores
) -> None:
    opened = stores.reopen(ELIN.key)
    with closing(open_for_sync(opened.files, opened.key)) as window:
        window.execute("BEGIN IMMEDIATE")
        found = account_checks(folders, vault)
        window.execute("ROLLBACK")
    assert {check.state for check in found if check.area is Area.CACHE} == {CheckState.OK}


def test_the_report_says_what_to_do_below_what_is_wrong(folders: Folders, vault: VaultInMemory) -> None:
    vault.refuses_with = ProblemKind.NO_KEYRING
    lines = list(report_lines(examine(patient(folders, vault))))
    place = next(number for number, line in enumerate(lines) if "PROBLEM" in line)
    assert "keyring" in lines[place]
    assert "IT" in lines[place + 1]


def test_the_json_keeps_its_shape(folders: Folders, vault: VaultInMemory) -> None:
    found = json.loads(json.dumps(as_json(examine(patient(folders, vault)))))
    assert set(found) == {"shape", "version", "at", "worst", "checks"}
    assert found["shape"] == 1
    keys = {"area", "subject", "state", "finding", "facts", "problem", "sentence", "advice"}
    assert all(set(check) == keys for check in found["checks"])


def test_the_bundle_holds_report_and_logs_and_neither_a_token_nor_a_person(
    town: Town, folders: Folders, vault: VaultInMemory, account: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    configured(town, folders)
    folders.logs.mkdir()
    said = "2026-10-12 INFO x: Bearer eyJcanary.canary.canary for canary.elin@nacka.example on 19850112-2398 went on\n"
    for name in ("nacka-arbetsplats.log", "nacka-arbetsplats.log.1"):
        (folders.logs / name).write_text(said, encoding="utf-8")
    (folders.logs / "other.txt").write_text("canary", encoding="utf-8")
    bundle = tmp_path / "it.zip"
    write_bundle(examine(patient(folders, vault)), folders.logs, bundle)
    with zipfile.ZipFile(bundle) as opened:
        content = {name: opened.read(name).decode() for name in opened.namelist()}
    logs = {"logs/nacka-arbetsplats.log", "logs/nacka-arbetsplats.log.1"}
    assert set(content) == {"report.txt", "report.json"} | logs
    assert all("went on" in content[name] for name in logs)
    whole = "\n".join(content.values())
    for mark in ("canary", "Canary", "19850112", str(tmp_path), ELIN.key, *(key.hex() for key in vault.keys.values())):
        assert mark not in whole, mark
    assert json.loads(content["report.json"])["shape"] == 1
    assert os.name == "nt" or not bundle.stat().st_mode & 0o077


def test_a_bundle_that_cannot_be_written_leaves_what_was_there(folders: Folders, tmp_path: Path) -> None:
    bundle = tmp_path / "it.zip"
    bundle.write_text("of before")
    (tmp_path / "it.zip.new").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_bundle(Checkup(DemoClock()(), "0", ()), folders.logs, bundle)
    assert bundle.read_text() == "of before"
