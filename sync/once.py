"""One round without a window: sign in when nobody is, read everything that is not on demand, and say what it did."""

import asyncio

from sync.attendant import Attendant
from sync.round_report import RoundReport
from sync.settings import OpenedStore, Settings
from workplace_app.domain.sign_in import ANYBODY, SignInWish


def run_once(
    settings: Settings, opened: OpenedStore | None = None, *, renew_sign_in: bool = False, wish: SignInWish = ANYBODY
) -> RoundReport:
    """Block until the round has ended; the store is closed then.

    ``opened`` is the store that an earlier run left. Where the municipality has a tenant and nobody is signed in,
    the browser is opened first, as ``wish`` has it. A sign-in that no longer holds is the report's to tell, unless
    ``renew_sign_in``: then the browser is opened once more and the round repeated. Raises ``ProblemRaised`` when
    signing in or opening the store fails; what fails later is in the report.
    """
    return asyncio.run(_once(settings, opened, renew_sign_in=renew_sign_in, wish=wish))


async def _once(
    settings: Settings, opened: OpenedStore | None, *, renew_sign_in: bool, wish: SignInWish
) -> RoundReport:
    async with Attendant(settings) as attendant:
        attendant.adopt(opened)
        if settings.municipality.can_sign_in and not attendant.signed_in:
            await attendant.sign_in(wish)
        report = await attendant.rounds.run()
        if report.needs_sign_in and renew_sign_in:
            await attendant.sign_in()
            report = await attendant.rounds.run()
        return report
