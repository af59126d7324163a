"""What is registered at the demo's second issuer: the program, the CMS's interface, the way to Entra ID."""

from collections.abc import Mapping
from typing import Any

from workplace_app.demo.settings import DemoSettings

CLIENT_ID = "kV7pQ2mXr9TzLw4sNb1cYd8fHj3gKa6e"
CMS_API = "https://intranat.nacka.example/api"
"""The CMS's identifier there: an ``audience``, and no address."""
CONNECTION = "nacka-entra"
ORGANIZATION = "org_nackademo"
SCOPES = ("read:news",)


def issuer_of(settings: DemoSettings) -> str:
    """Its identifier: no path, and a slash at the end, as Auth0's."""
    return f"{settings.addresses.issuer}/"


def is_callback(address: str, settings: DemoSettings) -> bool:
    """Callback addresses are compared letter by letter, port included."""
    return address in {f"http://127.0.0.1:{port}/callback" for port in settings.callback_ports}


def announced(settings: DemoSettings) -> Mapping[str, Any]:
    """``cms.identity`` of the program's configuration."""
    return {
        "issuer": issuer_of(settings),
        "client_id": CLIENT_ID,
        "audience": CMS_API,
        "connection": CONNECTION,
        "scopes": list(SCOPES),
        "redirect_ports": list(settings.callback_ports),
    }
