"""The demo's network: whether an origin can be reached at all, and which certificate it shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.types import ASGIApp, Receive, Scope, Send

from workplace_app.demo.asgi_messages import until_disconnected
from workplace_app.demo.certificates import CertificateKind, Certificates
from workplace_app.demo.faults.connections import cut
from workplace_app.demo.listeners import Listener

ORIGINS = ("identity", "graph", "cms", "issuer")
CONTROL_PATH = "/control"
ISSUER_PATH = "/issuer/"


@dataclass
class Network:
    """Switched by the control. The listener for pages and control is not part of it and always answers; the sign-in
    pages on it are cut off while ``identity``, or for its own ``issuer``, is offline."""

    certificates: Certificates
    listeners: Mapping[str, Listener] = field(default_factory=dict)
    shown: dict[str, CertificateKind] = field(default_factory=lambda: dict.fromkeys(ORIGINS, CertificateKind.GOOD))
    offline: set[str] = field(default_factory=set)

    def state(self) -> dict[str, dict[str, object]]:
        """Each origin's reachability and certificate."""
        return {
            origin: {"online": origin not in self.offline, "certificate": self.shown[origin].value}
            for origin in ORIGINS
        }

    async def set_online(self, origin: str, online: bool) -> None:
        """Cut an origin off, or bring it back."""
        if online:
            self.offline.discard(origin)
        else:
            self.offline.add(origin)
        listener = self.listeners.get(origin)
        if listener is not None:
            await (listener.open() if online else listener.close())

    async def show_certificate(self, origin: str, kind: CertificateKind) -> None:
        """Let an origin show another certificate from now on; open connections are cut."""
        self.shown[origin] = kind
        listener = self.listeners.get(origin)
        if listener is not None and listener.is_open:
            await listener.close()
            await listener.open()


class SignInPagesWhileOnline:
    """Cuts off who asks for a sign-in page while its identity provider is offline; the control always answers."""

    def __init__(self, app: ASGIApp, network: Network) -> None:
        self._app = app
        self._network = network

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        owner = "issuer" if path.startswith(ISSUER_PATH) else "identity"
        if owner in self._network.offline and not path.startswith(CONTROL_PATH):
            cut(scope, reset=True)
            await until_disconnected(receive)
            return
        await self._app(scope, receive, send)
