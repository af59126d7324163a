"""Makes of the town's answers a smaller town with more pages: six items to a list, two to a page."""

import json
from collections.abc import Callable
from typing import Any

from tests.faults.wire_format import Asked, Said

LENGTH, PAGES = 6, 3
OTHERS = {
    "/v1.0/me/followedSites": 3,  # lists that other requests hang on: one to a page
    "/v1.0/me/todo/lists/delta": 3,
    "/v1.0/me/joinedTeams": 3,
    "/v1.0/me/memberOf/microsoft.graph.group": 60,  # most of them are no workspaces
}
CONTINUATION = "x-epi-continuation"
_NEXT, _DELTA = "@odata.nextLink", "@odata.deltaLink"

Ask = Callable[[Asked], Said]
Keep = Callable[[Asked, Said], None]


Again = Callable[[str], list[Any]]


def smaller(asked: Asked, said: Said, ask: Ask, keep: Keep, graph: str, again: Again, length: int) -> Said:
    """The first page of what ``said`` begins; the further pages are given to ``keep`` with the request that each
    answers. ``ask`` fetches the rest of a list that is longer than one answer. A delta that has nothing to tell tells
    the collection's first items ``again``, as Graph may."""
    if said.status != 200 or "json" not in said.headers.get("content-type", ""):
        return said
    content = json.loads(said.body)
    if asked.path.endswith("/children"):
        return _children(asked, said, content, ask, keep, length)
    if asked.path.endswith("/$batch"):
        for part in content["responses"]:
            question = _part(asked, part["id"])
            if part["status"] == 200 and isinstance(part.get("body"), dict) and "value" in part["body"]:
                part["body"] = _pages(question, part["body"], ask, keep, graph, again, length)
        return _with(said, content)
    if isinstance(content, dict) and isinstance(content.get("value"), list):
        return _with(said, _pages(asked, content, ask, keep, graph, again, length))
    if isinstance(content, dict):
        for name, value in content.items():
            if isinstance(value, list):
                content[name] = value[:length]
        return _with(said, content)
    return said


def _pages(asked: Asked, content: Any, ask: Ask, keep: Keep, graph: str, again: Again, length: int) -> Any:
    items, delta = _all(content, asked, ask, graph)
    length = OTHERS.get(asked.path, length)
    items = items[:length]
    if not items and "token=" in asked.target:
        items = again(asked.path)[:2]
    elif items and delta:
        again(asked.path)[:] = items
    size = max(1, -(-len(items) // PAGES))
    pages = [items[start : start + size] for start in range(0, len(items), size)] or [[]]
    others = {name: value for name, value in content.items() if name not in ("value", _NEXT, _DELTA)}
    for number in reversed(range(len(pages))):
        page = {**others, "value": pages[number]}
        if number + 1 < len(pages):
            page[_NEXT] = graph + _numbered(asked.target, number + 1)
        elif delta:
            page[_DELTA] = delta
        if number == 0:
            return page
        keep(
            Asked("graph", "GET", _numbered(asked.target, number), {}),
            _with(Said(200, b"", {"content-type": "application/json"}), page),
        )
    raise AssertionError("a list has a first page")


def _numbered(target: str, number: int) -> str:
    return f"{target}{'&' if '?' in target else '?'}$skiptoken=stage-{number}"


def _all(content: Any, asked: Asked, ask: Ask, graph: str) -> tuple[list[Any], str | None]:
    items, link, delta = list(content["value"]), content.get(_NEXT), content.get(_DELTA)
    while link:
        said = ask(Asked("graph", "GET", link.removeprefix(graph), asked.headers))
        further = json.loads(said.body)
        items += further["value"]
        link, delta = further.get(_NEXT), further.get(_DELTA)
    return items, delta


def _part(asked: Asked, part_id: str) -> Asked:
    part = next(each for each in json.loads(asked.body)["requests"] if each["id"] == part_id)
    headers = {name.lower(): value for name, value in (part.get("headers") or {}).items()}
    return Asked("graph", part["method"], f"/v1.0{part['url']}", headers)


def _children(asked: Asked, said: Said, content: Any, ask: Ask, keep: Keep, length: int) -> Said:
    """The continuation is a header, the same address again."""
    items, token = list(content), said.headers.get(CONTINUATION)
    while token and len(items) < length:
        further = ask(Asked(asked.origin, asked.method, asked.target, {**asked.headers, CONTINUATION: token}))
        items += json.loads(further.body)
        token = further.headers.get(CONTINUATION)
    items = items[:length]
    size = max(1, -(-len(items) // PAGES))
    pages = [items[start : start + size] for start in range(0, len(items), size)] or [[]]
    plain = said.without(CONTINUATION)
    answers = []
    for number, page in enumerate(pages):
        headers = {**plain.headers}
        if number + 1 < len(pages):
            headers[CONTINUATION] = f"stage-{number + 1}"
        answers.append(_with(Said(200, b"", headers), page))
        if number:
            token_header = {CONTINUATION: f"stage-{number}"}
            keep(Asked(asked.origin, asked.method, asked.target, token_header), answers[-1])
    return answers[0]


def _with(said: Said, content: Any) -> Said:
    return Said(said.status, json.dumps(content, ensure_ascii=False).encode(), said.headers)
