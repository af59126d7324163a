"""Plays one cell of signing in: real MSAL asks the identity provider something, and that one question meets one fault.

MSAL works on threads of its own with a blocking client, so here time passes in earnest: the client's time-outs are made
short where a kind is about waiting.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import httpx
from msal import SerializableTokenCache

from sync.clock import SystemClock
from sync.http_client import open_blocking_client
from sync.identity.entra import Entra
from sync.identity.redirect_receiver import ReturnPages
from sync.identity.token_vault import TokenVault
from tests.faults.kinds import Kind
from tests.faults.outcomes import Outcome, outcome_of
from tests.faults.stage import Heard, Plan
from tests.faults.theatre import ELIN, Theatre, trusted
from tests.faults.wire_format import Asked
from tests.sync.fakes import Listener, PatientClock
from workplace_app.demo.robot_browser import RobotBrowser
from workplace_app.domain.problem import Problem, ProblemRaised

SHORT, USUAL = httpx.Timeout(0.5), httpx.Timeout(10.0)
MOST_REQUESTS = 12
WAITING = ("silent", "slow-head", "slow-body", "black-hole", "silent-handshake")
"""Kinds in which nothing comes: only a time-out ends them."""


@dataclass(frozen=True)
class Question:
    """One thing that is asked of the identity provider. ``renewing`` is silent, for somebody who has signed in."""

    id: str
    asks: Callable[[Asked], bool]
    ask: Callable[[Entra], Awaitable[object]]
    renewing: bool = False


async def _sign_in(entra: Entra) -> object:
    return await entra.sign_in()


async def _renew(entra: Entra) -> object:
    return await entra.token(refused="the one that was refused")


def _token(asked: Asked, grant: bytes) -> bool:
    return asked.path.endswith("/token") and grant in asked.body


QUESTIONS = (
    Question("sign-in-discovery", lambda asked: asked.path.endswith("/openid-configuration"), _sign_in),
    Question("sign-in-code", lambda asked: _token(asked, b"grant_type=authorization_code"), _sign_in),
    Question("sign-in-renewal", lambda asked: _token(asked, b"grant_type=refresh_token"), _renew, renewing=True),
)


@dataclass(frozen=True)
class SignInCell:
    """One combination."""

    kind: Kind
    question: Question

    @property
    def position(self) -> str:
        return "sign-in"

    def __str__(self) -> str:
        return f"{self.kind.id}-{self.question.id}"


def play_sign_in(theatre: Theatre, cell: SignInCell) -> frozenset[Outcome]:
    """Play the cell and assert what must hold; gives the outcomes that it shows."""
    return theatre.run(_played(theatre, cell))


async def _played(theatre: Theatre, cell: SignInCell) -> frozenset[Outcome]:
    stage, kind = theatre.stage, cell.kind
    stage.begin(Plan())
    stage.now = _clock().now
    entra = _entra(theatre, SHORT if kind.id in WAITING else USUAL)
    try:
        if cell.question.renewing:
            entra.use(await _signed_in(theatre))
        if kind.road is not None:
            away = replace(theatre.municipality, authority=await theatre.roads.stand_in(kind.road))
            if cell.question.renewing:
                return await _renewed_on_a_bad_road(theatre, cell, entra, away.authority)
            return _outcomes(await _problem(_entra(theatre, SHORT, away.authority), cell), ())
        stage.begin(Plan(cell.question.asks, kind.stroke, kind.times))
        problem = await _problem(entra, cell)
        assert stage.plan.struck, "the fault never struck"
        heard = tuple(stage.heard)
        assert len(heard) <= MOST_REQUESTS, f"{len(heard)} requests for one sign-in"
        assert not [each for each in heard if each.asked.origin == "foreign"], "a foreign origin was asked"
        stage.begin(Plan())
        fresh = _entra(theatre, USUAL)
        fresh.use(entra.vault)
        if cell.question.renewing:
            assert fresh.vault.account() is not None, "who is signed in has been forgotten"
            assert await fresh.token(), "with a good network there is no token"
        else:
            assert await fresh.sign_in(), "with a good network there is no sign-in"
        fresh.close()
        return _outcomes(problem, heard)
    finally:
        entra.close()
        await theatre.roads.mend()
        await stage.hang_up()


async def _signed_in(theatre: Theatre) -> TokenVault:
    """Elin's tokens, from one sign-in for all cells."""
    if theatre.tokens is None:
        entra = _entra(theatre, USUAL)
        await entra.sign_in()
        theatre.tokens = entra.vault.cache.serialize()
        entra.close()
    cache = SerializableTokenCache()
    cache.deserialize(theatre.tokens)
    return TokenVault(cache)


async def _renewed_on_a_bad_road(
    theatre: Theatre, cell: SignInCell, entra: Entra, authority: str
) -> frozenset[Outcome]:
    """The tokens of who has signed in, and the way to the identity provider is bad: nobody is signed out for it."""
    away = _entra(theatre, SHORT, authority)
    away.use(entra.vault)
    problem = await _problem(away, cell)
    away.close()
    assert entra.vault.account() is not None, "who is signed in has been forgotten"
    return _outcomes(problem, ())


def _entra(theatre: Theatre, timeouts: httpx.Timeout, authority: str | None = None) -> Entra:
    municipality = theatre.municipality
    if authority is not None:
        municipality = replace(municipality, authority=authority)
    client = open_blocking_client(trusted(municipality), timeouts)
    robot = RobotBrowser(ELIN.user_name)
    clock = _clock()
    return Entra(municipality, client, clock, robot.open, Listener().sign_in_changed, ReturnPages())


def _clock() -> PatientClock:
    """Of the present: the town signs its tokens for MSAL, which looks at the system's clock."""
    return PatientClock(now=SystemClock().now())


async def _problem(entra: Entra, cell: SignInCell) -> Problem | None:
    try:
        await cell.question.ask(entra)
    except ProblemRaised as raised:
        return raised.problem
    return None


def _outcomes(problem: Problem | None, heard: tuple[Heard, ...]) -> frozenset[Outcome]:
    if problem is not None:
        return frozenset({outcome_of(problem)})
    struck = [each.asked.path for each in heard if each.struck]
    again = bool(struck) and [each.asked.path for each in heard].count(struck[0]) > 1
    return frozenset({Outcome.RETRY if again else Outcome.FINE})
