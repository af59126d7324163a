"""Finds the handler of a path. Templates are written as Microsoft writes them: "/me/todo/lists/{list-id}/tasks"."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workplace_app.demo.graph.exchange import Handler


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One operation. ``workload`` is the service behind it, whose limits it counts against."""

    method: str
    template: str
    workload: str
    handler: Handler


class Routes:
    """All endpoints; a fixed segment is preferred to a brace ("users/delta" to "users/{id}")."""

    def __init__(self, endpoints: Iterable[Endpoint]) -> None:
        self._by_length: dict[int, list[tuple[tuple[str, ...], Endpoint]]] = {}
        for endpoint in endpoints:
            segments = tuple(endpoint.template.strip("/").split("/"))
            self._by_length.setdefault(len(segments), []).append((segments, endpoint))
        for found in self._by_length.values():
            found.sort(key=lambda entry: sum(segment.startswith("{") for segment in entry[0]))
        self.endpoints = tuple(endpoint for found in self._by_length.values() for _, endpoint in found)

    def find(self, method: str, path: tuple[str, ...]) -> tuple[Endpoint, Mapping[str, str]] | None:
        """The endpoint and what its braces matched."""
        for segments, endpoint in self._by_length.get(len(path), ()):
            if endpoint.method == method:
                parameters = _match(segments, path)
                if parameters is not None:
                    return endpoint, parameters
        return None

    def knows(self, path: tuple[str, ...]) -> bool:
        """True when the path exists for some method."""
        return any(_match(segments, path) is not None for segments, _ in self._by_length.get(len(path), ()))


def _match(segments: tuple[str, ...], path: tuple[str, ...]) -> dict[str, str] | None:
    parameters: dict[str, str] = {}
    for segment, given in zip(segments, path, strict=True):
        if segment.startswith("{"):
            parameters[segment.strip("{}")] = given
        elif segment.casefold() != given.casefold().removesuffix("()"):
            return None
    return parameters
