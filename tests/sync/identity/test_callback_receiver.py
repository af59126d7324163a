"""The receiver with a registered address takes the issuer's answer and leaves no code in the browser's address."""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from contextlib import closing
from typing import TypeVar

import httpx
import pytest

from sync.identity.callback_receiver import CallbackReceiver
from sync.identity.redirect_receiver import ReturnPages
from tests.peers.issuers import free_ports
from workplace_app.domain.problem import ProblemRaised

PAGES = ReturnPages(signed_in="<p>in", not_signed_in="<p>out")
STATE = "the-state"
Result = TypeVar("Result")
Use = Callable[[CallbackReceiver, httpx.AsyncClient], Awaitable[Result]]


def with_receiver(use: Use[Result], mode: str = "query", ports: tuple[int, ...] = ()) -> Result:
    async def run() -> Result:
        async with (
            asyncio.timeout(20),
            CallbackReceiver(STATE, PAGES, ports, mode) as receiver,
            httpx.AsyncClient(trust_env=False) as browser,
        ):
            return await use(receiver, browser)

    return asyncio.run(run())


def test_an_answer_in_the_address_is_taken_and_another_address_shown() -> None:
    async def use(receiver: CallbackReceiver, browser: httpx.AsyncClient) -> tuple[httpx.Response, dict[str, str]]:
        asked = {"code": "c+1 å", "state": STATE, "iss": "https://issuer.example/"}
        page = await browser.get(receiver.redirect_uri, params=asked, follow_redirects=True)
        return page, await receiver.answer()

    page, answer = with_receiver(use)
    assert page.text == "<p>in"
    assert page.url.path == "/signed-in"
    assert page.url.query == b""
    assert page.history[0].status_code == 303
    assert "c+1" not in page.history[0].text
    assert page.headers["referrer-policy"] == page.history[0].headers["referrer-policy"] == "no-referrer"
    assert answer == {"code": "c+1 å", "state": STATE, "iss": "https://issuer.example/"}


def test_the_browser_still_gets_its_page_when_the_program_is_quicker() -> None:
    """The answer is handed on with the redirect; the page that it leads to is given before the receiver goes."""

    async def use(receiver: CallbackReceiver, browser: httpx.AsyncClient) -> "asyncio.Task[httpx.Response]":
        client = httpx.AsyncClient(trust_env=False)
        asked = {"code": "c", "state": STATE}
        visit = asyncio.ensure_future(client.get(receiver.redirect_uri, params=asked, follow_redirects=True))
        visit.add_done_callback(lambda _visit: closing_of.append(asyncio.ensure_future(client.aclose())))
        del browser
        await receiver.answer()
        return visit

    closing_of: list[asyncio.Task[None]] = []

    async def run() -> httpx.Response:
        async with asyncio.timeout(20):
            async with CallbackReceiver(STATE, PAGES, (), "query") as receiver, httpx.AsyncClient() as browser:
                visit = await use(receiver, browser)
            page = await visit
            await asyncio.gather(*closing_of)
            return page

    assert asyncio.run(run()).text == "<p>in"


@pytest.mark.parametrize("mode", ["query", "form_post"])
def test_a_refusal_is_an_answer_too(mode: str) -> None:
    async def use(receiver: CallbackReceiver, browser: httpx.AsyncClient) -> tuple[str, dict[str, str]]:
        fields = {"error": "access_denied", "state": STATE}
        if mode == "query":
            page = await browser.get(receiver.redirect_uri, params=fields, follow_redirects=True)
        else:
            page = await browser.post(receiver.redirect_uri, data=fields)
        return page.text, await receiver.answer()

    text, answer = with_receiver(use, mode)
    assert text == "<p>out"
    assert answer["error"] == "access_denied"


def test_whoever_asks_for_something_else_does_not_end_the_waiting() -> None:
    async def use(receiver: CallbackReceiver, browser: httpx.AsyncClient) -> list[int]:
        root = receiver.redirect_uri.removesuffix("/callback")
        uri = receiver.redirect_uri
        answers = [
            await browser.get(f"{root}/favicon.ico"),
            await browser.get(f"{root}/signed-in"),
            await browser.get(f"{root}/"),
            await browser.get(uri),
            await browser.get(uri, params={"code": "c", "state": "another"}),
            await browser.get(uri, params={"state": STATE}),
            await browser.post(uri, data={"code": "c", "state": STATE}),
            await browser.get(f"{root}/callback/", params={"code": "c", "state": STATE}),
            await browser.get(f"{root}/elsewhere", params={"code": "c", "state": STATE}),
        ]
        waiting = asyncio.ensure_future(receiver.answer())
        await asyncio.sleep(0)
        assert not waiting.done()
        await browser.get(uri, params={"code": "right", "state": STATE}, follow_redirects=True)
        assert (await waiting)["code"] == "right"
        return [answer.status_code for answer in answers]

    assert with_receiver(use) == [404, 404, 404, 400, 400, 200, 405, 404, 404]


def test_by_form_post_nothing_is_taken_from_an_address() -> None:
    async def use(receiver: CallbackReceiver, browser: httpx.AsyncClient) -> tuple[int, str]:
        got = await browser.get(receiver.redirect_uri, params={"code": "c", "state": STATE})
        await browser.post(receiver.redirect_uri, data={"code": "posted", "state": STATE})
        return got.status_code, (await receiver.answer())["code"]

    assert with_receiver(use, "form_post") == (405, "posted")


def test_the_registered_ports_are_tried_in_their_order() -> None:
    ports = free_ports()

    async def use(receiver: CallbackReceiver, _browser: httpx.AsyncClient) -> str:
        return receiver.redirect_uri

    assert with_receiver(use, ports=ports) == f"http://127.0.0.1:{ports[0]}/callback"
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", ports[0]))
        taken.listen()
        assert with_receiver(use, ports=ports) == f"http://127.0.0.1:{ports[1]}/callback"
        with pytest.raises(ProblemRaised) as raised:
            with_receiver(use, ports=ports[:1])
    assert raised.value.problem.detail == "no port to listen on (EADDRINUSE)"
