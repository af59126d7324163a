"""Content as the Content Delivery API writes it: version 2 or 3, properties flattened or not.

Version 3 follows Optimizely's own OpenAPI description (``language`` has a name and a display name and nothing else, no
member is null that the description does not allow to be); version 2 follows an answer captured from the Alloy demo site
in 2019 (languages carry a ``link``, addresses are relative). Flattening is a server option in both versions
(``FlattenPropertyModel``), not what tells them apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from workplace_app.demo.cms.content import Content, ContentTree, Property

Json = dict[str, object]
REFERENCE = "PropertyContentReference"
_LANGUAGE_NAMES = {"sv": "svenska", "en": "English"}


@dataclass(frozen=True, slots=True)
class Shape:
    """One configuration of the API. ``base`` is where it is served, below ``origin`` and without a trailing slash."""

    base: str
    version: int
    flattened: bool
    origin: str = ""


SHAPES = (
    Shape("/api/episerver/v3.0", 3, flattened=False),
    Shape("/api/episerver/v3.0-flat", 3, flattened=True),
    Shape("/api/episerver/v2.0", 2, flattened=False),
    Shape("/api/episerver/v2.0-flat", 2, flattened=True),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which properties a request asked for: ``expand`` (names, or "*") and ``select`` (names; empty means all)."""

    expand: frozenset[str] = frozenset()
    select: frozenset[str] = frozenset()

    def expands(self, name: str) -> bool:
        """Whether a reference in this property is answered with the content itself."""
        return "*" in self.expand or name.lower() in self.expand

    def selects(self, name: str) -> bool:
        """Whether this property is answered at all."""
        return not self.select or name.lower() in self.select


def wanted(expand: str, select: str) -> Wanted:
    """Read the two comma-separated lists; property names are compared without regard to case."""
    return Wanted(_names(expand), _names(select))


def content_json(content: Content, tree: ContentTree, shape: Shape, asked: Wanted) -> Json:
    """One item with its metadata at the top level and its properties beside it."""
    language = _language(content, shape)
    answer: Json = {
        "contentLink": reference_json(content, shape),
        "name": content.name,
        "language": language,
        "existingLanguages": [language],
        "masterLanguage": language,
        "contentType": list(content.content_type),
        "routeSegment": content.segment,
        "url": address_in(content.address, shape),
        "changed": moment_text(content.changed),
        "created": moment_text(content.created),
        "startPublish": moment_text(content.start_publish),
        "stopPublish": None if content.stop_publish is None else moment_text(content.stop_publish),
        "saved": moment_text(content.changed),
        "status": "Published",
    }
    parent = None if content.parent is None else tree.by_number(content.parent)
    if parent is not None:
        answer["parentLink"] = reference_json(parent, shape)
    written = _flattened if shape.flattened else _typed
    for name, prop in content.properties.items():
        if asked.selects(name):
            answer[name] = written(prop, tree, shape, asked.expands(name))
    return answer


def reference_json(content: Content, shape: Shape) -> Json:
    """A link to content, as ``contentLink``, ``parentLink`` and reference properties hold it."""
    return {
        "id": content.number,
        "workId": 0,
        "guidValue": content.guid,
        "providerName": None,
        "url": address_in(content.address, shape),
    }


def address_in(address: str | None, shape: Shape) -> str | None:
    """Absolute in version 3; version 2 leaves out its own origin."""
    return address if address is None or shape.version >= 3 else address.removeprefix(shape.origin)


def moment_text(moment: datetime) -> str:
    """ISO 8601 in UTC with Z, whole seconds."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _names(text: str) -> frozenset[str]:
    return frozenset(name.strip().lower() for name in text.split(",") if name.strip())


def _language(content: Content, shape: Shape) -> Json:
    name = content.language
    language: Json = {"displayName": _LANGUAGE_NAMES.get(name, name), "name": name}
    if shape.version < 3:
        language["link"] = address_in(content.address, shape)
    return language


def _value(prop: Property, tree: ContentTree, shape: Shape) -> object:
    if prop.data_type != REFERENCE:
        return prop.value
    target = _target(prop, tree)
    return None if target is None else reference_json(target, shape)


def _typed(prop: Property, tree: ContentTree, shape: Shape, expand: bool) -> Json:
    answer: Json = {"value": _value(prop, tree, shape), "propertyDataType": prop.data_type}
    if expand and (target := _target(prop, tree)) is not None:
        answer["expandedValue"] = content_json(target, tree, shape, Wanted())
    return answer


def _flattened(prop: Property, tree: ContentTree, shape: Shape, expand: bool) -> object:
    value = _value(prop, tree, shape)
    if expand and isinstance(value, Mapping) and (target := _target(prop, tree)) is not None:
        return {**value, "expanded": content_json(target, tree, shape, Wanted())}
    return value


def _target(prop: Property, tree: ContentTree) -> Content | None:
    return tree.by_number(prop.value) if prop.data_type == REFERENCE and isinstance(prop.value, int) else None
