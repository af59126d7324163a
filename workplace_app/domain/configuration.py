"""Which municipality this installation serves: its tenant, its CMS, its public sources.

A municipality makes the program its own by writing one such JSON file; the demo municipality prints one.
"""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from workplace_app.domain.frozen import frozen

GRAPH_SCOPES = (
    "User.Read",
    "User.ReadBasic.All",
    "User.Read.All",
    "GroupMember.Read.All",
    "Tasks.ReadWrite",
    "Calendars.ReadWrite",
    "Mail.ReadBasic",
    "Team.ReadBasic.All",
    "Channel.ReadBasic.All",
    "ChannelMessage.Read.All",
    "ChannelMessage.Send",
    "Chat.Read",
    "ChatMessage.Send",
    "Sites.Read.All",
    "Files.Read.All",
    "Group-Conversation.Read.All",
    "Group-Conversation.ReadWrite.All",
)
"""Delegated Graph scopes that sync asks for, from the least-privilege table of Microsoft's permission reference."""


USUAL_CLIENTS = 6_000
"""What holds when nobody says: so many fit into Microsoft's limits without waiting longer for each other."""
MOST_CLIENTS = 1_000_000


_ADDRESS = re.compile(r"https://[!#-;=?A-Z\[\]_a-z~]+")
_USER = re.compile(r"https://[^/?#]*@")
_SCOPE = re.compile(r"[!#-\[\]-~]{1,256}")
"""One scope-token of OAuth (RFC 6749, section 3.3): a space would ask for a second one."""
_MAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_PLAIN_WORD = re.compile(r"[A-Za-z0-9._-]{1,128}(?<!\.\.)")


class ConfigurationError(ValueError):
    """The configuration cannot be used; the message names the key."""


@frozen
class CmsSource:
    """A Content Delivery API: ``address`` up to and including the version ("…/api/episerver/v3.0").

    ``scope`` is the delegated permission of the CMS's own API where it trusts Entra ID ("api://…/Content.Read"); ""
    means that it is asked anonymously and answers what everybody may read.
    """

    address: str
    news_root: str
    disruption_root: str
    language: str = "sv"
    scope: str = ""


@frozen
class Dialogue:
    """Where questions, ideas, corrections and acknowledgements of staff go (docs/for-municipalities.md, section 4).

    ``address`` is the root of the municipality's interface and ``scope`` its delegated permission
    ("api://…/Dialogue.ReadWrite"); "" for both where there is none. ``mail`` receives what staff write where there is
    no interface, from their own mail program.
    """

    address: str = ""
    scope: str = ""
    mail: str = ""


@frozen
class Municipality:
    """Everything that differs between two municipalities.

    Addresses are https and end without a slash. ``graph`` includes the version ("https://graph.microsoft.com/v1.0").
    ``instance_discovery`` is False for an identity provider that Microsoft's discovery does not know (the demo).
    ``ca_file`` is an extra certificate authority to trust beside the system's. ``clients`` is how many computers run
    the program: they share what Microsoft's services give to one application in one tenant.
    """

    name: str
    tenant_id: str = ""
    client_id: str = ""
    authority: str = "https://login.microsoftonline.com"
    instance_discovery: bool = True
    graph: str = "https://graph.microsoft.com/v1.0"
    scopes: tuple[str, ...] = GRAPH_SCOPES
    cms: CmsSource | None = None
    dialogue: Dialogue = Dialogue()
    public_news: tuple[str, ...] = ()
    public_disruptions: str | None = None
    service_catalogue: str | None = None
    ca_file: str | None = None
    clients: int = USUAL_CLIENTS

    @property
    def can_sign_in(self) -> bool:
        """False means public-only mode: nobody has told the program which tenant it belongs to."""
        return bool(self.tenant_id and self.client_id)


def municipality_from_json(data: Mapping[str, Any]) -> Municipality:
    """Read a configuration file's content; unknown keys are left alone, a wrong type is named.

    Raises ``ConfigurationError``.
    """
    name = _name(data)
    scopes = data.get("scopes")
    news = _list_of_text("public_news", data.get("public_news", []))
    return Municipality(
        name=name,
        tenant_id=_plain_word(data, "tenant_id"),
        client_id=_plain_word(data, "client_id"),
        authority=_root("authority", _text(data, "authority") or "https://login.microsoftonline.com"),
        instance_discovery=bool(data.get("instance_discovery", True)),
        graph=_root("graph", _text(data, "graph") or "https://graph.microsoft.com/v1.0"),
        scopes=GRAPH_SCOPES if scopes is None else _list_of_text("scopes", scopes),
        cms=_cms_source(data.get("cms")),
        dialogue=_dialogue(data.get("dialogue")),
        public_news=tuple(_https("public_news", feed) for feed in news),
        public_disruptions=_address(data, "public_disruptions", None),
        service_catalogue=_address(data, "service_catalogue", None),
        ca_file=_file_of_this_computer(data, "ca_file"),
        clients=_clients(data),
    )


def _text(data: Mapping[str, Any], key: str, owner: str = "") -> str:
    value = data.get(key, "")
    if not isinstance(value, str):
        raise ConfigurationError(f"{owner}{key} must be text")
    return value


def _https(key: str, value: str) -> str:
    """Printable ASCII without what two programs may read differently: a user before the host, a backslash, quotes."""
    try:
        parts = urlsplit(value)
        whole = value.startswith("https://") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        whole = False
    if not whole or _USER.match(value) or not _ADDRESS.fullmatch(value):
        raise ConfigurationError(f"{key} must be an https address")
    return value


def _root(key: str, value: str) -> str:
    """An address below which others lie: without query and fragment, and without a slash at its end."""
    if "?" in value or "#" in value:
        raise ConfigurationError(f"{key} must be an https address without a query")
    return _https(key, value).rstrip("/")


def _address(data: Mapping[str, Any], key: str, default: str | None) -> str | None:
    value = _text(data, key) or default
    return None if value is None else _https(key, value).rstrip("/")


def _name(data: Mapping[str, Any]) -> str:
    name = _text(data, "name")
    if not name:
        raise ConfigurationError("name is missing")
    if not name.isprintable():
        raise ConfigurationError("name must be one line of text")
    return name


def _plain_word(data: Mapping[str, Any], key: str, owner: str = "") -> str:
    """An identity that becomes part of an address or a header."""
    value = _text(data, key, owner)
    if value and not _PLAIN_WORD.fullmatch(value):
        raise ConfigurationError(f"{owner}{key} must be letters, digits, dots, hyphens and underscores")
    return value


def _file_of_this_computer(data: Mapping[str, Any], key: str) -> str | None:
    """A path, but none to a network share: on Windows, merely opening one signs in there."""
    value = _text(data, key)
    if value.replace("\\", "/").startswith("//") or "\0" in value:
        raise ConfigurationError(f"{key} must be a file of this computer")
    return value or None


def _clients(data: Mapping[str, Any]) -> int:
    """How many there are; a number that no municipality has would silence the program."""
    value = data.get("clients", USUAL_CLIENTS)
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MOST_CLIENTS:
        raise ConfigurationError(f"clients must be a whole number from 1 to {MOST_CLIENTS}")
    return value


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
        address=_root("cms.address", _text(data, "address", "cms.")),
        news_root=_plain_word(data, "news_root", "cms."),
        disruption_root=_plain_word(data, "disruption_root", "cms."),
        language=_plain_word(data, "language", "cms.") or "sv",
        scope=_text(data, "scope", "cms."),
    )


def _dialogue(data: object) -> Dialogue:
    if data is None:
        return Dialogue()
    if not isinstance(data, Mapping):
        raise ConfigurationError("dialogue must be an object")
    address, scope, mail = (_text(data, key, "dialogue.") for key in ("address", "scope", "mail"))
    if address and not scope:
        # Without a token nobody could tell whose remark it is, nor whom to show the answer.
        raise ConfigurationError("dialogue.scope is missing")
    if scope and not _SCOPE.fullmatch(scope):
        raise ConfigurationError("dialogue.scope must be one permission")
    if mail and not _MAIL.fullmatch(mail):
        raise ConfigurationError("dialogue.mail must be a mail address")
    return Dialogue(address=_root("dialogue.address", address) if address else "", scope=scope, mail=mail)
