"""What a life tells of its own steps, so that whoever kills it can choose between which two it happens.

The steps are watched from outside the product's code: at each statement that reaches SQLite, and at each request that
leaves or is answered. ``Linger`` lets a life stand still for a moment at one of them, as any process may that is given
no processor: a kill from outside then falls on that very place however quick the computer is.
"""

import re
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from unittest.mock import patch

import httpx

from sync import attendant, http_client
from workplace_app.store import connection as store_connection
from workplace_app.store.fact_tables import FACT_TABLES

Tell = Callable[..., None]


class Step(StrEnum):
    """A place between two steps of the program."""

    FILING = "filing"  # a wish is in the transaction, and not committed
    NOTING = "noting"  # "sending" is not committed
    LEAVING = "leaving"  # "sending" is on the disk, and the request is not on its way
    ANSWERED = "answered"  # the answer's head is there
    CONCLUDING = "concluding"  # what became of the wish is not committed
    PAGE = "page"  # facts of a page are written and not committed


_FACTS = "|".join(table.name for table in FACT_TABLES)
COMMITTED = (
    (re.compile(r"INSERT INTO mine\.outbox \("), Step.FILING),
    (re.compile(r"UPDATE mine\.outbox SET state = 'sending'"), Step.NOTING),
    (re.compile(r"UPDATE mine\.outbox SET state = "), Step.CONCLUDING),
    (re.compile(rf"(INSERT INTO|UPDATE) main\.({_FACTS})\b"), Step.PAGE),
)
"""By how a statement begins, what the transaction that it stands in is about to commit; the first that fits."""


@dataclass(frozen=True)
class Linger:
    """To stand still for so many seconds whenever this step is reached."""

    step: str
    seconds: float


def tell_steps(ends: ExitStack, tell: Tell, linger: Linger | None) -> None:
    """Tell ["step", name] at each of them until the stack is closed."""

    def reached(step: Step) -> None:
        tell("step", step.value)
        if linger is not None and linger.step == step.value:
            time.sleep(linger.seconds)

    class Watched(store_connection.StoreConnection):
        """The product's connection, each statement of which is looked at as it begins."""

        def __init__(self, *where: Any, **how: Any) -> None:
            super().__init__(*where, **how)
            self._commits: Step | None = None
            self.set_trace_callback(self._begins)

        def _begins(self, sql: str) -> None:
            if sql == "BEGIN":
                self._commits = None
            elif sql == "COMMIT" and self._commits is not None:
                reached(self._commits)
            else:
                self._commits = next((step for how, step in COMMITTED if how.match(sql)), self._commits)

    ends.enter_context(patch.object(store_connection, "StoreConnection", Watched))
    open_client = http_client.open_client

    async def leaves(request: httpx.Request) -> None:
        if _changes_something(request):
            reached(Step.LEAVING)

    async def answered(response: httpx.Response) -> None:
        if _changes_something(response.request):
            reached(Step.ANSWERED)

    def open_watched(*what: Any) -> httpx.AsyncClient:
        client = open_client(*what)
        client.event_hooks = {"request": [leaves], "response": [answered]}
        return client

    ends.enter_context(patch.object(attendant, "open_client", open_watched))


def _changes_something(request: httpx.Request) -> bool:
    """A batch only reads here."""
    return request.method != "GET" and not request.url.path.endswith("/$batch")
