"""What the identity provider says of an account that is renewed in silence, and what is made of it."""

import pytest

from sync.identity.entra import Entra
from tests.demo.town_thread import Town
from tests.sync.identity.door import ELIN, Door, door, graph_status, problem_of, sign_in_and_get
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised


def heard(place: Door, *, before: str, **order: object) -> list[ProblemKind | None]:
    """Sign in, give the town an order, renew; what was answered about the account, None for a new token."""
    said: list[ProblemKind | None] = []

    def listen(problem: Problem | None) -> None:
        said.append(problem.kind if problem is not None else None)

    async def renewed(entra: Entra) -> None:
        token = await sign_in_and_get(entra)
        entra.account_answered = listen
        place.town.order(before, **order)
        with pytest.raises(ProblemRaised) as raised:
            await entra.token(refused=token)
        assert said in ([], [raised.value.problem.kind])

    place.ask(renewed)
    return said


def test_a_closed_account_is_told_at_renewal(town: Town) -> None:
    assert heard(door(town), before="account", user_name=ELIN, disabled=True) == [ProblemKind.ACCOUNT_DISABLED]


def test_a_refusal_that_msal_repeats_without_asking_tells_no_time(town: Town) -> None:
    """Its clock is an older answer's: with ours, which can be set meanwhile, it would say anything."""

    async def refused_twice(entra: Entra) -> list[bool]:
        token = await sign_in_and_get(entra)
        town.order("revoke", user_name=ELIN)
        told = []
        for _ in range(2):
            with pytest.raises(ProblemRaised):
                await entra.token(refused=token)
            told.append(entra.provider_told() is not None)
        return told

    assert door(town).ask(refused_twice) == [True, False]


def test_after_revocation_a_sign_in_is_needed_and_helps(town: Town) -> None:
    async def revoked(entra: Entra) -> tuple[ProblemKind, int]:
        token = await sign_in_and_get(entra)
        town.order("revoke", user_name=ELIN)
        with pytest.raises(ProblemRaised) as raised:
            await entra.token(refused=token)
        return raised.value.problem.kind, graph_status(town, await sign_in_and_get(entra))

    assert door(town).ask(revoked) == (ProblemKind.ACCESS_REVOKED, 200)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (50173, ProblemKind.ACCESS_REVOKED),
        (50132, ProblemKind.SIGN_IN_NEEDED),
        (70043, ProblemKind.SIGN_IN_NEEDED),
        (50053, ProblemKind.ACCOUNT_LOCKED),
        (50055, ProblemKind.PASSWORD_EXPIRED),
        (50057, ProblemKind.ACCOUNT_DISABLED),
        (50079, ProblemKind.SECOND_FACTOR_MISSING),
        (50105, ProblemKind.APP_NOT_ASSIGNED),
        (50158, ProblemKind.CLAIMS_CHALLENGE),
        (53000, ProblemKind.DEVICE_NOT_APPROVED),
        (53003, ProblemKind.CONDITIONAL_ACCESS),
        (53002, ProblemKind.APP_NOT_APPROVED),
        (530034, ProblemKind.SIGN_IN_RISKY),
        (99999999, ProblemKind.SIGN_IN_NEEDED),
    ],
)
def test_each_number_comes_through_msal_as_its_problem(town: Town, code: int, kind: ProblemKind) -> None:
    fault = {"origin": "identity", "path": "*/token", "kind": "invalid_grant", "code": str(code)}
    assert heard(door(town), before="faults", **fault) == [kind]


@pytest.mark.parametrize("kind", ["status", "captive_portal", "closed"])
def test_what_the_network_says_is_no_answer_about_the_account(town: Town, kind: str) -> None:
    fault = {"origin": "identity", "path": "*/token", "kind": kind, "times": None}
    assert heard(door(town), before="faults", **fault) == []


def test_a_new_token_is_a_yes_and_one_out_of_memory_is_none(town: Town) -> None:
    said: list[Problem | None] = []

    async def renewed(entra: Entra) -> None:
        entra.account_answered = said.append
        token = await sign_in_and_get(entra)
        assert said == [], "a sign-in is told by itself"
        await entra.token()
        entra.use(entra.vault)  # MSAL still has the token
        await entra.token()
        assert said == []
        await entra.token(refused=token)

    door(town).ask(renewed)
    assert said == [None]


def test_a_refusal_is_not_asked_for_again_and_again(town: Town) -> None:
    async def rounds(entra: Entra) -> list[ProblemKind]:
        token = await sign_in_and_get(entra)
        town.order("revoke", user_name=ELIN)
        town.order("requests/reset")
        said = []
        for _ in range(20):  # as many feeds
            with pytest.raises(ProblemRaised) as raised:
                await entra.token(refused=token)
            said.append(raised.value.problem.kind)
        return said

    assert door(town).ask(rounds) == [ProblemKind.ACCESS_REVOKED] * 20
    assert sum(each["path"].endswith("/token") for each in town.look("requests")["requests"]) == 1


def test_another_ones_token_is_not_taken_at_renewal(town: Town) -> None:
    async def renewed(entra: Entra) -> tuple[Problem, str, str]:
        token = await sign_in_and_get(entra)
        before = entra.vault.cache.serialize()
        account = entra.vault.account()
        assert account is not None
        entra.vault.account = lambda: account.__class__("t", "o", account.home_account_id, "", "")  # type: ignore[method-assign]
        with pytest.raises(ProblemRaised) as raised:
            await entra.token(refused=token)
        return raised.value.problem, before, entra.vault.cache.serialize()

    problem, before, after = door(town).ask(renewed)
    assert (problem.kind, problem.detail) == (ProblemKind.UNREADABLE_ANSWER, "id token: oid")
    assert before == after


def test_a_dead_session_is_told_by_every_question_and_a_sign_in_ends_it(town: Town) -> None:
    place = door(town)
    town.order("account", user_name=ELIN, disabled=True)
    town.order("account", user_name=ELIN, disabled=False)
    assert graph_status(town, place.ask(sign_in_and_get)) == 200
    assert problem_of(place, lambda entra: entra.token()).kind is ProblemKind.SIGN_IN_NEEDED
