"""A scope without consent costs what needs it, keeps nobody out, and is asked for again when somebody tries again."""

from datetime import timedelta

import pytest

from sync.clock import SystemClock
from sync.granted_scopes import is_granted
from sync.identity.entra import Entra
from sync.identity.entra_application import scopes_to_ask_for
from sync.identity.token_vault import TokenVault
from tests.demo.town_thread import Town
from tests.sync.fakes import PatientClock
from tests.sync.identity.door import door, graph_status, problem_of, sign_in
from workplace_app.demo.identity.scopes import CMS_AUDIENCE, CONSENTED_SCOPES
from workplace_app.domain.problem import ProblemKind, ProblemRaised
from workplace_app.store.sync_connection import open_in_memory

WORLD = "https://graph.microsoft.com/v1.0"


def test_several_scopes_are_asked_for_as_all_that_there_is_consent_to_and_one_by_its_name() -> None:
    assert scopes_to_ask_for(("User.Read", "Tasks.ReadWrite"), WORLD) == ["https://graph.microsoft.com/.default"]
    named = ("https://graph.example/User.Read", "https://graph.example/Mail.Read")
    assert scopes_to_ask_for(named, WORLD) == ["https://graph.example/.default"]
    assert scopes_to_ask_for((f"{CMS_AUDIENCE}/Content.Read",), WORLD) == [f"{CMS_AUDIENCE}/Content.Read"]
    assert scopes_to_ask_for((), WORLD) == []


@pytest.mark.parametrize(
    ("graph", "resource"),
    [
        ("https://graph.microsoft.us/v1.0", "https://graph.microsoft.us"),
        ("https://DoD-graph.microsoft.us/v1.0", "https://dod-graph.microsoft.us"),
        ("https://microsoftgraph.chinacloudapi.cn/v1.0", "https://microsoftgraph.chinacloudapi.cn"),
        ("https://graph.microsoft.us.example/v1.0", "https://graph.microsoft.com"),
        ("https://gateway.example/graph/v1.0", "https://graph.microsoft.com"),
    ],
)
def test_another_cloud_is_asked_for_its_own_graph(graph: str, resource: str) -> None:
    """Entra of that cloud knows no other, and nobody could sign in (AADSTS500011)."""
    assert scopes_to_ask_for(("User.Read", "Tasks.ReadWrite"), graph) == [f"{resource}/.default"]


def test_where_entra_refuses_a_scope_without_consent_everybody_else_still_comes_in(town: Town) -> None:
    town.order("consent", scope="Chat.Read", granted=False)
    town.order("tokens", strict_consent=True)

    async def in_and_renewed(entra: Entra) -> tuple[str, frozenset[str]]:
        await entra.sign_in()
        token = await entra.token(refused=await entra.token())
        return token, entra.granted_scopes() or frozenset()

    token, granted = door(town).ask(in_and_renewed)
    assert graph_status(town, token) == 200
    assert is_granted("Tasks.ReadWrite", granted)
    assert not is_granted("Chat.Read", granted)


def test_where_nobody_has_consented_to_anything_it_is_told(town: Town) -> None:
    for scope in CONSENTED_SCOPES:
        town.order("consent", scope=scope, granted=False)
    town.order("tokens", strict_consent=True)
    assert problem_of(door(town), sign_in).kind is ProblemKind.CONSENT_MISSING


def test_the_cms_without_consent_costs_the_cms_alone(town: Town) -> None:
    town.order("consent", scope="Content.Read", granted=False)
    town.order("tokens", strict_consent=True)

    async def both(entra: Entra) -> tuple[ProblemKind, str]:
        await entra.sign_in()
        with pytest.raises(ProblemRaised) as raised:
            await entra.for_scopes((f"{CMS_AUDIENCE}/Content.Read",)).token()
        return raised.value.problem.kind, await entra.token()

    kind, token = door(town).ask(both)
    assert kind is ProblemKind.CONSENT_MISSING
    assert graph_status(town, token) == 200


@pytest.mark.parametrize("again", [True, False])
def test_a_refusal_is_asked_again_at_once_by_whoever_tries_again_and_by_nobody_else(town: Town, *, again: bool) -> None:
    cms = (f"{CMS_AUDIENCE}/Content.Read",)
    town.order("consent", scope="Content.Read", granted=False)
    town.order("tokens", strict_consent=True)

    async def mended(entra: Entra) -> tuple[str | None, int]:
        await entra.sign_in()
        with pytest.raises(ProblemRaised):
            await entra.for_scopes(cms).token()
        town.order("consent", scope="Content.Read", granted=True)
        town.order("requests/reset")
        if again:
            entra.ask_anew()
        try:
            token = await entra.for_scopes(cms).token()
        except ProblemRaised:
            token = None
        return token, _token_requests(town)

    token, requests = door(town).ask(mended)
    assert (token is not None, requests) == ((True, 1) if again else (False, 0))


def test_a_consent_that_is_given_later_is_noticed_at_once_by_whoever_tries_again(town: Town) -> None:
    town.order("consent", scope="Mail.ReadBasic", granted=False)

    async def later(entra: Entra) -> list[bool]:
        await entra.sign_in()
        town.order("consent", scope="Mail.ReadBasic", granted=True)
        known = []
        for _ in range(2):
            await entra.token()
            known.append(is_granted("Mail.ReadBasic", entra.granted_scopes() or frozenset()))
            entra.ask_anew()
        return known

    # MSAL has a token for all that there is consent to, and does not know that there is more by now
    assert door(town).ask(later) == [False, True]


@pytest.mark.parametrize("granted", [True, False])
def test_which_scopes_were_granted_is_known_after_a_new_start_too(town: Town, *, granted: bool) -> None:
    town.order("consent", scope="Mail.ReadBasic", granted=granted)
    connection = open_in_memory()
    place = door(town)

    async def first_run(entra: Entra) -> frozenset[str] | None:
        assert entra.granted_scopes() is None
        await entra.sign_in()
        entra.vault.keep_in(connection)
        return entra.granted_scopes()

    async def second_run(entra: Entra) -> frozenset[str] | None:
        entra.use(TokenVault.opened(connection))
        await entra.token()
        return entra.granted_scopes()

    for known in (place.ask(first_run), place.ask(second_run)):
        assert known is not None
        assert is_granted("Tasks.ReadWrite", known)
        assert is_granted("Mail.ReadBasic", known) is granted
    connection.close()


def test_a_token_that_cannot_be_read_tells_nothing_of_its_scopes() -> None:
    assert TokenVault().scopes_of("opaque") is None
    assert TokenVault().scopes_of("not.even.json") is None


def test_a_consent_that_is_given_later_is_noticed_within_the_hour(town: Town) -> None:
    town.order("consent", scope="Mail.ReadBasic", granted=False)
    clock = PatientClock(now=SystemClock().now())

    async def later(entra: Entra) -> list[bool]:
        await entra.sign_in()
        town.order("consent", scope="Mail.ReadBasic", granted=True)
        known = []
        for minutes in (0, 55, 10):
            clock.moment += timedelta(minutes=minutes)
            await entra.token()
            known.append(is_granted("Mail.ReadBasic", entra.granted_scopes() or frozenset()))
        return known

    assert door(town, clock=clock).ask(later) == [False, False, True]


def test_a_token_without_one_scope_serves_the_rest_while_the_provider_is_away(town: Town) -> None:
    town.order("consent", scope="Mail.ReadBasic", granted=False)

    async def away(entra: Entra) -> tuple[str, str]:
        await entra.sign_in()
        first = await entra.token()
        town.order("network", origin="identity", online=False)
        entra.ask_anew()
        return first, await entra.token()

    first, second = door(town).ask(away)
    assert first == second


def _token_requests(town: Town) -> int:
    return sum(each["path"].endswith("/token") for each in town.look("requests")["requests"])
