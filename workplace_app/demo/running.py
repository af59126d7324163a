"""Runs the demo municipality: finds its ports, opens its listeners, and puts everything away again at the end."""

import asyncio
import contextlib
import json
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware.trustedhost import TrustedHostMiddleware

from workplace_app.demo.certificates import Certificates
from workplace_app.demo.clock import DemoClock
from workplace_app.demo.control.application import control_routes
from workplace_app.demo.dated import DatedOrigin
from workplace_app.demo.listeners import Listener, bound_socket
from workplace_app.demo.municipality import Municipality
from workplace_app.demo.network import Network, SignInPagesWhileOnline
from workplace_app.demo.parts import Part
from workplace_app.demo.settings import CALLBACK_PORTS, DEFAULT_SEED, Addresses, CmsIdentity, DemoSettings
from workplace_app.demo.whole_files import write_whole

PAGES = "pages"
LISTENER_NAMES = ("identity", "graph", "cms", PAGES, "issuer")

PartMaker = Callable[[DemoSettings], Part]


@dataclass(frozen=True)
class Start:
    """How to start. ``port_base`` None: the ports of the last start in this folder if they are free, else any.

    ``frozen``: nothing happens by itself, and a given time stands still.
    """

    data_dir: Path
    clock: DemoClock
    port_base: int | None = None
    scale: int = 1
    seed: int = DEFAULT_SEED
    frozen: bool = False
    cms_identity: CmsIdentity = "entra"
    callback_ports: tuple[int, ...] = CALLBACK_PORTS


class PortsTakenError(OSError):
    """The ports that were asked for are in use."""


def bound_sockets(start: Start) -> dict[str, socket.socket]:
    """A socket for each listener. Raises ``PortsTakenError`` when ports were asked for and are not free."""
    if start.port_base is not None:
        return _bind(range(start.port_base, start.port_base + len(LISTENER_NAMES)))
    kept = start.data_dir / "ports.json"
    sockets = None
    if kept.exists():
        with contextlib.suppress(PortsTakenError, ValueError):  # an earlier version had fewer listeners
            sockets = _bind(json.loads(kept.read_text("utf-8")))
    if sockets is None:
        sockets = _bind([0] * len(LISTENER_NAMES))
    ports = [bound.getsockname()[1] for bound in sockets.values()]
    write_whole(kept, json.dumps(ports).encode(), secret=False)
    return sockets


def _bind(ports: Sequence[int]) -> dict[str, socket.socket]:
    sockets: dict[str, socket.socket] = {}
    for name, port in zip(LISTENER_NAMES, ports, strict=True):
        try:
            sockets[name] = bound_socket(port)
        except OSError as error:
            for bound in sockets.values():
                bound.close()
            raise PortsTakenError(f"port {port} on 127.0.0.1 is taken") from error
    return sockets


def _addresses(sockets: dict[str, socket.socket]) -> Addresses:
    ports = {name: bound.getsockname()[1] for name, bound in sockets.items()}
    return Addresses(
        identity=f"https://localhost:{ports['identity']}",
        graph=f"https://localhost:{ports['graph']}",
        cms=f"https://localhost:{ports['cms']}",
        pages=f"http://localhost:{ports[PAGES]}",
        issuer=f"https://localhost:{ports['issuer']}",
    )


def _pages(town: Municipality) -> Starlette:
    """What the listener on plain http serves: the sign-in pages and the control."""
    pages = Starlette(routes=[*control_routes(town), *town.page_routes()])
    pages.add_middleware(TrustedHostMiddleware, allowed_hosts=["localhost", "127.0.0.1"])
    pages.add_middleware(SignInPagesWhileOnline, network=town.network)
    pages.add_middleware(DatedOrigin, now=town.clock)
    return pages


@contextlib.asynccontextmanager
async def running_municipality(start: Start, makers: Sequence[PartMaker]) -> AsyncIterator[Municipality]:
    """The municipality, answering on all its addresses until the block is left."""
    sockets = bound_sockets(start)
    settings = DemoSettings(
        addresses=_addresses(sockets),
        data_dir=start.data_dir,
        now=start.clock,
        scale=start.scale,
        seed=start.seed,
        cms_identity=start.cms_identity,
        callback_ports=start.callback_ports,
    )
    certificates = Certificates(start.data_dir)
    network = Network(certificates)
    town = Municipality.assemble(settings, start.clock, [make(settings) for make in makers], network)
    applications = {
        "identity": town.identity_application(),
        "graph": town.graph_application(),
        "cms": town.cms_application(),
        "issuer": town.issuer_application(),
    }
    network.listeners = {
        name: Listener(app, sockets[name], lambda name=name: certificates.context(network.shown[name]))  # type: ignore[misc]
        for name, app in applications.items()
    }
    listeners = [*network.listeners.values(), Listener(_pages(town), sockets[PAGES], None)]
    life = None if start.frozen else asyncio.create_task(town.life.go_on())
    try:
        for listener in listeners:
            await listener.open()
        yield town
    finally:
        if life is not None:
            life.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await life
        await asyncio.gather(*(listener.close() for listener in listeners))
        for listener in listeners:
            listener.release()
        town.close()
