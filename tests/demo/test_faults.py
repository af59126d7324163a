"""Every fault does what its name says, as often as it was ordered, to the requests it was meant for."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from tests.demo.conftest import MORNING
from tests.demo.small_parts import ITEMS, small_cms, small_graph
from tests.demo.town_thread import Town, town_on_thread
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.control.labels import CERTIFICATES, FAULTS, ORIGIN_NAMES
from workplace_app.demo.faults.answers import ANSWERS, INNER_ANSWERS
from workplace_app.demo.faults.bendings import BENDINGS, DEPTH
from workplace_app.demo.faults.book import FaultBook, FaultKind, FaultRule
from workplace_app.demo.faults.connections import CONNECTIONS
from workplace_app.demo.network import ORIGINS
from workplace_app.demo.running import Start

NEWS = "/nyheter"
SIZE = 1_000_000


@pytest.fixture(scope="module")
def standing_town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    start = Start(tmp_path_factory.mktemp("town"), DemoClock(MORNING, standing=True), frozen=True)
    with town_on_thread(start, [small_graph, small_cms]) as running:
        yield running


@pytest.fixture
def town(standing_town: Town) -> Town:
    """One municipality for all these tests, without the faults and requests of the last."""
    standing_town.order("faults/clear")
    standing_town.order("requests/reset")
    return standing_town


def get_news(town: Town, query: str = "") -> httpx.Response:
    return town.web.get(f"{town.cms_origin}{NEWS}{query}")


def strike(town: Town, kind: FaultKind, **order: Any) -> httpx.Response:
    town.order("faults", kind=kind.value, **{"origin": "cms", "path": NEWS, "size": SIZE, **order})
    return get_news(town)


def is_error(status: int, **headers: str) -> Callable[[httpx.Response], bool]:
    def check(answer: httpx.Response) -> bool:
        sent = all(answer.headers[name.replace("_", "-")] == value for name, value in headers.items())
        return answer.status_code == status and sent and isinstance(answer.json(), dict)

    return check


def items_are(change: Callable[[list[Any]], object]) -> Callable[[httpx.Response], bool]:
    return lambda answer: bool(answer.json()["items"] == change(ITEMS))


SEEN: dict[FaultKind, Callable[[httpx.Response], bool]] = {
    FaultKind.STATUS: is_error(503),
    FaultKind.THROTTLED: is_error(429, retry_after="10"),
    FaultKind.RESYNC: lambda answer: answer.status_code == 410 and answer.headers["location"].endswith(NEWS),
    FaultKind.SYNC_STATE_NOT_FOUND: is_error(410),
    FaultKind.TOKEN_REFUSED: is_error(401, www_authenticate='Bearer realm="", error="invalid_token"'),
    FaultKind.CLAIMS_CHALLENGE: lambda answer: 'claims="' in answer.headers["www-authenticate"],
    FaultKind.INVALID_GRANT: lambda answer: bool(answer.json()["error"] == "invalid_grant"),
    FaultKind.CAPTIVE_PORTAL: lambda answer: answer.status_code == 200 and "<html" in answer.text,
    FaultKind.REDIRECT_FOREIGN: lambda answer: httpx.URL(answer.headers["location"]).host.endswith(".example"),
    FaultKind.REDIRECT_PLAIN_HTTP: lambda answer: answer.headers["location"].startswith("http://localhost"),
    FaultKind.NEXT_LINK_LOOP: lambda answer: "loop-a" in answer.json()["@odata.nextLink"],
    FaultKind.NEXT_LINK_ENDLESS: lambda answer: "page-2" in answer.json()["@odata.nextLink"],
    FaultKind.GZIP_BOMB: lambda answer: len(answer.content) == SIZE > 50 * int(answer.headers["content-length"]),
    FaultKind.ENDLESS_BODY: lambda answer: len(answer.content) > SIZE * 0.9,
    FaultKind.EMPTY_BODY: lambda answer: answer.content == b"",
    FaultKind.NULL: lambda answer: answer.json() is None,
    FaultKind.LIST: lambda answer: isinstance(answer.json(), list),
    FaultKind.WRONG_TYPES: lambda answer: answer.json()["items"][1]["title"] == {"text": "Uppgift 1"},
    FaultKind.UNKNOWN_FIELDS: lambda answer: all("fromTheFuture" in item for item in answer.json()["items"]),
    FaultKind.NOT_A_NUMBER: lambda answer: answer.json()["notANumber"] != answer.json()["notANumber"],
    FaultKind.BYTE_ORDER_MARK: lambda answer: answer.content.startswith(b"\xef\xbb\xbf{"),
    FaultKind.UTF_16: lambda answer: answer.content[:2] in (b"\xff\xfe", b"\xfe\xff"),
    FaultKind.BAD_UTF_8: lambda answer: b"\xed\xa0\x80" in answer.content,
    FaultKind.DEEP: lambda answer: answer.content.count(b"[") == DEPTH,
    FaultKind.CUT_JSON: lambda answer: answer.content.startswith(b"{") and not answer.content.endswith(b"}"),
    FaultKind.DUPLICATE_ITEMS: items_are(lambda items: [item for item in items for _ in range(2)]),
    FaultKind.ITEMS_WITHOUT_ID: lambda answer: not any("id" in item for item in answer.json()["items"]),
    FaultKind.ITEMS_WITHOUT_ETAG: lambda answer: not any("@odata.etag" in item for item in answer.json()["items"]),
    FaultKind.NO_ITEMS: items_are(lambda _items: []),
    FaultKind.NEXT_LINK_SELF: lambda answer: answer.json()["@odata.nextLink"] == str(answer.url),
    FaultKind.NEXT_LINK_FOREIGN: lambda answer: "elsewhere.example" in answer.json()["@odata.nextLink"],
    FaultKind.LATENCY: items_are(list),
    FaultKind.SLOW_BODY: items_are(list),
}
# Under TLS a reset reaches Python as an end of file or as an error of the socket, depending on the OpenSSL in use.
RESET = (httpx.ReadError, httpx.RemoteProtocolError)
RAISED: dict[FaultKind, type[Exception] | tuple[type[Exception], ...]] = {
    FaultKind.GZIP_LIE: httpx.DecodingError,
    FaultKind.RESET: RESET,
    FaultKind.CLOSED: httpx.RemoteProtocolError,
    FaultKind.ANSWER_LOST: RESET,
    FaultKind.CUT_BODY: httpx.RemoteProtocolError,
    FaultKind.RESET_IN_BODY: RESET,
    FaultKind.SILENT: httpx.RemoteProtocolError,
}


@pytest.mark.parametrize("kind", sorted(SEEN))
def test_an_answer_is_wrong_in_its_own_way_once_and_then_right_again(town: Town, kind: FaultKind) -> None:
    answer = strike(town, kind, seconds=0.05)
    assert SEEN[kind](answer), answer.content[:500]
    assert get_news(town).json()["items"] == ITEMS
    logged = [one["fault"] for one in town.look("requests", path=NEWS)["requests"]]
    assert logged == [kind.value, None]


@pytest.mark.parametrize("kind", sorted(RAISED))
def test_a_connection_breaks_in_its_own_way_once_and_then_holds_again(town: Town, kind: FaultKind) -> None:
    with pytest.raises(RAISED[kind]):
        strike(town, kind, seconds=0.05)
    assert get_news(town).json()["items"] == ITEMS


def test_silence_lasts_until_the_client_gives_up(town: Town) -> None:
    town.order("faults", kind="silent", path=NEWS, seconds=60)
    with pytest.raises(httpx.ReadTimeout):
        town.web.get(f"{town.cms_origin}{NEWS}", timeout=0.2)
    assert get_news(town).status_code == 200


def test_no_kind_is_without_a_doer_words_or_a_test() -> None:
    doers = [*ANSWERS, *BENDINGS, *CONNECTIONS]
    assert sorted(doers) == sorted(FaultKind)
    assert set(FAULTS) == set(FaultKind)
    assert {*SEEN, *RAISED} == set(FaultKind)
    assert set(ANSWERS) >= INNER_ANSWERS
    assert set(ORIGIN_NAMES) == set(ORIGINS)
    assert len(CERTIFICATES) == 4


def test_a_fault_strikes_after_the_skipped_ones_and_as_often_as_ordered(town: Town) -> None:
    town.order("faults", kind="status", status=500, path=NEWS, skip=1, times=2)
    assert [get_news(town).status_code for _ in range(5)] == [200, 500, 500, 200, 200]


def test_a_fault_without_number_of_times_strikes_until_it_is_taken_away(town: Town) -> None:
    number = town.order("faults", kind="status", path=NEWS, times=None)["number"]
    assert {get_news(town).status_code for _ in range(4)} == {503}
    assert town.order("faults/remove", number=number) == {"removed": True}
    assert get_news(town).status_code == 200


def test_a_fault_for_another_origin_path_or_method_leaves_the_request_alone() -> None:
    book = FaultBook()
    book.add(FaultRule(FaultKind.STATUS, origin="graph", path="/v1.0/me/*", method="GET"))
    assert book.take("cms", "GET", "/v1.0/me/x") is None
    assert book.take("graph", "POST", "/v1.0/me/x") is None
    assert book.take("graph", "GET", "/v1.0/me") is None
    assert book.take("graph", "GET", "/v1.0/me/x") is not None
    assert book.take("graph", "GET", "/v1.0/me/x") is None


@pytest.mark.parametrize("retry_after", ["0", "-5", "soon", "Wed, 21 Oct 2026 07:28:00 GMT", "99999999999"])
def test_retry_after_is_sent_as_it_was_ordered(town: Town, retry_after: str) -> None:
    assert strike(town, FaultKind.THROTTLED, retry_after=retry_after).headers["retry-after"] == retry_after


def test_throttling_can_leave_retry_after_out(town: Town) -> None:
    assert "retry-after" not in strike(town, FaultKind.THROTTLED, retry_after="").headers


def test_resync_can_point_elsewhere_or_nowhere_and_drops_the_bookmark(town: Town) -> None:
    assert "elsewhere.example" in strike(town, FaultKind.RESYNC, location="foreign").headers["location"]
    assert "location" not in strike(town, FaultKind.RESYNC, location="none").headers
    town.order("faults", kind="resync", path=NEWS)
    assert get_news(town, "?top=5&$deltatoken=old").headers["location"] == f"{town.cms_origin}{NEWS}?top=5"


def test_two_pages_of_a_loop_point_at_each_other(town: Town) -> None:
    first = strike(town, FaultKind.NEXT_LINK_LOOP, times=None).json()["@odata.nextLink"]
    second = town.web.get(first).json()["@odata.nextLink"]
    assert town.web.get(second).json()["@odata.nextLink"] == first


def test_a_wrong_order_is_refused_with_words(town: Town) -> None:
    for order in ({"kind": "meteor"}, {"kind": "status", "skip": "many"}, {"kind": "resync", "location": "moon"}):
        answer = town.web.post(f"{town.configuration['control']}/faults", json=order)
        assert answer.status_code == 400
        assert "must be" in answer.json()["error"]
    broken = town.web.post(f"{town.configuration['control']}/faults", content=b"[")
    assert json.loads(broken.content) == {"error": "the body must be JSON"}
