"""`workplace-app doctor`: looks at everything on this computer that the program stands on, and changes nothing.

Each family of checks runs in a thread of its own that ends with the process: a keyring that waits for its password, or
a disk that does not come back, costs its own checks and nobody else's.
"""

import asyncio
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from sync.checkup.endpoints import Endpoint, endpoints_of
from sync.checkup.ways import ask_all, clock_checks, network_checks, proxy_checks, tls_checks
from sync.http_client import trust
from workplace_app import __version__
from workplace_app.clock import now_utc
from workplace_app.doctor_account import cache_checks, keyring_checks
from workplace_app.doctor_versions import version_check
from workplace_app.domain.checkup import Area, Check, CheckState, Checkup, Finding
from workplace_app.domain.configuration import Municipality
from workplace_app.domain.configuration_reading import ConfigurationError
from workplace_app.domain.frozen import frozen
from workplace_app.domain.governance import Governance, OriginKind
from workplace_app.domain.layering import lay_over
from workplace_app.domain.problem import ProblemRaised
from workplace_app.folders import Folders
from workplace_app.key_entries import KeyVault
from workplace_app.logging_setup import without_home
from workplace_app.managed_policy import managed_policy
from workplace_app.municipality_here import ReadPolicy, find_municipality

Family = Callable[[], Iterable[Check]]
_WAKING_SECONDS = 0.2
"""How often a wait looks whether somebody has pressed Ctrl+C: on Windows a wait for a thread cannot be interrupted."""


@frozen
class Limits:
    """Seconds for each family of checks. A large cache on a slow disk takes a minute; a keyring answers at once, or
    waits for somebody who is not there."""

    network: float = 25.0
    keyring: float = 10.0
    cache: float = 75.0


@frozen
class Patient:
    """What is looked at. ``configuration`` is a file that was named; ``open_vault`` gives the keyring when it is first
    asked, anew for each family. ``municipality`` is whom a window serves already: then no configuration is read."""

    folders: Folders
    open_vault: Callable[[], KeyVault]
    configuration: Path | None = None
    now: Callable[[], datetime] = now_utc
    limits: Limits = Limits()
    policy: ReadPolicy = managed_policy
    municipality: Municipality | None = None


def examine(patient: Patient, told: Callable[[int, int], None] = lambda _done, _of: None) -> Checkup:
    """All checks, at the same time. ``told`` hears, from several threads, how many of how many steps are done."""
    municipality, configured = _configuration(patient)
    limits = patient.limits
    endpoints = endpoints_of(municipality)
    progress = _Progress(len(endpoints) + 3, told)
    families = (
        _Running(Area.NETWORK, partial(_ways, endpoints, municipality.ca_file, progress), limits.network),
        _Running(Area.KEYRING, partial(keyring_checks, patient.open_vault), limits.keyring, progress.step),
        _Running(
            Area.CACHE,
            partial(cache_checks, patient.folders, patient.open_vault, municipality),
            limits.cache,
            progress.step,
        ),
    )
    checks = [version_check(), *configured]
    progress.step()
    for family in families:
        checks += family.result()
    order = list(Area)
    return Checkup(patient.now(), __version__, tuple(sorted(checks, key=lambda check: order.index(check.area))))


def _configuration(patient: Patient) -> tuple[Municipality, list[Check]]:
    """Whose computer this is, and what IT's policy has to do with it; where the configuration file cannot be used, the
    rest is looked at by policy alone."""
    wrong: list[Check] = []
    try:
        municipality = patient.municipality or find_municipality(patient.configuration, patient.folders, patient.policy)
    except ConfigurationError as error:
        municipality = lay_over(patient.policy())
        why = {"why": without_home(str(error))}
        wrong = [Check(Area.CONFIGURATION, "", CheckState.PROBLEM, Finding.CONFIGURATION_WRONG, why)]
    return municipality, [*(wrong or _configured(municipality)), *_authority_file(municipality.ca_file),
                          *_policy_checks(municipality.governance)]  # fmt: skip


def _configured(municipality: Municipality) -> Iterator[Check]:
    if not endpoints_of(municipality):
        yield Check(Area.CONFIGURATION, "", CheckState.WARNING, Finding.NOT_CONFIGURED)
        return
    facts = {"name": municipality.name, "tenant": municipality.tenant_id, "client": municipality.client_id}
    yield Check(Area.CONFIGURATION, "", CheckState.OK, Finding.CONFIGURED, facts)


def _policy_checks(governance: Governance) -> Iterator[Check]:
    """Where policy comes from, and each setting that is not obeyed, wherever it stands."""
    by_policy = [held for held in governance.held if held.origin.kind is OriginKind.POLICY]
    for place in dict.fromkeys(held.origin.place for held in by_policy):
        count = {"count": str(sum(held.origin.place == place for held in by_policy))}
        yield Check(Area.POLICY, without_home(place), CheckState.OK, Finding.GOVERNED, count)
    for ignored in governance.ignored:
        why = {"why": " ".join(filter(None, (ignored.name, ignored.reason)))}
        its = ignored.origin.kind is OriginKind.POLICY  # what IT meant to decide is not decided
        state = CheckState.PROBLEM if its else CheckState.WARNING
        yield Check(Area.POLICY, without_home(ignored.origin.place), state, Finding.SETTING_IGNORED, why)
    if not by_policy:
        yield Check(Area.POLICY, "", CheckState.OK, Finding.NOT_GOVERNED)


def _authority_file(ca_file: str | None) -> Iterator[Check]:
    if ca_file is None:
        return
    subject = without_home(ca_file)
    try:
        trust(ca_file)
    except ProblemRaised:
        yield Check(Area.CONFIGURATION, subject, CheckState.PROBLEM, Finding.AUTHORITY_FILE_UNUSABLE)
    else:
        yield Check(Area.CONFIGURATION, subject, CheckState.OK, Finding.AUTHORITY_FILE_USED)


def _ways(endpoints: tuple[Endpoint, ...], ca_file: str | None, progress: "_Progress") -> Iterator[Check]:
    yield from proxy_checks(endpoints)
    try:
        probes = asyncio.run(ask_all(endpoints, ca_file, progress.step))
    except ProblemRaised:  # the file of authorities is told of with the configuration; the system's own still hold
        probes = asyncio.run(ask_all(endpoints, None, progress.step))
    for checks in (network_checks, tls_checks, clock_checks):
        yield from checks(probes)


class _Progress:
    """Counts the steps that are done."""

    def __init__(self, of: int, told: Callable[[int, int], None]) -> None:
        self._of, self._told, self._done, self._lock = of, told, 0, threading.Lock()

    def step(self) -> None:
        """One more."""
        with self._lock:
            self._done += 1
            self._told(min(self._done, self._of), self._of)


class _Running:
    """One family at work."""

    def __init__(self, area: Area, family: Family, seconds: float, ended: Callable[[], None] = lambda: None) -> None:
        self._area, self._seconds, self._ended = area, seconds, ended
        self._begun = time.monotonic()
        self._checks: list[Check] = []
        self._thread = threading.Thread(target=self._run, args=(family,), name=f"doctor {area.value}", daemon=True)
        self._thread.start()

    def _run(self, family: Family) -> None:
        try:
            self._checks = list(family())
        except Exception as error:  # noqa: BLE001  whatever is wrong here is told, and the other families go on
            why = {"error": type(error).__name__}
            self._checks = [Check(self._area, "", CheckState.UNKNOWN, Finding.CHECK_FAILED, why)]
        self._ended()

    def result(self) -> list[Check]:
        """What it found, or that it did not end in time."""
        while self._thread.is_alive() and time.monotonic() - self._begun < self._seconds:
            self._thread.join(_WAKING_SECONDS)
        if not self._thread.is_alive():
            return self._checks
        limit = {"seconds": f"{self._seconds:.0f}"}
        finding = Finding.KEYRING_SILENT if self._area is Area.KEYRING else Finding.TOO_SLOW
        return [Check(self._area, "", CheckState.UNKNOWN, finding, limit)]
