"""The tokens of the CMS's own issuer: in memory while the program runs, in the encrypted store between runs."""

from datetime import datetime

import msgspec

from sync.wire.reading import UNREADABLE
from workplace_app.domain.content_identity import ContentIdentity
from workplace_app.store.connection_type import Connection
from workplace_app.store.content_token_store import clear_content_tokens, load_content_tokens, save_content_tokens


class ContentTokens(msgspec.Struct, frozen=True):
    """What one sign-in has given. ``issuer``, ``client_id``, ``audience`` and ``organization`` say what for: tokens of
    another configuration are not used. ``subject`` is the issuer's name for the person."""

    issuer: str
    client_id: str
    audience: str
    organization: str
    subject: str
    access_token: str
    use_until: datetime
    refresh_token: str | None = None

    def is_for(self, identity: ContentIdentity) -> bool:
        """True when they were given for what is configured now."""
        mine = (self.issuer, self.client_id, self.audience, self.organization)
        return mine == (identity.issuer, identity.client_id, identity.audience, identity.organization)


class ContentVault:
    """One account's tokens of this issuer, in its store. Belongs to the loop's thread."""

    def __init__(self, connection: Connection, identity: ContentIdentity) -> None:
        self._connection = connection
        self._identity = identity

    def load(self) -> ContentTokens | None:
        """As they are on the disk now, by whichever process. Unreadable ones, and those of another issuer, are none.
        Raises ``ProblemRaised`` when the store cannot be read."""
        text = load_content_tokens(self._connection)
        if text is None:
            return None
        try:
            tokens = msgspec.json.decode(text, type=ContentTokens)
        except UNREADABLE:
            tokens = None
        if tokens is None or not tokens.is_for(self._identity):
            self.clear()
            return None
        return tokens

    def save(self, tokens: ContentTokens) -> None:
        """Keep these in place of those before, all or nothing. Raises ``ProblemRaised``."""
        save_content_tokens(self._connection, msgspec.json.encode(tokens).decode())

    def clear(self) -> None:
        """Forget them."""
        clear_content_tokens(self._connection)
