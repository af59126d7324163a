"""What a check of this computer found: facts without wording, for the report, its JSON and the window."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from enum import StrEnum

from workplace_app.domain.frozen import frozen
from workplace_app.domain.problem import Problem


class CheckState(StrEnum):
    """How a check ended; the order is from good to bad."""

    OK = "ok"
    UNKNOWN = "unknown"  # it could not tell, which is no word against anything
    WARNING = "warning"  # it works, and somebody should know of it
    PROBLEM = "problem"


class Area(StrEnum):
    """What a check is about; the report is in this order."""

    PROGRAM = "program"
    CONFIGURATION = "configuration"
    POLICY = "policy"
    NETWORK = "network"
    PROXY = "proxy"
    TLS = "tls"
    CLOCK = "clock"
    KEYRING = "keyring"
    CACHE = "cache"
    CONSENT = "consent"


class Finding(StrEnum):
    """One name for each thing that can be said; the words are in ``ui/checkup_words.py``."""

    VERSIONS = "versions"
    PROBLEM = "problem"  # ``Check.problem`` says which
    CHECK_FAILED = "check_failed"  # our own bug: ``error``
    TOO_SLOW = "too_slow"  # it did not end within ``seconds``
    # configuration
    CONFIGURED = "configured"
    NOT_CONFIGURED = "not_configured"
    CONFIGURATION_WRONG = "configuration_wrong"  # ``why``
    AUTHORITY_FILE_USED = "authority_file_used"
    AUTHORITY_FILE_UNUSABLE = "authority_file_unusable"
    # network
    NO_NETWORK = "no_network"
    NETWORK_WANTS_SIGN_IN = "network_wants_sign_in"
    NETWORK_WORKS = "network_works"
    NOTHING_TO_REACH = "nothing_to_reach"
    ANSWERS = "answers"
    ANSWERS_SLOWLY = "answers_slowly"  # ``seconds``
    ISSUER_RIGHT = "issuer_right"
    ISSUER_OTHER = "issuer_other"  # ``issuer``, ``expected``
    NO_ISSUER = "no_issuer"  # its metadata are no metadata
    TENANT_UNKNOWN = "tenant_unknown"
    NOT_REACHED = "not_reached"  # ``problem``
    STOPPED_ON_THE_WAY = "stopped_on_the_way"  # a page in place of an interface's own refusal
    # proxy
    DIRECT = "direct"
    PROXY_USED = "proxy_used"  # ``proxy``
    PROXY_SCRIPT_NOT_READ = "proxy_script_not_read"  # ``script``
    # TLS
    SIGNED_BY_EVERYBODYS = "signed_by_everybodys"  # ``by``
    SIGNED_BY_OWN = "signed_by_own"
    INSPECTED = "inspected"
    SIGNER_UNKNOWN = "signer_unknown"
    # clock
    CLOCK_RIGHT = "clock_right"
    CLOCK_OFF = "clock_off"  # ``seconds``, positive when this computer is behind
    CLOCK_BEHIND_CERTIFICATES = "clock_behind_certificates"  # one is "not valid yet"
    CLOCK_JUMPS = "clock_jumps"
    NOBODY_TOLD_THE_TIME = "nobody_told_the_time"
    # keyring
    KEYRING_WORKS = "keyring_works"
    KEYRING_SILENT = "keyring_silent"
    # cache
    NOBODY_SIGNED_IN_HERE = "nobody_signed_in_here"
    FILE_WHOLE = "file_whole"  # ``size``
    FILE_DAMAGED = "file_damaged"
    FILE_OLD = "file_old"
    FILES_MISSING = "files_missing"
    KEY_SEALED = "key_sealed"  # with a code that its owner alone knows
    KEY_NOT_TO_BE_HAD = "key_not_to_be_had"
    OPEN_TO_OTHERS = "open_to_others"
    ROOM_ENOUGH = "room_enough"
    ROOM_SHORT = "room_short"
    # consent
    CONSENTED = "consented"
    CONSENT_LACKING = "consent_lacking"  # ``scope``
    CONSENT_NOT_KNOWN = "consent_not_known"
    # policy
    NOT_GOVERNED = "not_governed"
    GOVERNED = "governed"
    SETTING_IGNORED = "setting_ignored"


@frozen
class Check:
    """One thing that was looked at. ``subject`` names it ("login.microsoftonline.com", "cache.db"); ``facts`` are for
    the words and for IT: never a token, a person, or the name of a person's folder."""

    area: Area
    subject: str
    state: CheckState
    finding: Finding
    facts: Mapping[str, str] = field(default_factory=dict)
    problem: Problem | None = None


@frozen
class Checkup:
    """All checks of one look at this computer, in the order of their areas."""

    at: datetime
    version: str
    checks: tuple[Check, ...]

    @property
    def worst(self) -> CheckState:
        """What the whole comes to: one that could not tell does not make a well computer ill."""
        states = {check.state for check in self.checks}
        order = (CheckState.PROBLEM, CheckState.WARNING)
        return next((state for state in order if state in states), CheckState.OK)
