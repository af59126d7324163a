"""Whatever way signing in ends, the page that waits for it is told."""

import asyncio

import pytest

from sync.sign_in_desk import SignInDesk
from workplace_app.domain.account import Account
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised
from workplace_app.domain.sign_in import SignInState, SignInStep

ELIN = Account("tenant", "elin", "elin.tenant", "elin@nacka.example", "Elin Ekhamn")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ProblemRaised(Problem(ProblemKind.DISK_FULL)), Problem(ProblemKind.DISK_FULL)),
        (ValueError("nobody foresaw this"), Problem(ProblemKind.UNEXPECTED, detail="ValueError")),
    ],
)
def test_what_goes_wrong_after_the_identity_provider_is_told(error: Exception, told: Problem) -> None:
    heard: list[SignInState] = []

    async def way() -> Account:
        return ELIN

    async def finish(_account: Account) -> None:
        raise error

    async def run() -> None:
        said = asyncio.Event()

        def tell(state: SignInState) -> None:
            heard.append(state)
            said.set()

        desk = SignInDesk(tell, finish)
        desk.begin(way)
        await said.wait()
        await desk.end()

    asyncio.run(run())
    assert heard == [SignInState(SignInStep.FAILED, problem=told)]
