"""The demo municipality's dialogue: takes remarks and acknowledgements of staff, and shows each person their own.

It is the reference for docs/dialogue-openapi.json: whatever is said there is so here, and a test holds both together.
"""

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from workplace_app.demo.cms.conditional import COMPRESSED, conditional
from workplace_app.demo.cms.content import Content, ContentTree
from workplace_app.demo.cms.dialogue_book import Acknowledged, DialogueBook, Remark
from workplace_app.demo.cms.dialogue_requests import (
    NotUnderstoodError,
    body_object,
    checked_id,
    checked_remark,
    moment_of,
    parsed_moment,
)
from workplace_app.demo.faults.answers import error_body
from workplace_app.demo.parts import Notices
from workplace_app.demo.settings import Clock
from workplace_app.demo.staff import Staff

BASE = "/api/dialog/v1"
SCOPE = "Dialogue.ReadWrite"
_ARTICLE = "intranet:"


class Dialogue:
    """The routes below ``BASE``. Every request needs a token with the scope; nobody sees what somebody else wrote."""

    def __init__(self, book: DialogueBook, tree: ContentTree, now: Clock) -> None:
        self._book = book
        self._tree = tree
        self._now = now
        self.notices = Notices()

    def routes(self) -> list[BaseRoute]:
        """Where everything is."""
        return [
            Route(f"{BASE}/remarks", self._guarded(self._list), middleware=COMPRESSED),
            Route(f"{BASE}/remarks/{{id}}", self._guarded(self._put_remark), methods=["PUT"]),
            Route(f"{BASE}/acknowledgements/{{article}}", self._guarded(self._put_acknowledgement), methods=["PUT"]),
        ]

    def _guarded(
        self, handle: Callable[[Request, Staff], Awaitable[Response]]
    ) -> Callable[[Request], Awaitable[Response]]:
        async def guarded(request: Request) -> Response:
            person: Staff | None = request.state.user
            if person is None:
                return _refused(401, "Unauthorized", "A token is needed.", {"WWW-Authenticate": "Bearer"})
            if SCOPE not in request.state.scopes:
                return _refused(403, "Forbidden", f"The token lacks {SCOPE}.")
            try:
                return await handle(request, person)
            except NotUnderstoodError as error:
                return _refused(error.status, "BadRequest", str(error))
            except ClientDisconnect:  # the client has gone in the middle of what it sent; nobody hears the answer
                return Response(status_code=400)

        return guarded

    async def _list(self, request: Request, person: Staff) -> Response:
        self._book.go_on(self._now())
        own = self._book.of_person(person.user_name)
        since = request.query_params.get("since")
        if since is not None:
            begin = parsed_moment(since, "since")
            own = [remark for remark in own if datetime.fromisoformat(remark.changed_at) >= begin]
        content = json.dumps({"remarks": [remark.public() for remark in own]}, ensure_ascii=False).encode()
        return conditional(request, content, "application/json")

    async def _put_remark(self, request: Request, person: Staff) -> Response:
        identity = checked_id(request.path_params["id"])
        now = self._now().isoformat()
        said = checked_remark(body_object(await request.body()))
        remark = Remark(identity, person.user_name, **said, received_at=now, changed_at=now)
        before = self._book.remarks.get(identity)
        if before is not None and not before.same_as(remark):
            return _refused(409, "Conflict", "Something else has been received under this id.")
        if before is None:
            refused = self._gone(remark.about["id"], self._now())
            if refused is not None:
                return refused
        kept = remark if before is None else replace(before, puts=before.puts + 1)
        self._book.put_remark(kept)
        if before is None:
            self.notices.tell(f"{person.name} skrev om ”{kept.about.get('title', kept.about['id'])}”.")
        return _receipt(kept.public(), new=before is None)

    async def _put_acknowledgement(self, request: Request, person: Staff) -> Response:
        article = request.path_params["article"]
        read_at = moment_of(body_object(await request.body()), "read_at")
        before = self._book.acknowledgements.get((article, person.user_name))
        if before is None:
            # What was read before it was withdrawn has been read.
            refused = self._gone(_ARTICLE + article, datetime.fromisoformat(read_at))
            if refused is not None:
                return refused
        now = self._now().isoformat()
        kept = (
            Acknowledged(article, person.user_name, read_at, now)
            if before is None
            else replace(before, puts=before.puts + 1)
        )
        self._book.put_acknowledgement(kept)
        if before is None:
            self.notices.tell(f"{person.name} kvitterade en nyhet.")
        shown = {"id": article, "read_at": kept.read_at, "received_at": kept.received_at}
        return _receipt(shown, new=before is None)

    def _gone(self, about: str, moment: datetime) -> Response | None:
        """The refusal for an article that the CMS does not know, or had withdrawn at that moment. Services are not the
        CMS's to know."""
        if not about.startswith(_ARTICLE):
            return None
        article: Content | None = self._tree.by_identifier(about.removeprefix(_ARTICLE))
        if article is None:
            return _refused(404, "NotFound", "There is no such article.")
        if article.stop_publish is not None and article.stop_publish <= moment:
            return _refused(410, "Gone", "The article has been withdrawn.")
        return None


def _receipt(content: dict[str, Any], *, new: bool) -> Response:
    return JSONResponse(content, 201 if new else 200, {"Cache-Control": "no-store"})


def _refused(status: int, code: str, words: str, headers: dict[str, str] | None = None) -> Response:
    return JSONResponse(error_body("cms", status, code, words), status, headers)
