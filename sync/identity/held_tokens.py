"""The access tokens in memory: one for each set of scopes, for how long, and when it was made for a challenge."""

from datetime import datetime, timedelta
from typing import NamedTuple

from sync.granted_scopes import is_granted

_RENEW_BEFORE = timedelta(minutes=5)
_ASK_FOR_CONSENT_EVERY = timedelta(hours=1)
"""A token without all its scopes may live for 28 hours; what IT consents to meanwhile is in the next one only."""
_ONE_CHALLENGE_IN = timedelta(minutes=5)
"""A token that was made to meet a challenge and is challenged again so soon will not be met by yet another one."""

Scopes = tuple[str, ...]


class _Held(NamedTuple):
    token: str
    until: datetime
    granted: frozenset[str] | None
    challenged_at: datetime | None


class HeldTokens:
    """``now`` is always ours; a clock that is set right afterwards costs a renewal or one refused request."""

    def __init__(self) -> None:
        self._held: dict[Scopes, _Held] = {}

    def usable(self, scopes: Scopes, refused: str | None, now: datetime) -> str | None:
        """The token, unless it has run out or is the one that was refused."""
        held = self._held.get(scopes)
        return held.token if held is not None and held.token != refused and now < held.until else None

    def was_just_challenged(self, scopes: Scopes, now: datetime) -> bool:
        """True when the token was made to meet a challenge a moment ago."""
        held = self._held.get(scopes)
        return held is not None and held.challenged_at is not None and abs(now - held.challenged_at) < _ONE_CHALLENGE_IN

    def granted(self, scopes: Scopes) -> frozenset[str] | None:
        """What the last token was given; None when nobody knows."""
        return self._held[scopes].granted if scopes in self._held else None

    def lacks_consent(self, scopes: Scopes) -> bool:
        """True when the last token was not given all its scopes."""
        return scopes in self._held and not _has_all(scopes, self._held[scopes].granted)

    def remember(
        self,
        scopes: Scopes,
        token: str,
        life: timedelta,
        granted: frozenset[str] | None,
        now: datetime,
        *,
        challenged: bool,
    ) -> None:
        """Keep a new token."""
        use = max(life - _RENEW_BEFORE, timedelta())
        if not _has_all(scopes, granted):
            use = min(use, _ASK_FOR_CONSENT_EVERY)
        self._held[scopes] = _Held(token, now + use, granted, now if challenged else None)

    def let_go_of_those_without_consent(self, now: datetime) -> None:
        """Those that lack a scope have run out: somebody tries again, and IT may have consented."""
        for scopes, held in list(self._held.items()):
            if not _has_all(scopes, held.granted):
                self._held[scopes] = held._replace(until=now)

    def forget(self, scopes: Scopes) -> None:
        """This one holds no longer."""
        self._held.pop(scopes, None)

    def clear(self) -> None:
        """None holds any longer."""
        self._held.clear()


def _has_all(scopes: Scopes, granted: frozenset[str] | None) -> bool:
    return granted is None or all(is_granted(scope, granted) for scope in scopes)
