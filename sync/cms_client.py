"""The content management system's Content Delivery API as one feed sees it, anonymous or with a token of its own."""

from collections.abc import Mapping

from sync.answer import Answer
from sync.authorized_exchange import AuthorizedExchange, Credentials
from sync.exchange import Exchange
from sync.problem_translation import problem_from_answer, require_json
from sync.query import with_query
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import ProblemRaised


@frozen
class CmsClient:
    """The CMS on behalf of one feed. ``root`` ends with the API's version; ``language`` is what content is asked in;
    without ``credentials`` it is asked as anybody may ask."""

    exchange: Exchange
    root: str
    language: str
    credentials: Credentials | None = None

    async def get(
        self, path_or_link: str, params: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """GET a path below the root ("/content/…/children") or an absolute address on the CMS's origin.

        Gives a 2xx answer with JSON in it; the continuation token is a header of the answer and, on the next call, of
        the request. Raises ``ProblemRaised``.
        """
        address = self.root + path_or_link if path_or_link.startswith("/") else path_or_link
        sent = {"Accept": "application/json", "Accept-Language": self.language, **(headers or {})}
        address = with_query(address, params)
        if self.credentials is None:
            answer = await self.exchange.send("GET", address, headers=sent)
        else:
            answer = await AuthorizedExchange(self.exchange, self.credentials).send("GET", address, sent)
        if not 200 <= answer.status < 300:
            raise ProblemRaised(problem_from_answer(answer, self.exchange.service, self.exchange.clock.now()))
        require_json(answer, self.exchange.service)
        return answer
