"""Reads a municipality from the JSON of its configuration file; a wrong value is named by its key."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from workplace_app.domain.access import MOST_DAYS, MOST_LOCK_MINUTES, AccessRules
from workplace_app.domain.configuration import (
    GRAPH_SCOPES,
    MOST_CLIENTS,
    USUAL_CLIENTS,
    CmsSource,
    Dialogue,
    Municipality,
)
from workplace_app.domain.content_identity import ContentIdentity
from workplace_app.domain.keeping import MOST_KEEPING_DAYS, Keeping

_ADDRESS = re.compile(r"https://[!#-;=?A-Z\[\]_a-z~]+")
_USER = re.compile(r"https://[^/?#]*@")
_SCOPE = re.compile(r"[!#-\[\]-~]{1,256}")
"""One scope-token of OAuth (RFC 6749, section 3.3): a space would ask for a second one."""
_MAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_PLAIN_WORD = re.compile(r"[A-Za-z0-9._-]{1,128}(?<!\.\.)")


class ConfigurationError(ValueError):
    """The configuration cannot be used; the message names the key."""


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
        instance_discovery=_switch(data, "instance_discovery", default=True),
        graph=_root("graph", _text(data, "graph") or "https://graph.microsoft.com/v1.0"),
        scopes=GRAPH_SCOPES if scopes is None else _list_of_text("scopes", scopes),
        cms=_cms_source(data.get("cms")),
        dialogue=_dialogue(data.get("dialogue")),
        public_news=tuple(_https("public_news", feed) for feed in news),
        public_disruptions=_address(data, "public_disruptions", None),
        service_catalogue=_address(data, "service_catalogue", None),
        ca_file=_file_of_this_computer(data, "ca_file"),
        clients=_whole(data, "clients", USUAL_CLIENTS, 1, MOST_CLIENTS),
        access=_access(data.get("access")),
        keeping=_keeping(data.get("keeping")),
        teams_reading=_switch(data, "teams_reading", default=True),
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


def _list_of_text(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigurationError(f"{key} must be a list of text")
    return tuple(value)


def _cms_source(data: object) -> CmsSource | None:
    if data is None:
        return None
    if not isinstance(data, Mapping):
        raise ConfigurationError("cms must be an object")
    if data.get("identity") is not None and data.get("scope"):
        raise ConfigurationError("cms.scope is Entra ID's; with cms.identity name cms.identity.scopes")
    return CmsSource(
        address=_root("cms.address", _text(data, "address", "cms.")),
        news_root=_plain_word(data, "news_root", "cms."),
        disruption_root=_plain_word(data, "disruption_root", "cms."),
        language=_plain_word(data, "language", "cms.") or "sv",
        scope=_text(data, "scope", "cms."),
        identity=_content_identity(data.get("identity")),
    )


def _content_identity(data: object) -> ContentIdentity | None:
    if data is None:
        return None
    owner = "cms.identity."
    if not isinstance(data, Mapping):
        raise ConfigurationError("cms.identity must be an object")
    client_id = _plain_word(data, "client_id", owner)
    if not client_id:
        raise ConfigurationError(f"{owner}client_id is missing")
    issuer = _text(data, "issuer", owner)
    _root(f"{owner}issuer", issuer)
    usual = ContentIdentity(issuer, client_id)
    mode = _text(data, "response_mode", owner) or usual.response_mode
    if mode not in ("query", "form_post"):
        raise ConfigurationError(f"{owner}response_mode must be query or form_post")
    scopes = _list_of_text(f"{owner}scopes", data.get("scopes", []))
    if not all(_SCOPE.fullmatch(scope) for scope in scopes):
        raise ConfigurationError(f"{owner}scopes must be one permission each")
    words = {key: _text(data, key, owner) for key in ("audience", "connection", "organization")}
    for key, word in words.items():
        if not word.isprintable():
            raise ConfigurationError(f"{owner}{key} must be one line of text")
    return ContentIdentity(
        issuer=issuer,
        client_id=client_id,
        scopes=scopes,
        redirect_ports=_ports(f"{owner}redirect_ports", data.get("redirect_ports", list(usual.redirect_ports))),
        response_mode=mode,
        **words,
    )


def _ports(key: str, value: object) -> tuple[int, ...]:
    if not isinstance(value, list) or not all(type(port) is int and 1024 <= port <= 65535 for port in value):
        raise ConfigurationError(f"{key} must be a list of port numbers from 1024 to 65535")
    return tuple(value)


def _access(data: object) -> AccessRules:
    if data is None:
        return AccessRules()
    if not isinstance(data, Mapping):
        raise ConfigurationError("access must be an object")
    usual, owner = AccessRules(), "access."
    grace = _whole(data, "grace_days", usual.grace_days, 0, MOST_DAYS, owner)
    return AccessRules(
        grace_days=grace,
        wipe_days=_whole(data, "wipe_days", max(usual.wipe_days, grace), grace, MOST_DAYS, owner),
        device_code=_switch(data, "device_code", owner, default=usual.device_code),
        os_broker=_switch(data, "os_broker", owner, default=usual.os_broker),
        lock_code_required=_switch(data, "lock_code_required", owner, default=usual.lock_code_required),
        lock_after_minutes=_whole(data, "lock_after_minutes", usual.lock_after_minutes, 0, MOST_LOCK_MINUTES, owner),
    )


def _keeping(data: object) -> Keeping:
    if data is None:
        return Keeping()
    if not isinstance(data, Mapping):
        raise ConfigurationError("keeping must be an object")
    usual, owner = Keeping(), "keeping."
    return Keeping(
        news_days=_whole(data, "news_days", usual.news_days, 1, MOST_KEEPING_DAYS, owner),
        message_days=_whole(data, "message_days", usual.message_days, 1, MOST_KEEPING_DAYS, owner),
        own_days=_whole(data, "own_days", usual.own_days, 1, MOST_KEEPING_DAYS, owner),
    )


def _switch(data: Mapping[str, Any], key: str, owner: str = "", *, default: bool) -> bool:
    value = data.get(key, default)
    if not isinstance(value, bool):
        raise ConfigurationError(f"{owner}{key} must be true or false")
    return value


def _whole(data: Mapping[str, Any], key: str, default: int, least: int, most: int, owner: str = "") -> int:
    value = data.get(key, default)
    if type(value) is not int or not least <= value <= most:
        raise ConfigurationError(f"{owner}{key} must be a whole number from {least} to {most}")
    return value


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
