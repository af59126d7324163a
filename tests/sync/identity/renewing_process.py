"""One process that renews the tokens of the CMS's issuer: told on standard input, it answers on standard output.

``{"folder", "key", "identity", "ca_file", "lock"}`` as JSON on the first line; it says "ready", waits for a second line
and prints the token that it has got in place of the one in the store, or the kind of problem.
"""

import asyncio
import json
import sys
from pathlib import Path

import msgspec

from sync.clock import SystemClock
from sync.http_client import open_client, trust
from sync.identity.content_credentials import ContentCredentials
from sync.identity.content_vault import ContentVault
from sync.identity.openid_client import OpenIdClient
from sync.identity.process_lock import ProcessLock
from workplace_app.domain.content_identity import ContentIdentity
from workplace_app.domain.problem import ProblemRaised
from workplace_app.store.connection import StoreFiles
from workplace_app.store.content_token_store import refresh_lock_file
from workplace_app.store.sync_connection import open_for_sync


async def renew(order: dict[str, str]) -> str:
    identity = msgspec.json.decode(order["identity"], type=ContentIdentity)
    connection = open_for_sync(StoreFiles.in_folder(Path(order["folder"])), bytes.fromhex(order["key"]))
    clock = SystemClock()
    vault = ContentVault(connection, identity)
    kept = vault.load()
    assert kept is not None
    lock = ProcessLock(refresh_lock_file(connection) if order["lock"] else None, clock)
    async with open_client(trust(order["ca_file"])) as http:
        client = OpenIdClient(identity, http, clock)
        await client.metadata()
        print("ready", flush=True)
        sys.stdin.readline()
        credentials = ContentCredentials(identity, client, vault, lock, clock)
        try:
            token = await credentials.token(refused=kept.access_token)
        except ProblemRaised as raised:
            token = raised.problem.kind.value
    connection.close()
    return token


if __name__ == "__main__":
    print(asyncio.run(renew(json.loads(sys.stdin.readline()))), flush=True)
