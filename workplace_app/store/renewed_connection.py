"""A connection that goes on after the disk has refused it something: its files are opened once more.

SQLCipher keeps the error of a page that it could not decrypt, and refuses every statement on that connection from then
on, long after the disk has come to itself. Nothing is lost by opening the files anew: what was committed is in them,
and what was not is rolled back with its connection.
"""

import logging
import time
from collections.abc import Callable, Iterable
from typing import Protocol

from workplace_app.domain.problem import ProblemRaised
from workplace_app.store.connection_type import Connection, Parameters, Rows

_LOG = logging.getLogger(__name__)
REST_SECONDS = 1.0
"""At most one opening in this time, whoever asks however often: a disk that is gone for good is not knocked at."""


class RenewableConnection(Connection, Protocol):
    """A connection that knows that it may have become unusable."""

    failed: bool


class RenewedConnection:
    """A ``Connection``. ``open_again`` opens the files with everything that belongs to a connection (views, rights);
    when it raises ``ProblemRaised`` or ``OSError`` the one that is there goes on as well as it can. ``monotonic`` gives
    seconds.

    Between BEGIN and COMMIT nothing is renewed, since half of a transaction is none: whoever began it sees the error.
    """

    def __init__(
        self,
        opened: RenewableConnection,
        open_again: Callable[[], RenewableConnection],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.opened = opened
        """The connection of now; for who must speak to the driver itself."""
        self._open_again = open_again
        self._monotonic = monotonic
        self._next_opening = float("-inf")

    @property
    def in_transaction(self) -> bool:
        """True between BEGIN and COMMIT."""
        return self.opened.in_transaction

    def execute(self, sql: str, parameters: Parameters = (), /) -> Rows:
        """Run one statement."""
        self._renew()
        return self.opened.execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Parameters], /) -> Rows:
        """Run one statement for each set of parameters."""
        self._renew()
        return self.opened.executemany(sql, parameters)

    def close(self) -> None:
        """Close the files for good: a closed connection refuses whatever is asked, ``in_transaction`` too."""
        self.opened.close()

    def _renew(self) -> None:
        if not self.opened.failed or self.opened.in_transaction:
            return
        now = self._monotonic()
        if now < self._next_opening:
            return
        self._next_opening = now + REST_SECONDS
        try:
            renewed = self._open_again()
        except (ProblemRaised, OSError) as error:
            why = error.problem.kind.value if isinstance(error, ProblemRaised) else type(error).__name__
            _LOG.warning("the store could not be opened once more: %s", why)
            return  # the connection that is there says itself what it refuses, or works after all
        self.opened.close()
        self.opened = renewed
        _LOG.info("the store has been opened once more")
