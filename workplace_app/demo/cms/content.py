"""The content tree of the demo CMS: pages with typed properties, and who may read them when."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid5

CONTENT_NAMESPACE = UUID("b7d0a3f4-52c1-5e86-93aa-1f6f0c2ed719")
"""GUIDs of content are uuid5 of this and a name, so that they are the same after every start."""

ROOT, SITE_START, NEWS_ROOT, DISRUPTION_ROOT, MEDIA_ROOT = 1, 5, 210, 320, 3
"""Content numbers of the pages that others are placed under."""

MASTER_LANGUAGE = "sv"


def guid_of(name: str) -> str:
    """The GUID of the content with this name."""
    return str(uuid5(CONTENT_NAMESPACE, name))


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its value as JSON would hold it, and the name of its Optimizely data type."""

    data_type: str
    value: object


@dataclass(frozen=True, slots=True)
class Content:
    """One page or file. ``address`` is absolute; ``readers`` are the units that may read it (empty: all who may read
    at all); ``staff_only`` content needs a token."""

    number: int
    guid: str
    name: str
    content_type: tuple[str, ...]
    parent: int | None
    segment: str
    address: str | None
    created: datetime
    changed: datetime
    start_publish: datetime
    stop_publish: datetime | None = None
    properties: Mapping[str, Property] = field(default_factory=dict)
    staff_only: bool = False
    readers: tuple[str, ...] = ()
    language: str = MASTER_LANGUAGE

    def published_at(self, now: datetime) -> bool:
        """False before publication starts and from the moment it stops."""
        return self.start_publish <= now and (self.stop_publish is None or now < self.stop_publish)

    def readable_by(self, unit: str | None) -> bool:
        """``unit`` is None for somebody without a token."""
        if not self.staff_only:
            return True
        return unit is not None and (not self.readers or unit in self.readers)


class ContentTree:
    """All content, found by number, GUID, address or parent. The children of a page are kept newest first."""

    def __init__(self, contents: Iterable[Content] = ()) -> None:
        self._by_number: dict[int, Content] = {}
        self._number_by_guid: dict[str, int] = {}
        self._number_by_address: dict[str, int] = {}
        self._children: dict[int, list[tuple[float, int]]] = {}
        for content in contents:
            self.put(content)

    def put(self, content: Content) -> None:
        """Add content, or replace that with the same number."""
        before = self._by_number.get(content.number)
        if before is not None and before.parent is not None:
            places = self._children[before.parent]
            del places[bisect_left(places, _newest_first(before))]
        self._by_number[content.number] = content
        self._number_by_guid[content.guid] = content.number
        if content.address is not None:
            self._number_by_address[_comparable(content.address)] = content.number
        if content.parent is not None:
            insort(self._children.setdefault(content.parent, []), _newest_first(content))

    def by_number(self, number: int) -> Content | None:
        """The content with this number."""
        return self._by_number.get(number)

    def by_identifier(self, identifier: str) -> Content | None:
        """Understands ``123``, ``123_456`` (with a work id) and a GUID, as the API does."""
        digits = identifier.partition("_")[0]
        if digits.isascii() and digits.isdigit():
            return self._by_number.get(int(digits))
        number = self._number_by_guid.get(identifier.lower())
        return None if number is None else self._by_number[number]

    def by_address(self, address: str) -> Content | None:
        """The content at an absolute address, with or without the last slash."""
        number = self._number_by_address.get(_comparable(address))
        return None if number is None else self._by_number[number]

    def children(self, parent: int, after: int | None = None) -> Iterator[Content]:
        """Children newest first; ``after`` is the number of the child before the first that is wanted.

        Raises KeyError when ``after`` is no child of this parent.
        """
        places = self._children.get(parent, [])
        start = 0
        if after is not None:
            known = self._by_number.get(after)
            if known is None or known.parent != parent:
                raise KeyError(after)
            start = bisect_right(places, _newest_first(known))
        return (self._by_number[number] for _, number in places[start:])

    def ancestors(self, content: Content) -> Iterator[Content]:
        """From the parent up to the root."""
        parent = content.parent
        while parent is not None:
            above = self._by_number[parent]
            yield above
            parent = above.parent

    def __iter__(self) -> Iterator[Content]:
        return iter(tuple(self._by_number.values()))

    def __len__(self) -> int:
        return len(self._by_number)


def _newest_first(content: Content) -> tuple[float, int]:
    return -content.start_publish.timestamp(), content.number


def _comparable(address: str) -> str:
    return address.partition("?")[0].rstrip("/").lower()
