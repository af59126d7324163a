"""What every group of routes works with: the tenant, the clock, the addresses of links, pages and delta rounds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from workplace_app.demo.graph.bookmarks import Bookmark, Bookmarks, TokenExpired, TokenUnknown
from workplace_app.demo.graph.exchange import GraphAnswer, GraphRequest, Refusal, bad_request
from workplace_app.demo.parts import Notices
from workplace_app.demo.settings import Clock
from workplace_app.demo.tenant.change_log import Change, Json
from workplace_app.demo.tenant.municipality import Tenant
from workplace_app.demo.tenant.shelf import Shelf

Shape = Callable[[Json], Json]
_SAFE = "$'(),/:"
"""What Graph leaves unescaped in the query of its links."""


@dataclass(frozen=True, slots=True)
class DeltaCollection:
    """A collection that can be followed by delta.

    ``shape`` turns an item into what is sent; ``tombstone`` says that an id is gone; ``expired`` is how this workload
    answers a token that no longer holds; ``token_name`` is "$deltatoken", or "token" for drives.
    """

    shelf: Shelf
    shape: Shape
    tombstone: Callable[[str], Json]
    expired: Callable[[str], Refusal]
    options: dict[str, str]
    context: str
    token_name: str = "$deltatoken"  # noqa: S105  the name of a query option


class Office:
    """Shared by all routes of one demo."""

    def __init__(self, tenant: Tenant, now: Clock, origin: str, notices: Notices | None = None) -> None:
        self.tenant = tenant
        self.notices = notices or Notices()
        self.now = now
        self.base = f"{origin}/v1.0"
        self.bookmarks = Bookmarks(tenant.log)

    def context(self, text: str) -> str:
        """An @odata.context."""
        return f"{self.base}/$metadata#{text}"

    def link(self, request: GraphRequest, name: str, token: str, kept: bool = True) -> str:
        """An address that goes on from here; a plain listing keeps its options, a delta round has them in its token."""
        options = {key: value for key, value in request.query.items() if key != "$skiptoken"} if kept else {}
        query = "&".join(f"{key}={quote(value, safe=_SAFE)}" for key, value in {**options, name: token}.items())
        return f"{self.base}{request.route}?{query}"

    def listing(
        self, request: GraphRequest, documents: Sequence[Json], size: int, context: str, shape: Shape
    ) -> GraphAnswer:
        """A page of a list that is at hand."""
        start = self._position(request)
        value = [shape(document) for document in documents[start : start + size]]
        after = start + size if start + size < len(documents) else None
        return self._page(request, value, after, context)

    def shelf_listing(self, request: GraphRequest, shelf: Shelf, size: int, context: str, shape: Shape) -> GraphAnswer:
        """A page of a shelf, of which only that page is made."""
        documents, after = shelf.page(self._position(request), size)
        return self._page(request, [shape(document) for document in documents], after, context)

    def delta(self, request: GraphRequest, collection: DeltaCollection, size: int) -> GraphAnswer:
        """A page of a delta round: first everything, then what has changed since."""
        bookmark = self.delta_bookmark(request, collection)
        size = int(bookmark.options.get("$top", size))
        if bookmark.position is None:
            return self.changes(request, collection, bookmark, size)
        documents, after = collection.shelf.page(bookmark.position, size)
        return self.delta_page(request, collection, [collection.shape(each) for each in documents], bookmark, after)

    def delta_bookmark(self, request: GraphRequest, collection: DeltaCollection) -> Bookmark:
        """What the request's token says; the beginning when there is none. Raises ``Refusal``."""
        token = request.query.get("$skiptoken") or request.query.get(collection.token_name)
        if not token:
            return Bookmark(request.route, collection.shelf.revision, 0, collection.options)
        if token == "latest":  # noqa: S105  Microsoft's word for "from now on"
            return Bookmark(request.route, collection.shelf.revision, None, collection.options)
        try:
            return self.bookmarks.open(token, request.route)
        except TokenExpired as error:
            raise collection.expired(f"{self.base}{request.route}") from error
        except TokenUnknown as error:
            raise bad_request("The sync token is not valid.", "ErrorInvalidSyncStateData") from error

    def changes(self, request: GraphRequest, collection: DeltaCollection, bookmark: Bookmark, size: int) -> GraphAnswer:
        """What has changed since the bookmark, in pages of their own when it is much."""
        changed: list[Change] = collection.shelf.changes_since(bookmark.revision)
        sent = changed[:size]
        value = [
            collection.tombstone(change.item_id) if change.document is None else collection.shape(change.document)
            for change in sent
        ]
        more = len(changed) > size
        revision = sent[-1].revision if more else collection.shelf.revision
        following = Bookmark(bookmark.collection, revision, None, bookmark.options)
        name = "@odata.nextLink" if more else "@odata.deltaLink"
        token_name = _skip_name(collection) if more else collection.token_name
        link = self.link(request, token_name, self.bookmarks.seal(following), kept=False)
        return GraphAnswer(200, {"@odata.context": self.context(collection.context), name: link, "value": value})

    def delta_page(
        self,
        request: GraphRequest,
        collection: DeltaCollection,
        value: list[Json],
        bookmark: Bookmark,
        after: int | None,
    ) -> GraphAnswer:
        """A page of the first round. Its delta link names the revision at which the round began, so that what changed
        while the client was reading comes again."""
        following = Bookmark(bookmark.collection, bookmark.revision, after, bookmark.options)
        name = "@odata.deltaLink" if after is None else "@odata.nextLink"
        token_name = collection.token_name if after is None else _skip_name(collection)
        link = self.link(request, token_name, self.bookmarks.seal(following), kept=False)
        return GraphAnswer(200, {"@odata.context": self.context(collection.context), name: link, "value": value})

    def _position(self, request: GraphRequest) -> int:
        token = request.query.get("$skiptoken")
        if token is None:
            skip = request.query.get("$skip", "0")
            return int(skip) if skip.isdecimal() else 0
        try:
            return self.bookmarks.open(token, request.route).position or 0
        except (TokenExpired, TokenUnknown) as error:
            raise bad_request("The skip token is not valid.", "Directory_ExpiredPageToken") from error

    def _page(self, request: GraphRequest, value: list[Json], after: int | None, context: str) -> GraphAnswer:
        body: Json = {"@odata.context": self.context(context)}
        if after is not None:
            token = self.bookmarks.seal(Bookmark(request.route, self.tenant.log.revision, after))
            body["@odata.nextLink"] = self.link(request, "$skiptoken", token)
        body["value"] = value
        return GraphAnswer(200, body)


def _skip_name(collection: DeltaCollection) -> str:
    return "token" if collection.token_name == "token" else "$skiptoken"  # noqa: S105


def outlook_expired(_address: str) -> Refusal:
    """Outlook and To Do: the state is gone, begin again with the same question."""
    message = "The sync state generation is not found; please resynchronize."
    return Refusal(410, "syncStateNotFound", message)


def directory_expired(address: str) -> Refusal:
    """The directory says where to begin again."""
    message = "The delta token is no longer valid, and the app must reset the sync state."
    return Refusal(410, "resyncRequired", message, {"Location": f"{address}?$deltatoken="})


def drive_expired(address: str) -> Refusal:
    """A drive names the kind of resync and where to begin it."""
    return Refusal(410, "resyncChangesApplyDifferences", "Resync required.", {"Location": f"{address}?token="})


def removed(item_id: str, reason: str = "deleted") -> Json:
    """A tombstone."""
    return {"@removed": {"reason": reason}, "id": item_id}
