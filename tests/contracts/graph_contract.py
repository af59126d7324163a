"""Microsoft's own description of Graph as a judge of answers and requests; it lies beside the repository, if at all."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from tests.contracts.documented_operations import with_documented

Json = dict[str, Any]

DESCRIPTION = Path(__file__).resolve().parents[3] / "shared" / "data" / "graph" / "openapi-subset.json"
EXAMPLES = DESCRIPTION.parent / "examples"
REASON = f"Microsoft's description of Graph is not beside the repository ({DESCRIPTION.parent.name}/{DESCRIPTION.name})"

_ROOT = "urn:graph"
_METHODS = ("get", "post", "patch", "put", "delete")
_EMPTY_STATUSES = (202, 204)
_LINK_OPTIONS = frozenset({"$skiptoken", "$deltatoken", "token"})
"""What stands in a link that Graph made; such a link is used whole and carries all other options."""
_ANNOTATION: Json = {"^(@|[A-Za-z0-9_.-]+@)": {}}
_CLOSED = ("user", "group", "team", "event", "post", "driveItem", "sitePage")
"""Open types (they may have extensions) of which neither the demo nor sync has extensions of its own."""
_LARGEST_TOP = {
    "/teams/{team-id}/channels/{channel-id}/messages": 50,
    "/chats/{chat-id}/messages": 50,
    "/me/chats": 50,
    "/users": 999,
}


@dataclass(frozen=True)
class Operation:
    """One method of one path of the description."""

    template: str
    method: str
    facts: Json


class GraphContract:
    """Says what is wrong with an answer or a request; an empty list means nothing.

    Stricter than the description in one respect: entities of open types may not have unknown properties either.
    """

    def __init__(self, description: Json) -> None:
        self._description = with_documented(description)
        self._close_open_types()
        self._add_creation_of_events()
        resource = Resource.from_contents(description, default_specification=DRAFT202012)
        self._registry: Registry[Any] = Registry().with_resource(_ROOT, resource)
        self._templates = [(_pattern(template), template) for template in description["paths"]]
        self._templates.sort(key=lambda entry: (entry[1].count("{"), -len(entry[1])))
        self._validator = cache(self._make_validator)

    @classmethod
    def available(cls) -> bool:
        """True where the description lies beside the repository."""
        return DESCRIPTION.exists()

    @classmethod
    def load(cls) -> "GraphContract":
        """Read the description."""
        return cls(json.loads(DESCRIPTION.read_text(encoding="utf-8")))

    def operation(self, method: str, address: str) -> Operation | None:
        """What the description says of a method and an address; None when it has no such thing."""
        path = _path_of(address)
        for pattern, template in self._templates:
            found = self._description["paths"][template].get(method.lower())
            if found is not None and pattern.fullmatch(path):
                return Operation(template, method.lower(), found)
        return None

    def check_response(self, method: str, address: str, status: int, body: Any) -> list[str]:
        """Problems of an answer. ``body`` is parsed JSON, None for an empty one; parts of a batch are checked too when
        their addresses are known to the caller (``check_response`` for each)."""
        operation = self.operation(method, address)
        if operation is None:
            return [] if status >= 400 and not self._problems("error", body) else [f"{method} {address}: not described"]
        if status in _EMPTY_STATUSES and body is None:
            return []
        responses = operation.facts["responses"]
        described = responses.get(str(status)) or responses.get("2XX" if status < 400 else "default") or {}
        if "$ref" in described:
            return self._problems("error", body)
        schema = described.get("content", {}).get("application/json", {}).get("schema")
        if schema is None:
            return [] if body is None else [f"{method} {operation.template}: a body is not described"]
        return self._problems(json.dumps(schema), body)

    def check_request(self, method: str, address: str, headers: Mapping[str, str], body: Any = None) -> list[str]:
        """Problems of a request: path, method, query options, names in $select, headers, body; also inside a batch."""
        operation = self.operation(method, address)
        if operation is None:
            return [f"{method} {_path_of(address)}: not described"]
        query = dict(parse_qsl(urlsplit(address).query, keep_blank_values=True))
        found = [] if _LINK_OPTIONS & set(query) else self._query_problems(operation, query)
        lower = {name.lower(): value for name, value in headers.items()}
        found += self._body_problems(operation, lower, body)
        if operation.template == "/$batch" and isinstance(body, dict):
            for part in body.get("requests", ()):
                found += self.check_request(part["method"], part["url"], part.get("headers") or {}, part.get("body"))
        return [f"{method} {operation.template}: {problem}" for problem in found]

    def _query_problems(self, operation: Operation, query: Mapping[str, str]) -> list[str]:
        parameters = [self._resolved(each) for each in operation.facts.get("parameters", ())]
        known = {each["name"]: each for each in parameters if each["in"] == "query"}
        unsupported = set(operation.facts.get("x-docs-unsupported-query", ()))
        found = [f"{name} is not an option" for name in query if name not in known]
        found += [f"{name} is not supported there" for name in query if name in unsupported]
        found += [f"{name} is missing" for name, each in known.items() if each.get("required") and name not in query]
        names = self._property_names(operation)
        if names:
            asked = {
                "$select": query.get("$select", "").split(","),
                "$expand": re.sub(r"\([^)]*\)", "", query.get("$expand", "")).split(","),
                "$orderby": [part.strip().split(" ")[0] for part in query.get("$orderby", "").split(",")],
                "$filter": re.findall(r"([A-Za-z][\w/]*)\s+(?:eq|ne|gt|ge|lt|le)\s", query.get("$filter", "")),
            }
            found += [
                f"{option}: there is no {name}"
                for option, parts in asked.items()
                for name in parts
                if name and name.split("/")[0] not in names
            ]
        top = query.get("$top", "1")
        if not top.isdecimal() or not 1 <= int(top) <= _LARGEST_TOP.get(operation.template, 1000):
            found.append(f"$top={top}")
        return found

    def _body_problems(self, operation: Operation, headers: Mapping[str, str], body: Any) -> list[str]:
        found = []
        if any(each.get("$ref", "").endswith("If-Match-required") for each in operation.facts.get("parameters", ())):
            found += [] if headers.get("if-match") else ["If-Match is missing"]
        wanted = operation.facts.get("requestBody")
        if wanted is None:
            return found + ([] if body is None else ["a body is not described"])
        if body is None:
            return found + (["the body is missing"] if wanted.get("required") else [])
        if "json" not in headers.get("content-type", ""):
            found.append("Content-Type is not JSON")
        return found + self._problems(json.dumps(wanted["content"]["application/json"]["schema"]), body)

    def _property_names(self, operation: Operation) -> frozenset[str]:
        return self._names_of(operation.facts.get("x-item-type", ""))

    def _names_of(self, type_name: str) -> frozenset[str]:
        schemas = self._description["components"]["schemas"]
        schema = schemas.get(type_name, {})
        found = set(schema.get("properties", ()))
        if schema.get("x-polymorphic"):
            for branch in schema.get("allOf", ()):
                reference = branch.get("then", {}).get("$ref", "").rpartition("/")[2]
                found |= set(schemas.get(reference, {}).get("properties", ()))
        return frozenset(found)

    def _problems(self, schema: str, body: Any) -> list[str]:
        errors = sorted(
            self._validator(schema).iter_errors(body), key=lambda error: list(map(str, error.absolute_path))
        )
        return [_told(error) for error in errors[:5]]

    def _make_validator(self, schema: str) -> Draft202012Validator:
        if schema == "error":
            content: Json = {"$ref": f"{_ROOT}#/components/schemas/microsoft.graph.ODataErrors.ODataError"}
        else:
            content = json.loads(schema.replace('"#/components', f'"{_ROOT}#/components'))
        return Draft202012Validator(content, registry=self._registry)

    def _resolved(self, parameter: Json) -> Json:
        if "$ref" not in parameter:
            return parameter
        found: Json = self._description["components"]["parameters"][parameter["$ref"].rpartition("/")[2]]
        return found

    def _add_creation_of_events(self) -> None:
        """The description has no ``POST /me/events``; by the reference (user-post-events) it takes and gives an event,
        as changing one does."""
        paths = self._description["paths"]
        changing = paths["/me/events/{event-id}"]["patch"]
        made = {name: changing[name] for name in ("requestBody", "responses") if name in changing}
        paths.setdefault("/me/events", {}).setdefault("post", made)

    def _close_open_types(self) -> None:
        for name in _CLOSED:
            schema = self._description["components"]["schemas"][f"microsoft.graph.{name}"]
            schema["additionalProperties"] = False
            schema["patternProperties"] = _ANNOTATION


def _told(error: Any) -> str:
    """The innermost reason: the description's unions would otherwise only say that nothing fits."""
    while error.context:
        error = max(error.context, key=lambda inner: len(inner.absolute_path))
    place = "/".join(map(str, error.absolute_path))
    return f"{place}: {error.message[:300]}"


def _path_of(address: str) -> str:
    path = urlsplit(address).path
    path = path.partition("/v1.0")[2] if "/v1.0" in path else path
    return "/" + "/".join(unquote(segment) for segment in path.strip("/").split("/"))


def _pattern(template: str) -> re.Pattern[str]:
    parts: Iterator[str] = iter(re.split(r"(\{[^}]*\})", template))
    written = "".join("[^/]+" if part.startswith("{") else re.escape(part) for part in parts)
    return re.compile(written.replace("/delta", r"/delta(?:\(\))?"), re.IGNORECASE)
