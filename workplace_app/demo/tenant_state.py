"""What the identity provider must remember over a restart: who was revoked or disabled, which scopes lack consent."""

import json
from pathlib import Path
from typing import Any

from workplace_app.demo.staff import Staff
from workplace_app.demo.whole_files import write_whole

USED_TOKENS_KEPT = 2_000


class TenantState:
    """Switches and revocations, written to one JSON file at every change.

    Revocation works with generations instead of times: each token carries the generations of its owner at its birth,
    and a revoked one is recognised even within the same second.

    * ``session_generation``: raised by revocation; refresh tokens and access tokens of an older one are dead.
    * ``freshness_generation``: raised by a claims challenge; access tokens of an older one are refused with the
      challenge, refresh tokens live on.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        kept: dict[str, Any] = json.loads(file.read_text("utf-8")) if file.exists() else {}
        self._sessions: dict[str, int] = kept.get("session_generation", {})
        self._freshness: dict[str, int] = kept.get("freshness_generation", {})
        self._strong: set[str] = set(kept.get("strong_sign_in_needed", []))
        self._disabled: set[str] = set(kept.get("disabled", []))
        self._missing: set[str] = set(kept.get("scopes_without_consent", []))
        self._used: dict[str, None] = dict.fromkeys(kept.get("used_refresh_tokens", []))
        self._strict_rotation = bool(kept.get("strict_rotation", False))
        self._strict_consent = bool(kept.get("strict_consent", False))
        self._access_token_seconds: int | None = kept.get("access_token_seconds")

    def _save(self) -> None:
        kept = {
            "session_generation": self._sessions,
            "freshness_generation": self._freshness,
            "strong_sign_in_needed": sorted(self._strong),
            "disabled": sorted(self._disabled),
            "scopes_without_consent": sorted(self._missing),
            "used_refresh_tokens": list(self._used)[-USED_TOKENS_KEPT:],
            "strict_rotation": self._strict_rotation,
            "strict_consent": self._strict_consent,
            "access_token_seconds": self._access_token_seconds,
        }
        write_whole(self._file, json.dumps(kept, indent=1).encode())

    def generations(self, person: Staff) -> tuple[int, int]:
        """The person's present session generation and freshness generation."""
        return self._sessions.get(person.object_id, 0), self._freshness.get(person.object_id, 0)

    def revoke(self, person: Staff) -> None:
        """End all sessions of the person: every token issued so far is dead, only a new sign-in helps."""
        self._sessions[person.object_id] = self._sessions.get(person.object_id, 0) + 1
        self._save()

    def challenge(self, person: Staff, *, strong: bool) -> None:
        """Demand a new access token; with ``strong`` only a new sign-in (a second factor) can give it."""
        self._freshness[person.object_id] = self._freshness.get(person.object_id, 0) + 1
        (self._strong.add if strong else self._strong.discard)(person.object_id)
        self._save()

    def needs_strong_sign_in(self, person: Staff) -> bool:
        """True while access tokens must come from a sign-in with the authentication context that was demanded."""
        return person.object_id in self._strong

    def disabled(self, person: Staff) -> bool:
        """True when the account has been closed."""
        return person.object_id in self._disabled

    def set_disabled(self, person: Staff, disabled: bool) -> None:
        """Close or open an account."""
        (self._disabled.add if disabled else self._disabled.discard)(person.object_id)
        self._save()

    @property
    def scopes_without_consent(self) -> frozenset[str]:
        """The scopes that IT has not consented to, in lower case."""
        return frozenset(self._missing)

    def set_consent(self, scope: str, granted: bool) -> None:
        """Give or withdraw the tenant's consent to one scope."""
        (self._missing.discard if granted else self._missing.add)(scope.casefold())
        self._save()

    @property
    def strict_consent(self) -> bool:
        """True: asking for a scope without consent fails (AADSTS65001). False: the token comes without the scope."""
        return self._strict_consent

    @property
    def strict_rotation(self) -> bool:
        """True: a refresh token works once. Entra itself lets the old one live on."""
        return self._strict_rotation

    @property
    def access_token_seconds(self) -> int | None:
        """How long access tokens live, when it has been set."""
        return self._access_token_seconds

    def set_token_rules(
        self, *, strict_rotation: bool | None, strict_consent: bool | None, access_token_seconds: int | None
    ) -> None:
        """Change the rules for tokens; None leaves a rule as it is, 0 seconds means the usual life."""
        if strict_rotation is not None:
            self._strict_rotation = strict_rotation
        if strict_consent is not None:
            self._strict_consent = strict_consent
        if access_token_seconds is not None:
            self._access_token_seconds = access_token_seconds or None
        self._save()

    def use_refresh_token(self, token_id: str) -> bool:
        """Remember that a refresh token was redeemed; False when it had been before."""
        if token_id in self._used:
            return False
        self._used[token_id] = None
        self._save()
        return True
