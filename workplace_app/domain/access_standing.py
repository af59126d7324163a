"""Whether an account's things may be opened now: the record of its access measured by IT's rules."""

from datetime import datetime, timedelta
from enum import Enum

from workplace_app.domain.access import AccessRules
from workplace_app.domain.access_record import AccessRecord
from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import ProblemKind

_DAY = timedelta(days=1)


class Access(Enum):
    """What may be done with the things that are kept here."""

    OPEN = "open"
    IN_GRACE = "in_grace"  # open, though what the identity provider gave no longer holds
    LOCKED = "locked"  # kept, and shown to nobody
    TO_BE_WIPED = "to_be_wiped"


@frozen
class Standing:
    """``reason`` is why it is not open. ``locks_at`` is when it will be locked if the identity provider says nothing
    more, ``days_left`` the days until then, begun ones counted: both only while it is open."""

    access: Access
    reason: ProblemKind | None = None
    locks_at: datetime | None = None
    days_left: int | None = None

    @property
    def is_open(self) -> bool:
        """True when the things may be shown and worked with."""
        return self.access in (Access.OPEN, Access.IN_GRACE)


def standing(record: AccessRecord, rules: AccessRules, now: datetime) -> Standing:
    """How the account stands. ``now`` may be the clock's own word: for locking it counts when it is later than what is
    known to have passed, for wiping never.

    With ``grace_days`` 0 it is open as long as what the provider gave last holds (an hour, or 28 with continuous access
    evaluation) and not longer. Never locked for being old is an account of which nothing is known yet.
    """
    if record.disabled_at is not None:
        return Standing(Access.TO_BE_WIPED, ProblemKind.ACCOUNT_DISABLED)
    if record.confirmed_at is None:
        return _revoked_or(record, Standing(Access.OPEN))
    grace, keep = timedelta(days=rules.grace_days), timedelta(days=max(rules.wipe_days, rules.grace_days, 1))
    holds_until = record.holds_until or record.confirmed_at
    if record.counted >= keep and record.confirmed_at + record.counted >= holds_until:
        return Standing(Access.TO_BE_WIPED, ProblemKind.GRACE_OVER)
    passed = max(now, record.latest_at or now)
    locks_at = max(record.confirmed_at + grace, holds_until)
    if passed >= locks_at:
        return _revoked_or(record, Standing(Access.LOCKED, ProblemKind.GRACE_OVER))
    days_left = -((passed - locks_at) // _DAY)
    access = Access.OPEN if passed < holds_until else Access.IN_GRACE
    return _revoked_or(record, Standing(access, locks_at=locks_at, days_left=days_left))


def _revoked_or(record: AccessRecord, otherwise: Standing) -> Standing:
    return otherwise if record.revoked_at is None else Standing(Access.LOCKED, ProblemKind.ACCESS_REVOKED)
