"""The Content Delivery API's routes: one item, its children and ancestors, look-up by address or GUID, and the site.

What is served follows Optimizely's OpenAPI description ("EPiServer.ContentApi.Docs v3"); what it does not say (token of
a child listing, headers of a look-up) follows the official JavaScript SDK. Parameter names are compared without regard
to case, as ASP.NET does.
"""

import base64
import binascii
import itertools
from collections.abc import Callable, Iterable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from workplace_app.demo.cms.conditional import COMPRESSED
from workplace_app.demo.cms.content import MASTER_LANGUAGE, ROOT, SITE_START, Content, ContentTree, guid_of
from workplace_app.demo.cms.shapes import Json, Shape, Wanted, content_json, reference_json, wanted
from workplace_app.demo.settings import Clock

CONTINUATION = "x-epi-continuation"
MOST_CHILDREN = 1000
NOT_CACHED = {"Cache-Control": "no-cache", "Expires": "Thu, 01 Jan 1970 00:00:00 GMT"}
"""Optimizely's default: an answer may be personal, so no cache between may keep it."""

_TITLES = {400: "Bad Request", 403: "Forbidden", 404: "Not Found"}
_SECTIONS = {400: "6.5.1", 403: "6.5.3", 404: "6.5.4"}


class Refused(Exception):
    """The request ends with this status and problem details (RFC 7807)."""

    def __init__(self, status: int, detail: str | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail


class DeliveryApi:
    """One Content Delivery API over a content tree, in one shape."""

    def __init__(self, tree: ContentTree, shape: Shape, now: Clock) -> None:
        self._tree = tree
        self._shape = shape
        self._now = now

    def routes(self) -> tuple[Route, ...]:
        """The routes below this shape's base path."""
        base = self._shape.base
        paths: dict[str, Callable[[Request], Response]] = {
            "/content": self._query,
            "/content/{identifier}": self._one,
            "/content/{identifier}/children": self._children,
            "/content/{identifier}/ancestors": self._ancestors,
            "/site": self._sites,
            "/site/{identifier}": self._site,
        }
        return tuple(
            Route(base + path, _refusals_told(answer), middleware=COMPRESSED) for path, answer in paths.items()
        )

    def _one(self, request: Request) -> Response:
        content = self._readable(request, request.path_params["identifier"])
        return JSONResponse(content_json(content, self._tree, self._shape, _wanted(request)), headers=NOT_CACHED)

    def _children(self, request: Request) -> Response:
        parent = self._readable(request, request.path_params["identifier"])
        top = _top(request)
        after = _decoded(request.headers.get(CONTINUATION, ""))
        if after is not None and top is None:
            raise Refused(400, "top has to be repeated together with the continuation token")
        try:
            children = self._tree.children(parent.number, after)
        except KeyError as unknown:
            raise Refused(400, "the continuation token is not known") from unknown
        visible = (child for child in children if self._visible(request, child))
        if top is None:
            return self._list(request, visible)
        page = list(itertools.islice(visible, top + 1))
        answer = self._list(request, page[:top])
        if len(page) > top:
            answer.headers[CONTINUATION] = _encoded(page[top - 1].number)
        return answer

    def _ancestors(self, request: Request) -> Response:
        content = self._readable(request, request.path_params["identifier"])
        return self._list(request, self._tree.ancestors(content))

    def _query(self, request: Request) -> Response:
        asked = {name.lower(): value for name, value in request.query_params.items()}
        headers = {}
        if address := asked.get("contenturl"):
            found = [self._tree.by_address(address)]
            if found[0] is not None:
                headers = {
                    "x-epi-branch": found[0].language,
                    "x-epi-contextmode": "Default",
                    "x-epi-remainingroute": "",
                    "x-epi-siteid": guid_of("site"),
                    "x-epi-startpageguid": guid_of("start"),
                }
        elif names := asked.get("guids") or asked.get("references"):
            found = [self._tree.by_identifier(name.strip()) for name in names.split(",")]
        else:
            raise Refused(400, "one of contentUrl, guids and references is needed")
        answer = self._list(request, (content for content in found if content and self._visible(request, content)))
        answer.headers.update(headers)
        return answer

    def _sites(self, _request: Request) -> Response:
        return JSONResponse([self._site_json()], headers=NOT_CACHED)

    def _site(self, request: Request) -> Response:
        if request.path_params["identifier"].lower() != guid_of("site"):
            raise Refused(404)
        return JSONResponse(self._site_json(), headers=NOT_CACHED)

    def _site_json(self) -> Json:
        roots = {"startPage": self._tree.by_number(SITE_START), "rootPage": self._tree.by_number(ROOT)}
        return {
            "name": "Nacka kommun (demo)",
            "id": guid_of("site"),
            "editLocation": None,
            "contentRoots": {name: reference_json(page, self._shape) for name, page in roots.items() if page},
            "languages": [
                {
                    "isMasterLanguage": True,
                    "urlSegment": MASTER_LANGUAGE,
                    "url": f"{self._shape.origin}/",
                    "displayName": "svenska",
                    "name": MASTER_LANGUAGE,
                }
            ],
            "hosts": [{"name": self._shape.origin.partition("://")[2], "type": "Primary"}],
        }

    def _list(self, request: Request, contents: Iterable[Content]) -> JSONResponse:
        asked = _wanted(request)
        items = [content_json(content, self._tree, self._shape, asked) for content in contents]
        return JSONResponse(items, headers=NOT_CACHED)

    def _readable(self, request: Request, identifier: str) -> Content:
        content = self._tree.by_identifier(identifier)
        if content is None or not _speaks(request, content) or not content.published_at(self._now()):
            raise Refused(404)
        if not content.readable_by(_unit(request)):
            raise Refused(403)
        return content

    def _visible(self, request: Request, content: Content) -> bool:
        return content.published_at(self._now()) and content.readable_by(_unit(request)) and _speaks(request, content)


def problem(status: int, detail: str | None = None) -> Response:
    """A refusal as problem details."""
    body = {
        "type": f"https://tools.ietf.org/html/rfc7231#section-{_SECTIONS[status]}",
        "title": _TITLES[status],
        "status": status,
        "detail": detail,
        "instance": None,
    }
    return JSONResponse(body, status, media_type="application/problem+json")


def _refusals_told(answer: Callable[[Request], Response]) -> Callable[[Request], object]:
    async def told(request: Request) -> Response:
        try:
            return answer(request)
        except Refused as refused:
            return problem(refused.status, refused.detail)

    return told


def _unit(request: Request) -> str | None:
    user = request.state.user
    return None if user is None else user.unit


def _speaks(request: Request, content: Content) -> bool:
    """Whether content exists in a language that the request accepts; there is no fallback to another language."""
    accepted = request.headers.get("accept-language", "*").split(",")
    tags = [tag.partition(";")[0].strip().lower() for tag in accepted]
    return any(tag in ("*", "") or tag.partition("-")[0] == content.language for tag in tags)


def _wanted(request: Request) -> Wanted:
    asked = {name.lower(): value for name, value in request.query_params.items()}
    return wanted(asked.get("expand", ""), asked.get("select", ""))


def _top(request: Request) -> int | None:
    text = request.query_params.get("top")
    if text is None:
        return None
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MOST_CHILDREN:
        raise Refused(400, f"top has to be a number from 1 to {MOST_CHILDREN}")
    return int(text)


def _encoded(number: int) -> str:
    return base64.urlsafe_b64encode(f"after:{number}".encode()).decode()


def _decoded(token: str) -> int | None:
    if not token:
        return None
    try:
        word, _, number = base64.urlsafe_b64decode(token.encode()).decode("ascii").partition(":")
    except (binascii.Error, UnicodeError) as damaged:
        raise Refused(400, "the continuation token is damaged") from damaged
    if word != "after" or not number.isdigit():
        raise Refused(400, "the continuation token is damaged")
    return int(number)
