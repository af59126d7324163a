"""Which municipality this installation serves: its tenant, its CMS, its public sources.

A municipality makes the program its own by writing one such JSON file; the demo municipality prints one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

GRAPH_SCOPES = (
    "User.Read",
    "User.ReadBasic.All",
    "User.Read.All",
    "GroupMember.Read.All",
    "Tasks.ReadWrite",
    "Calendars.Read",
    "Mail.ReadBasic",
    "Team.ReadBasic.All",
    "Channel.ReadBasic.All",
    "ChannelMessage.Read.All",
    "Chat.Read",
    "Sites.Read.All",
    "Files.Read.All",
    "Group-Conversation.Read.All",
)
"""Delegated Graph scopes that sync asks for, from the least-privilege table of Microsoft's permission reference."""


class ConfigurationError(ValueError):
    """The configuration cannot be used; the message names the key."""


@dataclass(frozen=True, slots=True)
class CmsSource:
    """A Content Delivery API: ``address`` up to and including the version ("…/api/episerver/v3.0").

    ``scope`` is the delegated permission of the CMS's own API where it trusts Entra ID ("api://…/Content.Read"); "" means
    that it is asked anonymously and answers what everybody may read.
    """

    address: str
    news_root: str
    disruption_root: str
    language: str = "sv"
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Municipality:
    """Everything that differs between two municipalities.

    Addresses are https and end without a slash. ``graph`` includes the version ("https://graph.microsoft.com/v1.0").
    ``instance_discovery`` is False for an identity provider that Microsoft's discovery does not know (the demo).
    ``ca_file`` is an extra certificate authority to trust beside the system's.
    """

    name: str
    tenant_id: str = ""
    client_id: str = ""
    authority: str = "https://login.microsoftonline.com"
    instance_discovery: bool = True
    graph: str = "https://graph.microsoft.com/v1.0"
    scopes: tuple[str, ...] = GRAPH_SCOPES
    cms: CmsSource | None = None
    public_news: tuple[str, ...] = ()
    public_disruptions: str | None = None
    service_catalogue: str | None = None
    ca_file: str | None = None

    @property
    def can_sign_in(self) -> bool:
        """False means public-only mode: nobody has told the program which tenant it belongs to."""
        return bool(self.tenant_id and self.client_id)


def municipality_from_json(data: Mapping[str, Any]) -> Municipality:
    """Read a configuration file's content; unknown keys are left alone, a wrong type is named.

    Raises ``ConfigurationError``.
    """
    name = _text(data, "name")
    if not name:
        raise ConfigurationError("name is missing")
    scopes = data.get("scopes")
    news = _list_of_text("public_news", data.get("public_news", []))
    return Municipality(
        name=name,
        tenant_id=_text(data, "tenant_id"),
        client_id=_text(data, "client_id"),
        authority=_address(data, "authority", "https://login.microsoftonline.com") or "",
        instance_discovery=bool(data.get("instance_discovery", True)),
        graph=_address(data, "graph", "https://graph.microsoft.com/v1.0") or "",
        scopes=GRAPH_SCOPES if scopes is None else _list_of_text("scopes", scopes),
        cms=_cms_source(data.get("cms")),
        public_news=tuple(_https("public_news", feed) for feed in news),
        public_disruptions=_address(data, "public_disruptions", None),
        service_catalogue=_address(data, "service_catalogue", None),
        ca_file=_text(data, "ca_file") or None,
    )


def _text(data: Mapping[str, Any], key: str, owner: str = "") -> str:
    value = data.get(key, "")
    if not isinstance(value, str):
        raise ConfigurationError(f"{owner}{key} must be text")
    return value


def _https(key: str, value: str) -> str:
    if not value.startswith("https://"):
        raise ConfigurationError(f"{key} must be an https address")
    return value


def _address(data: Mapping[str, Any], key: str, default: str | None) -> str | None:
    value = _text(data, key) or default
    return None if value is None else _https(key, value).rstrip("/")


def _list_of_text(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigurationError(f"{key} must be a list of text")
    return tuple(value)


def _cms_source(data: object) -> CmsSource | None:
    if data is None:
        return None
    if not isinstance(data, Mapping):
        raise ConfigurationError("cms must be an object")
    return CmsSource(
        address=_https("cms.address", _text(data, "address", "cms.")).rstrip("/"),
        news_root=_text(data, "news_root", "cms."),
        disruption_root=_text(data, "disruption_root", "cms."),
        language=_text(data, "language", "cms.") or "sv",
        scope=_text(data, "scope", "cms."),
    )
