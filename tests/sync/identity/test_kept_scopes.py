"""What the last token was granted, read from MSAL's cache as it lies in the store."""

import asyncio
import json

import pytest

from sync.granted_scopes import is_granted
from sync.identity.kept_scopes import kept_scopes
from tests.demo.town_thread import Town
from tests.sync.identity.door import door
from workplace_app.domain.configuration import GRAPH_SCOPES


def cache(*tokens: tuple[str, int]) -> str:
    return json.dumps(
        {"AccessToken": {str(n): {"target": t, "cached_at": str(at)} for n, (t, at) in enumerate(tokens)}}
    )


@pytest.mark.parametrize("without", ["", "Chat.Read"])
def test_after_a_real_sign_in_they_are_what_the_tenant_has_consented_to(town: Town, without: str) -> None:
    if without:
        town.order("consent", scope=without, granted=False)
    place = door(town)

    async def run() -> str:
        with place.entra() as entra:
            await entra.sign_in()
            return str(entra.vault.cache.serialize())

    granted = kept_scopes(asyncio.run(run()))
    assert granted is not None
    assert [scope for scope in GRAPH_SCOPES if not is_granted(scope, granted)] == ([without] if without else [])


@pytest.mark.parametrize("graph", ["", "https://graph.microsoft.com/"])
@pytest.mark.parametrize("interface", ["api://cms", "https://cms.nacka.example/api", "11111111-2222-4333-8444-5555"])
def test_the_newest_token_for_graph_counts_and_a_token_for_another_interface_does_not(
    interface: str, graph: str
) -> None:
    """Entra names an interface by whatever its registration says, of which "api://" is only the usual."""
    text = cache(("User.Read", 5), (f"{graph}User.Read {graph}Chat.Read", 9), (f"{interface}/Content.Read", 99))
    assert kept_scopes(text, (f"{interface}/Content.Read", "")) == frozenset({"user.read", "chat.read"})


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"AccessToken": []}', '{"AccessToken": {"a": {"target": 1}}}',
                                  '{"AccessToken": {"a": null}}', "[" * 100_000])  # fmt: skip
def test_what_is_no_cache_tells_nothing(text: str) -> None:
    assert kept_scopes(text) is None


def test_a_token_that_does_not_say_when_it_came_is_the_oldest() -> None:
    text = json.dumps({"AccessToken": {"a": {"target": "User.Read"}, "b": {"target": "Chat.Read", "cached_at": 7}}})
    assert kept_scopes(text) == frozenset({"chat.read"})
