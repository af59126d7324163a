"""The envelope around Graph's collections: the items still unread, the links to more, and what @removed says."""

import msgspec

from sync.wire.reading import (
    UNREADABLE,
    RawItem,
    UnreadableItemError,
    array_items,
    end_of_array,
    without_byte_order_mark,
)
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

_VALUE_KEY = b'"value"'


class GraphItem(msgspec.Struct, rename="camel", kw_only=True):
    """What any item of a collection may carry."""

    id: str | None = None
    odata_type: str | None = msgspec.field(name="@odata.type", default=None)
    etag: str | None = msgspec.field(name="@odata.etag", default=None)
    removed: msgspec.Raw = msgspec.field(name="@removed", default=msgspec.Raw(b"null"))


class GraphIdentity(msgspec.Struct, rename="camel", kw_only=True):
    """A person or a program."""

    id: str | None = None
    display_name: str | None = None


class GraphIdentitySet(msgspec.Struct, rename="camel", kw_only=True):
    """Who did something."""

    user: GraphIdentity | None = None
    application: GraphIdentity | None = None

    @property
    def name(self) -> str:
        """The person's name, else the program's, else nothing."""
        for identity in (self.user, self.application):
            if identity is not None and identity.display_name:
                return identity.display_name
        return ""


class GraphDate(msgspec.Struct, rename="camel", kw_only=True):
    """A dateTimeTimeZone."""

    date_time: str | None = None
    time_zone: str | None = None


class _Envelope(msgspec.Struct):
    value: msgspec.Raw = msgspec.Raw(b"")
    next_link: str | None = msgspec.field(name="@odata.nextLink", default=None)
    delta_link: str | None = msgspec.field(name="@odata.deltaLink", default=None)


class _Links(msgspec.Struct):
    next_link: str | None = msgspec.field(name="@odata.nextLink", default=None)
    delta_link: str | None = msgspec.field(name="@odata.deltaLink", default=None)


@frozen
class Collection:
    """One page of a collection. At most one of the links is there; a listing ends where both are missing."""

    items: list[RawItem]
    next_link: str | None = None
    delta_link: str | None = None


def read_collection(content: bytes, service: str) -> Collection:
    """Open the envelope of a collection.

    A ``value`` of null is an empty page only when a link shows that the answer is a page at all; one without ``value``
    is none whatever it links to: it could be anything, and an empty listing would take from the user what is there.
    Raises UNREADABLE_ANSWER.
    """
    content = without_byte_order_mark(content)
    try:
        envelope = msgspec.json.decode(content, type=_Envelope)
        value = bytes(envelope.value)
        links: _Envelope | _Links = envelope
    except UNREADABLE:
        value, links = _open_by_hand(content, service)
    if value[:1] == b"[":
        try:
            return Collection(array_items(value), links.next_link, links.delta_link)
        except ValueError as error:
            raise ProblemRaised(_unreadable_answer(service, "the collection does not end")) from error
    if value == b"null" and (links.next_link or links.delta_link):
        return Collection([], links.next_link, links.delta_link)
    raise ProblemRaised(_unreadable_answer(service, "no collection in the answer"))


def _open_by_hand(content: bytes, service: str) -> tuple[bytes, _Links]:
    """The envelope of an answer that one item has broken: the items are cut out, the links are read without them."""
    start = content.find(_VALUE_KEY)
    begins = content.find(b"[", start)
    if start < 0 or begins < 0 or content[start + len(_VALUE_KEY) : begins].strip() != b":":
        raise ProblemRaised(_unreadable_answer(service, "not JSON"))
    rest = content[begins:]
    end = end_of_array(rest)
    if end is None:
        raise ProblemRaised(_unreadable_answer(service, "not JSON"))
    try:
        links = msgspec.json.decode(content[:begins] + b"[]" + rest[end:], type=_Links)
    except UNREADABLE as error:
        raise ProblemRaised(_unreadable_answer(service, "not JSON")) from error
    return rest[:end], links


def read_single(content: bytes) -> RawItem:
    """The one object of an answer. Some of Microsoft's examples wrap it in ``value``, which an object has no
    use for: it is unwrapped."""
    content = without_byte_order_mark(content)
    try:
        envelope = msgspec.json.decode(content, type=_Envelope)
    except UNREADABLE:
        return content
    value = bytes(envelope.value)
    return value if value[:1] == b"{" else content


def removed_id(item: RawItem) -> str | None:
    """The id of an ``@removed`` item, None for one that is there. Raises UnreadableItemError for a tombstone that does
    not say whose."""
    if b"@removed" not in bytes(item):
        return None
    graph_item = msgspec.json.decode(item, type=GraphItem)
    if bytes(graph_item.removed) in (b"null", b""):
        return None
    if not graph_item.id:
        raise UnreadableItemError("id is missing")
    return graph_item.id


def _unreadable_answer(service: str, detail: str) -> Problem:
    return Problem(ProblemKind.UNREADABLE_ANSWER, service=service, detail=detail)
