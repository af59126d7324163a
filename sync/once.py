"""One round without a window: sign in when nobody is, read everything that is not on demand, and say what it did."""

import asyncio

from sync.attendant import Attendant, OpenedStore, Settings
from sync.round_report import RoundReport


def run_once(settings: Settings, opened: OpenedStore | None = None) -> RoundReport:
    """Block until the round has ended; the store is closed then.

    ``opened`` is the store that an earlier run left. Where the municipality has a tenant and nobody is signed in, the
    browser is opened first. Raises ``ProblemRaised`` when signing in or opening the store fails; what fails later is in
    the report.
    """
    return asyncio.run(_once(settings, opened))


async def _once(settings: Settings, opened: OpenedStore | None) -> RoundReport:
    async with Attendant(settings) as attendant:
        attendant.adopt(opened)
        if settings.municipality.can_sign_in and not attendant.signed_in:
            await attendant.sign_in()
        return await attendant.round()
