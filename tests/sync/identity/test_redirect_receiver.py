"""The loopback receiver takes one true answer and turns everything else away."""

import asyncio
import os
import socket
from collections.abc import Awaitable, Callable
from typing import TypeVar

import httpx
import pytest

from sync.identity.redirect_receiver import RedirectReceiver, ReturnPages
from workplace_app.domain.problem import ProblemRaised

resource = pytest.importorskip("resource", reason="the limit of open files is POSIX's")

PAGES = ReturnPages(signed_in="<p>in", not_signed_in="<p>out")
STATE = "the-state"
Result = TypeVar("Result")


def with_receiver(use: Callable[[RedirectReceiver, httpx.AsyncClient], Awaitable[Result]]) -> Result:
    async def run() -> Result:
        async with RedirectReceiver(STATE, PAGES) as receiver, httpx.AsyncClient(trust_env=False) as browser:
            return await use(receiver, browser)

    return asyncio.run(run())


def test_a_true_answer_is_taken_and_the_browser_told() -> None:
    async def use(receiver: RedirectReceiver, browser: httpx.AsyncClient) -> tuple[str, str, dict[str, str]]:
        page = await browser.post(receiver.redirect_uri, data={"code": "c+1 å", "state": STATE})
        return page.text, page.headers["content-security-policy"], await receiver.answer()

    text, policy, answer = with_receiver(use)
    assert text == "<p>in"
    assert policy.startswith("default-src 'none'")
    assert answer == {"code": "c+1 å", "state": STATE}


def test_without_a_free_descriptor_it_says_that_there_is_no_port() -> None:
    async def open_it() -> None:
        async with RedirectReceiver(STATE, PAGES):
            pytest.fail("nobody can listen")

    async def run() -> None:
        least = resource.getrlimit(resource.RLIMIT_NOFILE)
        taken = os.dup(0)
        os.close(taken)
        resource.setrlimit(resource.RLIMIT_NOFILE, (taken, least[1]))
        try:
            await open_it()
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, least)

    with pytest.raises(ProblemRaised) as raised:
        asyncio.run(run())
    assert raised.value.problem.detail == "no port to listen on (EMFILE)"


def test_an_error_of_the_provider_is_an_answer_too() -> None:
    async def use(receiver: RedirectReceiver, browser: httpx.AsyncClient) -> tuple[str, dict[str, str]]:
        page = await browser.post(receiver.redirect_uri, data={"error": "access_denied", "state": STATE})
        return page.text, await receiver.answer()

    assert with_receiver(use) == ("<p>out", {"error": "access_denied", "state": STATE})


@pytest.mark.parametrize(
    ("method", "query", "form", "status"),
    [
        ("GET", f"?code=c&state={STATE}", {}, 405),
        ("GET", "", {}, 405),
        ("POST", "", {"code": "c", "state": "another"}, 400),
        ("POST", "", {"code": "c"}, 400),
        ("POST", "", {"code": "c", "state": "the-stät€"}, 400),
        ("POST", "", {"state": STATE}, 200),
        ("PUT", "", {"code": "c", "state": STATE}, 405),
    ],
)
def test_a_forged_answer_is_turned_away_and_the_true_one_still_comes(
    method: str, query: str, form: dict[str, str], status: int
) -> None:
    async def use(receiver: RedirectReceiver, browser: httpx.AsyncClient) -> tuple[int, dict[str, str]]:
        forged = await browser.request(method, receiver.redirect_uri + "/" + query, data=form)
        assert forged.text == "<p>out"
        await browser.post(receiver.redirect_uri, data={"code": "true", "state": STATE})
        return forged.status_code, await receiver.answer()

    assert with_receiver(use) == (status, {"code": "true", "state": STATE})


def test_a_second_answer_changes_nothing() -> None:
    async def use(receiver: RedirectReceiver, browser: httpx.AsyncClient) -> dict[str, str]:
        for code in ("first", "second"):
            await browser.post(receiver.redirect_uri, data={"code": code, "state": STATE})
        return await receiver.answer()

    assert with_receiver(use)["code"] == "first"


@pytest.mark.parametrize("noise", [b"\x16\x03\x01\x02\x00", b"POST / HTTP/1.1\r\ncontent-length: 9\r\n\r\n", b""])
def test_noise_on_the_port_disturbs_nobody(noise: bytes) -> None:
    async def use(receiver: RedirectReceiver, browser: httpx.AsyncClient) -> dict[str, str]:
        port = int(receiver.redirect_uri.rpartition(":")[2])
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(noise)
        writer.close()
        await browser.post(receiver.redirect_uri, data={"code": "true", "state": STATE})
        return await receiver.answer()

    assert with_receiver(use)["code"] == "true"


def test_a_form_that_never_ends_is_cut_off() -> None:
    async def use(receiver: RedirectReceiver, browser: httpx.AsyncClient) -> str:
        try:
            await browser.post(receiver.redirect_uri, content=b"a" * 200_000)
        except httpx.HTTPError as error:
            return type(error).__name__
        return "answered"

    assert with_receiver(use) != "answered"


def test_it_listens_on_loopback_only_and_lets_go_of_its_port() -> None:
    async def use(receiver: RedirectReceiver, browser: httpx.AsyncClient) -> tuple[set[str], int]:
        sockets = [bound for server in receiver._servers for bound in server.sockets]
        return {bound.getsockname()[0] for bound in sockets}, sockets[0].getsockname()[1]

    hosts, port = with_receiver(use)
    assert hosts <= {"127.0.0.1", "::1"}
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", port))


def test_a_head_request_is_answered_without_a_body_and_without_an_error() -> None:
    complaints: list[dict[str, object]] = []

    async def use(receiver: RedirectReceiver, browser: httpx.AsyncClient) -> int:
        asyncio.get_running_loop().set_exception_handler(lambda _loop, context: complaints.append(context))
        page = await browser.head(receiver.redirect_uri)
        return page.status_code

    assert with_receiver(use) == 405
    assert complaints == []


def test_connections_that_wait_without_a_word_are_ended_with_the_sign_in() -> None:
    """Browsers open one ahead of need; it must neither outlive the receiver nor hold it up."""
    complaints: list[dict[str, object]] = []

    async def run() -> bytes:
        asyncio.get_running_loop().set_exception_handler(lambda _loop, context: complaints.append(context))
        async with RedirectReceiver(STATE, PAGES) as receiver:
            port = int(receiver.redirect_uri.rpartition(":")[2])
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"POST / HTTP/1.1\r\n")
            await writer.drain()
        try:
            return await asyncio.wait_for(reader.read(), 2)
        except ConnectionError:
            return b""
        finally:
            writer.close()

    assert asyncio.run(run()) == b""
    assert complaints == []


def test_a_form_that_is_announced_too_large_is_refused_before_it_comes() -> None:
    async def use(receiver: RedirectReceiver, _browser: httpx.AsyncClient) -> bytes:
        port = int(receiver.redirect_uri.rpartition(":")[2])
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n" + b"a" * 70_000)
        answer = await asyncio.wait_for(reader.read(), 5)
        writer.close()
        return answer

    assert with_receiver(use) == b""
