"""The demo's one clock: the system's time or a given one, running or standing still, and as wrong as wanted."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class DemoClock:
    """Call it for the present moment in UTC.

    Without ``start`` it shows the system's time. With ``start`` it shows that moment and runs on from there, or stands
    still when ``standing``. ``shift`` moves it for good: what a test does to let an hour pass, and what makes the
    demo's clock differ from the client's.
    """

    def __init__(
        self,
        start: datetime | None = None,
        *,
        standing: bool = False,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._start = start.astimezone(UTC) if start is not None else None
        self._standing = standing and start is not None
        self._monotonic = monotonic
        self._started_at = monotonic()
        self._shift = timedelta()

    def __call__(self) -> datetime:
        if self._start is None:
            return datetime.now(UTC) + self._shift
        if self._standing:
            return self._start + self._shift
        return self._start + timedelta(seconds=self._monotonic() - self._started_at) + self._shift

    @property
    def shifted_by(self) -> timedelta:
        """How far the clock has been moved since the start."""
        return self._shift

    def shift(self, by: timedelta) -> None:
        """Move the clock; negative moves it back."""
        self._shift += by
