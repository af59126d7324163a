"""MSAL's token cache: in memory while the program runs, inside the encrypted store between runs, and nowhere else."""

import base64
import binascii
import json
from datetime import UTC, datetime
from typing import Any

from msal import SerializableTokenCache
from msal.token_cache import TokenCache

from sync.granted_scopes import scopes_in
from workplace_app.domain.account import Account
from workplace_app.store.connection_type import Connection
from workplace_app.store.token_store import clear, load, save


class TokenVault:
    """One account's tokens. A vault without a connection keeps them in memory only. Belongs to the loop's thread, but
    for ``cache``, which MSAL locks itself."""

    def __init__(self, cache: SerializableTokenCache | None = None) -> None:
        self.cache = cache or SerializableTokenCache()
        self._connection: Connection | None = None

    @classmethod
    def opened(cls, connection: Connection) -> "TokenVault":
        """The vault as the store keeps it; an unreadable one is an empty one, which asks the user to sign in."""
        vault = cls()
        vault._connection = connection
        text = load(connection)
        if text:
            try:
                vault.cache.deserialize(text)
            except ValueError:
                clear(connection)
        return vault

    def keep_in(self, connection: Connection) -> None:
        """From now on the tokens live in this store as well."""
        self._connection = connection
        save(connection, self.cache.serialize())

    def save(self) -> None:
        """Write the tokens when they have changed since the last time: refresh tokens rotate."""
        if self._connection is not None and self.cache.has_state_changed:
            save(self._connection, self.cache.serialize())

    def clear(self) -> None:
        """Forget every token, here and in the store."""
        self.cache = SerializableTokenCache()
        if self._connection is not None:
            clear(self._connection)

    def scopes_of(self, access_token: str) -> frozenset[str] | None:
        """The scopes that the identity provider gave this token.

        MSAL keeps the answer's ``scope`` with each token (the scopes asked for, where the answer left it out, as RFC
        6749, 5.1 has it). The token itself is opaque to a client, so its ``scp`` is looked at only for one that MSAL
        forgot, and one that cannot be read tells nothing: None.
        """
        for token in self.cache.search(TokenCache.CredentialType.ACCESS_TOKEN):
            if token.get("secret") == access_token and token.get("target"):
                return scopes_in(token["target"])
        scp = claims_of(access_token).get("scp")
        return scopes_in(scp) if isinstance(scp, str) else None

    def holds_until(self) -> datetime | None:
        """When the access token ends that lives longest, None when there is none; MSAL keeps ``expires_on`` in seconds
        since 1970 by this computer's clock."""
        tokens = self.cache.search(TokenCache.CredentialType.ACCESS_TOKEN)
        ends = [int(token["expires_on"]) for token in tokens if str(token.get("expires_on", "")).isdecimal()]
        return datetime.fromtimestamp(max(ends), UTC) if ends else None

    def account(self) -> Account | None:
        """Who the tokens belong to, read without a network; None when there are none."""
        for token in self.cache.search(TokenCache.CredentialType.ID_TOKEN):
            claims = claims_of(token.get("secret", ""))
            if claims:
                return account_from_claims(claims, token.get("home_account_id", ""))
        return None


def account_from_claims(claims: dict[str, Any], home_account_id: str) -> Account:
    """The account that an ID token describes.

    MSAL 1.38 and later do not check the token's signature; it came from the token endpoint itself over TLS, which
    OpenID Connect Core 3.1.3.7 (6) lets stand in for it. Nothing beyond the name of the files hangs on it.
    """
    return Account(
        tenant_id=str(claims.get("tid", "")),
        object_id=str(claims.get("oid") or claims.get("sub", "")),
        home_account_id=home_account_id,
        user_name=str(claims.get("preferred_username") or claims.get("upn", "")),
        display_name=str(claims.get("name", "")),
    )


def claims_of(id_token: str) -> dict[str, Any]:
    """The claims inside a token, {} for anything that is not one."""
    parts = id_token.split(".")
    if len(parts) != 3:
        return {}
    try:
        claims = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (binascii.Error, ValueError):
        return {}
    return claims if isinstance(claims, dict) else {}
