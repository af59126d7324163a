"""Connections that break, fall silent or dribble."""

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable

from starlette.types import ASGIApp, Receive, Scope, Send

from workplace_app.demo.asgi_messages import TRANSPORT, CapturedAnswer, read_whole, replayed, until_disconnected
from workplace_app.demo.faults.book import FaultKind, FaultRule

NO_LINGER = struct.pack("ii", 1, 0)
"""SO_LINGER with zero seconds: closing sends a reset."""
DRIBBLES = 8

Break = Callable[[FaultRule, ASGIApp, Scope, Receive, Send], Awaitable[None]]


def cut(scope: Scope, *, reset: bool) -> None:
    """End the connection of a request: with a reset, or by closing it after what was written."""
    transport: asyncio.Transport = scope["extensions"][TRANSPORT]
    if not reset:
        transport.close()
        return
    connected = transport.get_extra_info("socket")
    if connected is not None and connected.fileno() >= 0:
        connected.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NO_LINGER)
    transport.abort()


async def wait(seconds: float, receive: Receive) -> bool:
    """Wait, but not longer than the client does; True when the client is still there."""
    try:
        await asyncio.wait_for(until_disconnected(receive), seconds)
    except TimeoutError:
        return True
    return False


async def _reset(_rule: FaultRule, _app: ASGIApp, scope: Scope, receive: Receive, _send: Send) -> None:
    cut(scope, reset=True)
    await until_disconnected(receive)


async def _closed(_rule: FaultRule, _app: ASGIApp, scope: Scope, receive: Receive, _send: Send) -> None:
    cut(scope, reset=False)
    await until_disconnected(receive)


async def _answer_lost(_rule: FaultRule, app: ASGIApp, scope: Scope, receive: Receive, _send: Send) -> None:
    await app(scope, receive, CapturedAnswer().capture)
    cut(scope, reset=True)
    await until_disconnected(receive)


def _half(*, reset: bool) -> Break:
    async def send_half(_rule: FaultRule, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        answer = CapturedAnswer()
        await app(scope, receive, answer.capture)
        answer.replace_header("content-length", str(len(answer.body)))
        await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
        half = answer.body[: len(answer.body) // 2]
        await send({"type": "http.response.body", "body": half, "more_body": True})
        cut(scope, reset=reset)
        await until_disconnected(receive)

    return send_half


async def _silent(rule: FaultRule, _app: ASGIApp, scope: Scope, receive: Receive, _send: Send) -> None:
    await wait(rule.seconds, receive)
    cut(scope, reset=False)
    await until_disconnected(receive)


async def _latency(rule: FaultRule, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    body = await read_whole(receive)
    if await wait(rule.seconds, receive):
        await app(scope, replayed(body, receive), send)


async def _slow_body(rule: FaultRule, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    answer = CapturedAnswer()
    await app(scope, receive, answer.capture)
    answer.replace_header("content-length", str(len(answer.body)))
    await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
    step = max(len(answer.body) // DRIBBLES, 1)
    for start in range(0, len(answer.body), step):
        await send({"type": "http.response.body", "body": answer.body[start : start + step], "more_body": True})
        if not await wait(rule.seconds / DRIBBLES, receive):
            return
    await send({"type": "http.response.body", "body": b""})


CONNECTIONS: dict[FaultKind, Break] = {
    FaultKind.RESET: _reset,
    FaultKind.CLOSED: _closed,
    FaultKind.ANSWER_LOST: _answer_lost,
    FaultKind.CUT_BODY: _half(reset=False),
    FaultKind.RESET_IN_BODY: _half(reset=True),
    FaultKind.SILENT: _silent,
    FaultKind.LATENCY: _latency,
    FaultKind.SLOW_BODY: _slow_body,
}
