"""The municipality's dialogue: where remarks and acknowledgements of staff go, and where answers come from.

The interface is this program's own (docs/for-municipalities.md, section 4, and docs/dialogue-openapi.json). Everything
that is sent there is a PUT to an address which the sender has chosen, so it may be sent again without harm.
"""

from collections.abc import Mapping

import msgspec

from sync.answer import Answer
from sync.authorized_exchange import AuthorizedExchange, Credentials
from sync.exchange import Exchange
from sync.problem_translation import NOT_THE_SERVICES, problem_from_answer, require_json
from sync.query import segment, with_query
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemRaised

SERVICE = "dialogue"


@frozen
class DialogueClient:
    """``root`` is the configured address, without a slash at its end; ``scope`` the permission of the token."""

    exchange: Exchange
    root: str
    scope: str
    credentials: Credentials

    async def get(self, path: str, params: Mapping[str, str], headers: Mapping[str, str] | None = None) -> Answer:
        """GET a path below the root: a 2xx answer with JSON in it, or a 304 when ``headers`` made the request
        conditional. Raises ``ProblemRaised``."""
        answer = await self._send("GET", with_query(self.root + path, params), headers or {}, None)
        if answer.status == 304:
            return answer
        if not 200 <= answer.status < 300:
            raise ProblemRaised(self.problem(answer))
        require_json(answer, self.exchange.service)
        return answer

    async def put(self, collection: str, identity: str, body: object) -> Answer:
        """PUT a body that msgspec can encode to ``/collection/identity``. Gives a 2xx answer with JSON in it, or a 4xx
        whose status is the caller's to judge. Raises ``ProblemRaised`` for the rest: it may or may not have arrived."""
        address = f"{self.root}/{collection}/{segment(identity)}"
        sent = {"Content-Type": "application/json"}
        answer = await self._send("PUT", address, sent, msgspec.json.encode(body))
        if 200 <= answer.status < 300:
            # A network with a sign-in page of its own answers 200 to everything.
            require_json(answer, self.exchange.service)
        elif not 400 <= answer.status < 500 or answer.status in NOT_THE_SERVICES:
            raise ProblemRaised(self.problem(answer))
        return answer

    def problem(self, answer: Answer) -> Problem:
        """What an answer that is not a success means."""
        now = self.exchange.clock.now()
        return problem_from_answer(answer, self.exchange.service, now, self.scope, self.credentials.granted_scopes())

    async def _send(self, method: str, address: str, headers: Mapping[str, str], content: bytes | None) -> Answer:
        sent = {"Accept": "application/json", **headers}
        return await AuthorizedExchange(self.exchange, self.credentials).send(method, address, sent, content)
