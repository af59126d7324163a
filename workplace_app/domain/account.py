"""Who somebody is to the identity provider, and the name of their pair of files."""

import hashlib

from workplace_app.domain.frozen import frozen


@frozen
class Account:
    """One person in one tenant.

    ``home_account_id`` is MSAL's name for the account ("object id.tenant id"); ``object_id`` and ``tenant_id`` are
    Entra's ``oid`` and ``tid`` claims. Two accounts are the same when tenant and object id are.
    """

    tenant_id: str
    object_id: str
    home_account_id: str
    user_name: str
    display_name: str

    @property
    def key(self) -> str:
        """A name for files and keyring entries that tells nobody who it is: 32 hex digits."""
        return hashlib.sha256(f"{self.tenant_id}/{self.object_id}".encode()).hexdigest()[:32]


PUBLIC_ACCOUNT = Account(tenant_id="", object_id="public", home_account_id="", user_name="", display_name="")
"""The account of nobody: public services and public news, before anyone has signed in."""
