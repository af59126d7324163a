"""Which municipality this installation serves: its tenant, its CMS, its public sources.

A municipality makes the program its own by writing one such JSON file; the demo municipality prints one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

GRAPH_SCOPES = (
    "User.Read",
    "User.ReadBasic.All",
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
    """A Content Delivery API: ``address`` up to and including the version ("…/api/episerver/v3.0")."""

    address: str
    news_root: str
    disruption_root: str
    language: str = "sv"


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
    """Read a configuration file's content; unknown keys are left alone, wrong types are named.

    Raises ``ConfigurationError``.
    """

    def text(key: str, default: str = "") -> str:
        value = data.get(key, default)
        if not isinstance(value, str):
            raise ConfigurationError(f"{key} must be text")
        return value

    def address(key: str, default: str | None = None) -> str | None:
        value = data.get(key, default)
        if value is None or value == "":
            return None
        if not isinstance(value, str) or not value.startswith("https://"):
            raise ConfigurationError(f"{key} must be an https address")
        return value.rstrip("/") if not value.endswith("/rss/") else value

    cms = data.get("cms")
    cms_source = None
    if cms is not None:
        if not isinstance(cms, Mapping):
            raise ConfigurationError("cms must be an object")
        for key in ("address", "news_root", "disruption_root"):
            if not isinstance(cms.get(key), str):
                raise ConfigurationError(f"cms.{key} must be text")
        if not cms["address"].startswith("https://"):
            raise ConfigurationError("cms.address must be an https address")
        cms_source = CmsSource(
            address=cms["address"].rstrip("/"),
            news_root=cms["news_root"],
            disruption_root=cms["disruption_root"],
            language=str(cms.get("language", "sv")),
        )
    feeds = data.get("public_news", [])
    if not isinstance(feeds, list) or not all(isinstance(feed, str) and feed.startswith("https://") for feed in feeds):
        raise ConfigurationError("public_news must be a list of https addresses")
    scopes = data.get("scopes")
    if scopes is not None and not (isinstance(scopes, list) and all(isinstance(scope, str) for scope in scopes)):
        raise ConfigurationError("scopes must be a list of text")
    name = text("name")
    if not name:
        raise ConfigurationError("name is missing")
    return Municipality(
        name=name,
        tenant_id=text("tenant_id"),
        client_id=text("client_id"),
        authority=address("authority", "https://login.microsoftonline.com") or "",
        instance_discovery=bool(data.get("instance_discovery", True)),
        graph=address("graph", "https://graph.microsoft.com/v1.0") or "",
        scopes=tuple(scopes) if scopes is not None else GRAPH_SCOPES,
        cms=cms_source,
        public_news=tuple(feeds),
        public_disruptions=address("public_disruptions"),
        service_catalogue=address("service_catalogue"),
        ca_file=text("ca_file") or None,
    )
