"""Which faults are switched on, for which requests and how many times more."""

from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatchcase


class FaultKind(StrEnum):
    """Everything that can go wrong on purpose."""

    # answers in place of the right one
    STATUS = "status"  # any status, with any Retry-After or none
    THROTTLED = "throttled"
    RESYNC = "resync"  # 410 with a Location that is good, foreign or missing
    SYNC_STATE_NOT_FOUND = "sync_state_not_found"
    TOKEN_REFUSED = "token_refused"  # noqa: S105  a kind of fault, not a secret
    CLAIMS_CHALLENGE = "claims_challenge"
    INVALID_GRANT = "invalid_grant"
    CAPTIVE_PORTAL = "captive_portal"  # 200 with another network's HTML
    REDIRECT_FOREIGN = "redirect_foreign"
    REDIRECT_PLAIN_HTTP = "redirect_plain_http"
    NEXT_LINK_LOOP = "next_link_loop"  # two empty pages that point at each other
    NEXT_LINK_ENDLESS = "next_link_endless"  # always one more empty page
    GZIP_BOMB = "gzip_bomb"
    ENDLESS_BODY = "endless_body"
    # the right answer, bent
    EMPTY_BODY = "empty_body"
    NULL = "null"
    LIST = "list"
    WRONG_TYPES = "wrong_types"
    UNKNOWN_FIELDS = "unknown_fields"
    NOT_A_NUMBER = "not_a_number"
    BYTE_ORDER_MARK = "byte_order_mark"
    UTF_16 = "utf_16"
    BAD_UTF_8 = "bad_utf_8"
    DEEP = "deep"
    CUT_JSON = "cut_json"
    GZIP_LIE = "gzip_lie"
    DUPLICATE_ITEMS = "duplicate_items"
    ITEMS_WITHOUT_ID = "items_without_id"
    ITEMS_WITHOUT_ETAG = "items_without_etag"
    NO_ITEMS = "no_items"
    NEXT_LINK_SELF = "next_link_self"
    NEXT_LINK_FOREIGN = "next_link_foreign"
    # the connection
    RESET = "reset"
    CLOSED = "closed"
    ANSWER_LOST = "answer_lost"  # the request is served, and nobody hears of it
    CUT_BODY = "cut_body"
    RESET_IN_BODY = "reset_in_body"
    SILENT = "silent"
    LATENCY = "latency"
    SLOW_BODY = "slow_body"


@dataclass(slots=True)
class FaultRule:
    """One fault. ``path`` and ``method`` are patterns with * and ?; ``skip`` lets that many requests pass first, which
    puts the fault at a later page; ``times`` None means until it is taken away.

    The rest are the kind's own settings: ``status``; ``retry_after`` as it stands in the header, "" for none and None
    for what is usual;
    ``location`` "good", "foreign" or "none"; ``code`` of the error; ``seconds`` to wait; ``size`` in bytes.
    """

    kind: FaultKind
    origin: str = "*"
    path: str = "*"
    method: str = "*"
    times: int | None = 1
    skip: int = 0
    status: int = 503
    retry_after: str | None = None
    location: str = "good"
    code: str = ""
    seconds: float = 2.0
    size: int = 50_000_000
    number: int = 0
    struck: int = field(default=0)

    def concerns(self, origin: str, method: str, path: str) -> bool:
        """True for a request that the fault is meant for."""
        return self.origin in ("*", origin) and fnmatchcase(method, self.method) and fnmatchcase(path, self.path)


class FaultBook:
    """The faults that are switched on, in the order in which they were."""

    def __init__(self) -> None:
        self._rules: list[FaultRule] = []
        self._number = 0

    def add(self, rule: FaultRule) -> int:
        """Switch a fault on; its number switches it off again."""
        self._number += 1
        rule.number = self._number
        self._rules.append(rule)
        return rule.number

    def remove(self, number: int) -> bool:
        """Switch one off; False when there is none of that number."""
        before = len(self._rules)
        self._rules = [rule for rule in self._rules if rule.number != number]
        return len(self._rules) < before

    def clear(self) -> None:
        """Switch all off."""
        self._rules.clear()

    def rules(self) -> tuple[FaultRule, ...]:
        """All that are on or have been used up since the last clearing."""
        return tuple(self._rules)

    def take(
        self, origin: str, method: str, path: str, kinds: frozenset[FaultKind] = frozenset(FaultKind)
    ) -> FaultRule | None:
        """The fault that strikes this request, if any; counts it."""
        for rule in self._rules:
            if rule.times == 0 or rule.kind not in kinds or not rule.concerns(origin, method, path):
                continue
            if rule.skip > 0:
                rule.skip -= 1
                continue
            if rule.times is not None:
                rule.times -= 1
            rule.struck += 1
            return rule
        return None
