"""One request and one answer of Graph, travelling alone or inside ``$batch``; refusals in Microsoft's shape."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit
from uuid import uuid4

from workplace_app.demo.staff import Staff
from workplace_app.demo.tenant.change_log import Json

_OPTION_WITHOUT_DOLLAR = re.compile(r"^(select|top|skip|filter|orderby|expand|count|search)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class GraphRequest:
    """A request whose token has been checked.

    ``path`` is below the version, split ("me", "planner", "tasks") and percent-decoded; ``parameters`` are what the
    route's braces matched; header names are in lower case; ``body`` is parsed JSON or None.
    """

    method: str
    path: tuple[str, ...]
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: Any
    person: Staff
    scopes: frozenset[str]
    parameters: Mapping[str, str] = field(default_factory=dict)

    def prefers(self, name: str) -> str | None:
        """The value of one preference of the Prefer header, without quotes; "" for one that has no value."""
        for preference in self.headers.get("prefer", "").split(","):
            key, _, value = preference.strip().partition("=")
            if key.strip().casefold() == name.casefold():
                return value.strip().strip('"')
        return None

    @property
    def route(self) -> str:
        """The path as it stands in an address."""
        return "/" + "/".join(quote(segment, safe="$()'@:!,=") for segment in self.path)


@dataclass(frozen=True, slots=True)
class GraphAnswer:
    """A status, a JSON body (None: empty) and headers of its own."""

    status: int
    body: Json | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


Handler = Callable[[GraphRequest], GraphAnswer]


class Refusal(Exception):
    """The request cannot be served; carries what Graph would answer."""

    def __init__(self, status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(f"{status} {code}")
        self.status = status
        self.code = code
        self.message = message
        self.headers = dict(headers or {})

    def answer(self, now: datetime, client_request_id: str | None) -> GraphAnswer:
        """The answer with Microsoft's error body."""
        request_id = str(uuid4())
        inner = {
            "date": now.strftime("%Y-%m-%dT%H:%M:%S"),
            "request-id": request_id,
            "client-request-id": client_request_id or request_id,
        }
        error = {"code": self.code, "message": self.message, "innerError": inner}
        return GraphAnswer(self.status, {"error": error}, self.headers)


def not_found(code: str, message: str) -> Refusal:
    """404: each workload has its own code for it."""
    return Refusal(404, code, message)


def bad_request(message: str, code: str = "BadRequest") -> Refusal:
    """400."""
    return Refusal(400, code, message)


def split_address(address: str) -> tuple[tuple[str, ...], dict[str, str]]:
    """Path segments and query options of an address below the version; "$" may be left out, as Graph allows."""
    parts = urlsplit(address)
    path = tuple(unquote(segment) for segment in parts.path.strip("/").split("/") if segment)
    query = {
        f"${name.lower()}" if _OPTION_WITHOUT_DOLLAR.match(name) else name: value
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
    }
    return path, query
