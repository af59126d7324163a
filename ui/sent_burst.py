"""When it is worth saying that something was sent: what had waited, once, when the burst is over."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from workplace_app.domain.intent import Intent

A_MOMENT = timedelta(minutes=1)
"""What is confirmed within a moment of being filed needs no telling: the user has just seen it done."""

SAME_BURST = timedelta(seconds=10)
"""What is confirmed so soon after what was told last belongs to it: "1 sak skickad" becomes "3 saker skickade", since
whoever looks up then has not seen the first."""


class Sent(NamedTuple):
    """So many things, the last of them at this moment (UTC)."""

    number: int
    at: datetime


class SentBurst:
    """Told whether there is a network and what has been confirmed; answers what to say. ``told_until`` is the moment up
    to which everything has been told before, also in an earlier run of the program."""

    def __init__(self, told_until: datetime) -> None:
        self.told_until = told_until
        self._offline = False
        self._back_at: datetime | None = None
        self._said: Sent | None = None

    def without_network(self) -> None:
        """There is no network, until ``with_network`` says otherwise: whatever is filed waits for one."""
        self._offline, self._back_at = True, None

    def round_began(self, now: datetime) -> None:
        """Somebody tries: if it goes well, the network has been back since this moment."""
        if self._offline and self._back_at is None:
            self._back_at = now

    def with_network(self, now: datetime) -> None:
        """There is a network."""
        if self._offline:
            self._offline, self._back_at = False, self._back_at or now

    def over(self, confirmed: Sequence[Intent]) -> Sent | None:
        """The burst is over; ``confirmed`` is what has been confirmed since ``told_until``, or more. None when nothing
        of it had waited. Whatever is given is not told again."""
        new = [each for each in confirmed if each.since is not None and each.since > self.told_until]
        if not new:
            return None
        last = max(each.since for each in new if each.since is not None)
        waited = sum(self._had_waited(each) for each in new)
        self.told_until = last
        if not waited:
            return None
        goes_on = self._said is not None and last - self._said.at <= SAME_BURST
        self._said = Sent(waited + (self._said.number if self._said is not None and goes_on else 0), last)
        return self._said

    def _had_waited(self, intent: Intent) -> bool:
        missed = self._offline if self._back_at is None else intent.filed_at <= self._back_at
        return missed or (intent.since or intent.filed_at) - intent.filed_at > A_MOMENT
