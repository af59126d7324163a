"""What every part of the demo municipality is told when it is built: size, seed, clock, addresses and folder."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

Clock = Callable[[], datetime]
"""Gives the present moment, aware and in UTC. The demo never asks the system for the time in any other way."""

TENANT_ID = "5b0f3c86-6c5e-4c1a-9f0d-7e2b41a8d9c3"
CLIENT_ID = "c41d7a90-2e83-4b6f-8a15-93d0f6b7e254"
MUNICIPALITY_NAME = "Nacka kommun (demo)"
DEFAULT_SEED = 20261012
CALLBACK_PORTS = (8765, 18765, 28765)
"""The ports that are registered at the second issuer, in the program's order."""

CmsIdentity = Literal["entra", "broker", "anonymous"]
"""Whom the CMS believes: Entra ID, the second issuer, or nobody: then it shows what everybody may read."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """The five origins, each without a trailing slash ("https://localhost:50123"). Only ``pages`` is plain http."""

    identity: str
    graph: str
    cms: str
    pages: str
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class DemoSettings:
    """``scale`` multiplies the amount of content; ``seed`` decides it; ``data_dir`` outlives the process.

    A part that must still know something after a restart at the same addresses (which delta tokens it gave out, what
    was changed since) keeps it in a folder of its own below ``data_dir``.
    """

    addresses: Addresses
    data_dir: Path
    now: Clock
    scale: int = 1
    seed: int = DEFAULT_SEED
    tenant_id: str = TENANT_ID
    client_id: str = CLIENT_ID
    cms_identity: CmsIdentity = "entra"
    callback_ports: tuple[int, ...] = CALLBACK_PORTS
