"""Keeps how each feed fared and until when each service asked to be left alone; both survive a restart."""

# ruff: noqa: S608  (put together from the store's own names)

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

    def begin(self, feed: str, now: datetime, place: str | None = None) -> None:
        """A feed is being tried, or that one place which the user has opened; what it said last stays until it ends."""
        table, key = _kept_in(place)
        with writing_cache(self._connection):
            self._connection.execute(
                f"INSERT INTO main.{table} ({key}, attempted_at) VALUES (?, ?) "
                f"ON CONFLICT ({key}) DO UPDATE SET attempted_at = excluded.attempted_at",
                (place or feed, to_milliseconds(now)),
            )

    def succeed(self, feed: str, now: datetime, place: str | None = None) -> None:
        """Its source has been asked and it has ended well: its facts are as of now, and its last problem is over."""
        self._end_well(feed, now, place, answered=True)

    def rest(self, feed: str, now: datetime, place: str | None = None) -> None:
        """It has ended well without asking anybody for anything: there was nothing to ask. When its source answered
        last stays as it was."""
        self._end_well(feed, now, place, answered=False)

    def _end_well(self, feed: str, now: datetime, place: str | None, *, answered: bool) -> None:
        table, key = _kept_in(place)
        moment = to_milliseconds(now)
        with writing_cache(self._connection):
            self._connection.execute(
                f"INSERT INTO main.{table} ({key}, attempted_at, fetched_at) VALUES (?, ?, ?) "
                f"ON CONFLICT ({key}) DO UPDATE SET fetched_at = excluded.fetched_at, problem = NULL",
                (place or feed, moment, moment),
            )
            if answered and place is None:
                self._connection.execute("UPDATE main.feed_states SET answered_at = ? WHERE feed = ?", (moment, feed))

    def fail(self, feed: str, problem: Problem, now: datetime, place: str | None = None) -> None:
        """It has ended in a problem; how old its facts are stays as it was."""
        table, key = _kept_in(place)
        with writing_cache(self._connection):
            self._connection.execute(
                f"INSERT INTO main.{table} ({key}, attempted_at, problem) VALUES (?, ?, ?) "
                f"ON CONFLICT ({key}) DO UPDATE SET problem = excluded.problem",
                (place or feed, to_milliseconds(now), problem_to_text(problem)),
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


def _kept_in(place: str | None) -> tuple[str, str]:
    """The table and its key. Whoever reads one place has not read the feed: its other places are as old as before."""
    return ("feed_states", "feed") if place is None else ("place_states", "place_id")
