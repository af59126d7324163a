"""What is known of an account's access, and how much time has passed for it whatever the computer's clock says.

A clock can be wrong and it can be set. Three rules follow, each with its reason:

- **Set back, it gives no time.** ``latest_at`` never goes back: it follows the clock when that is ahead and the running
  time of the program when it is not. A clock that was set back between two looks (by more than ``SLACK``, which is
  what a wrong hour makes) tells nothing of how long the computer was off or asleep: a day is counted for it.
- **Far ahead, it is heard and not yet believed.** A computer whose battery is empty starts on any day it likes. A leap
  of more than ``LEAP`` locks as long as the clock says so, and becomes known only when the same clock has gone on from
  there for a day (``BELIEVED_AFTER``). Corrected before that, it leaves nothing behind.
- **To remove things takes more.** ``counted`` is the time of which there is evidence: no day of doubt, and of each step
  not more than ``LEAP``; ten years in one leap are a week. The identity provider's own clock, which its answers
  carry (Date, over TLS), is better evidence than any of these. It decides alone when something is locked, and what
  both clocks say has passed is counted whole: ``witnessed``. Alone it removes nothing, since one answer can be odd.

What no program can see is a computer that is off while its clock stands: whoever sets the clock anew each time to the
very moment at which it was turned off is counted only the hours of use.

All moments are aware and in UTC, so that neither zones nor summer time reach this. Pure functions.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from workplace_app.domain.frozen import frozen

LEAP = timedelta(days=7)
"""A week's holiday is nothing remarkable; a longer step is looked at twice."""
BELIEVED_AFTER = timedelta(days=1)
SLACK = timedelta(hours=3)
"""Another system on the same computer that keeps local time sets the clock back by an hour or two."""
DAY_OF_DOUBT = timedelta(days=1)
LONGEST_TOKEN = timedelta(hours=28)
"""Entra's longest (learn.microsoft.com, "Continuous access evaluation", read 2026-11): no answer is taken for more."""
_NOTHING = timedelta()


@frozen
class AccessRecord:
    """``confirmed_at`` is when the identity provider last said yes by this computer's clock, ``provider_at`` the same
    moment by the provider's; ``holds_until`` is when what it gave ends. ``latest_at`` is the latest moment that is
    known to have passed, ``seen_at`` what the clock said when it was last looked at, ``leapt_at`` where a leap began
    that is not believed yet, ``counted`` the time since the yes of which there is evidence. ``revoked_at`` and
    ``disabled_at`` are when the provider's no was heard. None: not known, or it has not happened."""

    confirmed_at: datetime | None = None
    provider_at: datetime | None = None
    holds_until: datetime | None = None
    latest_at: datetime | None = None
    seen_at: datetime | None = None
    leapt_at: datetime | None = None
    counted: timedelta = _NOTHING
    revoked_at: datetime | None = None
    disabled_at: datetime | None = None


def confirmed(now: datetime, provider_at: datetime | None, life: timedelta) -> AccessRecord:
    """The identity provider has said yes, over the network; what it gave lives for ``life``. Whatever was held against
    the account or its clock is over. ``provider_at`` is None where the answer told no time (the system's broker)."""
    held = min(max(life, _NOTHING), LONGEST_TOKEN)
    return AccessRecord(now, provider_at, now + held, now, now)


def noted(record: AccessRecord, now: datetime, ran: timedelta | None = None) -> AccessRecord:
    """The clock has been looked at. ``ran`` is how long the program has run since the last look by a clock that nobody
    sets; None at the first look of a run. Without a yes on record, this look stands for one: an account that an older
    version left here begins its time now."""
    if record.latest_at is None or record.seen_at is None:
        return replace(record, confirmed_at=record.confirmed_at or now, latest_at=now, seen_at=now, leapt_at=None)
    since = max(ran or _NOTHING, _NOTHING)
    known = record.latest_at + since
    set_back = now < record.seen_at + since - SLACK
    doubt = DAY_OF_DOUBT if set_back and now < known else _NOTHING
    known += doubt
    latest, leapt = known, None
    if now - known > LEAP:
        leapt = now if set_back or record.leapt_at is None else record.leapt_at
        if now - leapt >= BELIEVED_AFTER:
            latest, leapt = now, None
    elif now > known:
        latest = now
    counted = record.counted + min(latest - record.latest_at - doubt, LEAP)
    return replace(record, latest_at=latest, seen_at=now, leapt_at=leapt, counted=counted)


def witnessed(record: AccessRecord, now: datetime, provider_now: datetime) -> AccessRecord:
    """The identity provider has answered without saying yes, and its answer carried its clock: what has passed is the
    difference between its moments, whatever ours said meanwhile. ``counted`` grows only as far as ours agrees: one
    wrong date, of this answer or of the one that said yes, must not remove anything."""
    if record.confirmed_at is None or record.provider_at is None or provider_now < record.provider_at:
        return record
    passed = provider_now - record.provider_at
    counted = min(passed, max(record.counted, now - record.confirmed_at))
    return replace(record, latest_at=record.confirmed_at + passed, seen_at=now, leapt_at=None, counted=counted)


def revoked(record: AccessRecord, now: datetime) -> AccessRecord:
    """The identity provider has said that every session of the account was ended."""
    return replace(record, revoked_at=record.revoked_at or now)


def disabled(record: AccessRecord, now: datetime) -> AccessRecord:
    """The identity provider has said twice that the account is blocked."""
    return replace(record, disabled_at=record.disabled_at or now)
