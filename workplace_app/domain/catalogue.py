"""Reads services, journeys and tools from the JSON of a municipality's catalogue; a malformed item costs itself only.

The shape is described in docs/for-municipalities.md. ``data`` is parsed JSON: the whole catalogue (an object with the
keys "services", "journeys" and "tools") or one of the lists. Each function answers what it could read and one problem
for each item that it could not; data of another shape is one problem of kind ``UNREADABLE_ANSWER`` and no facts.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from workplace_app.domain.journey import Journey, JourneyStep
from workplace_app.domain.problem import Problem, ProblemKind
from workplace_app.domain.service import Known, Service, ServiceChannel, ServiceChannelKind
from workplace_app.domain.tool import Tool, ToolKind

PAGE_SCHEMES = ("https://", "http://")
CHANNEL_SCHEMES = (*PAGE_SCHEMES, "tel:", "mailto:")

_ReadFact = TypeVar("_ReadFact", Service, Journey, Tool)


class _Malformed(Exception):
    """An item is not of the promised shape; the message names the key and never repeats the value."""


def services_from_json(data: object) -> tuple[tuple[Service, ...], tuple[Problem, ...]]:
    """The services; each has its four channels in the order of the tiles, those that nobody mentioned unknown."""
    return _read_all(data, "services", _service)


def journeys_from_json(data: object) -> tuple[tuple[Journey, ...], tuple[Problem, ...]]:
    """The journeys; a step may require only steps that come before it, so no journey can go in a circle."""
    return _read_all(data, "journeys", _journey)


def tools_from_json(data: object) -> tuple[tuple[Tool, ...], tuple[Problem, ...]]:
    """The tools and quick tasks, in the order in which they are offered."""
    return _read_all(data, "tools", _tool)


def _read_all(
    data: object, key: str, read: Callable[[Mapping[str, object]], _ReadFact]
) -> tuple[tuple[_ReadFact, ...], tuple[Problem, ...]]:
    items = data.get(key) if isinstance(data, Mapping) else data
    if not isinstance(items, list):
        return (), (Problem(ProblemKind.UNREADABLE_ANSWER, service="services", detail=f"{key} is not a list"),)
    facts: dict[str, _ReadFact] = {}
    problems: list[Problem] = []
    for position, item in enumerate(items):
        try:
            if not isinstance(item, Mapping):
                raise _Malformed("not an object")
            fact = read(item)
            if fact.id in facts:
                raise _Malformed("id is used twice")
            facts[fact.id] = fact
        except _Malformed as malformed:
            named = item.get("id") if isinstance(item, Mapping) else None
            problems.append(
                Problem(
                    ProblemKind.UNREADABLE_ITEM,
                    service="services",
                    item_id=named if isinstance(named, str) else None,
                    detail=f"{key}[{position}]: {malformed}",
                )
            )
    return tuple(facts.values()), tuple(problems)


def _service(item: Mapping[str, object]) -> Service:
    return Service(
        id=_needed_text(item, "id"),
        title=_needed_text(item, "title"),
        summary=_text(item, "summary"),
        theme=_text(item, "theme"),
        category=_text(item, "category"),
        address=_address(item, "address", PAGE_SCHEMES),
        channels=_channels(item),
        prerequisites=_texts(item, "prerequisites"),
        requires=_texts(item, "requires"),
        related=_texts(item, "related"),
        keywords=_texts(item, "keywords"),
        checked=_day(item, "checked"),
        dead_since=_day(item, "dead_since"),
    )


def _channels(item: Mapping[str, object]) -> tuple[ServiceChannel, ...]:
    named: dict[ServiceChannelKind, ServiceChannel] = {}
    for channel in _objects(item, "channels"):
        kind = _one_of(channel, "kind", ServiceChannelKind)
        if kind in named:
            raise _Malformed("channels name a kind twice")
        named[kind] = ServiceChannel(
            kind=kind,
            known=_one_of(channel, "known", Known),
            label=_text(channel, "label"),
            address=_address(channel, "address", CHANNEL_SCHEMES),
        )
    return tuple(named.get(kind) or ServiceChannel(kind, Known.UNKNOWN) for kind in ServiceChannelKind)


def _journey(item: Mapping[str, object]) -> Journey:
    steps = tuple(_step(number, step) for number, step in enumerate(_objects(item, "steps"), 1))
    if not steps:
        raise _Malformed("steps are missing")
    return Journey(
        id=_needed_text(item, "id"),
        title=_needed_text(item, "title"),
        summary=_text(item, "summary"),
        theme=_text(item, "theme"),
        steps=steps,
        keywords=_texts(item, "keywords"),
    )


def _step(number: int, step: Mapping[str, object]) -> JourneyStep:
    requires = step.get("requires", [])
    if not isinstance(requires, list) or not all(type(before) is int and 0 < before < number for before in requires):
        raise _Malformed(f"step {number} requires something that is not a step before it")
    return JourneyStep(
        number=number,
        title=_needed_text(step, "title"),
        note=_text(step, "note"),
        service_id=_text(step, "service_id") or None,
        optional=step.get("optional") is True,
        requires=tuple(requires),
    )


def _tool(item: Mapping[str, object]) -> Tool:
    address = _address(item, "address", CHANNEL_SCHEMES)
    if address is None:
        raise _Malformed("address is missing")
    return Tool(
        id=_needed_text(item, "id"),
        kind=_one_of(item, "kind", ToolKind),
        title=_needed_text(item, "title"),
        address=address,
        icon=_needed_text(item, "icon"),
        summary=_text(item, "summary"),
        units=_texts(item, "units"),
        keywords=_texts(item, "keywords"),
    )


def _text(item: Mapping[str, object], key: str) -> str:
    value = item.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _Malformed(f"{key} is not text")
    return value.strip()


def _needed_text(item: Mapping[str, object], key: str) -> str:
    value = _text(item, key)
    if not value:
        raise _Malformed(f"{key} is missing")
    return value


def _texts(item: Mapping[str, object], key: str) -> tuple[str, ...]:
    values = item.get(key)
    if values is None:
        return ()
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise _Malformed(f"{key} is not a list of text")
    return tuple(value.strip() for value in values if value.strip())


def _objects(item: Mapping[str, object], key: str) -> tuple[Mapping[str, object], ...]:
    values = item.get(key)
    if values is None:
        return ()
    if not isinstance(values, list) or not all(isinstance(value, Mapping) for value in values):
        raise _Malformed(f"{key} is not a list of objects")
    return tuple(values)


def _address(item: Mapping[str, object], key: str, schemes: tuple[str, ...]) -> str | None:
    """What is opened with one click must not be a script or a file, whoever wrote the catalogue."""
    value = _text(item, key)
    if value and not value.lower().startswith(schemes):
        raise _Malformed(f"{key} is not an address that may be opened")
    return value or None


_Word = TypeVar("_Word", ServiceChannelKind, Known, ToolKind)


def _one_of(item: Mapping[str, object], key: str, words: type[_Word]) -> _Word:
    try:
        return words(_needed_text(item, key))
    except ValueError as wrong:
        raise _Malformed(f"{key} is none of {', '.join(words)}") from wrong


def _day(item: Mapping[str, object], key: str) -> date | None:
    value = _text(item, key)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as wrong:
        raise _Malformed(f"{key} is not a day (YYYY-MM-DD)") from wrong
