"""The conversation with the CMS's own issuer: our look-alike and a certified provider must have it alike."""

from collections.abc import Iterator

import pytest

from sync.identity.callback_receiver import CallbackReceiver
from sync.identity.openid_client import SignInAttempt
from sync.identity.redirect_receiver import ReturnPages
from tests.peers.issuers import ELIN, Issuer
from tests.peers.seat import ELINS_ACCOUNT, Desk, Seat
from workplace_app.domain.problem import ProblemKind, ProblemRaised
from workplace_app.domain.sign_in import SignInStep
from workplace_app.store.sync_connection import open_in_memory


@pytest.fixture
def seat(issuer: Issuer) -> Iterator[Seat]:
    connection = open_in_memory()
    yield Seat(issuer, connection, issuer.robot().open)
    connection.close()


async def _sign_in(desk: Desk) -> str:
    return await desk.sign_in()


async def _renew(desk: Desk) -> str:
    kept = desk.vault.load()
    assert kept is not None
    return await desk.credentials.token(refused=kept.access_token)


async def _refused(desk: Desk) -> ProblemKind:
    with pytest.raises(ProblemRaised) as raised:
        await _renew(desk)
    if raised.value.problem.kind is ProblemKind.SIGN_IN_NEEDED:
        assert raised.value.problem.service == "cms"
    return raised.value.problem.kind


@pytest.mark.parametrize("mode", ["query", "form_post"])
def test_signing_in_gives_a_token_that_is_taken(seat: Seat, mode: str) -> None:
    seat.changed["response_mode"] = mode
    token = seat.ask(_sign_in)
    assert seat.issuer.takes(token)
    assert not seat.issuer.takes(token[:-4] + "AAAA")
    steps = [SignInStep.STARTING, SignInStep.WAITING_FOR_BROWSER, SignInStep.FINISHING]
    assert seat.listener.steps == steps
    assert token in seat.kept()


def test_who_has_signed_in_once_is_not_asked_again_in_the_same_browser(seat: Seat) -> None:
    robot = seat.issuer.robot()
    seat.browser = robot.open
    seat.ask(_sign_in)
    first = robot.asked
    seat.ask(_sign_in)
    assert robot.wait()
    assert (first, robot.asked, robot.problem) == (1, 1, None)


def test_who_does_not_want_to_is_told_so(seat: Seat) -> None:
    seat.browser = seat.issuer.robot(cancels=True).open
    with pytest.raises(ProblemRaised) as raised:
        seat.ask(_sign_in)
    assert raised.value.problem.kind is ProblemKind.SIGN_IN_CANCELLED
    assert seat.kept() == ""


def test_a_renewal_gives_other_tokens_and_writes_them_down(seat: Seat) -> None:
    first = seat.ask(_sign_in)
    spent = seat.ask(_refresh_token)
    second = seat.ask(_renew)
    assert seat.issuer.takes(second)
    assert second != first
    assert second in seat.kept()
    assert seat.ask(_refresh_token) != spent


async def _refresh_token(desk: Desk) -> str:
    return desk.refresh_token()


def test_a_refresh_token_that_is_used_twice_ends_the_family_and_a_new_sign_in_helps(seat: Seat) -> None:
    seat.ask(_sign_in)
    before = seat.kept()
    seat.ask(_renew)

    async def thief(desk: Desk) -> ProblemKind:
        with pytest.raises(ProblemRaised) as raised:
            await desk.client.renew(stolen, "whoever")
        return raised.value.problem.kind

    rightful = seat.kept()
    stolen = before.partition('"refresh_token":"')[2].partition('"')[0]
    assert stolen not in rightful
    assert seat.ask(thief) is ProblemKind.SIGN_IN_NEEDED
    assert seat.ask(_refused) is ProblemKind.SIGN_IN_NEEDED, "the rightful holder is out too"
    assert seat.kept() == "", "what never holds again is not kept"
    assert seat.issuer.takes(seat.ask(_sign_in))


def test_a_revoked_sign_in_has_to_be_done_again(seat: Seat) -> None:
    seat.ask(_sign_in)

    async def revoke(desk: Desk) -> bool:
        return await desk.client.revoke(desk.refresh_token())

    assert seat.ask(revoke)
    assert seat.ask(_refused) is ProblemKind.SIGN_IN_NEEDED


def test_revoking_what_nobody_knows_is_fine(seat: Seat) -> None:
    async def revoke(desk: Desk) -> bool:
        return await desk.client.revoke("nothing")

    assert seat.ask(revoke)


def test_the_code_alone_is_worth_nothing(seat: Seat) -> None:
    """PKCE: whoever sees the code on its way and has not the verifier gets no token. Nor does it work twice."""
    attempt, other = SignInAttempt.new(), SignInAttempt.new()

    async def answer(desk: Desk) -> tuple[str, str]:
        identity = seat.identity
        async with CallbackReceiver(attempt.state, ReturnPages(), identity.redirect_ports, "query") as receiver:
            uri = receiver.redirect_uri
            seat.browser(await desk.client.authorization_address(attempt, uri, ELIN, choose_anew=False))
            return await desk.client.code_in(await receiver.answer()), uri

    async def with_another_verifier(desk: Desk) -> None:
        code, uri = await answer(desk)
        await desk.client.redeem(code, other, uri)

    async def twice(desk: Desk) -> None:
        code, uri = await answer(desk)
        await desk.client.redeem(code, attempt, uri)
        await desk.client.redeem(code, attempt, uri)

    async def with_another_nonce(desk: Desk) -> None:
        code, uri = await answer(desk)
        forged = SignInAttempt(attempt.state, other.nonce, attempt.verifier)
        await desk.client.redeem(code, forged, uri)

    for question, kind in (
        (with_another_verifier, ProblemKind.SIGN_IN_NEEDED),
        (twice, ProblemKind.SIGN_IN_NEEDED),
        (with_another_nonce, ProblemKind.UNREADABLE_ANSWER),
    ):
        with pytest.raises(ProblemRaised) as raised:
            seat.ask(question)
        assert raised.value.problem.kind is kind, question.__name__


def test_an_address_that_is_not_registered_gets_no_code(seat: Seat) -> None:
    attempt = SignInAttempt.new()

    async def address(desk: Desk) -> str:
        return await desk.client.authorization_address(attempt, "http://127.0.0.1:9/elsewhere", ELIN, choose_anew=False)

    robot = seat.issuer.robot()
    robot.open(seat.ask(address))
    assert robot.wait()
    assert robot.problem is not None


def test_the_program_goes_on_after_the_issuer_has_changed_its_keys(seat: Seat) -> None:
    async def before_and_after(desk: Desk) -> tuple[str, str]:
        before = await desk.sign_in()
        seat.issuer.rotate_keys()
        return before, await desk.sign_in()

    before, after = seat.ask(before_and_after)
    assert before != after
    assert seat.issuer.takes(after)


def test_another_name_for_the_issuer_is_another_issuer(seat: Seat) -> None:
    """With or without the slash at the end: it is compared letter by letter, as in the ID token."""
    name = seat.issuer.identity.issuer
    seat.changed["issuer"] = name.rstrip("/") if name.endswith("/") else f"{name}/"
    with pytest.raises(ProblemRaised) as raised:
        seat.ask(_sign_in)
    problem = raised.value.problem
    assert (problem.kind, problem.detail) == (ProblemKind.CONFIGURATION_WRONG, "issuer")


def test_an_id_token_for_another_client_is_not_believed(seat: Seat) -> None:
    """The issuer signs it; only its audience is another's."""

    async def sign_in(desk: Desk) -> None:
        answer = await desk.way.sign_in(ELINS_ACCOUNT)
        assert answer.claims["aud"] in (seat.identity.client_id, [seat.identity.client_id])

    seat.ask(sign_in)
