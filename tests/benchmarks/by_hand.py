"""The first sync that somebody would write in an afternoon: fetch what is known to be there, decode, insert."""

import asyncio
import base64
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from sqlcipher3 import dbapi2 as sqlcipher

from sync.http_client import open_client, trust

KEY = b"the key of every benchmark store"
AT_ONCE = 8
"""Requests in flight: as many as sync's client keeps connections."""
TITLES = ("title", "subject", "name", "displayName")
BODIES = ("bodyPreview", "summary", "description", "body")


@dataclass(frozen=True)
class Recorded:
    """The repeating server's configuration, the tokens that it once needed, and who is signed in."""

    configuration: dict[str, Any]
    token: str
    cms_token: str
    object_id: str


class Row(NamedTuple):
    """What is kept of one item."""

    id: str
    title: str
    body: str
    text: str


def by_hand(recorded: Recorded, folder: Path, *, searchable: bool) -> float:
    """The same answers, fetched, decoded and inserted by thirty lines that know nothing: seconds.

    ``searchable`` adds the index that the application promises: words by their beginnings, and parts of words.
    """
    folder.mkdir(parents=True)
    return asyncio.run(_by_hand(recorded, folder / "by-hand.db", searchable))


async def _by_hand(recorded: Recorded, file: Path, searchable: bool) -> float:
    connection = sqlcipher.connect(str(file), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("CREATE TABLE item (id TEXT PRIMARY KEY, content TEXT)")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5 (title, body, prefix = '1 2 3', content = '')")
    connection.execute("CREATE VIRTUAL TABLE parts USING fts5 (title, tokenize = 'trigram', content = '')")
    configuration = recorded.configuration
    async with open_client(trust(configuration["ca_file"])) as http:
        origin = configuration["graph"].removesuffix("/v1.0")
        asked = msgspec.json.decode((await http.get(f"{origin}/recorded")).content)
        places = asyncio.Semaphore(AT_ONCE)

        async def fetch(request: dict[str, Any]) -> None:
            async with places:
                body = base64.b64decode(request["body"])
                headers = {**request["headers"], "Authorization": f"Bearer {recorded.token}"}
                address = f"{request['origin']}{request['path']}"
                answer = await http.request(request["method"], address, headers=headers, content=body)
                rows = _rows(answer.content, request["path"])
                connection.execute("BEGIN")
                connection.executemany(
                    "INSERT OR REPLACE INTO item VALUES (?, ?)", [(row.id, row.text) for row in rows]
                )
                if searchable:
                    connection.executemany("INSERT INTO words VALUES (?, ?)", [(row.title, row.body) for row in rows])
                    connection.executemany("INSERT INTO parts VALUES (?)", [(row.title,) for row in rows])
                connection.execute("COMMIT")

        begun = time.perf_counter()
        async with asyncio.TaskGroup() as group:
            for request in asked:
                group.create_task(fetch(request))
        seconds = time.perf_counter() - begun
    connection.close()
    return seconds


def _rows(content: bytes, path: str) -> list[Row]:
    try:
        decoded = msgspec.json.decode(content)
    except msgspec.DecodeError:
        return [Row(path, "", "", content.decode("latin-1"))]
    items = decoded.get("value", decoded.get("responses", [decoded])) if isinstance(decoded, dict) else decoded
    rows = []
    for number, item in enumerate(items if isinstance(items, list) else [items]):
        fields = item if isinstance(item, dict) else {}
        title = next((str(fields[name]) for name in TITLES if fields.get(name)), "")
        body = next((str(fields[name]) for name in BODIES if fields.get(name)), "")
        rows.append(Row(str(fields.get("id", f"{path}#{number}")), title, body, msgspec.json.encode(item).decode()))
    return rows
