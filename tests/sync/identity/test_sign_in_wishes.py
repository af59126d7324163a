"""Who is to sign in, as the screen wishes it: the same person again, somebody else, or whoever proves it."""

from urllib.parse import parse_qs, urlsplit

import pytest

from sync.identity.entra import Entra
from tests.demo.town_thread import Town
from tests.sync.identity.door import ELIN, JONAS, door
from workplace_app.demo.robot_browser import RobotBrowser
from workplace_app.domain.problem import ProblemKind, ProblemRaised
from workplace_app.domain.sign_in import ANYBODY, SignInWish

OTHER_KEY = "0" * 32


def asked_with(town: Town, wish: SignInWish) -> dict[str, list[str]]:
    """What the address of a second sign-in says, while Elin's account is open."""
    place = door(town)
    addresses: list[str] = []

    def browser(address: str) -> bool:
        addresses.append(address)
        return RobotBrowser(ELIN).open(address)

    place.browser = browser

    async def twice(entra: Entra) -> None:
        await entra.sign_in()
        await entra.sign_in(wish)

    place.ask(twice)
    return parse_qs(urlsplit(addresses[-1]).query)


@pytest.mark.parametrize(
    ("wish", "prompt", "hint"),
    [
        (ANYBODY, None, [ELIN]),
        (SignInWish(proof=True), ["login"], [ELIN]),
        (SignInWish(choose=True), ["select_account"], None),
        (SignInWish(choose=True, proof=True), ["login"], None),
        (SignInWish(user_name=JONAS), None, [JONAS]),
        (SignInWish(user_name=JONAS, proof=True), ["login"], [JONAS]),
    ],
    ids=["again", "with_proof", "somebody_chosen_there", "chosen_with_proof", "somebody_named", "named_with_proof"],
)
def test_the_identity_provider_is_asked_as_it_is_wished(
    town: Town, wish: SignInWish, prompt: list[str] | None, hint: list[str] | None
) -> None:
    asked = asked_with(town, wish)
    assert asked.get("prompt") == prompt
    assert asked.get("login_hint") == hint


def test_whoever_is_named_by_the_account_is_the_only_one_let_in(town: Town) -> None:
    async def named(entra: Entra) -> tuple[str, ProblemKind]:
        account = await entra.sign_in()
        entra.leave()
        again = await entra.sign_in(SignInWish(account_key=account.key))
        entra.leave()
        with pytest.raises(ProblemRaised) as raised:
            await entra.sign_in(SignInWish(account_key=OTHER_KEY))
        assert entra.vault.account() is None, "nothing has changed"
        return again.user_name, raised.value.problem.kind

    assert door(town).ask(named) == (ELIN, ProblemKind.WRONG_ACCOUNT)


def test_after_the_account_was_left_somebody_else_signs_in(town: Town) -> None:
    place = door(town)

    async def switched(entra: Entra) -> str:
        await entra.sign_in()
        entra.leave()
        place.browser = RobotBrowser(JONAS).open
        return (await entra.sign_in(SignInWish(choose=True))).user_name

    assert place.ask(switched) == JONAS
