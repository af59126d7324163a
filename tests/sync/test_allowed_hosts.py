"""No address that merely looks like ours gets through."""

from urllib.parse import urlsplit

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.allowed_hosts import MAXIMUM_ADDRESS_LENGTH, AddressGuard, AllowedOrigin
from workplace_app.domain.problem import ProblemKind, ProblemRaised

ROOT = "https://graph.microsoft.com/v1.0"
GUARD = AddressGuard(AllowedOrigin.of(ROOT))

HOSTILE = [
    "http://graph.microsoft.com/v1.0/me",
    "HTTPS://graph.microsoft.com/v1.0/me",
    "//graph.microsoft.com/v1.0/me",
    "/v1.0/me",
    "",
    "https:///v1.0/me",
    "https:graph.microsoft.com/v1.0/me",
    "https://graph.microsoft.com.evil.example/v1.0/me",
    "https://evil-graph.microsoft.com/v1.0/me",
    "https://evil.graph.microsoft.com/v1.0/me",
    "https://graph.microsoft.com@evil.example/v1.0/me",
    "https://evil.example@graph.microsoft.com/v1.0/me",
    "https://user:secret@graph.microsoft.com/v1.0/me",
    "https://@graph.microsoft.com/v1.0/me",
    "https://evil.example/https://graph.microsoft.com/v1.0/me",
    "https://evil.example/v1.0/me?host=graph.microsoft.com",
    "https://evil.example#@graph.microsoft.com/v1.0/me",
    "https://evil.example\\@graph.microsoft.com/v1.0/me",
    "https://graph.microsoft.com\\@evil.example/v1.0/me",
    "https:\\\\graph.microsoft.com/v1.0/me",
    "https://graph.microsoft.com:444/v1.0/me",
    "https://graph.microsoft.com:/v1.0/me",
    "https://graph.microsoft.com:0443/v1.0/me",
    "https://graph.microsoft.com:443443/v1.0/me",
    "https://graph.microsoft.com:abc/v1.0/me",
    "https://graph.microsoft.com:４４３/v1.0/me",
    "https://GRAPH.microsoft.com/v1.0/me",
    "https://graph.microsoft.com./v1.0/me",
    "https://graph%2emicrosoft.com/v1.0/me",
    "https://graph.microsoft.com%00.evil.example/v1.0/me",
    "https://graph.microsoft.com\x00.evil.example/v1.0/me",
    "https://graph.microsoft.com\t.evil.example/v1.0/me",
    "https://graph.microsoft.com/v1.0/me\r\nHost: evil.example",
    " https://graph.microsoft.com/v1.0/me",
    "https://graph.microsoft.com/v1.0/me ",
    "https://gräph.microsoft.com/v1.0/me",
    "https://xn--grph-koa.microsoft.com/v1.0/me",
    "https://graph。microsoft。com/v1.0/me",
    "https://ⓖraph.microsoft.com/v1.0/me",
    "https://graph.microsoft.com\u202e/v1.0/me",
    "https://[::1]/v1.0/me",
    "https://[graph.microsoft.com]/v1.0/me",
    "https://127.0.0.1/v1.0/me",
    "https://graph.microsoft.com/beta/me",
    "https://graph.microsoft.com/v1.0evil/me",
    "https://graph.microsoft.com/v1.0/../beta/me",
    "https://graph.microsoft.com/v1.0/%2e%2E/beta/me",
    "https://graph.microsoft.com/v1.0/.%2e/beta/me",
    "https://graph.microsoft.com/v1.0/..",
    "https://graph.microsoft.com/v2.0/me",
    "https://graph.microsoft.com/V1.0/me",
    "https://graph.microsoft.com/v1.0%2f..%2fbeta/me",
    "https://graph.microsoft.com/v1.0/..%2fbeta/me",
    "https://graph.microsoft.com/v1.0/..%5cbeta/me",
    "https://graph.microsoft.com/v1.0/..;/beta/me",
    "https://graph.microsoft.com/v1.0/%2e%2e;x=1/beta/me",
    "https://graph.microsoft.com/v1.0/me#fragment",
    'https://graph.microsoft.com/v1.0/me"onload',
    "https://graph.microsoft.com/v1.0/<me>",
    "javascript://graph.microsoft.com/v1.0/me",
    "file:///v1.0/me",
    "https://graph.microsoft.com/v1.0/" + "x" * MAXIMUM_ADDRESS_LENGTH,
]


@pytest.mark.parametrize("address", HOSTILE)
def test_a_hostile_address_is_refused(address: str) -> None:
    with pytest.raises(ProblemRaised) as raised:
        GUARD.check(address, "outlook")
    assert raised.value.problem.kind is ProblemKind.FOREIGN_ADDRESS
    assert raised.value.problem.service == "outlook"
    assert raised.value.problem.detail is None


@pytest.mark.parametrize(
    "address",
    [
        ROOT,
        f"{ROOT}/me",
        "https://graph.microsoft.com:443/v1.0/me",
        f"{ROOT}/me/calendarView/delta?$skiptoken=R0usmcCM996atia_s-Xx'q(1),a;b:c@d!e*f=~",
        f"{ROOT}/drives/b!abc/root/delta(token='aa..bb')",
        f"{ROOT}/me/todo/lists/AAMk=/tasks/delta?$deltatoken=%7Ba%7D",
    ],
)
def test_links_that_graph_really_sends_pass_unchanged(address: str) -> None:
    assert GUARD.check(address) == address


def test_the_whole_origin_can_be_allowed_and_then_only_it() -> None:
    guard = AddressGuard(AllowedOrigin.of("https://localhost:4443/api/v3", whole_origin=True))
    assert guard.check("https://localhost:4443/bild.png")
    with pytest.raises(ProblemRaised):
        guard.check("https://localhost:4444/bild.png")


@pytest.mark.parametrize(
    "address",
    [
        "http://nacka.example",
        "https://",
        "https://user@nacka.example",
        "nacka.example",
        "https://nacka.example:port",
        "https://nacka.example:99999",
        "https://nacka.example:0",
        "https://[::1",
        "https://nacka example",
    ],
)
def test_an_address_that_cannot_be_guarded_is_a_wrong_configuration(address: str) -> None:
    with pytest.raises(ProblemRaised) as raised:
        AllowedOrigin.of(address)
    assert raised.value.problem.kind is ProblemKind.CONFIGURATION_WRONG


@given(st.text(max_size=60), st.sampled_from([*HOSTILE, f"{ROOT}/me"]), st.integers(0, 40))
def test_whatever_passes_is_read_by_httpx_as_our_own_origin(noise: str, base: str, place: int) -> None:
    address = base[:place] + noise + base[place:]
    try:
        GUARD.check(address)
    except ProblemRaised:
        return
    url = httpx.URL(address)
    assert (url.scheme, url.host, url.port, url.userinfo) == ("https", "graph.microsoft.com", None, b"")
    assert url.path.startswith("/v1.0")
    assert urlsplit(address).hostname == "graph.microsoft.com"
