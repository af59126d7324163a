"""The municipality's addresses on the web as one feed sees them: RSS, drift information, the catalogue and pictures."""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urljoin

from sync.answer import Answer
from sync.authorized_exchange import AuthorizedExchange, Credentials
from sync.exchange import Exchange
from sync.problem_translation import problem_from_answer
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

_REDIRECTS = {301, 302, 303, 307, 308}
_MOST_REDIRECTS = 3
_MOST_BYTES = 16 * 1024 * 1024
"""A feed of 600 articles is 2 MB; whoever sends more than this has something else in mind."""


@frozen
class PublicClient:
    """Reading on the origins that the configuration names and no others: as anybody may, without a token; with
    ``credentials``, on the one origin that they were made for."""

    exchange: Exchange
    credentials: Credentials | None = None

    async def get(
        self, address: str, headers: Mapping[str, str] | None = None, most_bytes: int = _MOST_BYTES
    ) -> Answer:
        """GET an absolute address. Gives a 2xx answer, or a 304 when ``headers`` made the request conditional.

        Public sites move their feeds about, so up to three redirects are followed, each through the guard. Raises
        ``ProblemRaised``.
        """
        exchange = replace(self.exchange, maximum_bytes=min(most_bytes, self.exchange.maximum_bytes))
        for _ in range(_MOST_REDIRECTS + 1):
            if self.credentials is None:
                answer = await exchange.send("GET", address, headers=headers)
            else:
                answer = await AuthorizedExchange(exchange, self.credentials).send("GET", address, headers)
            location = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not location:
                break
            address = self._address(address, location)
        if 200 <= answer.status < 300 or answer.status == 304:
            return answer
        if answer.status in _REDIRECTS:
            raise ProblemRaised(Problem(ProblemKind.UNREADABLE_ANSWER, self.exchange.service, detail="redirect loop"))
        raise ProblemRaised(problem_from_answer(answer, self.exchange.service, self.exchange.clock.now()))

    def _address(self, address: str, location: str) -> str:
        try:
            return urljoin(address, location)
        except ValueError as error:  # as "https://[": it leads nowhere
            raise ProblemRaised(Problem(ProblemKind.FOREIGN_ADDRESS, self.exchange.service)) from error
