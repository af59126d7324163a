"""OData's query options: $select, $top, $skip, $orderby, $expand and the part of $filter that collections here know."""

import re
from collections.abc import Callable, Iterable
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from workplace_app.demo.graph.exchange import GraphRequest, Refusal, bad_request
from workplace_app.demo.tenant.change_log import Json

_CLAUSE = re.compile(r"^(?P<path>[\w/@.]+)\s+(?P<operator>eq|ne|gt|ge|lt|le)\s+(?P<literal>'(?:[^']|'')*'|[^\s']+)$")
_STARTS = re.compile(r"^startswith\((?P<path>[\w/]+),\s*'(?P<text>[^']*)'\)$", re.IGNORECASE)
_OPERATORS: dict[str, Callable[[Any, Any], bool]] = {"eq": eq, "ne": ne, "gt": gt, "ge": ge, "lt": lt, "le": le}


def selected(request: GraphRequest) -> tuple[str, ...]:
    """The names in $select; empty means everything."""
    return tuple(name.strip() for name in request.query.get("$select", "").split(",") if name.strip())


def expanded(request: GraphRequest) -> dict[str, tuple[str, ...]]:
    """The names in $expand, each with its own $select."""
    found: dict[str, tuple[str, ...]] = {}
    for name, _, inner in re.findall(r"(\w+)(\(\$select=([^)]*)\))?", request.query.get("$expand", "")):
        found[name] = tuple(part.strip() for part in inner.split(",") if part.strip())
    return found


def refuse_options(request: GraphRequest, *names: str, what: str) -> None:
    """Refuse options that Microsoft does not support there. Raises ``Refusal``."""
    found = [name for name in names if name in request.query]
    if found:
        raise Refusal(
            400,
            "ErrorInvalidUrlQuery",
            f"The following parameters are not supported with {what}: '{', '.join(found)}'.",
        )


def page_size(request: GraphRequest, usual: int, most: int) -> int:
    """How many items a page has: $top, else Prefer: odata.maxpagesize, else what is usual. Raises ``Refusal``."""
    wish = request.query.get("$top") or request.prefers("odata.maxpagesize")
    if wish is None:
        return usual
    if not wish.isdecimal() or not int(wish) >= 1:
        raise bad_request(f"Invalid value for $top: {wish}.")
    if "$top" in request.query and int(wish) > most:
        raise bad_request(
            f"The limit of '{most}' for Top query has been exceeded. The value from the incoming request is '{wish}'."
        )
    return min(int(wish), most)


def project(document: Json, names: Iterable[str], always: Iterable[str] = ("id",)) -> Json:
    """The selected properties; annotations and what the workload always sends stay."""
    wanted = set(names)
    if not wanted:
        return {name: value for name, value in document.items() if not name.startswith("_")}
    kept = wanted.union(always)
    return {name: value for name, value in document.items() if name in kept or name.startswith("@")}


def filtered(documents: list[Json], request: GraphRequest) -> list[Json]:
    """Those that $filter lets through: comparisons joined by "and". Raises ``Refusal`` for anything else."""
    text = request.query.get("$filter", "").strip()
    if not text:
        return documents
    tests = [_test(clause.strip()) for clause in re.split(r"\s+and\s+", text)]
    return [document for document in documents if all(test(document) for test in tests)]


def ordered(documents: list[Json], request: GraphRequest) -> list[Json]:
    """Sorted as $orderby says; as they come without it."""
    found = documents
    for clause in reversed([part.strip() for part in request.query.get("$orderby", "").split(",") if part.strip()]):
        path, _, direction = clause.partition(" ")
        found = sorted(
            found, key=lambda document: str(_value(document, path) or ""), reverse=direction.strip() == "desc"
        )
    return found


def _test(clause: str) -> Callable[[Json], bool]:
    starts = _STARTS.match(clause)
    if starts:
        return lambda document: (
            str(_value(document, starts["path"]) or "").casefold().startswith(starts["text"].casefold())
        )
    match = _CLAUSE.match(clause)
    if match is None:
        raise bad_request(f"Invalid filter clause: {clause}")
    literal = _literal(match["literal"])
    compare = _OPERATORS[match["operator"]]

    def test(document: Json) -> bool:
        value = _value(document, match["path"])
        if value is None or isinstance(value, bool) or literal is None:
            return bool(compare(value, literal)) if match["operator"] in {"eq", "ne"} else False
        return bool(compare(str(value), str(literal)))

    return test


def _literal(text: str) -> object:
    if text.startswith("'"):
        return text[1:-1].replace("''", "'")
    return {"true": True, "false": False, "null": None}.get(text, text)


def _value(document: Json, path: str) -> Any:
    value: Any = document
    for name in path.split("/"):
        value = value.get(name) if isinstance(value, dict) else None
    return value
