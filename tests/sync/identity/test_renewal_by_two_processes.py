"""Two processes want a new token at once: the refresh token is used once, and both have what came of it."""

import json
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from tests.demo.town_thread import Town
from tests.peers.issuers import Issuer, cms_takes, demo_town, identity_in
from tests.peers.seat import Desk, Seat
from workplace_app.store.connection import StoreFiles
from workplace_app.store.sync_connection import delete_files, open_for_sync

AT_ONCE = 3


@dataclass
class SharedStore:
    """A store on the disk with the tokens of one sign-in."""

    town: Town
    folder: Path
    key: bytes

    def renewed(self, *, lock: bool) -> list[str]:
        """What each of some processes gets that all ask at once."""
        order = {
            "folder": str(self.folder),
            "key": self.key.hex(),
            "identity": json.dumps(asdict(identity_in(self.town))),
            "ca_file": self.town.configuration["ca_file"],
            "lock": "yes" if lock else "",
        }
        command = [sys.executable, "-m", "tests.sync.identity.renewing_process"]
        with ExitStack() as ends:
            processes = [
                ends.enter_context(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))
                for _ in range(AT_ONCE)
            ]
            for each in processes:
                assert each.stdin is not None
                each.stdin.write(json.dumps(order) + "\n")
                each.stdin.flush()
            for each in processes:
                assert each.stdout is not None
                assert each.stdout.readline() == "ready\n"
            # An answer that takes its time, so that all have asked before the first has heard.
            self.town.order(
                "faults", kind="latency", origin="issuer", path="/oauth/token", method="POST", seconds=0.5, times=None
            )
            for each in processes:
                assert each.stdin is not None
                each.stdin.write("go\n")
                each.stdin.flush()
            return [each.communicate(timeout=60)[0].strip() for each in processes]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SharedStore]:
    with demo_town(tmp_path / "town") as town:
        folder, key = tmp_path / "account", secrets.token_bytes(32)
        folder.mkdir()
        issuer = Issuer(
            identity_in(town), town.configuration["ca_file"], lambda token: cms_takes(town, token), lambda: None
        )
        with closing(open_for_sync(StoreFiles.in_folder(folder), key)) as connection:
            seat = Seat(issuer, connection, issuer.robot().open)

            async def sign_in(desk: Desk) -> None:
                await desk.sign_in()

            seat.ask(sign_in)
        yield SharedStore(town, folder, key)


def test_the_refresh_token_is_used_once_and_all_have_what_came_of_it(store: SharedStore) -> None:
    tokens = store.renewed(lock=True)
    assert len(set(tokens)) == 1
    assert cms_takes(store.town, tokens[0])
    assert store.town.look("issuer")["reuses"] == 0
    assert store.town.look("issuer")["sign_ins"] == 1


def test_without_the_lock_the_issuer_takes_it_for_theft(store: SharedStore) -> None:
    """The bug that the lock is there for: proves that the test above can fail."""
    store.renewed(lock=False)
    assert store.town.look("issuer")["reuses"] > 0
    assert store.town.look("issuer")["sign_ins"] == 0


def test_wiping_the_account_takes_the_file_of_the_lock_away(store: SharedStore) -> None:
    store.renewed(lock=True)
    files = StoreFiles.in_folder(store.folder)
    assert [file for file in store.folder.iterdir() if file.name.endswith("-refresh-lock")]
    delete_files(files)
    assert list(store.folder.iterdir()) == []
