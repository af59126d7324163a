"""What all the answers say together: of the network, of each service, of who reads along, and of the clock."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from email.utils import parsedate_to_datetime
from statistics import median

from sync.checkup.certificates import is_everybodys, signer
from sync.checkup.endpoints import Endpoint, Honest
from sync.checkup.probe import TIMEOUTS, WHOLE_SECONDS, Probe, probe
from sync.checkup.proxies import proxy_for, proxy_script
from sync.clock import Clock, SystemClock
from sync.http_client import open_client, trust
from workplace_app.domain.checkup import Area, Check, CheckState, Finding
from workplace_app.domain.problem import ProblemKind

_CLOCK = SystemClock()
SLOW_SECONDS = 3.0
CLOCK_GOOD_SECONDS = 60.0
CLOCK_LIMIT_SECONDS = 300.0
"""Entra ID and JWT libraries forgive five minutes; beyond that every token is not valid yet, or no longer."""
_JUMP_SECONDS = 2.0
_EVERYBODYS = (".microsoftonline.com", ".microsoft.com", ".auth0.com")
"""Hosts whose certificates are signed by authorities that everybody trusts: another signer reads what passes."""
_UNKNOWN_TENANT = (400, 404)


async def ask_all(
    endpoints: Sequence[Endpoint],
    ca_file: str | None,
    done: Callable[[], None] = lambda: None,
    whole_seconds: float = WHOLE_SECONDS,
    clock: Clock = _CLOCK,
) -> tuple[Probe, ...]:
    """Ask every address at once, none longer than ``whole_seconds``; ``done`` is called for each answer. Raises
    ``ProblemRaised`` for an unusable ``ca_file``."""

    async def one(endpoint: Endpoint) -> Probe:
        answered = await probe(client, endpoint, clock, whole_seconds)
        done()
        return answered

    async with open_client(trust(ca_file), TIMEOUTS) as client:
        return tuple(await asyncio.gather(*map(one, endpoints)))


def network_checks(probes: Sequence[Probe]) -> Iterator[Check]:
    """First of the network as a whole, then of each service."""
    if not probes:
        yield Check(Area.NETWORK, "", CheckState.UNKNOWN, Finding.NOTHING_TO_REACH)
        return
    kinds = [each.problem.kind if each.problem else None for each in probes]
    answered = sum(each.answer is not None and not _from_elsewhere(each) for each in probes)
    if ProblemKind.CAPTIVE_PORTAL in kinds and not answered:
        yield Check(Area.NETWORK, "", CheckState.PROBLEM, Finding.NETWORK_WANTS_SIGN_IN)
    elif all(kind is ProblemKind.OFFLINE for kind in kinds):
        yield Check(Area.NETWORK, "", CheckState.PROBLEM, Finding.NO_NETWORK)
    elif answered:
        facts = {"answered": str(answered), "asked": str(len(probes))}
        yield Check(Area.NETWORK, "", CheckState.OK, Finding.NETWORK_WORKS, facts)
    for each in probes:
        yield from _service_checks(each)


def _from_elsewhere(each: Probe) -> bool:
    """Somebody on the way answered, not the service."""
    return each.problem is not None and each.problem.kind in (ProblemKind.CAPTIVE_PORTAL, ProblemKind.PROXY_REFUSED)


def _service_checks(each: Probe) -> Iterator[Check]:
    subject, seconds = each.endpoint.subject, f"{each.seconds:.1f}"
    facts = {"service": each.endpoint.service, "seconds": seconds}
    if each.answer is not None:
        facts["status"] = str(each.answer.status)
    if each.problem is not None:
        yield _failed(each, facts)
        return
    if each.seconds > SLOW_SECONDS:
        yield Check(Area.NETWORK, subject, CheckState.WARNING, Finding.ANSWERS_SLOWLY, facts)
    else:
        yield Check(Area.NETWORK, subject, CheckState.OK, Finding.ANSWERS, facts)
    if each.endpoint.honest is Honest.METADATA:
        yield _issuer_check(each)


def _failed(each: Probe, facts: dict[str, str]) -> Check:
    subject, problem = each.endpoint.subject, each.problem
    status = each.answer.status if each.answer is not None else 0
    if each.endpoint.service == "identity" and status in _UNKNOWN_TENANT and _is_json(each):
        return Check(Area.NETWORK, subject, CheckState.PROBLEM, Finding.TENANT_UNKNOWN, facts, problem)
    if status in (401, 403) and each.endpoint.honest is Honest.INTERFACE:
        return Check(Area.NETWORK, subject, CheckState.PROBLEM, Finding.STOPPED_ON_THE_WAY, facts, problem)
    return Check(Area.NETWORK, subject, CheckState.PROBLEM, Finding.NOT_REACHED, facts, problem)


def _is_json(each: Probe) -> bool:
    """Entra ID says in JSON that it has no such tenant; whoever else says 404 is not Entra ID."""
    return each.answer is not None and each.answer.content.lstrip().startswith(b"{")


def _issuer_check(each: Probe) -> Check:
    expected, named = each.endpoint.issuer, each.metadata_issuer
    facts = {"service": each.endpoint.service, "issuer": named, "expected": expected}
    if not named:
        return Check(Area.NETWORK, each.endpoint.subject, CheckState.PROBLEM, Finding.NO_ISSUER, facts)
    right = not expected or named == expected
    state, finding = (CheckState.OK, Finding.ISSUER_RIGHT) if right else (CheckState.PROBLEM, Finding.ISSUER_OTHER)
    return Check(Area.NETWORK, each.endpoint.subject, state, finding, facts)


def tls_checks(probes: Sequence[Probe]) -> Iterator[Check]:
    """Who vouches for each origin whose certificate held."""
    for each in _one_per_origin(probes):
        if each.problem is not None and each.problem.kind is ProblemKind.TLS_UNTRUSTED:
            facts = {"service": each.endpoint.service}
            yield Check(Area.TLS, each.endpoint.origin, CheckState.PROBLEM, Finding.PROBLEM, facts, each.problem)
        elif each.chain:
            yield signer_check(each.endpoint.origin, each.chain)


def signer_check(
    origin: str, chain: tuple[bytes, ...], roots: bytes | None = None, now: datetime | None = None
) -> Check:
    """Who signed the certificate of an origin, and whether that means that somebody reads along. ``roots`` and ``now``
    are as in ``is_everybodys``."""
    host = origin.partition(":")[0]
    facts = {"by": signer(chain)}
    if not facts["by"]:
        return Check(Area.TLS, origin, CheckState.UNKNOWN, Finding.SIGNER_UNKNOWN)
    if is_everybodys(chain, host, now, roots):
        return Check(Area.TLS, origin, CheckState.OK, Finding.SIGNED_BY_EVERYBODYS, facts)
    if f".{host}".endswith(_EVERYBODYS):
        return Check(Area.TLS, origin, CheckState.WARNING, Finding.INSPECTED, facts)
    return Check(Area.TLS, origin, CheckState.OK, Finding.SIGNED_BY_OWN, facts)


def clock_checks(probes: Sequence[Probe]) -> Iterator[Check]:
    """This computer's clock beside the servers', whose ``Date`` is in whole seconds; and whether it runs evenly."""
    if any(each.problem is not None and each.problem.kind is ProblemKind.CLOCK_WRONG for each in probes):
        yield Check(Area.CLOCK, "", CheckState.PROBLEM, Finding.CLOCK_BEHIND_CERTIFICATES)
        return
    differences = [found for each in probes if (found := _behind(each)) is not None]
    if any(abs((each.answered - each.asked) - each.seconds) > _JUMP_SECONDS for each in probes):
        yield Check(Area.CLOCK, "", CheckState.WARNING, Finding.CLOCK_JUMPS)
    if not differences:
        yield Check(Area.CLOCK, "", CheckState.UNKNOWN, Finding.NOBODY_TOLD_THE_TIME)
        return
    behind = median(differences)
    facts = {"seconds": f"{behind:.0f}", "servers": str(len(differences))}
    if abs(behind) <= CLOCK_GOOD_SECONDS:
        yield Check(Area.CLOCK, "", CheckState.OK, Finding.CLOCK_RIGHT, facts)
    else:
        state = CheckState.WARNING if abs(behind) <= CLOCK_LIMIT_SECONDS else CheckState.PROBLEM
        yield Check(Area.CLOCK, "", state, Finding.CLOCK_OFF, facts)


def _behind(each: Probe) -> float | None:
    """Seconds by which this computer is behind a server; None for one that does not say the time, or is not itself."""
    if each.answer is None or _from_elsewhere(each):
        return None
    try:
        told = parsedate_to_datetime(each.answer.headers.get("date", "")).timestamp()
    except (ValueError, OverflowError, OSError):
        return None
    return told + 0.5 - (each.asked + each.answered) / 2


def proxy_checks(endpoints: Sequence[Endpoint], script: Callable[[], str] = proxy_script) -> Iterator[Check]:
    """The way to each origin, and whether the system names a script that nobody here reads."""
    named = script()
    if named:
        yield Check(Area.PROXY, "", CheckState.WARNING, Finding.PROXY_SCRIPT_NOT_READ, {"script": named})
    addresses = {each.origin: each.address for each in reversed(endpoints)}
    for origin in dict.fromkeys(each.origin for each in endpoints):
        proxy = proxy_for(addresses[origin])
        facts, finding = ({"proxy": proxy}, Finding.PROXY_USED) if proxy else ({}, Finding.DIRECT)
        yield Check(Area.PROXY, origin, CheckState.OK, finding, facts)


def _one_per_origin(probes: Sequence[Probe]) -> Iterator[Probe]:
    seen: set[str] = set()
    for each in probes:
        if each.endpoint.origin not in seen:
            seen.add(each.endpoint.origin)
            yield each
