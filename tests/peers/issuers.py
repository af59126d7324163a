"""The issuers that the CMS's sign-in is tried against: the demo's own, and the certified oidc-provider of npm."""

import contextlib
import json
import os
import shutil
import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import trustme

from tests.demo.small_parts import small_cms, small_graph
from tests.demo.town_thread import Town, town_on_thread
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.robot_browser import RobotBrowser
from workplace_app.demo.running import Start
from workplace_app.domain.content_identity import ContentIdentity

PROVIDER = Path(__file__).parent / "oidc_provider"
CLIENT_ID = "the-workplace"
START_SECONDS = 30
ELIN = "elin.ekhamn@nacka.example"


@dataclass
class Issuer:
    """A running issuer as a test sees it. ``takes`` says whether the interface behind it takes an access token."""

    identity: ContentIdentity
    ca_file: str
    takes: Callable[[str], bool]
    rotate_keys: Callable[[], None]

    def robot(self, user_name: str = ELIN, *, cancels: bool = False) -> RobotBrowser:
        return RobotBrowser(user_name, self.ca_file, cancels=cancels)


def free_ports(count: int = 3) -> tuple[int, ...]:
    """Ports that nobody listens at now."""
    with contextlib.ExitStack() as ends:
        sockets = [ends.enter_context(contextlib.closing(socket.socket())) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return tuple(each.getsockname()[1] for each in sockets)


@contextlib.contextmanager
def demo_town(folder: Path, **start: Any) -> Iterator[Town]:
    """A demo municipality whose CMS believes its second issuer."""
    settings = {"cms_identity": "broker", "callback_ports": free_ports(), "frozen": True, **start}
    begin = Start(data_dir=folder, clock=DemoClock(None, standing=False), **settings)
    with town_on_thread(begin, [small_graph, small_cms]) as town:
        yield town


def identity_in(town: Town) -> ContentIdentity:
    """What the demo announces of its second issuer."""
    told = town.configuration["issuer"]
    return ContentIdentity(
        told["issuer"],
        told["client_id"],
        told["audience"],
        told["connection"],
        scopes=tuple(told["scopes"]),
        redirect_ports=tuple(told["redirect_ports"]),
    )


@contextlib.contextmanager
def demo_issuer(folder: Path) -> Iterator[Issuer]:
    """The demo's: path-less, its name ends with a slash, exact callbacks, sent on to Entra ID."""
    with demo_town(folder) as town:
        yield Issuer(
            identity_in(town),
            town.configuration["ca_file"],
            lambda token: cms_takes(town, token),
            lambda: void(town.order("issuer/rotate-keys")),
        )


def cms_takes(town: Town, token: str) -> bool:
    """Whether the demo's CMS takes this token."""
    answer = town.web.get(f"{town.cms_origin}/", headers={"Authorization": f"Bearer {token}"})
    return answer.status_code != 401


def void(_what: object) -> None:
    """Nothing is said about it."""


def reason_without_provider() -> str:
    """Why oidc-provider cannot run here, "" when it can."""
    if shutil.which("node") is None:
        return "needs node"
    if not (PROVIDER / "node_modules" / "oidc-provider").is_dir():
        return "needs oidc-provider: run `python -m tools.set_up test` with npm and a network"
    return ""


@contextlib.contextmanager
def oidc_provider(folder: Path, path: str) -> Iterator[Issuer]:
    """The certified provider; ``path`` ends its name ("" or "/oidc")."""
    reason = reason_without_provider()
    if reason:
        pytest.skip(reason)
    authority = trustme.CA()
    certificate = authority.issue_cert("localhost", "127.0.0.1")
    folder.mkdir(parents=True, exist_ok=True)
    files = {name: folder / f"{name}.pem" for name in ("ca", "cert", "key")}
    authority.cert_pem.write_to_path(files["ca"])
    certificate.cert_chain_pems[0].write_to_path(files["cert"])
    certificate.private_key_pem.write_to_path(files["key"])
    ports = free_ports()
    environment = {
        **{name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "SYSTEMROOT")},
        "CERT": str(files["cert"]),
        "KEY": str(files["key"]),
        "ISSUER_PATH": path,
        "CALLBACKS": " ".join(f"http://127.0.0.1:{port}/callback" for port in ports),
        "CLIENT_ID": CLIENT_ID,
        "NODE_NO_WARNINGS": "1",
    }
    program = shutil.which("node") or "node"
    with (folder / "provider.log").open("wb") as log:
        process = subprocess.Popen(
            [program, str(PROVIDER / "server.mjs")],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
        )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        assert line, (folder / "provider.log").read_text("utf-8")
        issuer = str(json.loads(line)["issuer"])
        context = ssl.create_default_context(cafile=str(files["ca"]))
        with httpx.Client(verify=context, trust_env=False, timeout=10) as web:
            yield Issuer(
                ContentIdentity(issuer, CLIENT_ID, scopes=("read:news",), redirect_ports=ports),
                str(files["ca"]),
                lambda token: web.get(f"{issuer}/me", headers={"Authorization": f"Bearer {token}"}).status_code == 200,
                lambda: void(web.post(f"{issuer.removesuffix(path)}/control/rotate-keys").raise_for_status()),
            )
    finally:
        process.stdin.close()
        try:
            process.wait(START_SECONDS)
        finally:
            process.kill()
            process.wait()
            process.stdout.close()
