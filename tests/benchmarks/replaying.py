"""A server that asks the demo municipality once and from then on repeats what it said, at the speed of a dictionary.

    python -m tests.benchmarks.replaying FOLDER < configuration.json

Reads the demo's configuration, prints one of its own with its own addresses, and serves until standard input closes.
What both ways of a first sync are measured against is then the same bytes over the same kind of socket, not the demo's
diligence. GET /recorded on any of its origins tells in which order what was asked.
"""

import asyncio
import base64
import json
import ssl
import sys
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import trustme

HEAD_END = b"\r\n\r\n"
PASSED_ON = ("content-type", "etag", "location", "x-epi-continuation", "retry-after", "last-modified")
NOT_FORWARDED = {"host", "connection", "accept-encoding", "content-length"}
RECORDED = "/recorded"

CONTINUATION = "x-epi-continuation"
Key = tuple[str, str, str, bytes, str]  # origin, method, path with query, body, the CMS's continuation


@dataclass
class Recording:
    """What was asked, in order, and the whole answer to each."""

    answers: dict[Key, bytes] = field(default_factory=dict)
    headers: dict[Key, dict[str, str]] = field(default_factory=dict)

    def told(self, own: dict[str, str]) -> bytes:
        asked = [
            {
                "origin": own[origin],
                "method": method,
                "path": path,
                "body": base64.b64encode(body).decode(),
                "headers": {name: value for name, value in self.headers[key].items() if name != "authorization"},
            }
            for key in self.answers
            for origin, method, path, body, _ in [key]
        ]
        return answer_of(200, {"content-type": "application/json"}, json.dumps(asked).encode())


def answer_of(status: int, headers: dict[str, str], body: bytes) -> bytes:
    lines = [
        f"HTTP/1.1 {status} .",
        *(f"{name}: {value}" for name, value in headers.items()),
        f"content-length: {len(body)}",
    ]
    return "\r\n".join(lines).encode("latin-1") + HEAD_END + body


class Replaying:
    """One listener for each https origin of the municipality; addresses are exchanged both ways."""

    def __init__(self, upstream: httpx.AsyncClient) -> None:
        self._upstream = upstream
        self._recording = Recording()
        self._own_to_theirs: dict[str, str] = {}

    async def serve(self, origin: str, context: ssl.SSLContext) -> str:
        """Listen on behalf of an origin; gives back our own in its place."""

        async def conversation(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await self._converse(origin, reader, writer)

        server = await asyncio.start_server(conversation, "127.0.0.1", 0, ssl=context, limit=2**20)
        own = f"https://localhost:{server.sockets[0].getsockname()[1]}"
        self._own_to_theirs[own] = origin
        return own

    async def _converse(self, origin: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(HEAD_END)).decode("latin-1").split("\r\n")
                method, path, _ = head[0].split(" ", 2)
                headers = {
                    name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:]) if name
                }
                body = await reader.readexactly(int(headers.get("content-length", "0")))
                writer.write(await self._answer((origin, method, path, body, headers.get(CONTINUATION, "")), headers))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def _answer(self, key: Key, headers: dict[str, str]) -> bytes:
        origin, method, path, body, _ = key
        if path == RECORDED:
            return self._recording.told({theirs: own for own, theirs in self._own_to_theirs.items()})
        if key not in self._recording.answers:
            kept = {name: value for name, value in headers.items() if name not in NOT_FORWARDED}
            said = await self._upstream.request(
                method,
                self._exchanged(f"{origin}{path}", back=True),
                headers=kept,
                content=self._exchanged_bytes(body, back=True),
            )
            passed = {name: self._exchanged(said.headers[name]) for name in PASSED_ON if name in said.headers}
            answer = answer_of(said.status_code, passed, self._exchanged_bytes(said.content))
            if said.status_code >= 500 or said.status_code == 429:
                return answer  # a busy moment of the demo is not what is measured
            self._recording.answers[key], self._recording.headers[key] = answer, kept
        return self._recording.answers[key]

    def _exchanged(self, text: str, *, back: bool = False) -> str:
        return self._exchanged_bytes(text.encode(), back=back).decode()

    def _exchanged_bytes(self, content: bytes, *, back: bool = False) -> bytes:
        for own, theirs in self._own_to_theirs.items():
            old, new = (own, theirs) if back else (theirs, own)
            content = content.replace(old.encode(), new.encode())
        return content


def origins_in(text: str) -> list[str]:
    """Every https origin that a configuration names."""
    found: list[str] = []

    def look(value: object) -> None:
        if isinstance(value, dict):
            for each in value.values():
                look(each)
        elif isinstance(value, list):
            for each in value:
                look(each)
        elif isinstance(value, str) and value.startswith("https://localhost:"):
            parts = urlsplit(value)
            found.append(f"{parts.scheme}://{parts.netloc}")

    look(json.loads(text))
    return list(dict.fromkeys(found))


async def run(text: str, folder: Path) -> None:
    authority = trustme.CA(organization_name="Benchmark")
    ca_file = folder / "replaying-ca.pem"
    authority.cert_pem.write_to_path(str(ca_file))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    trust = ssl.create_default_context(cafile=json.loads(text)["ca_file"])
    async with httpx.AsyncClient(verify=trust, timeout=120) as upstream:
        replaying = Replaying(upstream)
        own = text
        for origin in origins_in(text):
            own = own.replace(origin, await replaying.serve(origin, context))
        configuration = {**json.loads(own), "ca_file": str(ca_file)}
        print(json.dumps(configuration), flush=True)
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.buffer.read)


if __name__ == "__main__":
    asyncio.run(run(sys.stdin.readline(), Path(sys.argv[1])))
