"""The stage: real listeners with real TLS that say what the demo municipality says, and break where a cell wants it.

Whatever is asked for the first time is asked of the town and remembered, since the town stands still; lists are made
short and given in three pages. Another listener is the foreign origin: it would answer anybody, and counts who comes.
"""

import asyncio
import json
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tests.demo.town_thread import Town
from tests.faults.hurried_loop import HurriedLoop
from tests.faults.small_pages import LENGTH, smaller
from tests.faults.wire_format import Asked, Said, read_request

ORIGINS = ("graph", "cms", "identity", "foreign")
_NOT_PASSED_ON = {"content-encoding", "transfer-encoding", "content-length", "connection", "date"}
FOREIGN = Said(200, b'{"value":[]}', {"content-type": "application/json"})
MOST_REQUESTS = 400
"""Beyond this a cell's client is taken to run for ever; the stage stops answering it."""


@dataclass(frozen=True)
class Heard:
    """One request that has reached a listener, when by the client's clock, and whether the fault struck it."""

    asked: Asked
    at: datetime
    struck: bool


Stroke = Callable[["Connection", Asked, Callable[[], Said]], Awaitable[bool]]
"""What a fault does to one request: it answers in the fault's manner; True when the connection can go on."""


@dataclass
class Connection:
    """One client's connection, as a stroke sees it. ``origin`` is the listener's address."""

    stage: "Stage"
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def send(self, content: bytes) -> None:
        self.writer.write(content)
        await self.writer.drain()


@dataclass
class Plan:
    """Which requests a fault strikes, and how often (None: each time). After the request ``turning`` has been answered
    all connections end and ``turn`` is carried out: what is wrong from then on is the road, not an answer."""

    concerns: Callable[[Asked], bool] = lambda _asked: False
    stroke: Stroke | None = None
    times: int | None = None
    struck: int = 0
    turning: str | None = None
    turn: Callable[[], Awaitable[None]] | None = None

    def takes(self, asked: Asked) -> bool:
        if self.stroke is None or self.times == self.struck or not self.concerns(asked):
            return False
        self.struck += 1
        return True


@dataclass
class Stage:
    """Belongs to ``loop``. ``now`` is the client's clock; ``live`` lets every request through to the town itself;
    ``reshaped`` is what has become of the town since it was asked."""

    town: Town
    loop: HurriedLoop
    context: ssl.SSLContext
    authorization: dict[str, str]
    now: Callable[[], datetime] = datetime.now
    plan: Plan = field(default_factory=Plan)
    heard: list[Heard] = field(default_factory=list)
    ports: dict[str, int] = field(default_factory=dict)
    live: bool = False
    length: int = LENGTH
    reshaped: Callable[[Asked, Said], Said] | None = None
    said_before: dict[str, Said] = field(default_factory=dict)
    effects: list[Asked] = field(default_factory=list)
    items_of_deltas: dict[str, list[Any]] = field(default_factory=dict)
    _servers: list[asyncio.Server] = field(default_factory=list)
    _tasks: set[asyncio.Task[Any]] = field(default_factory=set)

    async def open(self) -> None:
        for origin in ORIGINS:
            server = await asyncio.start_server(
                self._serving(origin), "127.0.0.1", 0, ssl=self.context, limit=1 << 20, backlog=64
            )
            self._servers.append(server)
            self.ports[origin] = server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        await self.hang_up()
        for server in self._servers:
            server.close()

    async def hang_up(self) -> None:
        """Cut every connection that is still open."""
        for task in list(self._tasks):
            task.cancel()
        if self._tasks:
            await asyncio.wait(list(self._tasks))

    def address(self, origin: str) -> str:
        return f"https://localhost:{self.ports[origin]}"

    def begin(self, plan: Plan) -> None:
        """A new act: nothing heard yet."""
        self.plan, self.heard, self.effects = plan, [], []

    def right_answer(self, asked: Asked) -> Said:
        """What the town says, with the stage's addresses in it."""
        if self.live or asked.method not in ("GET", "POST") or (asked.method == "POST" and "$batch" not in asked.path):
            return self._of_the_town(asked)
        known = self.said_before.get(asked.key)
        if known is None:
            said = self._of_the_town(asked)
            known = smaller(asked, said, self._of_the_town, self._keep, self.address("graph"), self._again, self.length)
            self.said_before[asked.key] = known
        return known if self.reshaped is None else self.reshaped(asked, known)

    def _again(self, path: str) -> list[Any]:
        return self.items_of_deltas.setdefault(path, [])

    def _keep(self, asked: Asked, said: Said) -> None:
        self.said_before[asked.key] = said

    def _of_the_town(self, asked: Asked) -> Said:
        towns = self._town_addresses()
        skipped = {"host", "authorization", "content-length", "accept-encoding", "connection"}
        if not self.live:
            skipped.add("if-none-match")  # what is remembered is the whole answer
        headers = {name: value for name, value in asked.headers.items() if name not in skipped}
        if asked.origin in self.authorization:
            headers["authorization"] = self.authorization[asked.origin]
        address = f"{towns[asked.origin]}{asked.target}"
        answer = self.town.web.request(asked.method, address, headers=headers, content=asked.body)
        if asked.method != "GET" and "$batch" not in asked.path and answer.status_code < 300:
            self.effects.append(asked)
        kept = {name.lower(): value for name, value in answer.headers.items() if name.lower() not in _NOT_PASSED_ON}
        body = answer.content
        for name, town_address in towns.items():
            body = body.replace(town_address.encode(), self.address(name).encode())
            kept = {key: value.replace(town_address, self.address(name)) for key, value in kept.items()}
        if asked.path.endswith("/openid-configuration"):
            # The name in its tokens is the town's own, which is signed and cannot be another.
            ours, towns_own = (f'"issuer":"{each}'.encode() for each in (self.address("identity"), towns["identity"]))
            body = body.replace(ours, towns_own)
        return Said(answer.status_code, body, kept)

    def _town_addresses(self) -> dict[str, str]:
        return {
            "graph": self.town.graph.removesuffix("/v1.0"),
            "cms": self.town.cms_origin,
            "identity": str(self.town.configuration["authority"]),
        }

    def before(self, configuration: dict[str, Any]) -> dict[str, Any]:
        """The town's configuration with the stage's addresses in it."""
        text = json.dumps(configuration)
        for name, address in self._town_addresses().items():
            text = text.replace(address, self.address(name))
        changed: dict[str, Any] = json.loads(text)
        return changed

    def _serving(self, origin: str) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]:
        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task is not None
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
            try:
                with suppress(ConnectionError, ssl.SSLError, asyncio.CancelledError):
                    await self._converse(origin, Connection(self, reader, writer))
            finally:
                writer.transport.abort()

        return serve

    async def _converse(self, origin: str, connection: Connection) -> None:
        while (asked := await read_request(connection.reader, origin)) is not None:
            strikes = origin != "foreign" and self.plan.takes(asked)
            self.heard.append(Heard(asked, self.now(), strikes))
            if len(self.heard) > MOST_REQUESTS:
                return
            if strikes and self.plan.stroke is not None:
                if not await self.plan.stroke(connection, asked, lambda asked=asked: self.right_answer(asked)):  # type: ignore[misc]
                    return
                continue
            said = FOREIGN if origin == "foreign" else self.right_answer(asked)
            if self.plan.turn is not None and asked.key == self.plan.turning:
                await self._turn(connection, said, self.plan.turn)
                return
            await connection.send(said.whole)

    async def _turn(self, connection: Connection, said: Said, turn: Callable[[], Awaitable[None]]) -> None:
        """The last answer on the good road."""
        self.plan.turn = None
        await turn()
        await connection.send(Said(said.status, said.body, {**said.headers, "connection": "close"}).whole)
        mine = asyncio.current_task()
        for task in self._tasks:
            if task is not mine:
                task.cancel()
