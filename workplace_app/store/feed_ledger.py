"""Keeps how each feed fared and until when each service asked to be left alone; both survive a restart."""

from datetime import datetime

from workplace_app.domain.feed_state import FeedState
from workplace_app.domain.problem import Problem
from workplace_app.store.codecs import problem_to_text
from workplace_app.store.connection_type import Connection
from workplace_app.store.feed_state_reader import feed_states
from workplace_app.store.moments import to_milliseconds, to_moment
from workplace_app.store.transaction import writing_cache


class FeedLedger:
    """The states of feeds as sync writes them; every card shows its own."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, feed: str, now: datetime) -> None:
        """A feed is being tried; what it said last stays until it ends."""
        with writing_cache(self._connection):
            self._connection.execute(
                "INSERT INTO main.feed_states (feed, attempted_at) VALUES (?, ?) "
                "ON CONFLICT (feed) DO UPDATE SET attempted_at = excluded.attempted_at",
                (feed, to_milliseconds(now)),
            )

    def succeed(self, feed: str, now: datetime) -> None:
        """A feed has ended well: its facts are as of now, and its last problem is over."""
        moment = to_milliseconds(now)
        with writing_cache(self._connection):
            self._connection.execute(
                "INSERT INTO main.feed_states (feed, attempted_at, fetched_at) VALUES (?, ?, ?) "
                "ON CONFLICT (feed) DO UPDATE SET fetched_at = excluded.fetched_at, problem = NULL",
                (feed, moment, moment),
            )

    def fail(self, feed: str, problem: Problem, now: datetime) -> None:
        """A feed has ended in a problem; how old its facts are stays as it was."""
        with writing_cache(self._connection):
            self._connection.execute(
                "INSERT INTO main.feed_states (feed, attempted_at, problem) VALUES (?, ?, ?) "
                "ON CONFLICT (feed) DO UPDATE SET problem = excluded.problem",
                (feed, to_milliseconds(now), problem_to_text(problem)),
            )

    def states(self) -> dict[str, FeedState]:
        """Every feed that has been tried."""
        return feed_states(self._connection)

    def pause(self, service: str, until: datetime) -> None:
        """Leave a service alone until then; a pause is never shortened."""
        with writing_cache(self._connection):
            self._connection.execute(
                "INSERT INTO main.service_pauses (service, until) VALUES (?, ?) "
                "ON CONFLICT (service) DO UPDATE SET until = MAX(until, excluded.until)",
                (service, to_milliseconds(until)),
            )

    def paused_until(self, service: str) -> datetime | None:
        """Until when a service is to be left alone; may lie in the past. None when it never asked for it."""
        row = self._connection.execute("SELECT until FROM main.service_pauses WHERE service = ?", (service,)).fetchone()
        return to_moment(row[0]) if row else None
