"""Microsoft Graph as one feed sees it: bytes in and out, the token's care, and answers with a meaning of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import msgspec

from sync.answer import Answer, BookmarkExpired
from sync.authorized_exchange import AuthorizedExchange, Credentials
from sync.exchange import Exchange
from sync.graph_batch import BATCH_SIZE, BatchAnswer, BatchRequest, batch_answers, batch_body, worth_repeating
from sync.graph_errors import is_expired_bookmark
from sync.pauses import ATTEMPTS
from sync.problem_translation import NOT_THE_SERVICES, problem_from_answer, require_json
from sync.query import with_query
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemRaised

_JSON = {"Content-Type": "application/json"}


@frozen
class GraphClient:
    """Graph on behalf of one feed. ``root`` is "https://graph.microsoft.com/v1.0"; ``scope`` the permission that
    its requests need."""

    exchange: Exchange
    root: str
    credentials: Credentials
    scope: str | None = None

    async def get(
        self, path_or_link: str, params: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """GET a path below the root ("/me/todo/lists") or a link that Graph gave, whole and unchanged.

        Gives a 2xx answer with JSON in it. Raises ``BookmarkExpired`` for an expired link and ``ProblemRaised`` for the
        rest (404 is NOT_FOUND, 403 CONSENT_MISSING or ACCESS_DENIED).
        """
        answer = await self._authorized("GET", with_query(self._address(path_or_link), params), headers)
        self._raise_unless_fine(answer)
        require_json(answer, self.exchange.service)
        return answer

    async def send(self, method: str, path: str, body: object, headers: Mapping[str, str] | None = None) -> Answer:
        """POST or PATCH a body that msgspec can encode, or DELETE without one (None); the answer's status is for the
        caller to judge (2xx or 4xx).

        A 5xx, a time-out and a broken connection raise: the change may or may not have been made. So does whatever a
        network or a proxy says in the service's place, a success that is a web page or nothing at all included.
        """
        content = None if body is None else msgspec.json.encode(body)
        kind = _JSON if content is not None else {}
        answer = await self._authorized(method, self._address(path), {**kind, **(headers or {})}, content)
        if 300 <= answer.status < 400 or answer.status >= 500 or answer.status in NOT_THE_SERVICES:
            raise ProblemRaised(self.problem(answer))
        if answer.status in (200, 201) or (answer.status < 300 and answer.content):
            require_json(answer, self.exchange.service)
        return answer

    async def batch(self, requests: Sequence[BatchRequest]) -> dict[str, BatchAnswer]:
        """Ask many things in few requests: at most 20 each, every part judged alone.

        Parts that were throttled (429, 503) or hung on one that was (424) are asked again after the pause, up to three
        times, or once a round while the service is busy to everybody; what is still busy comes back with its status and
        problem. Answers come by the request's ``id``.
        """
        answers: dict[str, BatchAnswer] = {}
        for start in range(0, len(requests), BATCH_SIZE):
            answers |= await self._batch_of_twenty(requests[start : start + BATCH_SIZE])
        return answers

    async def _batch_of_twenty(self, requests: Sequence[BatchRequest]) -> dict[str, BatchAnswer]:
        answers: dict[str, BatchAnswer] = {}
        left = list(requests)
        pauses = self.exchange.gates.pauses
        for _attempt in range(ATTEMPTS):
            answer = await self._authorized("POST", f"{self.root}/$batch", _JSON, batch_body(left), len(left))
            self._raise_unless_fine(answer)
            require_json(answer, self.exchange.service)
            granted = self.credentials.granted_scopes()
            parts = batch_answers(answer, self.exchange.service, self.scope, granted, self.exchange.clock.now())
            answers |= parts
            left = [request for request in left if request.id in parts and worth_repeating(parts[request.id])]
            if len(left) < len(parts):
                pauses.answered(self.exchange.service)
            if not left:
                break
            self.exchange.heed(*(parts[request.id].as_answer(answer.address) for request in left))
            if pauses.given_up(self.exchange.service):
                break
        return answers

    def expecting(self, scope: str | None) -> "GraphClient":
        """The same client for requests that need another permission than the feed's first."""
        return replace(self, scope=scope)

    def own_bookmark(self, link: str | None) -> str | None:
        """A link that was kept from an earlier round, or None when it leads elsewhere: the municipality's Graph has
        moved since, and what the other one knew is worth as much as an expired link. A link in an answer is another
        matter: it is refused."""
        return link if link is not None and self.exchange.guard.allows(link) else None

    def problem(self, answer: Answer) -> Problem:
        """What an answer that is not a success means; a 403, by what the token was given."""
        now = self.exchange.clock.now()
        return problem_from_answer(answer, self.exchange.service, now, self.scope, self.credentials.granted_scopes())

    def _address(self, path_or_link: str) -> str:
        return self.root + path_or_link if path_or_link.startswith("/") else path_or_link

    async def _authorized(
        self,
        method: str,
        address: str,
        headers: Mapping[str, str] | None,
        content: bytes | None = None,
        places: int = 1,
    ) -> Answer:
        sent = {"Accept": "application/json", **(headers or {})}
        sent["x-ms-throttle-priority"] = "low"  # throttling-limits: background work gives way to what people wait for
        if self.exchange.service == "outlook":
            # Outlook's ids change when an item moves unless every call asks for immutable ones.
            sent["Prefer"] = ", ".join(filter(None, [sent.get("Prefer"), 'IdType="ImmutableId"']))
        return await AuthorizedExchange(self.exchange, self.credentials).send(method, address, sent, content, places)

    def _raise_unless_fine(self, answer: Answer) -> None:
        if 200 <= answer.status < 300:
            return
        if is_expired_bookmark(answer):
            location = answer.headers.get("location") or None
            raise BookmarkExpired(location and self.exchange.guard.check(location, self.exchange.service))
        raise ProblemRaised(self.problem(answer))
