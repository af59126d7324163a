"""Dates every answer with the demo's clock, so that a client can see how far its own is off."""

from email.utils import format_datetime

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from workplace_app.demo.settings import Clock


class DatedOrigin:
    """Adds the ``Date`` header that uvicorn would take from the system."""

    def __init__(self, app: ASGIApp, now: Clock) -> None:
        self._app = app
        self._now = now

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def dated(message: Message) -> None:
            if message["type"] == "http.response.start":
                date = format_datetime(self._now(), usegmt=True).encode()
                message = {**message, "headers": [*message.get("headers", ()), (b"date", date)]}
            await send(message)

        await self._app(scope, receive, dated)
