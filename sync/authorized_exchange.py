"""An exchange that carries a token: a refused one is renewed once, a claims challenge handed on once, never a loop."""

from collections.abc import Mapping
from typing import Protocol

from sync.answer import Answer
from sync.exchange import Exchange, NothingWasSent
from sync.graph_errors import claims_challenge
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised

TOKEN_TYPE = "bearer"  # noqa: S105  the name of a kind, not a secret
"""The only kind of token that is understood (RFC 6750), as an issuer names it, in lower case."""


class Credentials(Protocol):
    """Whoever can give an access token for one resource."""

    async def token(self, *, refused: str | None = None, claims: str | None = None) -> str:
        """A token to send. ``refused`` is one that the server would not take: a cached token equal to it is renewed.
        ``claims`` is the server's claims challenge, handed to the identity provider once. Raises ``ProblemRaised``."""

    def granted_scopes(self) -> frozenset[str] | None:
        """What the last token was given, as ``granted_scopes.scopes_in`` has it; None when nobody knows."""


@frozen
class AuthorizedExchange:
    """The token goes only where the exchange's guard lets addresses through: to the resource that it was made for."""

    exchange: Exchange
    credentials: Credentials

    async def send(
        self,
        method: str,
        address: str,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        places: int = 1,
    ) -> Answer:
        """Send with a token; ``places`` as for the exchange. Raises ``ProblemRaised`` (SIGN_IN_NEEDED or
        CLAIMS_CHALLENGE when a fresh token is refused as well)."""
        self.exchange.guard.check(address, self.exchange.service)
        token = await self._token()
        answer = await self._with(token, method, address, headers, content, places)
        if answer.status != 401:
            return answer
        token = await self._token(refused=token, claims=claims_challenge(answer))
        answer = await self._with(token, method, address, headers, content, places)
        if answer.status == 401:
            kind = ProblemKind.CLAIMS_CHALLENGE if claims_challenge(answer) else ProblemKind.SIGN_IN_NEEDED
            raise ProblemRaised(Problem(kind, service=self.exchange.service))
        return answer

    async def _token(self, *, refused: str | None = None, claims: str | None = None) -> str:
        """A token. Without one the request does not leave, and one that was refused did nothing: whoever wanted to
        change something need not wonder whether it was done. Raises ``NothingWasSent``."""
        try:
            return await self.credentials.token(refused=refused, claims=claims)
        except ProblemRaised as raised:
            raise NothingWasSent(raised.problem) from raised

    async def _with(
        self,
        token: str,
        method: str,
        address: str,
        headers: Mapping[str, str] | None,
        content: bytes | None,
        places: int,
    ) -> Answer:
        sent = {**(headers or {}), "Authorization": f"Bearer {token}"}
        return await self.exchange.send(method, address, headers=sent, content=content, places=places)
