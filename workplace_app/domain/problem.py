"""What can go wrong, as kinds and facts without wording; the three families are the three possible reactions.

    Family.WAIT      nobody needs to act: the next round tries again, at ``retry_at`` when a server named a time
    Family.ASK       a person must act: the user (sign in, free disk space) or IT (consent, configuration)
    Family.FAULT     an answer or a program is wrong: reported, set aside, never retried in a loop

The words for each kind live in ``ui/problem_wording.py``; a test proves that no kind lacks them.
"""

from datetime import datetime
from enum import Enum, StrEnum

from workplace_app.domain.frozen import frozen


class Family(Enum):
    """How the program reacts to a problem."""

    WAIT = "wait"
    ASK = "ask"
    FAULT = "fault"


class ProblemKind(StrEnum):
    """One name for each problem that somebody reacts to differently, or that needs its own words."""

    # Family.WAIT
    OFFLINE = "offline"  # no route, no name, refused: there is no network here
    CAPTIVE_PORTAL = "captive_portal"  # a network that answers every address with its own sign-in page
    TIMED_OUT = "timed_out"
    THROTTLED = "throttled"  # 429, or 503 with Retry-After
    SERVICE_UNAVAILABLE = "service_unavailable"  # 5xx
    KEYRING_LOCKED = "keyring_locked"
    KEYRING_SILENT = "keyring_silent"  # it has not answered within our patience
    STORE_BUSY = "store_busy"
    # Family.ASK
    SIGN_IN_NEEDED = "sign_in_needed"  # the refresh token no longer holds
    SIGN_IN_CANCELLED = "sign_in_cancelled"
    SIGN_IN_TIMED_OUT = "sign_in_timed_out"
    CLAIMS_CHALLENGE = "claims_challenge"  # continuous access evaluation wants a fresh token
    CONDITIONAL_ACCESS = "conditional_access"  # a rule of the employer's stopped it, and nobody said which
    DEVICE_NOT_APPROVED = "device_not_approved"  # the rule wants a computer that IT manages
    APP_NOT_APPROVED = "app_not_approved"  # the rule wants another program than this one
    APP_NOT_ASSIGNED = "app_not_assigned"  # IT has not given the program to this person
    SECOND_FACTOR_MISSING = "second_factor_missing"  # it has to be set up first, in the browser
    PASSWORD_EXPIRED = "password_expired"  # noqa: S105  no password, but that it has to be changed first, in the browser
    SIGN_IN_RISKY = "sign_in_risky"  # stopped as a precaution
    ACCOUNT_LOCKED = "account_locked"  # for a while, after wrong passwords: not closed
    WRONG_TENANT = "wrong_tenant"
    WRONG_ACCOUNT = "wrong_account"
    ACCOUNT_DISABLED = "account_disabled"  # closed or removed, not locked for a while
    ACCESS_REVOKED = "access_revoked"  # every session of the account was ended: locked until it signs in anew
    GRACE_OVER = "grace_over"  # too long without the identity provider: locked until it says yes again
    CONSENT_MISSING = "consent_missing"  # ``scope`` says which
    ACCESS_DENIED = "access_denied"  # 403 for another reason than consent
    CONFIGURATION_WRONG = "configuration_wrong"  # client ID, tenant or address is not known there
    CLOCK_WRONG = "clock_wrong"
    TLS_UNTRUSTED = "tls_untrusted"
    PROXY_REFUSED = "proxy_refused"
    LOCKED_HERE = "locked_here"  # its owner has locked the account on this computer
    NO_BROWSER = "no_browser"
    BROWSER_NEEDED = "browser_needed"  # the same, where IT lets nobody sign in with a code
    NO_KEYRING = "no_keyring"
    KEY_LOST = "key_lost"  # the cache is here and its key is not
    KEY_DOES_NOT_FIT = "key_does_not_fit"  # both are here, and the key is that of other files
    KEY_LEFT = "key_left"  # the files are gone, and the keyring did not let their key go
    CHANGED_MEANWHILE = "changed_meanwhile"  # somebody else has changed what a wish was about
    DISK_FULL = "disk_full"
    DISK_REFUSED = "disk_refused"  # it would not read or write: full, read-only, failing, too many files open
    STORE_DAMAGED = "store_damaged"
    STORE_FROM_THE_FUTURE = "store_from_the_future"
    # Family.FAULT
    UNREADABLE_ANSWER = "unreadable_answer"  # not JSON, not the promised shape
    UNREADABLE_ITEM = "unreadable_item"  # one item of a page; the rest was kept
    NOT_FOUND = "not_found"
    REQUEST_REFUSED = "request_refused"  # 4xx that our request earned
    FOREIGN_ADDRESS = "foreign_address"  # a link led away from the host that the token belongs to
    SUSPICIOUS_EMPTINESS = "suspicious_emptiness"  # a full list that would empty what the user sees
    UNEXPECTED = "unexpected"  # our own bug


_WAIT = {
    ProblemKind.OFFLINE,
    ProblemKind.CAPTIVE_PORTAL,
    ProblemKind.TIMED_OUT,
    ProblemKind.THROTTLED,
    ProblemKind.SERVICE_UNAVAILABLE,
    ProblemKind.KEYRING_LOCKED,
    ProblemKind.KEYRING_SILENT,
    ProblemKind.STORE_BUSY,
}
_FAULT = {
    ProblemKind.UNREADABLE_ANSWER,
    ProblemKind.UNREADABLE_ITEM,
    ProblemKind.NOT_FOUND,
    ProblemKind.REQUEST_REFUSED,
    ProblemKind.FOREIGN_ADDRESS,
    ProblemKind.SUSPICIOUS_EMPTINESS,
    ProblemKind.UNEXPECTED,
}

SIGN_IN_HELPS = frozenset(
    {
        ProblemKind.SIGN_IN_NEEDED,
        ProblemKind.CLAIMS_CHALLENGE,
        ProblemKind.ACCESS_REVOKED,
        ProblemKind.SECOND_FACTOR_MISSING,
        ProblemKind.PASSWORD_EXPIRED,
    }
)
"""Whoever meets these is led on by the identity provider's own pages: the remedy is to sign in."""


@frozen
class Problem:
    """One problem, as it is stored with a feed, an item or an intent and as the screen words it.

    ``retry_at`` is the earliest moment (UTC) that a server allows; ``scope`` the permission that is missing, or that
    a refused request needs; ``service`` the counterpart ("planner", "cms" …); ``item_id`` the item or the one place
    that it is about; ``detail`` a short technical remark for IT: never a token, never personal text, never a whole
    address with its query.
    """

    kind: ProblemKind
    service: str | None = None
    retry_at: datetime | None = None
    scope: str | None = None
    item_id: str | None = None
    detail: str | None = None

    @property
    def family(self) -> Family:
        """Which of the three reactions this problem asks for."""
        if self.kind in _WAIT:
            return Family.WAIT
        if self.kind in _FAULT:
            return Family.FAULT
        return Family.ASK


class ProblemRaised(Exception):
    """Carries a ``Problem`` from the place that understood it to the place that decides."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.kind.value)
        self.problem = problem
